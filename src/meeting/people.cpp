#include "src/meeting/people.h"

#include <algorithm>

namespace folkmoot {

const Person* find_person(const std::vector<Person>& people, const PersonId& id) {
    const auto found = std::ranges::find(people, id, &Person::id);
    return found == people.end() ? nullptr : &*found;
}

const Partner* find_partner(const std::vector<Partner>& partners, const PartnerId& id) {
    const auto found = std::ranges::find(partners, id, &Partner::id);
    return found == partners.end() ? nullptr : &*found;
}

}  // namespace folkmoot
