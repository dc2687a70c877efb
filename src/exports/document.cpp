#include "src/exports/document.h"

#include "src/base/text.h"

namespace folkmoot {

Document::List in_lines(const Document::Table& table) {
    Document::List list;
    for (const auto& row : table.rows) {
        std::string cells;
        for (std::size_t i = 1; i < row.size() && i < table.columns.size(); ++i)
            cells += (i == 1 ? "" : ", ") + text::one_line(table.columns[i]) + " " + text::one_line(row[i]);
        const std::string name = row.empty() ? "" : text::one_line(row.front());
        list.lines.push_back({.text = (name.empty() ? "(no name)" : name) + (cells.empty() ? "" : ": " + cells)});
    }
    return list;
}

}  // namespace folkmoot
