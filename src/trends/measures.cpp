#include "src/trends/measures.h"

#include <algorithm>
#include <iterator>

namespace folkmoot {

std::vector<Measure> measures(std::span<const State> meetings) {
    std::vector<Measure> all;
    for (const auto part : {measures_of_time, measures_of_voice, measures_of_actions, measures_of_work,
                            measures_of_people, measures_of_answers})
        std::ranges::move(part(meetings), std::back_inserter(all));
    return all;
}

}  // namespace folkmoot
