#include "src/meeting/agenda.h"

#include <algorithm>
#include <array>
#include <utility>

namespace folkmoot {

namespace {

constexpr std::array<std::pair<ItemKind, std::string_view>, 5> kinds{{{ItemKind::inform, "inform"},
                                                                      {ItemKind::explore, "explore"},
                                                                      {ItemKind::decide, "decide"},
                                                                      {ItemKind::review, "review"},
                                                                      {ItemKind::pause, "break"}}};

}  // namespace

std::string_view in_words(ItemKind kind) {
    const auto* const found = std::ranges::find(kinds, kind, &std::pair<ItemKind, std::string_view>::first);
    return found->second;
}

std::optional<ItemKind> item_kind_from(std::string_view word) {
    const auto* const found = std::ranges::find(kinds, word, &std::pair<ItemKind, std::string_view>::second);
    if (found == kinds.end()) {
        return std::nullopt;
    }
    return found->first;
}

std::string_view in_words(Outcome outcome) {
    switch (outcome) {
        case Outcome::done:
            return "done";
        case Outcome::carried:
            return "carried to the next meeting";
        case Outcome::parked:
            return "parked";
        case Outcome::dropped:
            return "left out";
    }
    return "";
}

Millis Slot::used_at(const Stamp& now) const { return running_since ? used + elapsed(*running_since, now) : used; }

Minutes AgendaItem::allotted() const {
    Minutes sum = item.planned - slot.given_away;
    for (const Extension& extension : slot.extensions) {
        sum += extension.minutes;
    }
    return std::max(sum, Minutes{0});
}

}  // namespace folkmoot
