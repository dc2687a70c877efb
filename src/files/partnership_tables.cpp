#include "src/files/partnership_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "src/base/id.h"
#include "src/base/text.h"
#include "src/time/threshold_words.h"

namespace folkmoot::toml_file {

namespace {

/// Notes a fault when the same name (folded) stands there before.
void note_twice(std::map<std::string, int>& seen, TableReader& table, std::string_view key, const std::string& name) {
    if (name.empty()) return;
    const auto [before, is_new] = seen.try_emplace(text::folded(name), table.line_of(key));
    if (!is_new) table.fault(key, fmt::format("each {} once; this one stands in line {} too", key, before->second));
}

std::string read_id(TableReader& table) {
    const auto typed = table.text("id");
    if (typed.empty()) return {};
    if (const auto id = Id128::from_hex(typed)) return id->hex();
    table.fault("id", "32 hexadecimal digits as the log gives them, or no id");
    return {};
}

constexpr int longest_norm = 365;  // days
constexpr int most_answers = 1000;

std::optional<DecisionRule> read_rule(TableReader& table) {
    const auto word = table.text("decisions_by");
    if (word.empty()) return std::nullopt;
    if (const auto rule = decision_rule_from(word)) return rule;
    table.unknown(table.line_of("decisions_by"), fmt::format("decisions_by = {}", in_quotes(word)), word,
                  {"consent", "consensus", "vote", "lead"}, {});
    return std::nullopt;
}

std::optional<PartnershipStage> read_stage(TableReader& table) {
    const auto word = table.text("stage");
    if (word.empty()) return std::nullopt;
    if (const auto stage = partnership_stage_from(word)) return stage;
    table.unknown(table.line_of("stage"), fmt::format("stage = {}", in_quotes(word)), word,
                  {"starting", "working together", "what comes next"}, {});
    return std::nullopt;
}

void read_time_warnings(TableReader& table, Ways& into) {
    std::vector<Threshold> read;
    for (const auto& each : table.texts("time_warnings")) {
        if (const auto threshold = threshold_from(each.text))
            read.push_back(*threshold);
        else
            table.fault_at(each.line, fmt::format("{} in time_warnings", in_quotes(each.text)),
                           "half, a share such as 25 %, or the time left, such as 5 minutes or 30 seconds");
    }
    if (!read.empty()) into.time_warnings = std::move(read);
}

void read_ways(TableReader& table, Ways& into) {
    const auto take = [](auto& to, const auto& from) {
        if (from) to = from;
    };
    const auto take_words = [&](Words& to, std::string_view key) {
        if (auto typed = table.text(key); !typed.empty()) to = Words{std::move(typed)};
    };
    take(into.stage, read_stage(table));
    take(into.rule, read_rule(table));
    take(into.papers_ahead, table.whole("papers_ahead", 0, longest_norm));
    take(into.principles_review, table.date("principles_review"));
    take_words(into.checkin_question, "checkin_question");
    take_words(into.checkout_question, "checkout_question");
    take_words(into.support, "support");
    take(into.pulse_minimum, table.whole("pulse_minimum", least_answers, most_answers));
    read_time_warnings(table, into);
    if (const auto plain = table.texts("plain_words"); !plain.empty()) {
        into.plain_words.clear();
        for (const auto& each : plain) into.plain_words.emplace_back(each.text);
    }
    if (table.has("checked")) {
        into.checks.emplace();
        for (const auto& each : table.texts("checked")) into.checks->push_back(each.text);
    }
    const auto signposts = table.texts("signposts");
    if (!signposts.empty()) into.signposts.clear();
    for (const auto& each : signposts) into.signposts.emplace_back(each.text);
}

std::string ways_to_toml(const Ways& ways) {
    std::string result;
    if (ways.stage) result += text_line("stage", std::string(in_words(*ways.stage)));
    if (ways.rule) result += text_line("decisions_by", std::string(in_words(*ways.rule)));
    if (ways.papers_ahead) result += fmt::format("papers_ahead = {}\n", *ways.papers_ahead);
    result += text_line("checkin_question", ways.checkin_question.text) +
              text_line("checkout_question", ways.checkout_question.text) + text_line("support", ways.support.text);
    std::vector<std::string> signposts;
    for (const Words& each : ways.signposts) signposts.push_back(each.text);
    if (!signposts.empty()) result += "signposts = " + texts_to_toml(signposts) + "\n";
    if (ways.pulse_minimum) result += fmt::format("pulse_minimum = {}\n", *ways.pulse_minimum);
    if (!ways.time_warnings.empty())
        result += "time_warnings = " + texts_to_toml(folkmoot::in_words(ways.time_warnings)) + "\n";
    std::vector<std::string> plain;
    for (const Words& each : ways.plain_words) plain.push_back(each.text);
    if (!plain.empty()) result += "plain_words = " + texts_to_toml(plain) + "\n";
    if (ways.checks) result += "checked = " + texts_to_toml(*ways.checks) + "\n";
    if (ways.principles_review) result += fmt::format("principles_review = {}\n", iso(*ways.principles_review));
    return result;
}

std::vector<AwayDates> read_away(TableReader& table) {
    std::vector<AwayDates> all;
    for (auto& each : table.inline_tables("away", "a time away", "{ from = 2026-12-01, to = 2026-12-20 }")) {
        const auto from = each.date("from");
        const auto to = each.date("to");
        if (!from || !to)
            each.fault_at(each.line(), "a time away without both days", "{ from = 2026-12-01, to = 2026-12-20 }");
        else if (days_between(*from, *to) < 0)
            each.fault("to", "a day that is not before \"from\"");
        else
            all.push_back({*from, *to});
        each.finish();
    }
    return all;
}

std::string away_to_toml(const std::vector<AwayDates>& away) {
    std::string list;
    for (const auto& each : away)
        list += fmt::format("{}{{ from = {}, to = {} }}", list.empty() ? "" : ", ", iso(each.from), iso(each.to));
    return list.empty() ? list : fmt::format("away = [{}]\n", list);
}

std::optional<ObjectiveEnd> read_end(TableReader& table) {
    const auto word = table.text("status");
    if (word.empty() || word == "open") return std::nullopt;
    for (const auto end : {ObjectiveEnd::reached, ObjectiveEnd::dropped})
        if (word == in_words(end)) return end;
    table.unknown(table.line_of("status"), fmt::format("status = {}", in_quotes(word)), word,
                  {"open", "reached", "dropped"}, {});
    return std::nullopt;
}

}  // namespace

void read_shared_keys(TableReader& table, PartnershipSheet& into) {
    if (auto name = table.text("name"); !name.empty()) into.name = std::move(name);
    if (const auto scale = table.scale("scale")) into.ways.scale = Scale{scale->first, scale->second};
    read_ways(table, into.ways);
    const auto principles = table.texts("principles");
    if (!principles.empty()) into.principles.clear();
    for (const auto& principle : principles) into.principles.push_back(principle.text);
    for (const auto& partner : table.texts("partners")) mention(into.partners, partner.text);
}

std::vector<PlannedPerson> read_people(TableReader& root) {
    std::vector<PlannedPerson> people;
    std::map<std::string, int> seen;
    for (auto& table : root.tables("person")) {
        PlannedPerson person;
        person.name = table.required_text("name", "Asha");
        note_twice(seen, table, "name", person.name);
        person.id = read_id(table);
        person.partner = table.text("partner");
        person.role = table.text("role");
        person.access = table.text("access");
        person.away = read_away(table);
        table.finish();
        if (!person.name.empty()) people.push_back(std::move(person));
    }
    return people;
}

std::vector<PlannedObjective> read_objectives(TableReader& root) {
    std::vector<PlannedObjective> objectives;
    std::map<std::string, int> seen;
    for (auto& table : root.tables("objective")) {
        PlannedObjective objective;
        objective.id = table.required_text("id", "O1");
        note_twice(seen, table, "id", objective.id);
        objective.text = table.required_text("text", "Co-write the recruitment advert");
        objective.review = table.date("review");
        objective.end = read_end(table);
        table.finish();
        if (!objective.id.empty()) objectives.push_back(std::move(objective));
    }
    return objectives;
}

void mention(std::vector<std::string>& partners, const std::string& name) {
    const auto wanted = text::folded(name);
    const auto same = [&](const std::string& partner) { return text::folded(partner) == wanted; };
    if (std::ranges::none_of(partners, same)) partners.push_back(name);
}

void settle_partners(std::vector<PlannedPerson>& people, std::vector<std::string>& partners) {
    for (auto& person : people) {
        if (person.partner.empty()) person.partner = independent;
        mention(partners, person.partner);
        const auto wanted = text::folded(person.partner);
        person.partner = *std::ranges::find_if(
            partners, [&](const std::string& partner) { return text::folded(partner) == wanted; });
    }
}

std::string text_line(std::string_view key, const std::string& text) {
    return text.empty() ? std::string{} : fmt::format("{} = {}\n", key, in_quotes(text));
}

std::string texts_to_toml(const std::vector<std::string>& texts) {
    constexpr std::size_t comfortable = 80;
    std::string one_line, many_lines;
    for (const auto& text : texts) {
        one_line += (one_line.empty() ? "" : ", ") + in_quotes(text);
        many_lines += "    " + in_quotes(text) + ",\n";
    }
    return text::length(one_line) <= comfortable ? "[" + one_line + "]" : "[\n" + many_lines + "]";
}

std::string people_to_toml(const std::vector<PlannedPerson>& people) {
    std::string result;
    for (const auto& person : people)
        result += "[[person]]\n" + text_line("name", person.name) + text_line("partner", person.partner) +
                  text_line("role", person.role) + text_line("access", person.access) + away_to_toml(person.away) +
                  text_line("id", person.id) + "\n";
    return result;
}

std::string objectives_to_toml(const std::vector<PlannedObjective>& objectives) {
    std::string result;
    for (const auto& objective : objectives) {
        result += "[[objective]]\n" + text_line("id", objective.id) + text_line("text", objective.text);
        if (objective.review) result += fmt::format("review = {}\n", iso(*objective.review));
        if (objective.end) result += text_line("status", std::string(in_words(*objective.end)));
        result += "\n";
    }
    return result;
}

std::string shared_keys_to_toml(const PartnershipSheet& partnership) {
    auto result = text_line("name", partnership.name);
    const Ways& ways = partnership.ways;
    if (ways.scale) result += fmt::format("scale = [{}, {}]\n", ways.scale->low, ways.scale->high);
    result += ways_to_toml(ways);
    if (!partnership.principles.empty()) result += "principles = " + texts_to_toml(partnership.principles) + "\n";
    if (!partnership.partners.empty()) result += "partners = " + texts_to_toml(partnership.partners) + "\n";
    return result;
}

}  // namespace folkmoot::toml_file
