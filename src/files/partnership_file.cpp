#include "src/files/partnership_file.h"

#include <fmt/format.h>

#include "src/files/partnership_tables.h"
#include "src/files/table_reader.h"

namespace folkmoot {

using toml_file::FaultList;
using toml_file::TableReader;

namespace {

void read_named_tables(TableReader& root, std::string_view key, std::string_view example,
                       std::vector<std::string>& into) {
    for (auto& table : root.tables(key)) {
        const auto name = table.required_text("name", example);
        if (!name.empty()) toml_file::mention(into, name);
        table.finish();
    }
}

void read_name(TableReader& root, PartnershipSheet& partnership) {
    auto table = root.table("partnership");
    TableReader& place = table ? *table : root;
    toml_file::read_shared_keys(place, partnership);
    place.required_text("name", "Harbour research partnership");
    if (table) table->finish();
}

}  // namespace

PartnershipSheet read_partnership(const std::filesystem::path& path) {
    const auto shown = toml_file::shown_path(path);
    const auto content = toml_file::parse(toml_file::read_content(path, "a partnership"), shown);
    FaultList faults(shown);
    TableReader root(content, "the partnership", faults);
    PartnershipSheet partnership;
    read_name(root, partnership);
    read_named_tables(root, "partner", "Harbour Voices", partnership.partners);
    read_named_tables(root, "group", "Working group", partnership.groups);
    partnership.people = toml_file::read_people(root);
    toml_file::settle_partners(partnership.people, partnership.partners);
    partnership.objectives = toml_file::read_objectives(root);
    if (auto glossary = root.table("glossary")) {
        for (auto& [word, meaning] : glossary->any_texts()) partnership.glossary.emplace_back(word, meaning.text);
        glossary->finish();
    }
    root.finish();
    faults.throw_if_any();
    return partnership;
}

std::string partnership_to_toml(const PartnershipSheet& partnership) {
    auto result = "[partnership]\n" + toml_file::shared_keys_to_toml(partnership) + "\n";
    for (const auto& group : partnership.groups)
        result += fmt::format("[[group]]\nname = {}\n\n", toml_file::in_quotes(group));
    result += toml_file::people_to_toml(partnership.people) + toml_file::objectives_to_toml(partnership.objectives);
    if (!partnership.glossary.empty()) result += "[glossary]\n";
    for (const auto& [word, meaning] : partnership.glossary)
        result += fmt::format("{} = {}\n", toml_file::in_quotes(word), toml_file::in_quotes(meaning));
    return result;
}

}  // namespace folkmoot
