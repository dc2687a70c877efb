// A document as a manual page, for man(1).
#pragma once

#include <string>
#include <string_view>

#include "src/exports/document.h"

namespace folkmoot {

/// Section 1. `name` is the page's own, such as folkmoot; `version` stands at the foot. A heading of level 2 becomes a
/// section, a deeper one a part of it. The title is left out, for man shows the name. Nothing but ASCII is written, so
/// that every locale's man reads it.
std::string to_man(const Document& document, std::string_view name, std::string_view version);

}  // namespace folkmoot
