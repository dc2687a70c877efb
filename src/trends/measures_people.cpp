// Who came, who said that they could not, and how much of the meeting people were there for.
#include <algorithm>
#include <numeric>

#include "src/trends/definitions.h"
#include "src/trends/measures.h"

namespace folkmoot {

using namespace measuring;

namespace {

bool came(const Attendance& attendance) { return attendance.arrived.has_value(); }

using Some = std::vector<const Attendance*>;

Some everybody(const State& meeting) {
    Some all;
    for (const Attendance& each : meeting.attendance) all.push_back(&each);
    return all;
}

Some of(const State& meeting, const Partner& partner) {
    Some some;
    for (const Attendance& each : meeting.attendance) {
        const Person* person = find_person(meeting.people, each.person);
        if (person != nullptr && person->partner == partner.id) some.push_back(&each);
    }
    return some;
}

std::optional<Value> attendance(const State&, Some people) {
    std::erase_if(people, [](const Attendance* each) { return each->walked_in; });
    const auto here = std::ranges::count_if(people, [](const Attendance* each) { return came(*each); });
    return share(static_cast<std::size_t>(here), people.size());
}

std::optional<Value> apologies(const State&, Some people) {
    std::erase_if(people, [](const Attendance* each) { return came(*each); });
    const auto said =
        std::ranges::count_if(people, [](const Attendance* each) { return each->presence == Presence::apologies; });
    return share(static_cast<std::size_t>(said), people.size());
}

std::optional<Value> time_present(const State& meeting, Some people) {
    const Millis length = meeting.ran - meeting.left_out;
    std::erase_if(people, [](const Attendance* each) { return !came(*each); });
    if (people.empty() || length <= Millis{0}) return std::nullopt;
    double sum = 0.0;
    const Stamp end = meeting.last.value_or(*meeting.opened);
    for (const Attendance* each : people) sum += std::min(1.0, in_minutes(each->present_at(end)) / in_minutes(length));
    return Value{sum / static_cast<double>(people.size()), people.size()};
}

}  // namespace

std::vector<Definition> definitions_of_people() {
    std::vector<Definition> all;
    const auto both = [&](const std::string& key, const std::string& title, const std::string& formula, auto figure) {
        all.push_back({{key, title, formula, "", Unit::share, Split::none, {}, {}},
                       [=](const State& meeting) -> Found { return figure(meeting, everybody(meeting)); }});
        all.push_back({{key + "-by-partner",
                        title + " by partner",
                        "The same, of the people of each partner.",
                        "",
                        Unit::share,
                        Split::partner,
                        {},
                        {}},
                       [=](const State& meeting) -> Found {
                           std::vector<Named> named;
                           for (const Partner& partner : meeting.partners) {
                               if (const auto value = figure(meeting, of(meeting, partner)))
                                   named.push_back(of_partner(meeting, partner, *value));
                           }
                           return named;
                       }});
    };
    both("attendance", "Attendance", "Those who came over those in the plan; whoever walked in is not counted.",
         attendance);
    both("apologies", "Apologies", "Of those who did not come, the share that had sent apologies.", apologies);
    both("time-present", "Time present",
         "Of those who came, the mean share of the meeting that they were there for, gaps that do not count left out.",
         time_present);
    return all;
}

}  // namespace folkmoot
