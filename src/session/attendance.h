// Who was at which meeting for how long, and with which duties: for involvement payments.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

/// What somebody did for a meeting, or at how many meetings they did it. A partner hosts, so that is not in it.
struct DutiesHad {
    std::size_t facilitated = 0, took_notes = 0, kept_time = 0;
    std::size_t items_led = 0;  ///< that were held, breaks left out
    bool operator==(const DutiesHad&) const = default;
};

DutiesHad duties_of(const State& meeting, const PersonId& whom);

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
    std::string role;  ///< as the meeting had it; may be empty
    DutiesHad duties;
    bool operator==(const AttendanceRow&) const = default;
};

/// One person at all of them. The minutes and the duties are those of the rows added up.
struct AttendanceTotal {
    PersonId person_id;
    std::string person, partner, partnership;  ///< as the latest meeting has them
    std::size_t meetings = 0;
    Minutes present{0};
    std::string role;  ///< as the latest meeting has it
    DutiesHad duties;
    bool operator==(const AttendanceTotal&) const = default;
};

struct AttendanceList {
    std::vector<AttendanceRow> rows;      ///< oldest meeting first, then by seat
    std::vector<AttendanceTotal> totals;  ///< by name
    std::size_t still_open = 0;           ///< meetings that are not closed, and not counted
    bool operator==(const AttendanceList&) const = default;
};

/// Of closed meetings, everybody who came. With a person's or a partner's name in the filter, those of that name only.
AttendanceList attendance_list(Records& records, const MeetingFilter& filter);

/// Of how many meetings there are rows.
std::size_t meetings_in(const AttendanceList& list);

/// "Tuesday 24 November 2026, Working group 7".
std::string meeting_in_words(const AttendanceRow& row);
/// "Asha, Harbour Voices, 1 hour 28 minutes, from 14:03 to 15:31, role co-chair, facilitated, led 2 items".
std::string in_words(const AttendanceRow& row);
/// "Asha, Harbour Voices: 2 hours 33 minutes at 2 meetings, facilitated 1 meeting".
std::string in_words(const AttendanceTotal& total);
/// "Not counted: 1 meeting that is still open."; empty when there is none.
std::string not_counted(const AttendanceList& list);

}  // namespace folkmoot
