// Trends, written out: lines for people, JSON and CSV for programs.
#pragma once

#include <string>
#include <vector>

#include "src/trends/trends.h"

namespace folkmoot {

/// What changed and what is worth talking about; then each measure with its figures, a line a meeting, and bars where
/// it is one series.
std::vector<std::string> trends_lines(const Trends& trends);

/// One object: selection, meetings, changed, worth_talking_about, measures. Figures have all their digits; what is not
/// there is null. Ends with a line break.
std::string trends_json(const Trends& trends);

/// RFC 4180 with a header line, one line a figure. Texts are guarded against being run as a formula, unless `raw`.
std::string trends_csv(const Trends& trends, bool raw);

}  // namespace folkmoot
