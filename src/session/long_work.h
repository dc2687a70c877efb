// Work on a large log that a person waits for.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "src/base/error.h"

namespace folkmoot {

struct LongWork {
    std::string_view doing;  ///< "Making the summaries"
    std::size_t done = 0, all = 0;
    std::string_view of;  ///< what is counted: "meetings"
};

/// "Making the summaries: 4000 of 10000 meetings so far."
inline std::string in_words(const LongWork& work) {
    return fmt::format("{}: {} of {} {} so far.", work.doing, work.done, work.all, work.of);
}

/// Asked now and then while it lasts. False: it is to stop.
using GoOn = std::function<bool(const LongWork&)>;

/// It was stopped, and everything is as it was before it began.
class Stopped : public Error {
public:
    using Error::Error;
};

}  // namespace folkmoot
