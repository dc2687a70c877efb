#pragma once

namespace folkmoot {

inline constexpr const char* version = "0.1.0";

}  // namespace folkmoot
