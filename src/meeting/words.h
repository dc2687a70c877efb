// Free text that the log keeps apart from what happened, so that it can be forgotten.
#pragma once

#include <optional>
#include <string>

#include "src/meeting/ids.h"

namespace folkmoot {

/// A name or free text, with the person it is about or from when that is known: `forget` finds it by that.
struct Words {
    std::string text;
    std::optional<PersonId> whose;

    Words() = default;
    Words(std::string value, std::optional<PersonId> person = std::nullopt) : text(std::move(value)), whose(person) {}
    auto operator<=>(const Words&) const = default;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

/// What stands where words were forgotten.
inline constexpr const char* forgotten_words = "(forgotten)";

}  // namespace folkmoot
