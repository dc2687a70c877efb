#include "src/session/events.h"

#include <array>

#include "src/session/partnership.h"

namespace folkmoot {

namespace {

// In the order of the variants. Part of the log's format: names may be added, never changed.
constexpr std::array<std::string_view, 44> event_names{"opened",
                                                       "attended",
                                                       "walked-in",
                                                       "minutes-agreed",
                                                       "moved",
                                                       "round-answered",
                                                       "round-called",
                                                       "matter-reviewed",
                                                       "matter-taken",
                                                       "matter-owner-set",
                                                       "matter-due-set",
                                                       "paused",
                                                       "resumed",
                                                       "extended",
                                                       "overrun-answered",
                                                       "turn-began",
                                                       "turn-ended",
                                                       "hand-raised",
                                                       "hand-lowered",
                                                       "captured",
                                                       "capture-edited",
                                                       "capture-removed",
                                                       "decision-ruled",
                                                       "reserved",
                                                       "action-accepted",
                                                       "owner-set",
                                                       "due-set",
                                                       "concern-closed",
                                                       "item-added",
                                                       "item-moved",
                                                       "item-settled",
                                                       "pulse-taken",
                                                       "next-meeting-set",
                                                       "next-facilitator-set",
                                                       "next-host-set",
                                                       "duty-taken",
                                                       "gap-judged",
                                                       "closed",
                                                       "amended",
                                                       "undone",
                                                       "redone",
                                                       "decision-dated",
                                                       "principle-made",
                                                       "word-is-plain"};
static_assert(event_names.size() == std::variant_size_v<AnyEvent>);

constexpr std::array<std::string_view, 10> partnership_names{
    "founded",     "partner-kept", "person-kept", "objective-kept", "principles-kept",
    "action-kept", "groups-kept",  "term-kept",   "ways-kept",      "taken-out"};
static_assert(partnership_names.size() == std::variant_size_v<PartnershipEvent>);

}  // namespace

Event::Event() = default;
Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

std::string_view kind_name(const Event& event) { return event_names[event.index()]; }
std::string_view kind_name(const PartnershipEvent& event) { return partnership_names[event.index()]; }

}  // namespace folkmoot
