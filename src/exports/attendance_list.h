// Who was at which meeting for how long and with which duties, in lines and for other programs.
#pragma once

#include <string>
#include <vector>

#include "src/session/attendance.h"

namespace folkmoot {

/// A line a person and meeting, then a line a person.
std::vector<std::string> attendance_lines(const AttendanceList& list);

/// One object: attendance, totals and not_closed. What is not there is null.
std::string attendance_json(const AttendanceList& list);

/// RFC 4180 with a header line. The first cell of a line says whether it is of a meeting or a total. Texts are guarded
/// against being run as a formula, unless `raw`.
std::string attendance_csv(const AttendanceList& list, bool raw);

}  // namespace folkmoot
