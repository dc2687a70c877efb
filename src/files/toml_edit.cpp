#include "src/files/toml_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "src/base/error.h"
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

namespace {

/// A key that is there gets the new value in its place; else a line is added behind the last one of its table.
std::string with_value_in(std::string content, const Value& place, std::size_t added_at, std::string_view key,
                          std::string_view written) {
    if (const Value* value = place.find(key)) {
        const auto begin = offset_of(content, value->line, value->column);
        const auto end = offset_of(content, value->end_line, value->end_column);
        return content.replace(begin, end - begin, written);
    }
    return with_line_at(std::move(content), added_at, fmt::format("{} = {}", key, written));
}

/// The lines at which the tables of the file begin, with the remarks that stand above them.
std::vector<std::size_t> beginnings(std::string_view content, const Value& root) {
    std::vector<std::size_t> all;
    const auto add = [&](const Value& table) {
        auto offset = offset_of_line(content, table.line);
        if (offset >= content.size() || content[offset] != '[') return;
        while (offset > 0) {
            const auto above = offset < 2 ? 0 : content.rfind('\n', offset - 2) + 1;
            if (content[above] != '#') break;
            offset = above;
        }
        all.push_back(offset);
    };
    for (const auto& entry : root.entries) {
        if (entry.value.kind == Value::Kind::table) add(entry.value);
        for (const auto& each : entry.value.list) {
            if (each.kind == Value::Kind::table) add(each);
        }
    }
    std::ranges::sort(all);
    return all;
}

struct Block {
    std::size_t begin = 0, end = 0;
};

/// The tables [[name]] of a file, each with its remarks, up to where the next table begins.
std::vector<Block> blocks_of(const std::string& content, const Value& root, std::string_view name,
                             const std::string& shown_name) {
    const Value* tables = root.find(name);
    if (tables == nullptr) return {};
    const auto all = beginnings(content, root);
    std::vector<Block> blocks;
    for (const Value& each : tables->list) {
        const auto header = offset_of_line(content, each.line);
        if (header >= content.size() || content[header] != '[')
            throw Error(
                fmt::format("{}, line {}: {} is written as a list on one line, which only an editor can "
                            "change. Write each as [[{}]].",
                            shown_name, each.line, name, name));
        const auto after = std::ranges::upper_bound(all, header);
        blocks.push_back({*std::prev(after), after == all.end() ? content.size() : *after});
    }
    return blocks;
}

/// Ends with an empty line, so that it can stand before anything.
std::string on_its_own(std::string block) {
    while (!block.empty() && block.back() == '\n') block.pop_back();
    return block + "\n\n";
}

std::string without_last_empty_lines(std::string content) {
    while (content.ends_with("\n\n")) content.pop_back();
    return content;
}

}  // namespace

std::string with_value(std::string content, std::string_view table, std::string_view key, std::string_view written,
                       const std::string& shown_name) {
    content = without_controls(content);
    const auto root = parse(content, shown_name);
    const Value* place = table.empty() ? &root : root.find(table);
    if (place == nullptr) {
        const auto end = content.size();
        return with_line_at(std::move(content), end,
                            fmt::format("{}[{}]\n{} = {}", end == 0 ? "" : "\n", table, key, written));
    }
    const auto added_at = table.empty() ? end_of_top(content, root) : offset_of_line(content, place->line + 1);
    return with_value_in(std::move(content), *place, added_at, key, written);
}

std::string with_value_at(std::string content, std::string_view tables, std::size_t index, std::string_view key,
                          std::string_view written, const std::string& shown_name) {
    content = without_controls(content);
    const auto root = parse(content, shown_name);
    blocks_of(content, root, tables, shown_name);
    const Value& place = root.find(tables)->list.at(index);
    int last = place.line;
    for (const Entry& each : place.entries) {
        if (each.value.kind != Value::Kind::table) last = std::max(last, each.value.end_line);
    }
    const auto added_at = offset_of_line(content, last + 1);
    return with_value_in(std::move(content), place, added_at, key, written);
}

std::string with_table_at(std::string content, std::string_view tables, std::size_t index, const std::string& written,
                          const std::string& shown_name) {
    content = without_controls(content);
    const auto blocks = blocks_of(content, parse(content, shown_name), tables, shown_name);
    auto at = blocks.empty() ? content.size() : blocks.back().end;
    if (index < blocks.size()) at = blocks[index].begin;
    std::string before = content.substr(0, at);
    if (!before.empty()) before = on_its_own(std::move(before));
    return without_last_empty_lines(before + on_its_own(written) + content.substr(at));
}

std::string without_table_at(std::string content, std::string_view tables, std::size_t index,
                             const std::string& shown_name) {
    content = without_controls(content);
    const auto blocks = blocks_of(content, parse(content, shown_name), tables, shown_name);
    const Block& block = blocks.at(index);
    return without_last_empty_lines(content.erase(block.begin, block.end - block.begin));
}

std::string with_table_moved(std::string content, std::string_view tables, std::size_t from, std::size_t to,
                             const std::string& shown_name) {
    content = without_controls(content);
    const auto blocks = blocks_of(content, parse(content, shown_name), tables, shown_name);
    const Block& block = blocks.at(from);
    const auto moved = content.substr(block.begin, block.end - block.begin);
    return with_table_at(without_table_at(std::move(content), tables, from, shown_name), tables, to, moved, shown_name);
}

std::string without_table(std::string content, std::string_view table, const std::string& shown_name) {
    content = without_controls(content);
    const auto root = parse(content, shown_name);
    const Value* place = root.find(table);
    if (place == nullptr) return content;
    const auto all = beginnings(content, root);
    const auto after = std::ranges::upper_bound(all, offset_of_line(content, place->line));
    if (after == all.begin()) return content;
    const auto begin = *std::prev(after);
    const auto end = after == all.end() ? content.size() : *after;
    return without_last_empty_lines(content.erase(begin, end - begin));
}

}  // namespace folkmoot::toml_file
