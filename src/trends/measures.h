// Every measure of a partnership's meetings, from what was recorded in them.
#pragma once

#include <span>
#include <vector>

#include "src/session/records.h"
#include "src/trends/definitions.h"
#include "src/trends/figures.h"
#include "src/trends/measure.h"

namespace folkmoot {

/// Where a series has a figure: a closed meeting, or a month.
struct Point {
    MeetingId meeting;  ///< none: a month
    Date date{};        ///< of a month: its first day
    Figures figures;
    [[nodiscard]] bool is_month() const { return meeting == MeetingId{}; }
};

/// What is known of a meeting, or a month, at each point, as measures in the order in which they are read. `points`:
/// oldest first, and all of the same kind. A measure without any figure is there all the same, so that a reader learns
/// that nothing was recorded. Of months, what happened or not at a meeting is a share.
std::vector<Measure> measures(std::span<const Point> points);

/// The same of closed meetings, oldest first.
std::vector<Measure> measures(std::span<const State> meetings);
std::vector<Point> points_of(std::span<const State> meetings);

/// What each of them is made from, in the same order.
std::vector<measuring::Definition> definitions();

/// Its part of them each: time; voice, and who does what; actions; objectives; people and what they answered.
std::vector<measuring::Definition> definitions_of_time();
std::vector<measuring::Definition> definitions_of_voice();
std::vector<measuring::Definition> definitions_of_actions();
std::vector<measuring::Definition> definitions_of_work();
std::vector<measuring::Definition> definitions_of_people();
std::vector<measuring::Definition> definitions_of_answers();

/// An action that was carried so often is worth a question.
inline constexpr int carried_often_from = 3;

/// A matter from earlier that is not open any more after this meeting: done, dropped, closed, or on its agenda.
bool is_settled(const ReviewedMatter& reviewed);

}  // namespace folkmoot
