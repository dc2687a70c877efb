// Partnership, partners, people, objectives.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/ids.h"
#include "src/meeting/words.h"
#include "src/time/calendar.h"

namespace folkmoot {

/// An organisation, or "independent", that a person takes part for.
struct Partner {
    PartnerId id;
    Words name;
    bool operator==(const Partner&) const = default;
};

/// Both days are included.
struct AwayDates {
    Date from{}, to{};
    bool operator==(const AwayDates&) const = default;
};

struct Person {
    PersonId id;
    Words name;
    PartnerId partner;
    Words role;    ///< may be empty
    Words access;  ///< access needs; shown to the facilitator only; may be empty
    std::vector<AwayDates> away{};
    bool operator==(const Person&) const = default;
};

enum class ObjectiveEnd { reached, dropped };

/// What the project is for. Its id is the short one that people say: "O1".
struct Objective {
    std::string id;
    Words text;
    std::optional<Date> review;
    std::optional<ObjectiveEnd> end{};  ///< nothing: it is still worked for
    bool operator==(const Objective&) const = default;
};

/// The lowest and the highest answer of check-in and check-out; nothing when the group takes no scores.
struct Scale {
    int low = 1;
    int high = 5;
    bool operator==(const Scale&) const = default;
    [[nodiscard]] bool holds(int score) const { return low <= score && score <= high; }
};

/// Where somebody is, seen from the room.
enum class Presence {
    expected,  ///< not said yet
    here,
    late,       ///< expected later; arrives with `here`
    away,       ///< not coming, no word
    apologies,  ///< not coming, and said so
    left,       ///< was here
};

std::string_view in_words(ObjectiveEnd end);  ///< "reached", "dropped"
bool is_away(const Person& person, Date day);

const Person* find_person(const std::vector<Person>& people, const PersonId& id);
const Partner* find_partner(const std::vector<Partner>& partners, const PartnerId& id);

}  // namespace folkmoot
