#include "src/files/plan_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot::toml_file {

void PlanNames::want(Kind kind, TableReader& table, std::string_view key, std::string* into, std::size_t item) {
    auto name = table.text(key);
    if (name.empty()) return;
    PlacedText placed{std::move(name), table.line_of(key)};
    mentions_.push_back({kind, table, std::string(key), std::move(placed), into, item});
}

void PlanNames::wants_person(TableReader& table, std::string_view key, std::string& into) {
    want(Kind::person, table, key, &into, 0);
}

void PlanNames::wants_partner(TableReader& table, std::string_view key, std::string& into) {
    want(Kind::partner, table, key, &into, 0);
}

void PlanNames::wants_lead(TableReader& item, std::size_t index) { want(Kind::person, item, "lead", nullptr, index); }

void PlanNames::wants_proposer(TableReader& item, std::size_t index) {
    want(Kind::proposer, item, "proposed_by", nullptr, index);
}

void PlanNames::wants_owner(TableReader& action, std::size_t index) {
    want(Kind::owner, action, "owner", nullptr, index);
}

void PlanNames::wants_objectives(TableReader& item, std::size_t index) {
    for (auto& name : item.texts("objectives"))
        mentions_.push_back({Kind::objective, item, "the objective", std::move(name), nullptr, index});
}

std::vector<std::string> PlanNames::known(const Plan& plan, Kind kind) {
    if (kind == Kind::partner) return plan.partners;
    std::vector<std::string> names;
    if (kind != Kind::objective)
        std::ranges::transform(plan.people, std::back_inserter(names), &PlannedPerson::name);
    else
        std::ranges::transform(plan.objectives, std::back_inserter(names), &PlannedObjective::id);
    return names;
}

void PlanNames::settle(Mention& mention, Plan& plan, bool names_log) {
    const auto names = known(plan, mention.kind);
    auto spelled = mention.name.text;
    if (!names.empty() || !names_log) {
        const auto wanted = text::folded(spelled);
        const auto meant =
            std::ranges::find_if(names, [&](const std::string& name) { return text::folded(name) == wanted; });
        if (meant == names.end()) {
            const bool objective = mention.kind == Kind::objective;
            const auto* otherwise = objective                       ? "an objective that the plan has as [[objective]]"
                                    : mention.kind == Kind::partner ? "a partner that the plan names"
                                                                    : "a person that the plan has as [[person]]";
            const auto found = fmt::format("{} {}{}", mention.key, objective ? "" : "= ", in_quotes(spelled));
            return mention.table.unknown(mention.name.line, found, spelled, names, otherwise);
        }
        spelled = *meant;
    }
    if (mention.into != nullptr)
        *mention.into = spelled;
    else if (mention.kind == Kind::owner)
        plan.actions[mention.item].owner = spelled;
    else if (mention.kind == Kind::proposer)
        plan.items[mention.item].proposed = spelled;
    else if (mention.kind == Kind::person)
        plan.items[mention.item].lead = spelled;
    else if (auto& objectives = plan.items[mention.item].objectives;
             std::ranges::find(objectives, spelled) == objectives.end())
        objectives.push_back(spelled);
}

void PlanNames::settle(Plan& plan, bool names_log) {
    for (auto& mention : mentions_) settle(mention, plan, names_log);
}

}  // namespace folkmoot::toml_file
