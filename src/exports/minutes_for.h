// The minutes for one person: what they missed, and what they have to do.
#pragma once

#include <string_view>
#include <vector>

#include "src/exports/document.h"
#include "src/session/records.h"
#include "src/session/state.h"

namespace folkmoot {

/// Who of a meeting is meant by a name, or the beginning of one of its words. Error names the choices when it is nobody
/// or several.
PersonId person_called(const State& state, std::string_view typed);

/// What happened while somebody was not in the room.
struct Missed {
    std::optional<ItemId> item;  ///< nothing: outside the items
    bool in_part = false;        ///< they were there for some of it
    std::vector<CaptureNumber> written;
    bool operator==(const Missed&) const = default;
};

/// In the order of the agenda, what was written outside the items last. Breaks are nothing to miss, and undone acts did
/// not happen.
std::vector<Missed> missed_by(const State& state, const PersonId& whom);

/// Actions of this meeting that somebody has, and those from earlier that they had when it ended.
std::vector<const Capture*> actions_of(const State& state, const PersonId& whom);
std::vector<const ReviewedMatter*> earlier_actions_of(const State& state, const PersonId& whom);

/// "You were there from 14:20 to 15:10, 50 minutes.", "You had sent apologies."
std::string presence_in_words(const State& state, const PersonId& whom);

/// Under the rules of minutes_of: nothing in it that the minutes do not have, but for the person's open actions
/// `elsewhere`, from meetings of other groups.
Document minutes_for(const State& state, const PersonId& whom, const std::vector<ActionSummary>& elsewhere = {});

/// Open actions of somebody from meetings of other groups than this one's.
std::vector<ActionSummary> actions_elsewhere(Records& records, const State& state, const PersonId& whom);

}  // namespace folkmoot
