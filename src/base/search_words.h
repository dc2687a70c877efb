// Texts as they are looked through: what counts as a word, and scripts that write without blanks.
#pragma once

#include <string>
#include <string_view>

namespace folkmoot::text {

/// There is a letter or a digit of some script in it, so that something can be found by it.
bool has_words(std::string_view text);

/// With a zero-width space (U+200B) on both sides of each Chinese and Japanese character: those scripts write no
/// blanks, and an index that breaks at blanks would take a whole sentence for one word. `printable` takes them out.
std::string apart(std::string_view text);
/// The same without the zero-width spaces.
std::string together(std::string_view text);

}  // namespace folkmoot::text
