#include "src/exports/csv.h"

#include "src/base/text.h"

namespace folkmoot {

namespace {

/// Spreadsheets skip blanks before they look for a formula, and so does this.
bool may_run(std::string_view raw) {
    const std::size_t first = raw.find_first_not_of(" \n");
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(raw[first]) != std::string_view::npos;
}

std::string quoted_where_needed(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

std::string csv_cell(std::string_view raw) {
    std::string cell = text::printable(raw);
    // Before and after: what is removed may have stood in front of the sign, or be the sign.
    if (may_run(raw) || may_run(cell)) cell.insert(0, "'");
    return quoted_where_needed(cell);
}

std::string csv_raw_cell(std::string_view raw) { return quoted_where_needed(text::printable(raw)); }

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + cells[i];
    return line + "\r\n";
}

}  // namespace folkmoot
