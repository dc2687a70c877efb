#include "src/exports/minutes_json.h"
#include "src/session/pulse_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/exports/minutes_for.h"
#include "src/exports/minutes_parts.h"
#include "src/session/news.h"
#include "src/session/terms.h"

namespace folkmoot {

using namespace minutes_parts;

namespace {

using Json = nlohmann::ordered_json;

constexpr int schema = 1;

Json text_or_null(const std::string& raw) { return raw.empty() ? Json(nullptr) : Json(text::printable(raw)); }
Json text_or_null(const Words& words) { return text_or_null(words.text); }
Json date_or_null(const std::optional<Date>& date) { return date ? Json(iso(*date)) : Json(nullptr); }
Json time_or_null(const std::optional<Stamp>& stamp) { return stamp ? Json(time_of_day(*stamp)) : Json(nullptr); }

Json moment_or_null(const std::optional<Stamp>& stamp) {
    return stamp ? Json(fmt::format("{}T{}", iso(date_of(*stamp)), time_of_day(*stamp))) : Json(nullptr);
}

Json person_or_null(const State& state, const std::optional<PersonId>& id) {
    return id ? text_or_null(state.name_of(*id)) : Json(nullptr);
}

Json partner_or_null(const State& state, const std::optional<PartnerId>& id) {
    return id ? text_or_null(state.partner_name(*id)) : Json(nullptr);
}

/// To the nearest minute, halves up, as durations are said.
Json whole_minutes(Millis time) {
    return std::chrono::floor<Minutes>(std::max(time, Millis{0}) + std::chrono::seconds{30}).count();
}

const char* word_for(Presence presence) {
    switch (presence) {
        case Presence::expected:
            return "not written down";
        case Presence::here:
            return "here";
        case Presence::late:
            return "late";
        case Presence::away:
            return "away";
        case Presence::apologies:
            return "apologies";
        case Presence::left:
            return "left";
    }
    return "not written down";
}

const char* word_for(Outcome outcome) {
    switch (outcome) {
        case Outcome::done:
            return "done";
        case Outcome::carried:
            return "carried";
        case Outcome::parked:
            return "parked";
        case Outcome::dropped:
            return "dropped";
    }
    return "done";
}

const char* word_for(MatterKind kind) {
    switch (kind) {
        case MatterKind::action:
            return "action";
        case MatterKind::item:
            return "item";
        case MatterKind::parked:
            return "parked matter";
        case MatterKind::concern:
            return "concern";
        case MatterKind::question:
            return "question";
        case MatterKind::decision:
            return "decision";
    }
    return "action";
}

const char* word_for(event::Verdict verdict) {
    switch (verdict) {
        case event::Verdict::done:
            return "done";
        case event::Verdict::kept:
            return "kept";
        case event::Verdict::dropped:
            return "dropped";
        case event::Verdict::accepted:
            return "accepted";
    }
    return "kept";
}

Json people_json(const State& state) {
    Json people = Json::array();
    for (const Person& each : state.people) {
        const Attendance* attendance = state.attendance_of(each.id);
        const Attendance at = attendance != nullptr ? *attendance : Attendance{};
        people.push_back({{"name", text_or_null(each.name)},
                          {"partner", partner_or_null(state, each.partner)},
                          {"role", text_or_null(each.role)},
                          {"presence", word_for(at.presence)},
                          {"came_late", at.came_late && at.arrived ? time_or_null(at.arrived) : Json(nullptr)},
                          {"left_early", at.presence == Presence::left ? time_or_null(at.left) : Json(nullptr)},
                          {"reason", text_or_null(at.reason)}});
    }
    return people;
}

Json scores_json(const std::vector<int>& scores, const std::optional<Scale>& scale) {
    if (scores.empty()) return nullptr;
    Json told = {{"n", scores.size()},
                 {"median", nullptr},
                 {"lowest", nullptr},
                 {"highest", nullptr},
                 {"scale", scale ? Json({scale->low, scale->high}) : Json(nullptr)}};
    if (scores.size() < fewest_answers) return told;
    const std::size_t half = scores.size() / 2;
    const int twice = scores.size() % 2 == 1 ? 2 * scores[half] : scores[half - 1] + scores[half];
    told["median"] = twice / 2.0;
    told["lowest"] = scores.front();
    told["highest"] = scores.back();
    return told;
}

Json round_json(const State& state, const Round& round) {
    if (!round.started && round.answers.empty()) return nullptr;
    const RoundCounts counts = counts_of(round);
    Json words = Json::array();
    for (const std::string& each : counts.words) words.push_back(text::printable(each));
    return {{"question", text_or_null(round.question)},
            {"spoke", counts.spoke},
            {"passed", counts.passed},
            {"no_turn", counts.unheard},
            {"scores", scores_json(counts.scores, state.plan.scale)},
            {"words", words}};
}

Json capture_json(const State& state, const Capture& capture) {
    Json made = {{"number", capture.number}, {"kind", in_words(capture.kind)}, {"text", text_or_null(capture.text)}};
    if (capture.kind == CaptureKind::term) made["word"] = text_or_null(capture.word);
    if (capture.kind == CaptureKind::concern) {
        made["closed"] = capture.closed;
        made["agreed"] = text_or_null(capture.agreed);
    }
    if (capture.kind == CaptureKind::action) {
        made["id"] = capture.id.hex();
        made["owner"] = person_or_null(state, capture.owner);
        made["due"] = date_or_null(capture.due);
        made["state"] = in_words(capture.action_state);
    }
    if (capture.kind == CaptureKind::decision) {
        made["rule"] = capture.rule ? Json(in_words(*capture.rule)) : Json(nullptr);
        made["votes"] = nullptr;
        if (capture.votes)
            made["votes"] = {{"in_favour", capture.votes->in_favour},
                             {"against", capture.votes->against},
                             {"abstained", capture.votes->abstained}};
        made["principle"] = capture.principle;
        made["look_again"] = date_or_null(capture.look_again);
        made["reservations"] = Json::array();
        for (const Reservation& each : capture.reservations)
            made["reservations"].push_back(
                {{"text", text_or_null(each.text)}, {"person", person_or_null(state, each.person)}});
    }
    return made;
}

bool is_of_items(const Capture& capture) {
    return capture.kind != CaptureKind::term && capture.kind != CaptureKind::concern;
}

/// What stands in the minutes of an item, or outside the items.
Json written_json(const State& state, const std::optional<ItemId>& item) {
    Json written = Json::array();
    for (const Capture& each : state.captures) {
        const bool known = each.item && state.item(*each.item) != nullptr;
        const bool belongs = item ? each.item == item : !known;
        if (belongs && !each.removed && is_of_items(each)) written.push_back(capture_json(state, each));
    }
    return written;
}

Json all_json(const State& state, CaptureKind kind) {
    Json all = Json::array();
    for (const Capture* each : captures_of(state, kind)) all.push_back(capture_json(state, *each));
    return all;
}

Json matter_json(const State& state, const ReviewedMatter& reviewed) {
    const Matter& matter = reviewed.matter;
    Json made = {{"kind", word_for(matter.kind)},
                 {"text", text_or_null(matter.text)},
                 {"since", iso(matter.since)},
                 {"carried", matter.carried}};
    if (matter.kind == MatterKind::concern) {
        made["closed"] = reviewed.closed;
        made["agreed"] = text_or_null(reviewed.agreed);
        return made;
    }
    if (matter.kind == MatterKind::action) {
        const bool known = matter.owner && find_person(state.people, *matter.owner) != nullptr;
        made["id"] = matter.id.hex();
        made["owner"] = known ? person_or_null(state, matter.owner) : text_or_null(matter.owner_name);
        made["due"] = date_or_null(matter.due);
    }
    if (matter.kind == MatterKind::decision) made["due"] = date_or_null(matter.due);
    made["verdict"] = reviewed.verdict ? Json(word_for(*reviewed.verdict)) : Json(nullptr);
    made["new_due"] = date_or_null(reviewed.due);
    made["reason"] = text_or_null(reviewed.reason);
    made["taken_up"] = reviewed.taken.has_value();
    return made;
}

Json matters_json(const State& state) {
    Json matters = Json::array();
    for (const ReviewedMatter& each : state.matters) matters.push_back(matter_json(state, each));
    return matters;
}

Json extensions_json(const State& state, const Slot& slot) {
    Json all = Json::array();
    for (const Extension& each : slot.extensions) {
        const AgendaItem* from = each.from ? state.item(*each.from) : nullptr;
        all.push_back({{"minutes", each.minutes.count()},
                       {"consent", each.consent},
                       {"from", from != nullptr ? text_or_null(from->item.title) : Json(nullptr)}});
    }
    return all;
}

Json item_json(const State& state, const AgendaItem& each, std::size_t number) {
    Json papers = Json::array(), objectives = Json::array();
    for (const Paper& paper : each.item.papers)
        papers.push_back({{"title", text_or_null(paper.title)}, {"sent", date_or_null(paper.sent)}});
    for (const std::string& id : each.item.objectives) objectives.push_back(text::printable(id));
    const Millis used = state.last ? each.slot.used_at(*state.last) : each.slot.used;
    const std::string reason = each.slot.outcome ? reason_of(state, each.item.id) : std::string();
    return {{"number", number},
            {"title", text_or_null(each.item.title)},
            {"kind", in_words(each.item.kind)},
            {"added", each.added},
            {"objectives", objectives},
            {"lead", person_or_null(state, each.item.lead)},
            {"papers", papers},
            {"planned_minutes", each.item.planned.count()},
            {"minutes", each.slot.opened ? whole_minutes(used) : Json(nullptr)},
            {"extensions", extensions_json(state, each.slot)},
            {"given_minutes", each.slot.given_away.count()},
            {"outcome", each.slot.outcome ? Json(word_for(*each.slot.outcome)) : Json(nullptr)},
            {"reason", text_or_null(reason)},
            {"written", written_json(state, each.item.id)}};
}

Json items_json(const State& state) {
    Json items = Json::array();
    for (const AgendaItem& each : state.agenda) items.push_back(item_json(state, each, items.size() + 1));
    return items;
}

Json pulse_json(const State& state) {
    if (!state.pulse) return nullptr;
    const bool told = state.pulse->answers >= answers_needed(state);
    Json statements = Json::array();
    for (std::size_t i = 0; i < state.plan.pulse_statements.size(); ++i)
        statements.push_back(
            {{"text", text_or_null(state.plan.pulse_statements[i])},
             {"counts", told && i < state.pulse->counts.size() ? Json(state.pulse->counts[i]) : Json(nullptr)}});
    return {{"title", text_or_null(state.plan.pulse_title)},
            {"answers", state.pulse->answers},
            {"scale", {state.plan.pulse_scale.low, state.plan.pulse_scale.high}},
            {"statements", statements}};
}

Json planned_json(const State& state) {
    if (!state.plan.scheduled) return nullptr;
    const LocalTime& planned = *state.plan.scheduled;
    const Minutes length = state.plan.length;
    return {{"date", iso(planned.date)},
            {"time", time_of_day(planned.time)},
            {"minutes", length > Minutes{0} ? Json(length.count()) : Json(nullptr)}};
}

Json last_minutes_json(const State& state) {
    const CarryOver& earlier = state.plan.carry_over;
    if (!earlier.last_meeting) return nullptr;
    return {{"title", text_or_null(earlier.last_title)},
            {"date", date_or_null(earlier.last_date)},
            {"agreed", state.minutes_agreed}};
}

Json news_json(const State& state) {
    Json all = Json::array();
    for (const News& each : news_that_touches(state)) {
        Json objectives = Json::array();
        for (const std::string& id : each.objectives) objectives.push_back(text::printable(id));
        all.push_back({{"group", text_or_null(each.group)},
                       {"date", iso(each.date)},
                       {"kind", in_words(each.kind)},
                       {"text", text_or_null(each.text)},
                       {"word", text_or_null(each.word)},
                       {"objectives", objectives}});
    }
    return all;
}

Json words_used_json(const State& state) {
    Json all = Json::array();
    for (const Term& each : glossary_in_use(state))
        all.push_back({{"word", text_or_null(each.word)}, {"text", text_or_null(each.meaning)}});
    return all;
}

Json objectives_json(const State& state) {
    Json all = Json::array();
    for (const Objective& each : state.plan.objectives)
        all.push_back({{"id", text::printable(each.id)},
                       {"text", text_or_null(each.text)},
                       {"review", date_or_null(each.review)}});
    return all;
}

Json corrections_json(const State& state) {
    Json all = Json::array();
    for (const Amendment& each : state.amendments)
        all.push_back({{"number", each.number ? Json(*each.number) : Json(nullptr)},
                       {"text", text_or_null(each.text)},
                       {"person", person_or_null(state, each.person)},
                       {"date", iso(date_of(each.at))}});
    return all;
}

Json next_json(const State& state) {
    return {{"date", date_or_null(state.next_date)},
            {"time", state.next_date && state.next_time ? Json(time_of_day(*state.next_time)) : Json(nullptr)},
            {"facilitator", person_or_null(state, state.next_facilitator)},
            {"host", partner_or_null(state, state.next_host)}};
}

Json missed_json(const State& state, const Missed& missed) {
    const AgendaItem* item = missed.item ? state.item(*missed.item) : nullptr;
    Json written = Json::array();
    for (const CaptureNumber number : missed.written) written.push_back(capture_json(state, *state.capture(number)));
    const bool ended = item != nullptr && item->slot.outcome;
    return {{"item", item != nullptr ? text_or_null(item->item.title) : Json(nullptr)},
            {"in_part", missed.in_part},
            {"outcome", ended ? Json(word_for(*item->slot.outcome)) : Json(nullptr)},
            {"written", written}};
}

/// The members with which both begin.
Json begun(const State& state, const char* format) {
    return {{"format", format},
            {"schema", schema},
            {"id", state.id.hex()},
            {"title", text_or_null(state.plan.title)},
            {"closed", state.closed.has_value()},
            {"began", moment_or_null(state.opened)},
            {"ended", moment_or_null(state.closed)}};
}

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string minutes_json(const State& state) {
    Json all = begun(state, "folkmoot-minutes");
    all["minutes"] = whole_minutes(state.ran - state.left_out);
    all["left_out_minutes"] = whole_minutes(state.left_out);
    all["planned"] = planned_json(state);
    all["place"] = text_or_null(state.plan.place);
    all["group"] = text_or_null(state.plan.group);
    all["partnership"] = text_or_null(state.plan.partnership_name);
    all["facilitator"] = person_or_null(state, state.facilitator);
    all["note_taker"] = person_or_null(state, state.note_taker);
    all["timekeeper"] = person_or_null(state, state.timekeeper);
    all["host"] = partner_or_null(state, state.host);
    all["people"] = people_json(state);
    all["objectives"] = objectives_json(state);
    all["checkin"] = round_json(state, state.checkin);
    all["last_minutes"] = last_minutes_json(state);
    all["since_last_met"] = news_json(state);
    all["from_earlier"] = matters_json(state);
    all["items"] = items_json(state);
    all["outside_items"] = written_json(state, std::nullopt);
    all["terms"] = all_json(state, CaptureKind::term);
    all["words_used"] = words_used_json(state);
    all["concerns"] = all_json(state, CaptureKind::concern);
    all["pulse"] = pulse_json(state);
    all["checkout"] = round_json(state, state.checkout);
    all["next_meeting"] = next_json(state);
    all["corrections"] = corrections_json(state);
    return dumped(all);
}

std::string minutes_for_json(const State& state, const PersonId& whom) {
    Json all = begun(state, "folkmoot-minutes-for-one");
    const Attendance* attendance = state.attendance_of(whom);
    const Attendance at = attendance != nullptr ? *attendance : Attendance{};
    all["person"] = person_or_null(state, whom);
    all["presence"] = word_for(at.presence);
    all["minutes_present"] = whole_minutes(at.present_at(state.last.value_or(Stamp{})));
    all["missed"] = Json::array();
    for (const Missed& each : missed_by(state, whom)) all["missed"].push_back(missed_json(state, each));
    all["actions"] = Json::array();
    for (const Capture* each : actions_of(state, whom)) all["actions"].push_back(capture_json(state, *each));
    all["from_earlier"] = Json::array();
    for (const ReviewedMatter* each : earlier_actions_of(state, whom))
        all["from_earlier"].push_back(matter_json(state, *each));
    all["next_meeting"] = next_json(state);
    return dumped(all);
}

}  // namespace folkmoot
