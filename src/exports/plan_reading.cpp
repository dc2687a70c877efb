#include "src/exports/plan_reading.h"

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

std::string line_of(const Plan& plan, const ScheduledLine& line) {
    const Minutes begins = (plan.date ? plan.date->time : Minutes{0}) + line.begins;
    std::string text = fmt::format("{}  {}, {}", plan.date ? time_of_day(begins) : "after " + duration_in_words(begins),
                                   line.title, duration_in_words(line.length));
    if (!line.item) return text;
    const PlannedItem& item = plan.items.at(*line.item);
    text += fmt::format(", {}", in_words(item.kind));
    if (!item.lead.empty()) text += fmt::format(", led by {}", item.lead);
    if (!item.objectives.empty()) text += fmt::format(", for {}", text::list(item.objectives));
    return text;
}

}  // namespace

std::string plan_summary(const Plan& plan) {
    return fmt::format("{}: {}, {}, {} planned.", plan.title, text::count(plan.items.size(), "item", "items"),
                       text::count(plan.people.size(), "person", "people"), duration_in_words(planned_sum(plan)));
}

std::vector<std::string> plan_lines(const Plan& plan) {
    std::vector<std::string> lines{plan_summary(plan)};
    if (plan.date) lines.push_back(in_words(*plan.date));
    for (const auto& line : schedule(plan)) lines.push_back(line_of(plan, line));
    if (plan.minutes > Minutes{0}) {
        const Minutes end = (plan.date ? plan.date->time : Minutes{0}) + plan.minutes;
        lines.push_back(
            plan.date ? fmt::format("{}  End, {} of it kept free", time_of_day(end), duration_in_words(plan.buffer))
                      : fmt::format("{} in all, {} of it kept free", duration_in_words(plan.minutes),
                                    duration_in_words(plan.buffer)));
    }
    return lines;
}

}  // namespace folkmoot
