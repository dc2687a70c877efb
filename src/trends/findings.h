// What the figures say in words: what has changed, and what is worth talking about.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "src/trends/figures.h"
#include "src/trends/measure.h"

namespace folkmoot {

/// A sentence, and the measure that it is about.
struct Finding {
    std::string text;
    std::string measure;  ///< its key; empty: it is about no single one
    bool operator==(const Finding&) const = default;
};

/// "Start delay: 9 minutes typically, over 8 meetings, ... Rising ...": each series that has a direction.
std::vector<Finding> what_changed(std::span<const Measure> measures);

/// How many series are long enough to look for a direction: of so many, about one in ten has one by chance.
std::size_t looked_for_direction(std::span<const Measure> measures);

/// Facts that a group may want to look at, whatever their direction, each with a question and no judgement: an
/// objective that the last three meetings or more left alone, actions carried three times or more and concerns that are
/// open after the last meeting of each group, a partner with half as many turns as seats or half of its people away, a
/// task that always lands on the same partner. None is made of what people answered. `last`: of the newest meeting of
/// each group.
std::vector<Finding> worth_talking_about(std::span<const Measure> measures, std::span<const Figures> last);

}  // namespace folkmoot
