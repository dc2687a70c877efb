// An id in the form that other programs know.
#pragma once

#include <string>

#include "src/base/id.h"

namespace folkmoot {

/// "2b2b2b2b-2b2b-2b2b-2b2b-2b2b2b2b2b2b": all 128 bits, so that the id can be read back from it.
std::string uuid_of(const Id128& id);

}  // namespace folkmoot
