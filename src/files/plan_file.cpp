#include "src/files/plan_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "src/base/text.h"
#include "src/files/data_folder.h"
#include "src/files/instrument_file.h"
#include "src/files/partnership_tables.h"
#include "src/files/plan_names.h"
#include "src/files/table_reader.h"

namespace folkmoot {

using toml_file::FaultList;
using toml_file::PlanNames;
using toml_file::TableReader;

namespace {

constexpr int longest_minutes = 24 * 60;

Minutes minutes_or(TableReader& table, std::string_view key, int otherwise) {
    return Minutes{table.whole(key, 0, longest_minutes).value_or(otherwise)};
}

void read_meeting(TableReader& table, Plan& plan, PlanNames& names) {
    plan.title = table.required_text("title", "Working group 7");
    plan.group = table.text("group");
    plan.place = table.text("place");
    names.wants_person(table, "facilitator", plan.facilitator);
    names.wants_partner(table, "host", plan.host);
    names.wants_person(table, "note_taker", plan.note_taker);
    names.wants_person(table, "timekeeper", plan.timekeeper);
    plan.date = table.moment("date");
    plan.zone = table.text("zone");
    if (!plan.zone.empty() && !zone_exists(plan.zone))
        table.fault("zone", "a time zone, such as Europe/London, or no zone for this machine's");
    plan.minutes = minutes_or(table, "minutes", 0);
    plan.buffer = minutes_or(table, "buffer", 0);
    plan.pace = table.number("pace", 0.1, 10).value_or(1.0);
    plan.private_view = table.yes_no("private_view").value_or(false);
    table.finish();
}

/// Whose names a plan's names are compared with.
enum class Known { all, log, broken };  // broken: the partnership file has faults, and names in it would seem missing

/// The partnership that the plan begins with: from the file that it names, or what the table holds.
Known read_partnership_table(TableReader& table, const std::filesystem::path& folder, FaultList& faults,
                             PartnershipSheet& partnership) {
    auto known = Known::all;
    const auto file = table.text("file");
    std::error_code ignored;
    if (!file.empty() && !std::filesystem::is_regular_file(folder / file, ignored)) {
        table.fault("file", "the name of a partnership file that is there, seen from the plan's folder");
        known = Known::broken;
    } else if (!file.empty()) {
        try {
            partnership = read_partnership(folder / file);
        } catch (const FaultyFile& faulty) {
            faults.add(faulty);
            known = Known::broken;
        }
    } else if (table.has("file")) {
        table.fault("file", "the name of a partnership file, such as file = \"partnership.toml\"");
    }
    toml_file::read_shared_keys(table, partnership);
    table.finish();
    return known == Known::all && partnership.name.empty() ? Known::log : known;
}

void override_with(PartnershipSheet& partnership, const std::vector<PlannedPerson>& people) {
    for (const auto& person : people) {
        const auto wanted = text::folded(person.name);
        const auto same = [&](const PlannedPerson& other) { return text::folded(other.name) == wanted; };
        const auto known = std::ranges::find_if(partnership.people, same);
        if (known == partnership.people.end()) {
            partnership.people.push_back(person);
            continue;
        }
        for (const auto part :
             {&PlannedPerson::id, &PlannedPerson::partner, &PlannedPerson::role, &PlannedPerson::access})
            if (!(person.*part).empty()) (*known).*part = person.*part;
    }
}

void override_with(PartnershipSheet& partnership, const std::vector<PlannedObjective>& objectives) {
    for (const auto& objective : objectives) {
        const auto wanted = text::folded(objective.id);
        const auto same = [&](const PlannedObjective& other) { return text::folded(other.id) == wanted; };
        const auto known = std::ranges::find_if(partnership.objectives, same);
        if (known == partnership.objectives.end())
            partnership.objectives.push_back(objective);
        else
            *known = objective;
    }
}

ItemKind read_kind(TableReader& table) {
    const auto word = table.text("kind");
    if (word.empty() && !table.has("kind")) return ItemKind::explore;
    if (const auto kind = item_kind_from(word)) return *kind;
    if (word.empty()) return ItemKind::explore;
    table.unknown(table.line_of("kind"), fmt::format("kind = {}", toml_file::in_quotes(word)), word,
                  {"inform", "explore", "decide", "review", "break"}, {});
    return ItemKind::explore;
}

PlannedItem read_item(TableReader& table, PlanNames& names, std::size_t index) {
    PlannedItem item;
    item.kind = read_kind(table);
    if (item.kind == ItemKind::pause && !table.has("title"))
        item.title = "Break";
    else
        item.title = table.required_text("title", "Recruitment advert");
    item.minutes = minutes_or(table, "minutes", 0);
    names.wants_objectives(table, index);
    names.wants_lead(table, index);
    names.wants_proposer(table, index);
    for (auto& paper : table.inline_tables("papers", "a paper", "{ title = \"Draft advert\", sent = 2026-11-10 }")) {
        PlannedPaper read;
        read.title = paper.required_text("title", "Draft advert");
        read.sent = paper.date("sent");
        paper.finish();
        item.papers.push_back(std::move(read));
    }
    table.finish();
    return item;
}

PlannedAction read_action(TableReader& table, PlanNames& names, std::size_t index) {
    PlannedAction action;
    action.text = table.required_text("text", "Book the room for December");
    names.wants_owner(table, index);
    action.due = table.date("due");
    action.accepted = table.yes_no("accepted").value_or(false);
    table.finish();
    return action;
}

void read_round(TableReader& root, std::string_view key, std::string& question, std::optional<Minutes>& minutes) {
    auto table = root.table(key);
    if (!table) return;
    question = table->text("question");
    if (const auto read = table->whole("minutes", 0, longest_minutes)) minutes = Minutes{*read};
    table->finish();
}

std::size_t nth_of(const Plan& plan, const PlanReading& reading) {
    if (reading.nth_meeting) return *reading.nth_meeting;
    if (!plan.date) return 1;
    const auto date = plan.date->date;
    return static_cast<std::size_t>(std::max(0, static_cast<int>(date.year()) * 12)) +
           static_cast<unsigned>(date.month());
}

/// The instrument's file: beside the plan, a path from there, or in the folders.
std::optional<std::filesystem::path> instrument_path(TableReader& table, const std::filesystem::path& folder,
                                                     const PlanReading& reading) {
    const auto name = table.required_text("instrument", "working-together");
    if (name.empty()) return std::nullopt;
    if (name.find('/') != std::string::npos || name.ends_with(".toml")) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(folder / name, ignored)) return folder / name;
        table.fault("instrument", "the name of an instrument file that is there, seen from the plan's folder");
        return std::nullopt;
    }
    auto folders = reading.instrument_folders;
    if (folders.empty()) folders.push_back(data_folder() / "instruments");
    const auto known = instrument_names(folders);
    folders.insert(folders.begin(), folder);
    auto found = find_instrument(name, folders);
    if (!found)
        table.unknown(table.line_of("instrument"), fmt::format("instrument = {}", toml_file::in_quotes(name)), name,
                      known, "the name of a file in data/instruments or beside the plan, without .toml");
    return found;
}

