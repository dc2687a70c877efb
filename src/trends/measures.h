// Every measure of a partnership's meetings, from what was recorded in them.
#pragma once

#include <span>
#include <vector>

#include "src/session/records.h"
#include "src/trends/measure.h"

namespace folkmoot {

/// In the order in which they are read. `meetings` are closed ones, oldest first. A measure without any figure is there
/// all the same, so that a reader learns that nothing was recorded.
std::vector<Measure> measures(std::span<const State> meetings);

/// Its part of them each: time; voice, and who does what; actions; objectives; people and what they answered.
std::vector<Measure> measures_of_time(std::span<const State> meetings);
std::vector<Measure> measures_of_voice(std::span<const State> meetings);
std::vector<Measure> measures_of_actions(std::span<const State> meetings);
std::vector<Measure> measures_of_work(std::span<const State> meetings);
std::vector<Measure> measures_of_people(std::span<const State> meetings);
std::vector<Measure> measures_of_answers(std::span<const State> meetings);

/// A matter from earlier that is not open any more after this meeting: done, dropped, closed, or on its agenda.
bool is_settled(const ReviewedMatter& reviewed);

}  // namespace folkmoot
