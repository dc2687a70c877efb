// A meeting's plan while it is made: read, and changed by words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/reading.h"
#include "src/meeting/plan.h"
#include "src/page/page.h"
#include "src/session/next_plan.h"
#include "src/session/partnership.h"
#include "src/session/records.h"

namespace folkmoot {

/// Who could have a duty at the planned meeting, and why.
struct DutyIdea {
    Duty duty = Duty::facilitate;
    std::string name;
    std::string why;
};

/// What the page is made from.
struct PlanView {
    Plan plan;  ///< as its file says it
    std::string file;
    std::optional<Partnership> partnership;  ///< as the log knows it
    CarryOver left;
    std::vector<ItemRun> runs;
    std::vector<AgendaIdea> ideas;
    std::vector<DutyIdea> duties;
    std::size_t open_actions = 0, overdue_actions = 0;  ///< of its group
    std::vector<std::string> notes;                     ///< what is allowed but worth saying
    std::vector<std::string> instruments;
    Date today{};
};

/// What one change made of a plan.
struct PlanChanged {
    Plan plan;
    std::optional<std::size_t> item;  ///< which of its items the change is about, where that now stands
    bool moved = false;               ///< the item has another place
};

/// `changed`: the mark goes with an item that was moved.
Page plan_page(const PlanView& view, const PlanChanged* changed = nullptr);

/// The plan after what was typed behind the word plan: "add Travel costs 10", "2 minutes 20", "date friday 14:00".
Read<PlanChanged> read_plan_change(const PlanView& view, std::string_view typed);

/// What one change did, and how the time now stands: "Item 2, Ramp: 25 minutes. 5 minutes to spare."
std::string plan_change_in_words(const PlanView& before, const PlanView& after, const PlanChanged& changed);

/// The same of the change that brought an earlier plan back.
std::string plan_undone_in_words(const PlanView& before, const PlanView& after);

/// An item at length, with its papers; nothing when there is none of that number.
std::optional<std::string> planned_item_in_words(const PlanView& view, std::size_t number);

/// "5 minutes to spare", "12 minutes too many", "just fits"; of a plan without a length the minutes planned.
std::string spare_in_words(const Plan& plan);

/// From when to when, and how much of it the agenda takes; what does not fit is named. How much is to spare stands in
/// the page's title.
std::string plan_time_in_words(const Plan& plan);

}  // namespace folkmoot
