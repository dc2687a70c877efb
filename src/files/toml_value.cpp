#include "src/files/toml_value.h"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "src/base/atomic_file.h"
#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot::toml_file {

namespace {

constexpr std::uintmax_t largest_file = 1024 * 1024;
constexpr std::size_t longest_shown = 60;

std::string shortened(const std::string& text) {
    return text::length(text) <= longest_shown ? text : text::first(text, longest_shown) + " ...";
}

Date date_from(const toml::date& date) {
    return Date{std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

void take_scalar(const toml::node& node, Value& value) {
    using Kind = Value::Kind;
    if (const auto* string = node.as_string()) {
        value.kind = Kind::text;
        value.text = text::one_line(string->get());
        value.shown = in_quotes(shortened(value.text));
    } else if (const auto* whole = node.as_integer()) {
        value.kind = Kind::whole;
        value.whole = whole->get();
        value.number = static_cast<double>(value.whole);
        value.shown = fmt::format("{}", value.whole);
    } else if (const auto* number = node.as_floating_point()) {
        value.kind = Kind::number;
        value.number = number->get();
        value.shown = fmt::format("{}", value.number);
    } else if (const auto* yes_no = node.as_boolean()) {
        value.kind = Kind::yes_no;
        value.yes = yes_no->get();
        value.shown = value.yes ? "true" : "false";
    } else if (const auto* date = node.as_date()) {
        value.kind = Kind::date;
        value.time.date = date_from(date->get());
        value.shown = iso(value.time.date);
    } else if (const auto* moment = node.as_date_time(); moment != nullptr && !moment->get().offset) {
        value.kind = Kind::local_time;
        const auto& time = moment->get().time;
        value.time = {date_from(moment->get().date), std::chrono::hours{time.hour} + Minutes{time.minute}};
        value.shown = fmt::format("{}T{:02}:{:02}:{:02}", iso(value.time.date), time.hour, time.minute, time.second);
    } else {
        value.shown = node.is_time() ? "a time of day without a date" : "a time with its distance from UTC";
    }
}

Value from_node(const toml::node& node);

void take_list(const toml::array& array, Value& value) {
    value.kind = Value::Kind::list;
    for (const auto& element : array) value.list.push_back(from_node(element));
    std::string shown;
    for (const auto& element : value.list) shown += (shown.empty() ? "" : ", ") + element.shown;
    value.shown = text::length(shown) <= longest_shown ? "[" + shown + "]" : "a long list";
}

void take_table(const toml::table& table, Value& value) {
    value.kind = Value::Kind::table;
    value.shown = "a table";
    for (const auto& [key, element] : table) {
        Entry entry{text::one_line(key.str()), static_cast<int>(key.source().begin.line), from_node(element)};
        value.entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(value.entries, {}, [](const Entry& entry) { return entry.line; });
}

Value from_node(const toml::node& node) {
    Value value;
    value.line = static_cast<int>(node.source().begin.line);
    value.column = static_cast<int>(node.source().begin.column);
    value.end_line = static_cast<int>(node.source().end.line);
    value.end_column = static_cast<int>(node.source().end.column);
    if (const auto* array = node.as_array())
        take_list(*array, value);
    else if (const auto* table = node.as_table())
        take_table(*table, value);
    else
        take_scalar(node, value);
    return value;
}

std::string line_of(std::string_view content, int number) {
    for (int line = 1; line < number; ++line) {
        const auto end = content.find('\n');
        if (end == std::string_view::npos) return {};
        content.remove_prefix(end + 1);
    }
    return text::one_line(content.substr(0, content.find('\n')));
}

/// The library says what its grammar expected; people need to hear what to write.
std::string allowed_instead_of(std::string_view description) {
    struct Row {
        std::string_view part, allowed;
    };
    static constexpr std::array rows{
        Row{"utf-8", "text that was saved as UTF-8"},
        Row{"redefine", "each key, and each table in single brackets, once"},
        Row{"parsing date", "a date that exists, such as 2026-11-24"},
        Row{"parsing time", "a time that exists, such as 2026-11-24T14:00:00"},
        Row{"unknown escape", "a backslash written twice"},
        Row{"string", "text between two quotation marks on one line, such as title = \"Working group 7\""},
        Row{"table header", "a table's name in brackets, such as [meeting] or [[item]]"},
        Row{"boolean", "true or false, in small letters"},
        Row{"64 bits", "a smaller number"},
        Row{"leading zeroes", "a number without a zero before it"},
        Row{"array", "a list closed with a bracket, such as [\"O1\", \"O2\"]"},
        Row{"expected a comment", "one key and its value a line"},
    };
    for (const auto& row : rows)
        if (description.find(row.part) != std::string_view::npos) return std::string(row.allowed);
    return "a line such as title = \"Working group 7\", minutes = 90, [meeting] or # a remark";
}

}  // namespace

const Value* Value::find(std::string_view key) const {
    const auto entry = std::ranges::find(entries, key, &Entry::key);
    return entry == entries.end() ? nullptr : &entry->value;
}

std::string without_controls(std::string_view content) {
    std::string clean;
    clean.reserve(content.size());
    for (std::size_t i = 0; i < content.size(); ++i) {
        const auto byte = static_cast<unsigned char>(content[i]);
        if (byte == '\r') {
            clean += i + 1 < content.size() && content[i + 1] == '\n' ? '\r' : '\n';
        } else if ((byte >= 0x20 && byte != 0x7f) || byte == '\n' || byte == '\t') {
            clean += content[i];
        }
    }
    return clean;
}

Value parse(std::string_view content, const std::string& shown_name) {
    const std::string clean = without_controls(content);
    try {
        return from_node(toml::parse(std::string_view{clean}));
    } catch (const toml::parse_error& error) {
        const auto line = static_cast<int>(error.source().begin.line);
        const auto standing = line_of(clean, line);
        std::string found = standing.empty() ? "an end where more was expected" : shortened(standing);
        throw FaultyFile({{shown_name, line, std::move(found), allowed_instead_of(error.description())}});
    }
}

std::string read_content(const std::filesystem::path& path, std::string_view what) {
    const auto refuse = [&](std::string found) {
        throw FaultyFile({{shown_path(path), 0, std::move(found), fmt::format("{}, a TOML file", what)}});
    };
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        refuse(error && status.type() == std::filesystem::file_type::none ? "a path that cannot be looked at"
                                                                          : "no such file");
    if (std::filesystem::is_directory(status)) refuse("a folder");
    if (!std::filesystem::is_regular_file(status)) refuse("something that is no ordinary file");
    if (std::filesystem::file_size(path, error) > largest_file) refuse("a file of more than 1 MiB");
    if (::access(path.c_str(), R_OK) != 0) refuse("a file that you may not read");
    auto content = read_file(path);
    if (text::one_line(content).empty()) refuse("an empty file");
    return content;
}

std::string shown_path(const std::filesystem::path& path) { return text::one_line(path.string()); }

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (result += '\\') += c;
        else if (byte < 0x20 || byte == 0x7f)
            result += fmt::format("\\u{:04X}", byte);
        else
            result += c;
    }
    return result + '"';
}

}  // namespace folkmoot::toml_file