/// The statements that the plan names, by id or in full, else those whose turn it is.
std::vector<std::string> statements_of(TableReader& table, const Instrument& instrument, std::size_t nth) {
    std::vector<std::string> chosen, ids;
    for (const auto& statement : instrument.statements) ids.push_back(statement.id);
    for (const auto& named : table.texts("statements")) {
        const auto wanted = text::folded(named.text);
        const auto same = [&](const Statement& statement) {
            return text::folded(statement.id) == wanted || text::folded(statement.text) == wanted;
        };
        const auto statement = std::ranges::find_if(instrument.statements, same);
        if (statement != instrument.statements.end())
            chosen.push_back(statement->text);
        else
            table.unknown(named.line, fmt::format("the statement {}", toml_file::in_quotes(named.text)), named.text,
                          ids, {});
    }
    if (table.has("statements")) return chosen;
    for (const auto& statement : statements_for(instrument, nth)) chosen.push_back(statement.text);
    return chosen;
}

std::optional<PlannedPulse> read_pulse(TableReader& table, const Plan& plan, const std::filesystem::path& folder,
                                       const PlanReading& reading, FaultList& faults) {
    std::optional<PlannedPulse> pulse;
    const auto path = instrument_path(table, folder, reading);
    try {
        const auto instrument = path ? std::optional{read_instrument(*path)} : std::nullopt;
        if (instrument)
            pulse = PlannedPulse{instrument->id,
                                 instrument->title,
                                 {instrument->low, instrument->high},
                                 statements_of(table, *instrument, nth_of(plan, reading)),
                                 instrument->low_words,
                                 instrument->high_words};
    } catch (const FaultyFile& faulty) {
        faults.add(faulty);
    }
    if (!pulse) table.texts("statements");
    table.finish();
    return pulse;
}

