// Asks whoever waits whether long work is to go on.
#pragma once

#include <fmt/format.h>

#include "src/session/long_work.h"

namespace folkmoot::log {

class Watch {
public:
    void set(GoOn go_on) { go_on_ = std::move(go_on); }

    /// Throws Stopped when it is to stop.
    void at(const LongWork& work) const {
        constexpr std::size_t seldom = 50;
        if (work.done % seldom != 0 || work.done == 0 || !go_on_ || go_on_(work)) return;
        throw Stopped(fmt::format("Stopped at {} of {} {}. Nothing is lost.", work.done, work.all, work.of));
    }

private:
    GoOn go_on_;
};

}  // namespace folkmoot::log
