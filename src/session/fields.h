// The stored fields of every value in an event, named once: the codec writes and reads by the same list.
// Names are part of the log's format: a field may be added, never renamed.
#pragma once

#include "src/session/events.h"
#include "src/session/partnership.h"

namespace folkmoot::stored {

template <class A>
void fields(A& a, Scale& v) {
    a("low", v.low);
    a("high", v.high);
}
template <class A>
void fields(A& a, LocalTime& v) {
    a("date", v.date);
    a("time", v.time);
}
template <class A>
void fields(A& a, Partner& v) {
    a("id", v.id);
    a("name", v.name);
}
template <class A>
void fields(A& a, AwayDates& v) {
    a("from", v.from);
    a("to", v.to);
}
template <class A>
void fields(A& a, Person& v) {
    a("id", v.id);
    a("name", v.name);
    a("partner", v.partner);
    a("role", v.role);
    a("access", v.access);
    a("away", v.away);
}
template <class A>
void fields(A& a, Objective& v) {
    a("id", v.id);
    a("text", v.text);
    a("review", v.review);
    a("end", v.end);
}
template <class A>
void fields(A& a, Term& v) {
    a("word", v.word);
    a("meaning", v.meaning);
}
template <class A>
void fields(A& a, Threshold& v) {
    a("kind", v.kind);
    a("share", v.share);
    a("left", v.left);
}
template <class A>
void fields(A& a, Ways& v) {
    a("stage", v.stage);
    a("scale", v.scale);
    a("checkin_question", v.checkin_question);
    a("checkout_question", v.checkout_question);
    a("rule", v.rule);
    a("papers_ahead", v.papers_ahead);
    a("principles_review", v.principles_review);
    a("support", v.support);
    a("signposts", v.signposts);
    a("plain_words", v.plain_words);
    a("checks", v.checks);
    a("pulse_minimum", v.pulse_minimum);
    a("time_warnings", v.time_warnings);
}
template <class A>
void fields(A& a, Paper& v) {
    a("title", v.title);
    a("sent", v.sent);
}
template <class A>
void fields(A& a, Item& v) {
    a("id", v.id);
    a("title", v.title);
    a("kind", v.kind);
    a("planned", v.planned);
    a("objectives", v.objectives);
    a("lead", v.lead);
    a("papers", v.papers);
    a("from_matter", v.from_matter);
    a("proposed", v.proposed);
}
template <class A>
void fields(A& a, Extension& v) {
    a("minutes", v.minutes);
    a("consent", v.consent);
    a("from", v.from);
}
template <class A>
void fields(A& a, Votes& v) {
    a("for", v.in_favour);
    a("against", v.against);
    a("abstained", v.abstained);
}
template <class A>
void fields(A& a, Place& v) {
    a("stage", v.stage);
    a("item", v.item);
}
template <class A>
void fields(A& a, Matter& v) {
    a("id", v.id);
    a("kind", v.kind);
    a("text", v.text);
    a("meeting", v.meeting);
    a("since", v.since);
    a("owner", v.owner);
    a("owner_name", v.owner_name);
    a("due", v.due);
    a("accepted", v.accepted);
    a("carried", v.carried);
    a("planned", v.planned);
    a("objectives", v.objectives);
    a("item_kind", v.item_kind);
    a("lead", v.lead);
    a("settled_on", v.settled_on);
    a("settled_why", v.settled_why);
}
template <class A>
void fields(A& a, DutyDone& v) {
    a("duty", v.duty);
    a("person", v.person);
    a("partner", v.partner);
    a("date", v.date);
}
template <class A>
void fields(A& a, News& v) {
    a("group", v.group);
    a("date", v.date);
    a("kind", v.kind);
    a("text", v.text);
    a("word", v.word);
    a("objectives", v.objectives);
}
template <class A>
void fields(A& a, CarryOver& v) {
    a("matters", v.matters);
    a("duties", v.duties);
    a("missed", v.missed);
    a("news", v.news);
    a("last_meeting", v.last_meeting);
    a("last_title", v.last_title);
    a("last_date", v.last_date);
    a("next_facilitator", v.next_facilitator);
    a("next_host", v.next_host);
}

template <class A>
void fields(A& a, event::Opened& v) {
    a("partnership", v.partnership);
    a("partnership_name", v.partnership_name);
    a("title", v.title);
    a("group", v.group);
    a("place", v.place);
    a("scheduled", v.scheduled);
    a("length", v.length);
    a("buffer", v.buffer);
    a("planned_start", v.planned_start);
    a("private_view", v.private_view);
    a("scale", v.scale);
    a("principles", v.principles);
    a("partners", v.partners);
    a("people", v.people);
    a("objectives", v.objectives);
    a("facilitator", v.facilitator);
    a("note_taker", v.note_taker);
    a("timekeeper", v.timekeeper);
    a("host", v.host);
    a("checkin_question", v.checkin_question);
    a("checkout_question", v.checkout_question);
    a("checkin_minutes", v.checkin_minutes);
    a("checkout_minutes", v.checkout_minutes);
    a("items", v.items);
    a("pulse_instrument", v.pulse_instrument);
    a("pulse_title", v.pulse_title);
    a("pulse_scale", v.pulse_scale);
    a("pulse_low", v.pulse_low);
    a("pulse_high", v.pulse_high);
    a("pulse_statements", v.pulse_statements);
    a("carry_over", v.carry_over);
    a("source", v.source);
    a("support", v.support);
    a("signposts", v.signposts);
    a("glossary", v.glossary);
    a("plain_words", v.plain_words);
    a("rule", v.rule);
    a("pulse_minimum", v.pulse_minimum);
    a("time_warnings", v.time_warnings);
}
template <class A>
void fields(A& a, event::Attended& v) {
    a("people", v.people);
    a("presence", v.presence);
    a("reason", v.reason);
}
template <class A>
void fields(A& a, event::WalkedIn& v) {
    a("person", v.person);
    a("new_partner", v.new_partner);
}
template <class A>
void fields(A&, event::MinutesAgreed&) {}
template <class A>
void fields(A& a, event::Moved& v) {
    a("to", v.to);
    a("left_with", v.left_with);
    a("skipped", v.skipped);
    a("first", v.first);
}
template <class A>
void fields(A& a, event::RoundAnswered& v) {
    a("round", v.round);
    a("person", v.person);
    a("answer", v.answer);
    a("score", v.score);
    a("words", v.words);
}
template <class A>
void fields(A& a, event::RoundCalled& v) {
    a("round", v.round);
    a("person", v.person);
}
template <class A>
void fields(A& a, event::MatterReviewed& v) {
    a("matter", v.matter);
    a("verdict", v.verdict);
    a("due", v.due);
    a("reason", v.reason);
}
template <class A>
void fields(A& a, event::MatterTaken& v) {
    a("matter", v.matter);
    a("item", v.item);
}
template <class A>
void fields(A& a, event::MatterOwnerSet& v) {
    a("matter", v.matter);
    a("owner", v.owner);
}
template <class A>
void fields(A& a, event::MatterDueSet& v) {
    a("matter", v.matter);
    a("due", v.due);
}
template <class A>
void fields(A& a, event::Paused& v) {
    a("break", v.rest);
    a("minutes", v.minutes);
    a("thinking", v.thinking);
}
template <class A>
void fields(A&, event::Resumed&) {}
template <class A>
void fields(A& a, event::Extended& v) {
    a("item", v.item);
    a("extension", v.extension);
}
template <class A>
void fields(A& a, event::OverrunAnswered& v) {
    a("item", v.item);
    a("answer", v.answer);
}
template <class A>
void fields(A& a, event::TurnBegan& v) {
    a("person", v.person);
}
template <class A>
void fields(A&, event::TurnEnded&) {}
template <class A>
void fields(A& a, event::HandRaised& v) {
    a("person", v.person);
    a("reason", v.reason);
}
template <class A>
void fields(A& a, event::HandLowered& v) {
    a("person", v.person);
}
template <class A>
void fields(A& a, event::Captured& v) {
    a("id", v.id);
    a("number", v.number);
    a("kind", v.kind);
    a("text", v.text);
    a("word", v.word);
    a("owner", v.owner);
    a("due", v.due);
}
template <class A>
void fields(A& a, event::CaptureEdited& v) {
    a("number", v.number);
    a("text", v.text);
    a("word", v.word);
    a("owner", v.owner);
    a("due", v.due);
}
template <class A>
void fields(A& a, event::CaptureRemoved& v) {
    a("number", v.number);
}
template <class A>
void fields(A& a, event::DecisionRuled& v) {
    a("number", v.number);
    a("rule", v.rule);
    a("votes", v.votes);
}
template <class A>
void fields(A& a, event::Reserved& v) {
    a("number", v.number);
    a("person", v.person);
    a("text", v.text);
}
template <class A>
void fields(A& a, event::DecisionDated& v) {
    a("number", v.number);
    a("look_again", v.look_again);
}
template <class A>
void fields(A& a, event::PrincipleMade& v) {
    a("number", v.number);
    a("principle", v.principle);
}
template <class A>
void fields(A& a, event::WordIsPlain& v) {
    a("word", v.word);
}
template <class A>
void fields(A& a, event::ActionAccepted& v) {
    a("number", v.number);
}
template <class A>
void fields(A& a, event::OwnerSet& v) {
    a("number", v.number);
    a("owner", v.owner);
}
template <class A>
void fields(A& a, event::DueSet& v) {
    a("number", v.number);
    a("due", v.due);
}
template <class A>
void fields(A& a, event::ConcernClosed& v) {
    a("number", v.number);
    a("matter", v.matter);
    a("agreed", v.agreed);
}
template <class A>
void fields(A& a, event::ItemAdded& v) {
    a("item", v.item);
}
template <class A>
void fields(A& a, event::ItemMoved& v) {
    a("item", v.item);
    a("before", v.before);
}
template <class A>
void fields(A& a, event::ItemSettled& v) {
    a("item", v.item);
    a("outcome", v.outcome);
    a("reason", v.reason);
}
template <class A>
void fields(A& a, event::PulseTaken& v) {
    a("answers", v.answers);
    a("counts", v.counts);
}
template <class A>
void fields(A& a, event::NextMeetingSet& v) {
    a("date", v.date);
    a("time", v.time);
}
template <class A>
void fields(A& a, event::NextFacilitatorSet& v) {
    a("person", v.person);
}
template <class A>
void fields(A& a, event::NextHostSet& v) {
    a("partner", v.partner);
}
template <class A>
void fields(A& a, event::DutyTaken& v) {
    a("duty", v.duty);
    a("person", v.person);
    a("partner", v.partner);
}
template <class A>
void fields(A& a, event::GapJudged& v) {
    a("gap", v.gap);
    a("counted", v.counted);
}
template <class A>
void fields(A&, event::Closed&) {}
template <class A>
void fields(A& a, event::Amended& v) {
    a("number", v.number);
    a("person", v.person);
    a("text", v.text);
}
template <class A>
void fields(A& a, event::Undone& v) {
    a("act", v.sequence);
}
template <class A>
void fields(A& a, event::Redone& v) {
    a("act", v.sequence);
}

template <class A>
void fields(A& a, partnership_event::Founded& v) {
    a("name", v.name);
}
template <class A>
void fields(A& a, partnership_event::PartnerKept& v) {
    a("partner", v.partner);
}
template <class A>
void fields(A& a, partnership_event::PersonKept& v) {
    a("person", v.person);
}
template <class A>
void fields(A& a, partnership_event::ObjectiveKept& v) {
    a("objective", v.objective);
}
template <class A>
void fields(A& a, partnership_event::PrinciplesKept& v) {
    a("principles", v.principles);
}
template <class A>
void fields(A& a, partnership_event::GroupsKept& v) {
    a("groups", v.groups);
}
template <class A>
void fields(A& a, partnership_event::TermKept& v) {
    a("term", v.term);
}
template <class A>
void fields(A& a, partnership_event::WaysKept& v) {
    a("ways", v.ways);
}
template <class A>
void fields(A& a, partnership_event::TakenOut& v) {
    a("partner", v.partner);
    a("person", v.person);
    a("objective", v.objective);
}
template <class A>
void fields(A& a, partnership_event::ActionKept& v) {
    a("action", v.action);
    a("state", v.state);
    a("owner", v.owner);
    a("due", v.due);
    a("why", v.why);
}

}  // namespace folkmoot::stored
