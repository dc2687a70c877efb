// How one thing that was written down went on, over all meetings: proposed, accepted, carried, done.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/session/partnership.h"
#include "src/session/records.h"
#include "src/session/state.h"

namespace folkmoot {

/// What one meeting did with it, or what was said of it between meetings.
struct MatterPart {
    std::string where;                 ///< "Working group 7, Tuesday 24 November 2026, Working group"
    std::optional<MeetingId> meeting;  ///< nothing: between meetings
    std::vector<std::string> lines;    ///< "14:06  Action 3 kept: ..."
    bool operator==(const MatterPart&) const = default;
};

struct MatterStory {
    std::string what;  ///< "action 3, Ask for a ramp"; as it was written first
    std::vector<MatterPart> parts;
    bool operator==(const MatterStory&) const = default;
};

/// `meetings` are those that had to do with it, in any order; `partnership` is theirs, for what was said of an action
/// between meetings. Acts that do not count in the end say "(undone later)".
MatterStory matter_story(const CaptureId& id, const std::vector<State>& meetings,
                         const std::optional<Partnership>& partnership);

/// The same, from the log. `partnership` by its exact name.
MatterStory story_of(Records& records, const CaptureId& id, const std::string& partnership);

/// What has this number in the minutes of the meeting. Error names the numbers that there are.
CaptureId captured_as(const State& meeting, int number);

/// In lines, as `folkmoot log story` prints it.
std::vector<std::string> story_lines(const MatterStory& story);

}  // namespace folkmoot