Known read_who_and_why(TableReader& root, const std::filesystem::path& folder, FaultList& faults, Plan& plan) {
    PartnershipSheet partnership;
    auto known = Known::log;
    if (auto table = root.table("partnership")) known = read_partnership_table(*table, folder, faults, partnership);
    override_with(partnership, toml_file::read_people(root));
    override_with(partnership, toml_file::read_objectives(root));

    toml_file::settle_partners(partnership.people, partnership.partners);
    plan.partnership = std::move(partnership.name);
    plan.scale = partnership.ways.scale;
    plan.principles = std::move(partnership.principles);
    plan.partners = std::move(partnership.partners);
    plan.people = std::move(partnership.people);
    plan.objectives = std::move(partnership.objectives);
    plan.groups = std::move(partnership.groups);
    plan.glossary = std::move(partnership.glossary);
    plan.ways = std::move(partnership.ways);
    plan.ways.scale.reset();
    plan.ways.checkin_question = plan.ways.checkout_question = {};
    // Only a list of people can say that a name is wrong.
    if (known == Known::all && plan.people.empty()) known = Known::log;
    return known;
}

/// The table by which a template says what it is for, which a plan made from it may keep.
void read_template_table(TableReader& root) {
    auto table = root.table("template");
    if (!table) return;
    table->text("name");
    table->text("why");
    table->finish();
}

}  // namespace

Plan read_plan(const std::filesystem::path& path, const PlanReading& reading) {
    return read_plan_text(toml_file::read_content(path, "a plan"), path, reading);
}

Plan read_plan_text(const std::string& text, const std::filesystem::path& path, const PlanReading& reading) {
    const auto shown = toml_file::shown_path(path);
    const auto content = toml_file::parse(text, shown);
    const auto folder = path.parent_path();
    FaultList faults(shown);
    TableReader root(content, "the plan", faults);
    PlanNames names;
    Plan plan;
    if (auto meeting = root.table("meeting"))
        read_meeting(*meeting, plan, names);
    else if (!root.has("meeting"))
        faults.add(0, "no [meeting]", "a table [meeting] with at least a title");
    const auto known = read_who_and_why(root, folder, faults, plan);
    read_round(root, "checkin", plan.checkin_question, plan.checkin_minutes);
    read_round(root, "checkout", plan.checkout_question, plan.checkout_minutes);
    for (auto& item : root.tables("item")) plan.items.push_back(read_item(item, names, plan.items.size()));
    for (auto& action : root.tables("action")) plan.actions.push_back(read_action(action, names, plan.actions.size()));
    if (auto pulse = root.table("pulse")) plan.pulse = read_pulse(*pulse, plan, folder, reading, faults);
    read_template_table(root);
    root.finish();
    if (known != Known::broken) names.settle(plan, known == Known::log);
    faults.throw_if_any();
    return plan;
}

std::vector<std::string> notes_on_papers(const Plan& plan, int papers_ahead) {
    std::vector<std::string> notes;
    for (const auto& item : plan.items)
        for (const auto& paper : item.papers) {
            if (!plan.date || !paper.sent) continue;
            const int ahead = days_between(*paper.sent, plan.date->date);
            if (ahead < papers_ahead)
                notes.push_back(
                    fmt::format("Paper \"{}\" for {} goes out {}; the group's norm is {}.", paper.title, item.title,
                                ahead < 0 ? "after the meeting"
                                          : text::count(static_cast<std::size_t>(ahead), "day", "days") + " ahead",
                                text::count(static_cast<std::size_t>(papers_ahead), "day", "days")));
        }
    return notes;
}

std::vector<std::string> notes_on(const Plan& plan, int papers_ahead) {
    std::vector<std::string> notes;
    if (plan.items.empty()) notes.emplace_back("The plan has no items; they can be added while the meeting runs.");
    if (plan.people.empty()) notes.emplace_back("The plan names no people; they can be added as they arrive.");
    const auto needed = planned_sum(plan) + plan.buffer;
    if (plan.minutes > Minutes{0} && needed > plan.minutes)
        notes.push_back(fmt::format("The agenda with its buffer needs {}, {} more than the {} planned.",
                                    text::count(static_cast<std::size_t>(needed.count()), "minute", "minutes"),
                                    (needed - plan.minutes).count(), plan.minutes.count()));
    for (auto& note : notes_on_papers(plan, papers_ahead)) notes.push_back(std::move(note));
    return notes;
}

}  // namespace folkmoot
