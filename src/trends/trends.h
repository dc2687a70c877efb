// The trends of a choice of meetings, as one value: a screen, a report and an export say the same.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "src/session/records.h"
#include "src/trends/findings.h"
#include "src/trends/measure.h"

namespace folkmoot {

/// How many meetings are looked at unless somebody asks for others.
inline constexpr std::size_t meetings_looked_at = 36;

/// Of more meetings than these, figures are given by month: nobody reads so many lines, and one late evening among them
/// says nothing. Ten years of monthly meetings stay meeting by meeting.
inline constexpr std::size_t most_by_meeting = 120;

/// Which closed meetings are looked at, and whose series.
struct Selection {
    std::string group;             ///< empty: all; else a group's name, however it is written, or its beginning
    std::string partner;           ///< empty: all; else only this one's series where a measure is split by partner
    std::optional<Date> from, to;  ///< both included; with neither, the newest `meetings_looked_at`
    bool operator==(const Selection&) const = default;
};

struct MeetingLine {
    MeetingId id;
    Date date{};
    std::string title;
    std::string group;
    std::string partnership;
    bool operator==(const MeetingLine&) const = default;
};

struct Trends {
    Selection selection;
    std::vector<MeetingLine> meetings;  ///< oldest first
    bool by_month = false;              ///< there are more than `most_by_meeting`
    std::vector<Measure> measures;
    std::size_t looked_for_direction = 0;  ///< so many series
    std::vector<Finding> changed;
    std::vector<Finding> worth_talking_about;
    bool operator==(const Trends&) const = default;
};

/// The meetings of a selection, whole.
struct Chosen {
    Selection selection;                  ///< with the group's whole name
    std::vector<State> meetings;          ///< closed, oldest first, without their events
    std::vector<MeetingLine> still_open;  ///< they would be among them if they were closed; oldest first
};

/// Error names the groups when there is none of the name that was asked for; or says that `from` is after `to`.
Chosen chosen_meetings(Records& records, const Selection& selection);

/// Of meetings that were chosen already. Error names the partners when there is none of the name that was asked for.
Trends trends_of(std::span<const State> meetings, const Selection& selection);

/// From what the log keeps of its meetings. Error as `chosen_meetings` and the one above.
Trends trends_of(Records& records, const Selection& asked);

/// "12 closed meetings of Working group, from Tuesday 6 January 2026 to ..."; "No meeting is closed yet.", or none is
/// among those asked for.
std::string in_words(const std::vector<MeetingLine>& meetings, const Selection& selection);

/// Said once, above the figures, when they are of months; else empty.
std::string by_month_in_words(const Trends& trends);

}  // namespace folkmoot
