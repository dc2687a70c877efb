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

}  // namespace folkmoot::toml_file
