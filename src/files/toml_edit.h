// Changing a TOML file that a person wrote: only the lines that must change, remarks kept.
#pragma once

#include <string>
#include <string_view>

namespace folkmoot::toml_file {

/// The content with `key = written` in [table] ("" is the top of the file). A key that is there gets the new value in
/// its place; else a line is added after the table's header, or a new table at the end. `content` must be valid TOML;
/// `shown_name` is said when it is not.
std::string with_value(std::string content, std::string_view table, std::string_view key, std::string_view written,
                       const std::string& shown_name);

// The same for tables of which a file has several, [[item]], counted from 0. The remarks right above a table belong to
// it. Error when they are written as a list on one line.

/// In one of them; a new key stands behind its last one.
std::string with_value_at(std::string content, std::string_view tables, std::size_t index, std::string_view key,
                          std::string_view written, const std::string& shown_name);
/// One more, `written` whole with its header, before the one that has this index now; else behind the last.
std::string with_table_at(std::string content, std::string_view tables, std::size_t index, const std::string& written,
                          const std::string& shown_name);
std::string without_table_at(std::string content, std::string_view tables, std::size_t index,
                             const std::string& shown_name);
/// `to`: the index that it then has.
std::string with_table_moved(std::string content, std::string_view tables, std::size_t from, std::size_t to,
                             const std::string& shown_name);

/// Without [table] and what is in it.
std::string without_table(std::string content, std::string_view table, const std::string& shown_name);

}  // namespace folkmoot::toml_file
