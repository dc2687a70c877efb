// Who was at which meeting for how long: for involvement payments.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// One person at one meeting.
struct AttendanceRow {
    MeetingId meeting;
    Date date{};
    std::string title, group, partnership;
    PersonId person_id;
    std::string person, partner;
    Stamp arrived;  ///< first
    Stamp left;     ///< last, at the latest when the meeting closed
    Minutes present{0};
    bool operator==(const AttendanceRow&) const = default;
};

/// One person at all of them. The minutes are those of the rows added up.
struct AttendanceTotal {
    PersonId person_id;
    std::string person, partner, partnership;  ///< as the latest meeting has them
    std::size_t meetings = 0;
    Minutes present{0};
    bool operator==(const AttendanceTotal&) const = default;
};

struct AttendanceList {
    std::vector<AttendanceRow> rows;      ///< oldest meeting first, then by seat
    std::vector<AttendanceTotal> totals;  ///< by name
    std::size_t still_open = 0;           ///< meetings that are not closed, and not counted
    bool operator==(const AttendanceList&) const = default;
};

/// Of closed meetings, everybody who came. With a person's name in the filter, those of that name only.
AttendanceList attendance_list(Records& records, const MeetingFilter& filter);

/// A line a person and meeting, then a line a person.
std::vector<std::string> attendance_lines(const AttendanceList& list);

/// One object: attendance, totals and not_closed. What is not there is null.
std::string attendance_json(const AttendanceList& list);

/// RFC 4180 with a header line. The first cell of a line says whether it is of a meeting or a total. Texts are guarded
/// against being run as a formula, unless `raw`.
std::string attendance_csv(const AttendanceList& list, bool raw);

}  // namespace folkmoot
