// Keys out of the bytes that a terminal sends. curses' own reading loses what it does not know and then takes the rest
// for keys, so a report or a paste would act; here a sequence that means nothing does nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "src/render/key.h"

namespace folkmoot {

class KeyReader {
public:
    void feed(std::string_view bytes) { waiting_ += bytes; }
    /// The next whole key; nothing when there is none, or the rest of it has not come yet.
    std::optional<Key> next();
    /// What has come so far could be the beginning of a sequence, or Esc alone.
    [[nodiscard]] bool in_escape() const { return !waiting_.empty() && waiting_.front() == '\x1b'; }
    /// No more came for a moment: it was Esc alone, or a sequence that was never finished.
    std::optional<Key> pause();

private:
    std::optional<Key> take_sequence();
    std::optional<Key> take_character();
    void drop(std::size_t bytes) { waiting_.erase(0, bytes); }

    std::string waiting_;
};

}  // namespace folkmoot
