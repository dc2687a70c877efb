// Actions and concerns, followed from meeting to meeting.
#include <algorithm>
#include <map>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/review_parts.h"
#include "src/trends/measures.h"

namespace folkmoot::review_parts {

namespace {

std::string partner_of(const State& meeting, const std::optional<PersonId>& owner) {
    const Person* person = owner ? find_person(meeting.people, *owner) : nullptr;
    return person == nullptr ? std::string() : text::one_line(meeting.partner_name(person->partner));
}

std::string owner_name(const State& meeting, const std::optional<PersonId>& owner, const Words& otherwise) {
    const bool known = owner && find_person(meeting.people, *owner) != nullptr;
    return text::one_line(known ? meeting.name_of(*owner) : otherwise.text);
}

Followed::Left left_by(const ReviewedMatter& reviewed) {
    if (reviewed.closed) return Followed::Left::closed;
    if (reviewed.taken && !reviewed.verdict) return Followed::Left::taken;
    if (!is_settled(reviewed)) return Followed::Left::open;
    if (reviewed.taken) return Followed::Left::taken;
    return reviewed.verdict == event::Verdict::dropped ? Followed::Left::dropped : Followed::Left::done;
}

Followed from_capture(const State& meeting, const Capture& capture) {
    Followed one;
    one.text = capture.text;
    one.owner = capture.owner;
    one.owner_name = owner_name(meeting, capture.owner, {});
    one.partner = partner_of(meeting, capture.owner);
    one.due = capture.due;
    one.since = one.decided = date_of(*meeting.opened);
    one.raised_here = true;
    one.accepted = capture.action_state == ActionState::accepted;
    if (capture.action_state == ActionState::done) one.left = Followed::Left::done;
    if (capture.action_state == ActionState::dropped) one.left = Followed::Left::dropped;
    if (capture.closed) one.left = Followed::Left::closed;
    one.agreed = capture.agreed;
    return one;
}

/// `before`: what the review's earlier meetings know of it; nothing the first time.
Followed from_matter(const State& meeting, const ReviewedMatter& reviewed, const Followed* before) {
    const Matter& matter = reviewed.matter;
    Followed one;
    one.text = matter.text;
    one.owner = matter.owner;
    one.owner_name = owner_name(meeting, matter.owner, matter.owner_name);
    one.partner = partner_of(meeting, matter.owner);
    // The owner may have left the partnership since.
    if (one.partner.empty() && before != nullptr && before->owner == one.owner) one.partner = before->partner;
    one.due = reviewed.due ? reviewed.due : matter.due;
    one.since = matter.since;
    one.carried = matter.carried;
    one.left = left_by(reviewed);
    one.on_agenda = reviewed.taken.has_value() || (before != nullptr && before->on_agenda);
    one.accepted = matter.accepted;
    one.raised_here = before != nullptr && before->raised_here;
    one.reason = reviewed.reason;
    one.agreed = reviewed.agreed;
    // Between meetings it was done or dropped on a day of its own.
    const bool settled = one.left == Followed::Left::done || one.left == Followed::Left::dropped;
    one.decided = settled && matter.settled_on ? *matter.settled_on : date_of(*meeting.opened);
    return one;
}

/// "Dara: three people talk" without the name that was typed in front.
Words without_speaker(const State& meeting, const Words& text) {
    const std::size_t colon = text.text.find(':');
    if (colon == std::string::npos) return text;
    const std::string before = text::plain(text::one_line(text.text.substr(0, colon)));
    const bool named = !before.empty() && std::ranges::any_of(meeting.people, [&](const Person& each) {
        const std::string name = text::plain(each.name.text);
        return name == before || name.starts_with(before + " ");
    });
    return named ? Words{text::one_line(text.text.substr(colon + 1)), text.whose} : text;
}

}  // namespace

std::vector<Followed> followed(const Review& review, MatterKind kind) {
    const auto written = kind == MatterKind::action ? CaptureKind::action : CaptureKind::concern;
    std::vector<Followed> all;
    std::map<CaptureId, std::size_t> places;
    for (const State& meeting : review.meetings) {
        for (const ReviewedMatter& each : meeting.matters) {
            if (each.matter.kind != kind) continue;
            const auto [place, is_new] = places.try_emplace(each.matter.id, all.size());
            if (is_new)
                all.push_back(from_matter(meeting, each, nullptr));
            else
                all[place->second] = from_matter(meeting, each, &all[place->second]);
        }
        for (const Capture* each : minutes_parts::captures_of(meeting, written)) {
            places.try_emplace(each->id, all.size());
            all.push_back(from_capture(meeting, *each));
        }
        if (kind == MatterKind::concern)
            for (Followed& each : all) each.text = without_speaker(meeting, each.text);
    }
    return all;
}

}  // namespace folkmoot::review_parts
