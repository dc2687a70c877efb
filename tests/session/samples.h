// One rich value of every event, for tests that must see them all.
#pragma once

#include <string>
#include <vector>

#include "src/session/partnership.h"

namespace folkmoot::test {

/// Texts that are awkward to store: quotes, line breaks, controls, other scripts, what looks like JSON or SQL.
std::vector<std::string> hostile_texts();

/// Every alternative of Event, in the variant's order, twice: with everything set, and with everything left out.
std::vector<Event> full_events();
std::vector<Event> bare_events();
std::vector<PartnershipEvent> partnership_samples();

}  // namespace folkmoot::test
