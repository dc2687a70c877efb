// Comma separated values. Only for this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace folkmoot {

/// One cell that holds a text: made harmless, guarded against being run as a formula, quoted where RFC 4180 wants it.
std::string csv_cell(std::string_view raw);

/// The same without the guard, for a program that reads texts as they are.
std::string csv_raw_cell(std::string_view raw);

/// Cells that are ready, as one line with its CRLF.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace folkmoot
