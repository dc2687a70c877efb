// How long an item is likely to take, from how long those like it took.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "src/meeting/plan.h"
#include "src/session/records.h"

namespace folkmoot {

/// What items like this one usually took. Like it are those with its title (a number at its end apart); when fewer than
/// three of those were finished, those of its kind with its lead; else those of its kind.
struct Estimate {
    enum class Like { title, lead, kind };
    Minutes usual{0};       ///< the median of the minutes that they used, at least 1
    std::size_t times = 0;  ///< how many there were, at least 3
    Like like = Like::kind;
    bool operator==(const Estimate&) const = default;
};

/// Nothing for a break, and when fewer than three like it were finished. By lead and by kind only `group`'s own count:
/// another group has another pace.
std::optional<Estimate> estimate(const PlannedItem& item, std::span<const ItemRun> runs, std::string_view group);

/// "usually took 22 minutes (7 times with this title)".
std::string in_words(const Estimate& estimate, const PlannedItem& item);

}  // namespace folkmoot
