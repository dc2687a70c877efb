// What has an identity in the domain.
#pragma once

#include <cstdint>

#include "src/base/id.h"

namespace folkmoot {

using PartnershipId = Id<struct PartnershipTag>;
using PartnerId = Id<struct PartnerTag>;
using PersonId = Id<struct PersonTag>;
using MeetingId = Id<struct MeetingTag>;
using ItemId = Id<struct ItemTag>;
/// Captures keep their id for life: an action or a parked matter is followed by it from meeting to meeting.
using CaptureId = Id<struct CaptureTag>;

/// A capture's number in its meeting, from 1: said when it is made, never used again there.
using CaptureNumber = std::uint32_t;

}  // namespace folkmoot
