// Start delay, planned against actual, items that ended in time.
#include <algorithm>

#include "src/trends/definitions.h"
#include "src/trends/measures.h"

namespace folkmoot {

using namespace measuring;

namespace {

Found start_delay(const State& meeting) {
    if (!meeting.plan.planned_start) return {};
    return Value{in_minutes(meeting.opened->wall - meeting.plan.planned_start->wall), 1};
}

bool counts(const AgendaItem& line) {
    return line.item.kind != ItemKind::pause && line.slot.opened && line.item.planned > Minutes{0};
}

Found used_of_planned(const State& meeting) {
    Millis planned{0}, used{0};
    std::size_t slots = 0;
    for (const AgendaItem& line : meeting.agenda) {
        if (!counts(line)) continue;
        planned += line.item.planned;
        used += line.slot.used;
        ++slots;
    }
    if (slots == 0) return {};
    return Value{in_minutes(used) / in_minutes(planned), slots};
}

/// Its own time and what was added by consent, less what it gave away. A begun minute too many is no overrun.
bool kept_time(const AgendaItem& line) {
    Minutes agreed = line.item.planned - line.slot.given_away;
    for (const Extension& each : line.slot.extensions) {
        if (each.consent) agreed += each.minutes;
    }
    return line.slot.used < std::max(agreed, Minutes{0}) + Minutes{1};
}

Found ended_in_time(const State& meeting) {
    std::size_t slots = 0, kept = 0;
    for (const AgendaItem& line : meeting.agenda) {
        if (!counts(line)) continue;
        ++slots;
        if (kept_time(line)) ++kept;
    }
    return share(kept, slots);
}

Found length_of_plan(const State& meeting) {
    if (meeting.plan.length <= Minutes{0}) return {};
    const Millis took = std::max(meeting.ran - meeting.left_out, Millis{0});
    return Value{in_minutes(took) / in_minutes(meeting.plan.length), 1};
}

}  // namespace

std::vector<Definition> definitions_of_time() {
    return {
        Definition{{"start-delay",
                    "Start delay",
                    "Minutes from the planned start to the opening; below zero is early.",
                    "People were less content with meetings that began late, and thought less came of them (Allen, "
                    "Lehmann-Willenbrock and Rogelberg, Journal of Organizational Behavior, 2018).",
                    Unit::minutes,
                    Split::none,
                    {},
                    {}},
                   start_delay},
        Definition{{"meeting-length",
                    "Length against plan",
                    "Time from opening to closing, gaps that do not count left out, over the planned length.",
                    "",
                    Unit::ratio,
                    Split::none,
                    {},
                    {}},
                   length_of_plan},
        Definition{
            {"planned-actual",
             "Items against plan",
             "Time used in items over the time planned for them; breaks and items without planned time left out.",
             "",
             Unit::ratio,
             Split::none,
             {},
             {}},
            used_of_planned},
        Definition{
            {"ended-in-time",
             "Items that ended in time",
             "Of the same items, those that took less than a minute more than their planned minutes, with what was "
             "added by consent and less what they gave to others.",
             "",
             Unit::share,
             Split::none,
             {},
             {}},
            ended_in_time},
    };
}

}  // namespace folkmoot
