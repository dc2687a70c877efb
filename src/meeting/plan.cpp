#include "src/meeting/plan.h"

#include <cmath>

namespace folkmoot {

Minutes paced(Minutes minutes, double pace) {
    return Minutes{std::llround(static_cast<double>(minutes.count()) * pace)};
}

Minutes round_minutes(const std::optional<Minutes>& planned, std::size_t people) {
    return planned ? *planned : Minutes{static_cast<Minutes::rep>(people)};
}

std::vector<ScheduledLine> schedule(const Plan& plan) {
    std::vector<ScheduledLine> lines;
    Minutes next{0};
    const auto add = [&](const std::string& title, Minutes length, std::optional<std::size_t> item) {
        lines.push_back({title, next, length, item});
        next += length;
    };
    add("Check-in", round_minutes(plan.checkin_minutes, plan.people.size()), std::nullopt);
    for (std::size_t i = 0; i < plan.items.size(); ++i)
        add(plan.items[i].title, paced(plan.items[i].minutes, plan.pace), i);
    add("Check-out", round_minutes(plan.checkout_minutes, plan.people.size()), std::nullopt);
    return lines;
}

Minutes planned_sum(const Plan& plan) {
    const auto last = schedule(plan).back();
    return last.begins + last.length;
}

}  // namespace folkmoot
