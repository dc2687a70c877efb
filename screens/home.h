// The home screen: what is open, what was lately, what can be done outside a meeting.
// The question it answers: what would you like to do?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/page/page.h"
#include "src/session/records.h"

namespace folkmoot {

struct HomeView {
    std::vector<MeetingSummary> open;
    std::vector<MeetingSummary> recent;  ///< closed ones, newest first
    std::size_t digits = 4;              ///< of an id, so that all can be told apart
    bool example = false;                ///< of the example, where no meeting of one's own is begun
};

Page home_page(const HomeView& view);

/// What the home screen is for, as help begins.
std::string_view about_home(bool example);

/// What the line with this number under "What would you like to do?" does; nothing when `typed` is no such number.
std::optional<Intent> beginning(const HomeView& view, std::string_view typed);

/// "1 of 3, Working group 7, Tuesday 24 November 2026, open".
std::string home_line(const MeetingSummary& meeting, std::size_t position, std::size_t count);

}  // namespace folkmoot
