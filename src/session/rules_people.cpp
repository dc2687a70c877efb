#include <fmt/format.h>
#include <algorithm>

#include "src/base/text.h"
#include "src/session/pulse_rule.h"
#include "src/session/rules.h"
#include "src/time/calendar.h"

namespace folkmoot {

Decided Rules::operator()(const command::Attend& c) const {
    event::Attended attended{{}, c.presence, {}};
    const std::string reason = text::one_line(c.reason);
    if (!reason.empty()) {
        if (c.people.size() != 1) {
            return no("A reason is kept for one person at a time. For example: away Ben: ill.");
        }
        attended.reason = Words{reason, c.people.front()};
    }
    for (const PersonId& person : c.people) {
        const Attendance* attendance = s_.attendance_of(person);
        if (attendance == nullptr) {
            return no("That person is not on the list. Add them with: here new NAME of PARTNER.");
        }
        if (c.presence == Presence::left && attendance->presence != Presence::here) {
            return no(fmt::format("{} is not here, so cannot have left.", name(person)));
        }
        // At the opening it puts right what "here all" said of everyone.
        const bool opening = s_.place.stage == Stage::opening;
        if (c.presence == Presence::late && attendance->presence == Presence::here && !opening) {
            return no(fmt::format("{} is here already.", name(person)));
        }
        if (attendance->presence != c.presence || (!reason.empty() && attendance->reason.text != reason)) {
            attended.people.push_back(person);
        }
    }
    if (attended.people.empty()) {
        return no("Nothing to change: that is how it stands already.");
    }
    return Event{attended};
}

Decided Rules::operator()(const command::WalkIn& c) const {
    const std::string typed = text::one_line(c.name);
    if (typed.empty()) {
        return no("A name is needed. For example: here new Sam Reed of City Council.");
    }
    for (const Person& each : s_.people) {
        if (text::folded(each.name.text) == text::folded(typed)) {
            return no(fmt::format("{0} is on the list already. Type here {0}.", each.name.text));
        }
    }
    event::WalkedIn walked_in;
    walked_in.person.id = PersonId{derived_id(s_.id, next_sequence(), "person")};
    walked_in.person.name = Words{typed, walked_in.person.id};
    if (c.known) {
        walked_in.person.id = c.known->id;
        walked_in.person.name = c.known->name;
        walked_in.person.role = c.known->role;
        walked_in.person.access = c.known->access;
    }
    const std::string typed_partner = text::one_line(c.partner);
    const std::string partner = typed_partner.empty() ? "independent" : typed_partner;
    for (const Partner& each : s_.partners) {
        if (text::folded(each.name.text) == text::folded(partner)) {
            walked_in.person.partner = each.id;
            return Event{walked_in};
        }
    }
    walked_in.new_partner = Partner{PartnerId{derived_id(s_.id, next_sequence(), "partner")}, Words{partner}};
    walked_in.person.partner = walked_in.new_partner->id;
    return Event{walked_in};
}

Decided Rules::operator()(const command::AnswerRound& c) const {
    const std::optional<RoundKind> kind = round_here();
    if (!kind) {
        return no("Nobody is asked in turn here. Answers belong to the check-in and the check-out.");
    }
    const std::optional<PersonId> person = next_in_round(s_, *kind);
    if (!person) {
        return no("Everyone has spoken. Type next to go on.");
    }
    if (c.score && !s_.plan.scale) {
        return no("This group takes no scores. Begin with a dash, for example: say - 4 things to tell.");
    }
    if (c.score && !s_.plan.scale->holds(*c.score)) {
        return no(fmt::format("{} is not on the scale, which goes from {} to {}. For example: say {} glad to be here.",
                              *c.score, s_.plan.scale->low, s_.plan.scale->high, s_.plan.scale->high));
    }
    event::RoundAnswered answered{*kind, *person, c.answer, std::nullopt, {}};
    if (c.answer == Answer::said || c.answer == Answer::off) {
        answered.score = c.score;
    }
    if (c.answer == Answer::said) {
        if (c.words.size() > longest_text) {
            return too_long(c.words.size());
        }
        answered.words = Words{text::one_line(c.words), *person};
    }
    return Event{answered};
}

Decided Rules::operator()(const command::CallInRound& c) const {
    const std::optional<RoundKind> kind = round_here();
    if (!kind) {
        return no("Nobody is asked in turn here.");
    }
    if (const auto refusal = absent(c.person)) {
        return *refusal;
    }
    const Round& round = *kind == RoundKind::checkin ? s_.checkin : s_.checkout;
    const RoundAnswer* given = round.answer_of(c.person);
    if (given != nullptr && given->answer != Answer::later && given->answer != Answer::away) {
        return no(fmt::format("{} has {} already. To change it, type undo: it takes back one act after the other.",
                              name(c.person), given->answer == Answer::passed ? "passed" : "spoken"));
    }
    if (next_in_round(s_, *kind) == c.person) {
        return no(fmt::format("It is the turn of {} already.", name(c.person)));
    }
    return Event{event::RoundCalled{*kind, c.person}};
}

Decided Rules::operator()(const command::Speak& c) const {
    const AgendaItem* open = s_.open_item();
    if (open == nullptr) {
        return no("Turns are kept while an item is open.");
    }
    if (const auto refusal = absent(c.person)) {
        return *refusal;
    }
    if (open->slot.speaking && open->slot.speaking->person == c.person) {
        return no(fmt::format("{} is speaking already.", name(c.person)));
    }
    return Event{event::TurnBegan{c.person}};
}

Decided Rules::operator()(const command::StopSpeaking&) const {
    const AgendaItem* open = s_.open_item();
    if (open == nullptr || !open->slot.speaking) {
        return no("Nobody is marked as speaking.");
    }
    return Event{event::TurnEnded{}};
}

Decided Rules::operator()(const command::RaiseHand& c) const {
    const AgendaItem* open = s_.open_item();
    if (open == nullptr) {
        return no("Hands are kept while an item is open.");
    }
    if (const auto refusal = absent(c.person)) {
        return *refusal;
    }
    if (in_queue(*open, c.person)) {
        return no(fmt::format("The hand of {} is up already.", name(c.person)));
    }
    return Event{event::HandRaised{c.person, Words{text::one_line(c.reason), c.person}}};
}

Decided Rules::operator()(const command::LowerHand& c) const {
    const AgendaItem* open = s_.open_item();
    if (open == nullptr || !in_queue(*open, c.person)) {
        return no(fmt::format("The hand of {} is not up.", name(c.person)));
    }
    return Event{event::HandLowered{c.person}};
}

Decided Rules::operator()(const command::TakePulse& c) const {
    if (s_.plan.pulse_statements.empty() || s_.pulse) {
        return no(s_.pulse ? "The pulse has been taken." : "This meeting has no pulse in its plan.");
    }
    if (c.answers.size() != s_.plan.pulse_statements.size()) {
        return no("The pulse is not complete yet.");
    }
    const Scale scale = s_.plan.pulse_scale;
    event::PulseTaken taken;
    for (const std::vector<int>& row : c.answers) {
        std::vector<std::uint32_t> counts(static_cast<std::size_t>(scale.high - scale.low) + 1, 0);
        for (const int answer : row) {
            if (!scale.holds(answer)) {
                return no(fmt::format("{} is not on the scale from {} to {}.", answer, scale.low, scale.high));
            }
            ++counts[static_cast<std::size_t>(answer - scale.low)];
        }
        if (const std::size_t here = s_.present().size(); here > 0 && row.size() > here) {
            return more_than_here(here);
        }
        taken.answers = std::max(taken.answers, static_cast<std::uint32_t>(row.size()));
        // Too few answers would point at people: only how many answered is kept.
        taken.counts.push_back(row.size() < answers_needed(s_) ? std::vector<std::uint32_t>{} : counts);
    }
    return Event{taken};
}

Decided Rules::operator()(const command::SetNextFacilitator& c) const {
    if (s_.attendance_of(c.person) == nullptr) {
        return no("That person is not on the list of people.");
    }
    return Event{event::NextFacilitatorSet{c.person}};
}

Decided Rules::operator()(const command::SetNextHost& c) const {
    if (find_partner(s_.partners, c.partner) == nullptr) {
        return no("That is no partner of this meeting.");
    }
    return Event{event::NextHostSet{c.partner}};
}

Decided Rules::operator()(const command::TakeDuty& c) const {
    if (c.duty == Duty::speak_first) {
        return no("Who speaks first is chosen in the check-in: speak NAME.");
    }
    if (c.duty == Duty::host ? !c.partner : !c.person) {
        return no("A name is needed. For example: duty notes Asha.");
    }
    if (c.person && s_.attendance_of(*c.person) == nullptr) {
        return no("That person is not on the list of people.");
    }
    if (c.partner && find_partner(s_.partners, *c.partner) == nullptr) {
        return no("That is no partner of this meeting.");
    }
    return Event{event::DutyTaken{c.duty, c.person, c.partner}};
}

}  // namespace folkmoot
