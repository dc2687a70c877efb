#include "src/files/stage_file.h"

#include <fmt/format.h>

#include <map>

#include "src/base/text.h"
#include "src/files/table_reader.h"

namespace folkmoot {

using toml_file::FaultList;
using toml_file::TableReader;

namespace {

StageCheck read_check(TableReader& table, std::map<std::string, int>& seen) {
    StageCheck check;
    check.id = table.required_text("id", "people-named");
    check.text = table.required_text("text", "Everyone who should be here is here.");
    check.how = table.text("how");
    const auto [before, is_new] = seen.try_emplace(text::folded(check.id), table.line_of("id"));
    if (!is_new && !check.id.empty())
        table.fault("id", fmt::format("each id once; this one stands in line {} too", before->second));
    table.finish();
    return check;
}

}  // namespace

StageSheet read_stage(PartnershipStage stage, const std::filesystem::path& folder) {
    const auto path = folder / fmt::format("{}.toml", file_word(stage));
    const auto shown = toml_file::shown_path(path);
    const auto content = toml_file::parse(toml_file::read_content(path, "a checklist"), shown);
    FaultList faults(shown);
    TableReader root(content, "the checklist", faults);
    StageSheet sheet;
    sheet.stage = stage;
    sheet.title = root.required_text("title", "Starting");
    sheet.why = root.text("why");
    for (const auto& each : root.texts("questions")) sheet.questions.push_back(each.text);
    std::map<std::string, int> seen;
    for (auto& table : root.tables("check")) sheet.checks.push_back(read_check(table, seen));
    if (sheet.checks.empty()) faults.add(0, "no checks", "at least one [[check]] with an id and a text");
    root.finish();
    faults.throw_if_any();
    return sheet;
}

}  // namespace folkmoot
