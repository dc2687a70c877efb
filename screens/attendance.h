// Who was at which meeting for how long. The question it answers: for how much time, and for which duties, is somebody
// to be paid?
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "screens/reading.h"
#include "src/page/page.h"
#include "src/session/attendance.h"

namespace folkmoot {

/// What was typed behind `attendance`: which meetings, as a page, or as a file when one is named.
struct AttendanceAsked {
    MeetingFilter filter;
    std::string filters;       ///< as they were typed
    std::filesystem::path to;  ///< empty: to be read
};

/// "[to FILE] [FILTERS]"; a file's name with blanks in it stands in quotation marks.
Read<AttendanceAsked> read_attendance(std::string_view typed, Date today);

/// Why there is nobody in a list.
std::string nobody_because(const AttendanceList& list, const AttendanceAsked& asked);

/// First how much each person was there in all, then meeting by meeting, the newest first. `digits`: of a meeting's id.
Page attendance_page(const AttendanceList& list, const AttendanceAsked& asked, std::size_t digits);

}  // namespace folkmoot
