// The plan of a group's next meeting, from what its last one left.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/plan.h"
#include "src/session/partnership.h"
#include "src/session/records.h"
#include "src/session/state.h"

namespace folkmoot {

/// The same frame as the last meeting: group, place, length, kept-free time, rounds and pulse; the next number in the
/// title, the date, facilitator and host that were agreed. On its agenda is what was carried, with the break that the
/// last meeting planned. Who can come and what for
/// is the partnership's, so the plan does not say it.
Plan next_plan(const State& last, const CarryOver& left);

/// Of each group the meeting that was closed last, newest first.
std::vector<MeetingSummary> last_of_groups(Records& records);
/// How that group is called where one is chosen: its name, or "no group".
std::string group_in_words(const MeetingSummary& meeting);
/// The plan of the next meeting of the group that is called so, or whose name begins so; of the only one when nothing
/// is said. Error names the groups that there are.
Plan plan_after(Records& records, std::string_view group);

/// "Working group 8" after "Working group 7"; without a number at its end the title with " 2".
std::string next_title(const std::string& title);

/// Something that could be on the agenda, and why.
struct AgendaIdea {
    std::string why;  ///< "Parked on Tuesday 27 October 2026"; no full stop
    PlannedItem item;
    bool operator==(const AgendaIdea&) const = default;
};

/// What is worth putting on the agenda and is not on it yet, most pressing first: carried items, parked matters,
/// decisions to look at again, concerns, open questions, objectives past their review or on no agenda since the group's
/// third-last meeting, principles past theirs, a break, and the items of last time. `runs`: newest first, as the
/// records have them. `day`: of the meeting, or today.
std::vector<AgendaIdea> agenda_ideas(const Plan& plan, const Partnership& partnership, const CarryOver& left,
                                     std::span<const ItemRun> runs, Date day);

/// The plan with everyone of the partnership invited when it names nobody, those who were forgotten apart.
Plan with_people_of(Plan plan, const Partnership& partnership);

/// Where an item is best added: at the end, a break in the middle of the longest stretch without one. Index into
/// Plan::items, which it then stands at.
std::size_t place_for(const PlannedItem& item, const Plan& plan);

/// How many meetings of its group an objective may go untouched before it is raised.
inline constexpr std::size_t untouched_meetings = 3;

}  // namespace folkmoot
