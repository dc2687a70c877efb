// Reads what people type after a word: names, seats, items, numbers, minutes, dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "src/session/state.h"
#include "src/time/calendar.h"

namespace folkmoot {

/// What was typed cannot be read: what it was, what is allowed, an example.
struct Wrong {
    std::string sentence;
};

template <class T>
using Read = std::variant<T, Wrong>;

/// Everyone whom a typed name fits: by seat number or exact name alone, else without accents, else by shortening. With
/// `prefer_here` people who are away do not make a name ambiguous.
std::vector<PersonId> people_matching(const State& state, std::string_view typed, bool prefer_here = false);

/// One person. `word` is the word being read, for the example: "speak Asha, or speak 1".
Read<PersonId> read_person(const State& state, std::string_view typed, std::string_view word, bool prefer_here = false);

/// Names separated by commas, "and" or blanks, each shortened as long as it stays unambiguous.
Read<std::vector<PersonId>> read_people(const State& state, std::string_view typed, std::string_view word);

Read<PartnerId> read_partner(const State& state, std::string_view typed, std::string_view word);

/// An item by its number on the agenda, or by its title.
Read<ItemId> read_item(const State& state, std::string_view typed, std::string_view word);

/// A whole number with nothing around it.
std::optional<int> whole_number(std::string_view typed);

/// `what` begins the sentence about a wrong one: "Scores go".
Read<int> read_number(std::string_view typed, int low, int high, std::string_view what, std::string_view example);

/// "5", "5 minutes", "5 min", "5m": from 1 to 600.
Read<Minutes> read_minutes(std::string_view typed, std::string_view example);

Read<Date> read_day(std::string_view typed, Date today);

/// A day, and perhaps a time after it: "15 december 14:00", "friday at 2pm".
struct DayAndTime {
    Date date{};
    std::optional<Minutes> time;
};
Read<DayAndTime> read_day_and_time(std::string_view typed, Date today);

/// "OWNER: WHAT by DATE". Without a known name before the colon all of it is the action; "by" begins a date only when
/// all that follows is one. What looks like a name or a date and is none stays in the action and is named.
struct ActionText {
    std::optional<PersonId> owner;
    std::string what;
    std::optional<Date> due;
    std::vector<PersonId> could_be;  ///< whom an ambiguous name fits; `owner` is then nobody
    std::string several_owners;      ///< those that were named, where one is needed
    std::string no_owner;            ///< what stands where an owner would, and is no name
    std::string no_date;             ///< what stands where a date would, and is none
};
ActionText read_action(const State& state, std::string_view typed, Date today);

/// What stands before the colon when it looks like a name: one or two words without digits, and a blank after the
/// colon. "https://..." and "14:30" do not.
std::string unknown_name(std::string_view typed);

/// A number that stands first, and what follows it, without the colon or full stop between them.
struct Numbered {
    std::optional<int> number;
    std::string rest;
};
Numbered leading_number(std::string_view typed);

/// The part before the first colon and the part after it, both cut of white space; nothing when there is no colon.
struct Halves {
    std::string before;
    std::string after;
};
std::optional<Halves> at_colon(std::string_view typed);

/// The first word, and what follows it, both cut of white space; either may be empty.
struct FirstWord {
    std::string word;
    std::string rest;
};
FirstWord first_word(std::string_view typed);

std::string trimmed(std::string_view text);

}  // namespace folkmoot
