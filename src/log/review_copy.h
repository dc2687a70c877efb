// A meeting as staff may read it.
#pragma once

#include <vector>

#include "src/session/events.h"
#include "src/session/partnership.h"

namespace folkmoot::log {

/// Without access needs, without what each person said in the rounds and why they asked to speak; and with the concerns
/// that stand written down at the end of the meeting: who spoke just then, at which item and when, would point at who
/// raised them. All else, every number and every time, stays. Throws Error when the events are damaged.
std::vector<Recorded> for_review(const MeetingId& meeting, const std::vector<Recorded>& events);
PartnershipEvent for_review(PartnershipEvent event);

}  // namespace folkmoot::log
