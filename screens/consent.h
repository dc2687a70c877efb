// Everyone who is here is asked in turn whether a decision is made by consent. It lies over the decision's page.
// The question it answers: who agrees, who has a reservation, and does anybody object?
#pragma once

#include <optional>
#include <string>

#include "screens/screen.h"

namespace folkmoot::consent {

/// `rule [N] consent round`: opens the decision's page and asks.
Reaction begin(const View& view, const Capture& decision);

/// Whether everyone is being asked about this decision.
bool is_open(const View& view, const Capture& decision);

/// It must be open.
Page page(const View& view, const Capture& decision);

/// Nothing when the word is for the place under it.
std::optional<Reaction> on(const View& view, const Capture& decision, const Intent& intent);

}  // namespace folkmoot::consent
