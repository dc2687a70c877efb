#include "src/files/plan_parts.h"

#include <fmt/format.h>

#include "src/files/partnership_tables.h"
#include "src/files/toml_value.h"

namespace folkmoot::toml_file {

std::string written(const LocalTime& time) { return fmt::format("{}T{}:00", iso(time.date), time_of_day(time.time)); }

std::string written(double number) {
    auto shortest = fmt::format("{}", number);
    return shortest.find_first_of(".e") == std::string::npos ? shortest + ".0" : shortest;
}

std::string papers_to_toml(const std::vector<PlannedPaper>& papers) {
    std::string list;
    for (const auto& paper : papers) {
        if (!list.empty()) list += ", ";
        list += "{ title = " + in_quotes(paper.title);
        if (paper.sent) list += ", sent = " + iso(*paper.sent);
        list += " }";
    }
    return "[" + list + "]";
}

std::string item_table(const PlannedItem& item) {
    auto result = "[[item]]\n" + text_line("title", item.title) + text_line("kind", std::string(in_words(item.kind)));
    result += fmt::format("minutes = {}\n", item.minutes.count());
    if (!item.objectives.empty()) result += "objectives = " + texts_to_toml(item.objectives) + "\n";
    result += text_line("lead", item.lead) + text_line("proposed_by", item.proposed);
    if (!item.papers.empty()) result += "papers = " + papers_to_toml(item.papers) + "\n";
    return result + "\n";
}

}  // namespace folkmoot::toml_file
