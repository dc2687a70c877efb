// When a figure comes from too few people to be told.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace folkmoot {

/// Under so many people nothing is made of what they answered: a figure must not point at one person.
inline constexpr std::size_t fewest_people = 4;

/// Of a whole that is cut into parts, each of so many people, and is told itself: which parts can be told as well.
/// Those of `fewest_people` or more, as long as what is left of the whole comes from nobody or from as many; else the
/// smallest of them is kept back too, the last one of equals. Then no sum or difference of what is told is of fewer
/// people.
std::vector<bool> tellable(std::span<const std::size_t> parts);

}  // namespace folkmoot
