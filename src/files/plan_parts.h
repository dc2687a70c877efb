// Parts of a plan as they are written in TOML: for whole plans and for changing one line of a plan.
#pragma once

#include <string>
#include <vector>

#include "src/meeting/plan.h"

namespace folkmoot::toml_file {

std::string written(const LocalTime& time);  ///< 2026-11-24T14:00:00
std::string written(double number);          ///< with a point, so that it reads back as no whole number

/// "[{ title = ..., sent = ... }]"
std::string papers_to_toml(const std::vector<PlannedPaper>& papers);

/// The whole [[item]], with an empty line behind it.
std::string item_table(const PlannedItem& item);

}  // namespace folkmoot::toml_file
