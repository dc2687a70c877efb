// Text for terminals that cannot show UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace folkmoot {

/// True when the locale's character set is UTF-8. The locale must have been set from the environment.
bool locale_is_utf8();

/// The same text in ASCII: marks get their plain form, letters lose their accents, the rest becomes "?".
std::string ascii_form(std::string_view text);

}  // namespace folkmoot
