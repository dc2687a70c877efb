// Where a meeting is.
#pragma once

#include <optional>
#include <string_view>

#include "src/meeting/ids.h"

namespace folkmoot {

/// The stages of a meeting, in order.
enum class Stage { opening, checkin, actions, items, pulse, checkout, closing };

std::string_view in_words(Stage stage);  ///< "opening", "check-in", "actions from last time", "items", ...

/// A stage, and in Stage::items the item that is open.
struct Place {
    Stage stage = Stage::opening;
    std::optional<ItemId> item;
    bool operator==(const Place&) const = default;
};

}  // namespace folkmoot
