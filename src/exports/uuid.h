// An id in the form that other programs know.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "src/base/id.h"

namespace folkmoot {

/// "2b2b2b2b-2b2b-2b2b-2b2b-2b2b2b2b2b2b": all 128 bits, so that the id can be read back from it.
std::string uuid_of(const Id128& id);
/// The id that was written so; nothing when it is none.
std::optional<Id128> id_of_uuid(std::string_view uuid);

}  // namespace folkmoot
