// What most files of a room include and takes longest to read, compiled once a room. See FOLKMOOT_PRECOMPILE.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>
