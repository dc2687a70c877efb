#include "src/files/plan_writer.h"

#include <fmt/format.h>

#include "src/files/partnership_tables.h"
#include "src/files/plan_parts.h"
#include "src/files/toml_value.h"

namespace folkmoot {

using toml_file::text_line;
using toml_file::texts_to_toml;
using toml_file::written;

namespace {

std::string meeting_table(const Plan& plan) {
    auto result = "[meeting]\n" + text_line("title", plan.title) + text_line("group", plan.group) +
                  text_line("place", plan.place);
    if (plan.date) result += fmt::format("date = {}\n", written(*plan.date));
    result += text_line("zone", plan.zone);
    if (plan.minutes > Minutes{0}) result += fmt::format("minutes = {}\n", plan.minutes.count());
    if (plan.buffer > Minutes{0}) result += fmt::format("buffer = {}\n", plan.buffer.count());
    result += fmt::format("pace = {}\n", written(plan.pace));
    if (plan.private_view) result += "private_view = true\n";
    return result + text_line("facilitator", plan.facilitator) + text_line("host", plan.host) +
           text_line("note_taker", plan.note_taker) + text_line("timekeeper", plan.timekeeper) + "\n";
}

std::string partnership_table(const Plan& plan) {
    PartnershipSheet shared;
    shared.name = plan.partnership;
    shared.ways = plan.ways;
    shared.ways.scale = plan.scale;
    shared.principles = plan.principles;
    std::vector<std::string> mentioned;
    for (const auto& person : plan.people) toml_file::mention(mentioned, person.partner);
    if (plan.partners != mentioned) shared.partners = plan.partners;
    const auto keys = toml_file::shared_keys_to_toml(shared);
    return keys.empty() ? keys : "[partnership]\n" + keys + "\n";
}

std::string round_table(std::string_view name, const std::string& question, const std::optional<Minutes>& minutes) {
    if (question.empty() && !minutes) return {};
    auto result = fmt::format("[{}]\n", name) + text_line("question", question);
    if (minutes) result += fmt::format("minutes = {}\n", minutes->count());
    return result + "\n";
}

std::string action_table(const PlannedAction& action) {
    auto result = "[[action]]\n" + text_line("text", action.text) + text_line("owner", action.owner);
    if (action.due) result += fmt::format("due = {}\n", iso(*action.due));
    if (action.accepted) result += "accepted = true\n";
    return result + "\n";
}

}  // namespace

std::string plan_to_toml(const Plan& plan) {
    auto result = meeting_table(plan) + partnership_table(plan) + toml_file::people_to_toml(plan.people) +
                  toml_file::objectives_to_toml(plan.objectives) +
                  round_table("checkin", plan.checkin_question, plan.checkin_minutes) +
                  round_table("checkout", plan.checkout_question, plan.checkout_minutes);
    for (const auto& item : plan.items) result += toml_file::item_table(item);
    for (const auto& action : plan.actions) result += action_table(action);
    if (plan.pulse) {
        result += "[pulse]\n" + text_line("instrument", plan.pulse->instrument);
        if (!plan.pulse->statements.empty()) result += "statements = " + texts_to_toml(plan.pulse->statements) + "\n";
        result += "\n";
    }
    result.pop_back();
    return result;
}

}  // namespace folkmoot
