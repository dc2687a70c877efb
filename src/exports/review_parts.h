// The sections of a review, each appended to the document in its turn. Only for this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/exports/review.h"

namespace folkmoot::review_parts {

void add_basis(Document& document, const Review& review);
void add_objectives(Document& document, const Review& review);
void add_decisions(Document& document, const Review& review);
void add_actions(Document& document, const Review& review);
void add_people(Document& document, const Review& review);
void add_pulse(Document& document, const Review& review);
void add_concerns(Document& document, const Review& review);
void add_terms(Document& document, const Review& review);
void add_limits(Document& document, const Review& review);

/// The last day that the review can know of: the period's last, or today.
Date last_day(const Review& review);
/// "Tuesday 24 November 2026, Working group 7"
std::string when_and_what(const State& meeting);
/// "Working group 7, Tuesday 24 November 2026"
std::string what_and_when(const State& meeting);
/// By its key; a measure that src/trends does not know is a defect, and an Error.
const Measure& measure(const Review& review, std::string_view key);
const Figure* figure_at(const Series& series, const MeetingId& meeting);
/// All its figures added up: of what can be counted.
double sum_of(const Series& series);

/// An action or a concern as the last meeting that had it before it left it.
struct Followed {
    Words text;
    std::optional<PersonId> owner;
    Words owner_name{};
    std::string partner{};  ///< of its owner; empty when not known
    std::optional<Date> due{};
    Date since{};
    int carried = 0;  ///< as minutes and trends count it: before the last meeting that had it
    enum class Left { open, done, dropped, closed, taken } left = Left::open;
    bool accepted = false;     ///< actions
    bool raised_here = false;  ///< in a meeting of the review
    bool on_agenda = false;    ///< a concern that an item of a meeting was about
    Words reason{};            ///< why it was dropped
    Words agreed{};            ///< about a concern that was closed
    Date decided{};            ///< the meeting that settled it, or the day between meetings
    bool operator==(const Followed&) const = default;
};
/// Those that a meeting of the review wrote down or found open, in the order in which they came up.
std::vector<Followed> followed(const Review& review, MatterKind kind);

}  // namespace folkmoot::review_parts
