// The matcher for a part of a text, which Catch2 2.13 and 3 name differently.
#pragma once

#include <string>

#include "tests/support/catch.h"

namespace folkmoot::test {

inline auto containing(const std::string& part) {
#if __has_include(<catch2/catch_all.hpp>)
    return Catch::Matchers::ContainsSubstring(part);
#else
    return Catch::Matchers::Contains(part);
#endif
}

}  // namespace folkmoot::test
