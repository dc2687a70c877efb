#include "src/exports/undone.h"

namespace folkmoot {

std::set<Sequence> undone_acts(const State& state) {
    std::set<Sequence> undone;
    for (const Recorded& recorded : state.events) {
        if (const auto* act = std::get_if<event::Undone>(&recorded.event)) undone.insert(act->sequence);
        if (const auto* act = std::get_if<event::Redone>(&recorded.event)) undone.erase(act->sequence);
    }
    return undone;
}

}  // namespace folkmoot
