#include "src/meeting/people.h"

#include <algorithm>

namespace folkmoot {

std::string_view in_words(ObjectiveEnd end) { return end == ObjectiveEnd::reached ? "reached" : "dropped"; }

bool is_away(const Person& person, Date day) {
    return std::ranges::any_of(person.away, [&](const AwayDates& each) {
        return days_between(each.from, day) >= 0 && days_between(day, each.to) >= 0;
    });
}

const Person* find_person(const std::vector<Person>& people, const PersonId& id) {
    const auto found = std::ranges::find(people, id, &Person::id);
    return found == people.end() ? nullptr : &*found;
}

const Partner* find_partner(const std::vector<Partner>& partners, const PartnerId& id) {
    const auto found = std::ranges::find(partners, id, &Partner::id);
    return found == partners.end() ? nullptr : &*found;
}

}  // namespace folkmoot
