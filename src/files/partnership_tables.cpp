#include "src/files/partnership_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "src/base/id.h"
#include "src/base/text.h"

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

}  // namespace

void read_shared_keys(TableReader& table, PartnershipFile& into) {
    if (auto name = table.text("name"); !name.empty()) into.name = std::move(name);
    if (const auto scale = table.scale("scale")) into.scale = Scale{scale->first, scale->second};
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
                  text_line("role", person.role) + text_line("access", person.access) + text_line("id", person.id) +
                  "\n";
    return result;
}

std::string objectives_to_toml(const std::vector<PlannedObjective>& objectives) {
    std::string result;
    for (const auto& objective : objectives) {
        result += "[[objective]]\n" + text_line("id", objective.id) + text_line("text", objective.text);
        if (objective.review) result += fmt::format("review = {}\n", iso(*objective.review));
        result += "\n";
    }
    return result;
}

std::string shared_keys_to_toml(const PartnershipFile& partnership) {
    auto result = text_line("name", partnership.name);
    if (partnership.scale) result += fmt::format("scale = [{}, {}]\n", partnership.scale->low, partnership.scale->high);
    if (!partnership.principles.empty()) result += "principles = " + texts_to_toml(partnership.principles) + "\n";
    if (!partnership.partners.empty()) result += "partners = " + texts_to_toml(partnership.partners) + "\n";
    return result;
}

}  // namespace folkmoot::toml_file
