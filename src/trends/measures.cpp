#include "src/trends/measures.h"

#include <algorithm>
#include <iterator>

namespace folkmoot {

std::vector<Measure> measures(std::span<const State> meetings) {
    struct Theme {
        const char* name;
        std::vector<Measure> (*measures)(std::span<const State>);
    };
    std::vector<Measure> all;
    for (const auto& [name, of] :
         {Theme{"Time", measures_of_time}, Theme{"Voices and tasks", measures_of_voice},
          Theme{"Actions", measures_of_actions}, Theme{"Decisions and objectives", measures_of_work},
          Theme{"People", measures_of_people}, Theme{"How it was", measures_of_answers}}) {
        auto some = of(meetings);
        for (Measure& each : some) each.theme = name;
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

}  // namespace folkmoot
