#include "src/files/toml_edit.h"

#include <fmt/format.h>

#include "src/files/toml_value.h"

namespace folkmoot::toml_file {

namespace {

/// Where a line begins, lines from 1; the end of the content when it has fewer.
std::size_t offset_of_line(std::string_view content, int line) {
    std::size_t offset = 0;
    for (int i = 1; i < line; ++i) {
        const auto end = content.find('\n', offset);
        if (end == std::string_view::npos) return content.size();
        offset = end + 1;
    }
    return offset;
}

/// Where a character stands. The library counts characters, not bytes, and none for a byte order mark.
std::size_t offset_of(std::string_view content, int line, int column) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    auto offset = offset_of_line(content, line);
    if (offset == 0 && content.starts_with(mark)) offset = mark.size();
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(content[at]) & 0xc0) == 0x80; };
    for (int i = 1; i < column && offset < content.size(); ++i) {
        ++offset;
        while (offset < content.size() && continues(offset)) ++offset;
    }
    return offset;
}

std::string with_line_at(std::string content, std::size_t offset, std::string line) {
    if (offset > 0 && content[offset - 1] != '\n') line.insert(0, "\n");
    return content.insert(offset, line + "\n");
}

/// The top ends where the first table's header stands.
std::size_t end_of_top(std::string_view content, const Value& root) {
    for (const auto& entry : root.entries) {
        const auto& value = entry.value;
        const bool tables =
            value.kind == Value::Kind::list && !value.list.empty() && value.list.front().kind == Value::Kind::table;
        if (value.kind != Value::Kind::table && !tables) continue;
        // The blank lines before a header belong to it.
        auto offset = offset_of_line(content, value.line);
        while (offset > 1 && content[offset - 1] == '\n' && content[offset - 2] == '\n') --offset;
        return offset;
    }
    return content.size();
}

}  // namespace

std::string with_value(std::string content, std::string_view table, std::string_view key, std::string_view written,
                       const std::string& shown_name) {
    content = without_controls(content);
    const auto root = parse(content, shown_name);
    auto line = fmt::format("{} = {}", key, written);
    const Value* place = table.empty() ? &root : root.find(table);
    if (place == nullptr) {
        const auto end = content.size();
        return with_line_at(std::move(content), end, fmt::format("{}[{}]\n{}", end == 0 ? "" : "\n", table, line));
    }
    if (const Value* value = place->find(key)) {
        const auto begin = offset_of(content, value->line, value->column);
        const auto end = offset_of(content, value->end_line, value->end_column);
        return content.replace(begin, end - begin, written);
    }
    const auto offset = table.empty() ? end_of_top(content, root) : offset_of_line(content, place->line + 1);
    return with_line_at(std::move(content), offset, std::move(line));
}

}  // namespace folkmoot::toml_file
