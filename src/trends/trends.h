// The trends of a choice of meetings, as one value: a screen, a report and an export say the same.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "src/session/records.h"
#include "src/trends/measure.h"

namespace folkmoot {

/// How many meetings are looked at unless somebody asks for others.
inline constexpr std::size_t meetings_looked_at = 36;

/// Which closed meetings are looked at, and whose series.
struct Selection {
    std::string group;             ///< empty: all; else a group's name, however it is written
    std::string partner;           ///< empty: all; else only this one's series where a measure is split by partner
    std::optional<Date> from, to;  ///< both included; with neither, the newest `meetings_looked_at`
    bool operator==(const Selection&) const = default;
};

struct MeetingLine {
    MeetingId id;
    Date date{};
    std::string title;
    std::string group;
    bool operator==(const MeetingLine&) const = default;
};

struct Trends {
    Selection selection;
    std::vector<MeetingLine> meetings;  ///< oldest first
    std::vector<Measure> measures;
    std::size_t looked_for_direction = 0;  ///< so many series
    std::vector<std::string> changed;      ///< sentences
    std::vector<std::string> worth_talking_about;
    bool operator==(const Trends&) const = default;
};

/// The meetings of a selection.
struct Chosen {
    std::vector<State> meetings;          ///< closed, oldest first, without their events
    std::vector<MeetingLine> still_open;  ///< they would be among them if they were closed; oldest first
};

/// Error names the groups when there is none of the name that was asked for; or says that `from` is after `to`.
Chosen chosen_meetings(Records& records, const Selection& selection);

/// Of meetings that were chosen already. Error names the partners when there is none of the name that was asked for.
Trends trends_of(std::span<const State> meetings, const Selection& selection);

/// Both of them, one after the other.
Trends trends_of(Records& records, const Selection& selection);

/// "12 meetings of Working group, from Tuesday 6 January 2026 to ..."; "No meeting is closed yet.", or none is among
/// those asked for.
std::string in_words(const std::vector<MeetingLine>& meetings, const Selection& selection);

}  // namespace folkmoot
