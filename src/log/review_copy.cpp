#include "src/log/review_copy.h"

#include <map>
#include <set>

#include "src/session/state.h"

namespace folkmoot::log {

namespace {

/// Which acts are about a concern of this meeting: its capturing, what followed to it, and their undoing.
std::set<Sequence> about_concerns(const std::vector<Recorded>& events) {
    std::set<CaptureNumber> concerns;
    std::set<Sequence> found;
    for (const auto& each : events) {
        bool about = false;
        if (const auto* captured = std::get_if<event::Captured>(&each.event)) {
            about = captured->kind == CaptureKind::concern;
            if (about) concerns.insert(captured->number);
        } else if (const auto* edited = std::get_if<event::CaptureEdited>(&each.event)) {
            about = concerns.contains(edited->number);
        } else if (const auto* removed = std::get_if<event::CaptureRemoved>(&each.event)) {
            about = concerns.contains(removed->number);
        } else if (const auto* closed = std::get_if<event::ConcernClosed>(&each.event)) {
            about = closed->number && concerns.contains(*closed->number);
        } else if (const auto* amended = std::get_if<event::Amended>(&each.event)) {
            about = amended->number && concerns.contains(*amended->number);
        } else if (const auto* undone = std::get_if<event::Undone>(&each.event)) {
            about = found.contains(undone->sequence);
        } else if (const auto* redone = std::get_if<event::Redone>(&each.event)) {
            about = found.contains(redone->sequence);
        }
        if (about) found.insert(each.sequence);
    }
    return found;
}

void without_private_words(Event& event) {
    if (auto* opened = std::get_if<event::Opened>(&event))
        for (auto& person : opened->people) person.access = {};
    if (auto* walked = std::get_if<event::WalkedIn>(&event)) walked->person.access = {};
    if (auto* answered = std::get_if<event::RoundAnswered>(&event)) answered->words = {};
    if (auto* raised = std::get_if<event::HandRaised>(&event)) raised->reason = {};
}

}  // namespace

std::vector<Recorded> for_review(const MeetingId& meeting, const std::vector<Recorded>& events) {
    const State whole = fold(meeting, events);
    const auto concerns = about_concerns(events);
    std::vector<Recorded> result;
    std::map<Sequence, Sequence> moved;
    const auto add = [&](const Stamp& at, Event event) {
        const auto sequence = static_cast<Sequence>(result.size() + 1);
        result.push_back({sequence, at, std::move(event)});
        return sequence;
    };
    const auto add_concerns = [&](const Stamp& at) {
        for (const auto& capture : whole.captures) {
            if (capture.kind != CaptureKind::concern || capture.removed) continue;
            add(at, event::Captured{capture.id, capture.number, capture.kind, capture.text, {}, {}, {}});
            if (capture.closed) add(at, event::ConcernClosed{capture.number, {}, capture.agreed});
        }
    };
    Sequence closing = 0;
    for (const auto& each : events)
        if (std::holds_alternative<event::Closed>(each.event)) closing = each.sequence;
    for (const auto& each : events) {
        if (whole.closed && each.sequence == closing) add_concerns(each.at);
        if (concerns.contains(each.sequence)) continue;
        auto event = each.event;
        without_private_words(event);
        if (auto* undone = std::get_if<event::Undone>(&event)) undone->sequence = moved.at(undone->sequence);
        if (auto* redone = std::get_if<event::Redone>(&event)) redone->sequence = moved.at(redone->sequence);
        moved[each.sequence] = add(each.at, std::move(event));
    }
    if (!whole.closed && whole.last) add_concerns(*whole.last);
    fold(meeting, result);  // what could not be folded must not be handed on
    return result;
}

PartnershipEvent for_review(PartnershipEvent event) {
    if (auto* kept = std::get_if<partnership_event::PersonKept>(&event)) kept->person.access = {};
    return event;
}

}  // namespace folkmoot::log
