#include "src/log/held.h"

#include <algorithm>
#include <array>
#include <set>

#include "src/log/blanking.h"
#include "src/log/parts.h"

namespace folkmoot {

namespace {

std::string presence_of(const Attendance& attendance) {
    static constexpr std::array<const char*, 6> words{"expected", "here",      "announced late",
                                                      "away",     "apologies", "left"};
    std::string all = words[static_cast<std::size_t>(attendance.presence)];
    if (attendance.came_late && attendance.arrived) all += ", came late";
    if (attendance.walked_in) all += ", not planned";
    return all;
}

std::string word_for(Answer answer) {
    static constexpr std::array<const char*, 5> words{"said", "off the record", "passed", "later", "away"};
    return words[static_cast<std::size_t>(answer)];
}

void add_answers(HeldMeeting& held, const State& state, RoundKind kind, const PersonId& person) {
    const auto& round = kind == RoundKind::checkin ? state.checkin : state.checkout;
    for (const auto& answer : round.answers)
        if (answer.person == person)
            held.answers.push_back({kind, word_for(answer.answer), answer.score, answer.words.text});
    if (kind == RoundKind::checkin && round.started && !round.order.empty() && round.order.front() == person)
        held.duties.emplace_back("spoke first");
}

HeldMeeting meeting_of(const State& state, const PersonId& person) {
    HeldMeeting held;
    held.id = state.id;
    held.title = state.plan.title.text;
    held.group = state.plan.group.text;
    held.date = date_of(*state.opened);
    held.closed = state.closed.has_value();
    if (const auto* attendance = state.attendance_of(person)) {
        held.presence = presence_of(*attendance);
        held.apology = attendance->reason.text;
        const Millis present = attendance->present_at(state.closed.value_or(state.last.value_or(*state.opened)));
        held.present = std::chrono::floor<Minutes>(present + std::chrono::seconds{30});  // as attendance is told
    }
    if (state.facilitator == person) held.duties.emplace_back("facilitated");
    if (state.note_taker == person) held.duties.emplace_back("took notes");
    for (const auto kind : {RoundKind::checkin, RoundKind::checkout}) add_answers(held, state, kind, person);
    for (const auto& [item, slot, added] : state.agenda) {
        if (item.lead == person) held.leads.push_back(item.title.text);
        for (const auto& turn : slot.turns) {
            if (turn.person != person) continue;
            ++held.turns;
            held.spoke += turn.length;
        }
    }
    for (const auto& capture : state.captures) {
        if (capture.removed) continue;
        if (capture.owner == person) held.actions.push_back(capture.text.text);
        for (const auto& reservation : capture.reservations)
            if (reservation.person == person) held.reservations.push_back(reservation.text.text);
    }
    for (const auto& each : state.events)
        if (const auto* raised = std::get_if<event::HandRaised>(&each.event); raised && raised->person == person)
            held.hands.push_back(raised->reason.text);
    return held;
}

class Gathering {
public:
    Gathering(Log& log, const KnownPerson& person)
        : parts_(log.parts()), finder_(log::finder_for(log::people_named(parts_.connection.db()), person.id)) {
        held_.person = person;
    }

    Held gather() {
        const auto all = parts_.store.all();
        const std::size_t meetings = log::meetings_in(all);
        std::size_t done = 0;
        for (const auto& stream : all) {
            if (stream.kind == StreamKind::meeting)
                parts_.watch.at({"Looking for what is kept", done++, meetings, "meetings"});
            const auto stored = parts_.store.read(stream);
            State state;
            if (stream.kind == StreamKind::meeting) {
                state = fold(MeetingId(stream.uid), log::recorded(stream, stored));
                if (!state.opened) continue;
                if (find_person(state.people, held_.person.id))
                    held_.meetings.push_back(meeting_of(state, held_.person.id));
            }
            for (const auto& event : stored.events) look(stream, state, event.encoded);
        }
        std::ranges::stable_sort(held_.meetings, {}, &HeldMeeting::date);
        return std::move(held_);
    }

private:
    void look(const log::StreamInfo& stream, const State& state, const Encoded& encoded) {
        std::vector<WordUse> uses;
        for (std::size_t part = 0; part < encoded.words.size(); ++part) {
            const auto& words = encoded.words[part];
            const bool own = words.whose == held_.person.id;
            const auto mentions = own ? std::vector<text::NameFinder::Mention>{} : finder_.find(words.text);
            if (!own && mentions.empty()) continue;
            if (uses.empty()) uses = word_uses(stream.kind, encoded);
            if (own)
                keep_own(state, uses[part], words.text);
            else
                keep_text(state, uses[part], words.text, mentions);
        }
    }

    void keep_own(const State& state, WordUse use, const std::string& text) {
        if (text.empty() || use == WordUse::name || use == WordUse::owner) return;
        if (use != WordUse::role && use != WordUse::access) {
            if (!told_of(state, text)) held_.earlier.push_back(text_of(state, use, text));
            return;
        }
        auto& kept = use == WordUse::role ? held_.roles : held_.access;
        if (std::ranges::find(kept, text) == kept.end()) kept.push_back(text);
    }

    void keep_text(const State& state, WordUse use, const std::string& text,
                   const std::vector<text::NameFinder::Mention>& mentions) {
        if (use == WordUse::name || use == WordUse::owner || use == WordUse::fingerprint) return;
        using What = text::NameFinder::What;
        const auto has = [&](What what) {
            return std::ranges::any_of(mentions, [&](const auto& each) { return each.what == what; });
        };
        if (!has(What::theirs) && !has(What::shared)) return;
        auto held = text_of(state, use, text);
        held.shared = !has(What::theirs);
        held_.texts.push_back(std::move(held));
    }

    static HeldText text_of(const State& state, WordUse use, const std::string& text) {
        HeldText held;
        held.meeting = state.id;
        held.title = state.plan.title.text;
        if (state.opened) held.date = date_of(*state.opened);
        held.use = use;
        held.text = text;
        return held;
    }

    [[nodiscard]] bool told_of(const State& state, const std::string& text) const {
        if (held_.meetings.empty() || held_.meetings.back().id != state.id) return false;
        const auto& meeting = held_.meetings.back();
        const auto has = [&](const std::vector<std::string>& all) { return std::ranges::find(all, text) != all.end(); };
        return meeting.apology == text || has(meeting.hands) || has(meeting.reservations) ||
               std::ranges::any_of(meeting.answers, [&](const auto& each) { return each.words == text; });
    }

    log::Parts& parts_;
    text::NameFinder finder_;
    Held held_;
};

}  // namespace

Held held_of(Log& log, const KnownPerson& person) {
    auto held = log.parts().ask([&] { return Gathering(log, person).gather(); });
    held.backups = backups_noted(log);
    held.in_review_copy = log.is_for_review();
    return held;
}

}  // namespace folkmoot
