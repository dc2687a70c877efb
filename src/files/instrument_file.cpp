#include "src/files/instrument_file.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <system_error>

#include "src/base/text.h"
#include "src/files/table_reader.h"

namespace folkmoot {

using toml_file::FaultList;
using toml_file::TableReader;

namespace {

Statement read_statement(TableReader& table, std::map<std::string, int>& seen) {
    Statement statement;
    statement.id = table.required_text("id", "voice-1");
    statement.theme = table.text("theme");
    statement.text = table.required_text("text", "I can say what I think here.");
    const auto [before, is_new] = seen.try_emplace(text::folded(statement.id), table.line_of("id"));
    if (!is_new && !statement.id.empty())
        table.fault("id", fmt::format("each id once; this one stands in line {} too", before->second));
    table.finish();
    return statement;
}

}  // namespace

Instrument read_instrument(const std::filesystem::path& path) {
    const auto shown = toml_file::shown_path(path);
    const auto content = toml_file::parse(toml_file::read_content(path, "an instrument"), shown);
    FaultList faults(shown);
    TableReader root(content, "the instrument", faults);
    Instrument instrument;
    instrument.id = text::one_line(path.stem().string());
    instrument.title = root.required_text("title", "Working together");
    if (const auto scale = root.scale("scale")) std::tie(instrument.low, instrument.high) = *scale;
    instrument.low_words = root.text("low");
    instrument.high_words = root.text("high");
    if (const auto many = root.whole("statements_per_meeting", 1, 100))
        instrument.statements_per_meeting = static_cast<std::size_t>(*many);
    std::map<std::string, int> seen;
    auto statements = root.tables("statement");
    for (auto& table : statements) instrument.statements.push_back(read_statement(table, seen));
    if (statements.empty()) faults.add(0, "no statements", "at least one [[statement]] with an id and a text");
    root.finish();
    faults.throw_if_any();
    return instrument;
}

std::optional<std::filesystem::path> find_instrument(std::string_view name,
                                                     const std::vector<std::filesystem::path>& folders) {
    if (name.empty() || name.find('/') != std::string_view::npos) return std::nullopt;
    for (const auto& folder : folders) {
        auto path = folder / (std::string(name) + ".toml");
        std::error_code error;
        if (std::filesystem::is_regular_file(path, error)) return path;
    }
    return std::nullopt;
}

std::vector<std::string> instrument_names(const std::vector<std::filesystem::path>& folders) {
    std::set<std::string> names;
    for (const auto& folder : folders) {
        std::error_code error;
        for (const auto& entry : std::filesystem::directory_iterator(folder, error))
            if (entry.path().extension() == ".toml") names.insert(text::one_line(entry.path().stem().string()));
    }
    return {names.begin(), names.end()};
}

}  // namespace folkmoot
