// How things are said on more than one page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/screen.h"

namespace folkmoot {

/// One line of at most so many characters; what is cut off is marked with three dots.
std::string clipped(std::string_view text, std::size_t most);

std::string capitalised(std::string text);

/// ", Working group" behind the title of one of its meetings; nothing when the title begins with the group, as most do,
/// for it would be heard twice.
std::string and_group(std::string_view title, const std::string& group);

std::string_view in_words(Presence presence);

/// "3 of 8, Chen Wei, here, University": the position is the seat number. Nothing stands for who is only expected.
std::string person_line(const State& state, std::size_t index);
/// The same with "expected" said.
std::string person_with_presence(const State& state, std::size_t index);

/// "3 of 7, Recruitment advert, decide, 15 minutes, pinned to O2, done". `expected` is when it is likely to begin.
std::string item_line(const State& state, std::size_t index, const std::optional<Stamp>& expected);

/// The position on the agenda, from 1; 0 when it is not there.
std::size_t item_number(const State& state, const ItemId& id);

/// "2 of 5, Send the draft, not looked at yet, action of Asha, due Friday 4 December 2026, overdue, carried twice".
std::string matter_line(const State& state, std::size_t index, Date today);
/// The same without the position and without what this meeting said of it.
std::string matter_in_words(const State& state, const ReviewedMatter& reviewed, Date today);

/// What this meeting said of it: "kept", "closed, agreed: fewer items", "not looked at yet".
std::string verdict_so_far(const ReviewedMatter& reviewed);

/// Whether this meeting has said something about a matter from earlier.
/// In the order of the numbers that the opening gives them; those that are closed here keep theirs.
std::vector<const ReviewedMatter*> earlier_concerns(const State& state);
bool looked_at(const ReviewedMatter& matter);
std::optional<std::size_t> first_not_looked_at(const State& state);

/// "Book the hall, Asha, due Friday 4 December 2026, accepted".
std::string action_in_words(const State& state, const Capture& action);
/// "We meet monthly, by vote, 7 for, 2 against, 1 abstained, reservation of Ben: the date is early".
std::string decision_in_words(const State& state, const Capture& decision);
/// "Note 3, The hall has no ramp".
std::string capture_in_words(const State& state, const Capture& capture);

/// Captures of the open item, or of the stage when none is open; concerns only when the private lines are shown.
std::vector<const Capture*> captures_here(const View& view);

/// A line for each capture: "note 3, The hall has no ramp". Its number is its position. "3 of 4" would change every
/// line when the list grows, and readers would say all of them again; how many there are stands in the heading.
List capture_list(const State& state, const std::vector<const Capture*>& captures, std::string when_empty);

}  // namespace folkmoot
