#include "src/session/missing.h"

#include <fmt/format.h>
#include <algorithm>
#include <optional>
#include <string_view>

namespace folkmoot {

namespace {

/// "Asha, who leads this, is away."; nothing when they are here, or when nobody has been counted.
std::optional<std::string> missing(const State& state, const std::optional<PersonId>& person, std::string_view task) {
    const Attendance* attendance = person ? state.attendance_of(*person) : nullptr;
    if (attendance == nullptr || state.present().empty() || attendance->presence == Presence::here) {
        return std::nullopt;
    }
    const bool away = attendance->presence == Presence::away || attendance->presence == Presence::apologies;
    const std::string_view where = away                                     ? "is away"
                                   : attendance->presence == Presence::late ? "is coming later"
                                   : attendance->presence == Presence::left ? "has left"
                                                                            : "is not here yet";
    return fmt::format("{}, who {}, {}.", state.name_of(*person), task, where);
}

}  // namespace

std::vector<std::string> missing_now(const State& state, const event::Moved& moved) {
    std::vector<std::string> said;
    const auto moves = std::ranges::count_if(
        state.events, [](const Recorded& each) { return std::holds_alternative<event::Moved>(each.event); });
    const auto moves_to = [&](const Place& place) {
        return std::ranges::count_if(state.events, [&](const Recorded& each) {
            const auto* move = std::get_if<event::Moved>(&each.event);
            return move != nullptr && move->to == place;
        });
    };
    if (moves == 1) {
        if (auto each = missing(state, state.facilitator, "facilitates")) {
            said.push_back(*each + " To say who does: duty facilitate and a name.");
        }
        if (auto each = missing(state, state.note_taker, "takes notes")) {
            said.push_back(*each + " To say who does: duty notes and a name.");
        }
    }
    const AgendaItem* item = moved.to.item ? state.item(*moved.to.item) : nullptr;
    if (item != nullptr && moves_to(moved.to) == 1) {
        if (auto each = missing(state, item->item.lead, "leads this")) said.push_back(*each);
    }
    return said;
}

}  // namespace folkmoot
