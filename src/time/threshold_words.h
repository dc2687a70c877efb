// Time warnings as people type and read them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/time/countdown.h"

namespace folkmoot {

/// "half", "25 %", "5 minutes", "30 seconds"; nothing when it is no threshold.
std::optional<Threshold> threshold_from(const std::string& typed);

/// Several, with commas between them or "and" before the last; nothing when one is none.
std::optional<std::vector<Threshold>> thresholds_from(std::string typed);

/// As threshold_from reads it.
std::string in_words(const Threshold& threshold);
std::vector<std::string> in_words(const std::vector<Threshold>& thresholds);

}  // namespace folkmoot
