// A TOML file as a plain value with line numbers, so that only toml_value.cpp knows the library that reads it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "src/time/calendar.h"

namespace folkmoot::toml_file {

struct Entry;

struct Value {
    enum class Kind { text, whole, number, yes_no, date, local_time, other, list, table };

    Kind kind = Kind::other;
    int line = 0;
    std::string shown;  ///< as it stands in the file, shortened: what a fault quotes
    std::string text;   ///< made harmless by text::one_line
    std::int64_t whole = 0;
    double number = 0;  ///< whole numbers too
    bool yes = false;
    LocalTime time;  ///< of a date, its midnight
    std::vector<Value> list;
    std::vector<Entry> entries;  ///< in the order of their lines

    // Where a value of one line stands, in characters from 1, for changing it in place.
    int column = 0;
    int end_line = 0;
    int end_column = 0;

    [[nodiscard]] const Value* find(std::string_view key) const;
};

struct Entry {
    std::string key;
    int line = 0;
    Value value;
};

/// The content as a table. `shown_name` is the file's name in faults. Throws FaultyFile with the one syntax fault.
Value parse(std::string_view content, const std::string& shown_name);

/// Without the control characters that TOML forbids: one that crept into a text shall not keep a meeting from
/// starting. `parse` reads its content like this.
std::string without_controls(std::string_view content);

/// What a file of at most 1 MiB holds. `what` says what was looked for ("a plan"). Throws FaultyFile when there is no
/// such file, it is a folder, no ordinary file, too large, empty, or may not be read.
std::string read_content(const std::filesystem::path& path, std::string_view what);

/// The path as faults and messages show it.
std::string shown_path(const std::filesystem::path& path);

/// A TOML string that reads back as the same text.
std::string in_quotes(std::string_view text);

}  // namespace folkmoot::toml_file
