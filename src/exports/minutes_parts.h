// The sections of the minutes, each appended to the document in its turn. Only for this room.
#pragma once

#include <string>
#include <vector>

#include "src/exports/minutes.h"

namespace folkmoot::minutes_parts {

void add_facts(Document& document, const State& state);
void add_attendance(Document& document, const State& state);
void add_summary(Document& document, const State& state);
void add_corrections(Document& document, const State& state);
void add_objectives(Document& document, const State& state);
void add_round(Document& document, const State& state, RoundKind kind);
void add_last_minutes(Document& document, const State& state);
void add_news(Document& document, const State& state);
void add_matters(Document& document, const State& state);
void add_items(Document& document, const State& state);
void add_outside(Document& document, const State& state);
void add_left_over(Document& document, const State& state);
void add_terms(Document& document, const State& state);
void add_concerns(Document& document, const State& state);
void add_pulse(Document& document, const State& state);
void add_next_meeting(Document& document, const State& state);

void heading(Document& document, int level, std::string text);
void paragraph(Document& document, std::string text);
/// Nothing when there are no lines.
void list(Document& document, std::vector<Document::Line> lines);
/// Heading and list; nothing when there are no lines.
void section(Document& document, int level, std::string title, std::vector<Document::Line> lines);

/// Nothing in it that could be read.
bool blank(const Words& words);
/// A text in one line, with something to read where nothing was written.
std::string one(const Words& words);
/// A text with its line breaks.
std::string several(const Words& words);
std::string person(const State& state, const PersonId& id);
std::string partner(const State& state, const PartnerId& id);
/// Captures of a kind that stand, in order of number: of one item, or of none that is on the agenda.
std::vector<const Capture*> captures_of(const State& state, CaptureKind kind, const std::optional<ItemId>& item);
/// Those of the whole meeting.
std::vector<const Capture*> captures_of(const State& state, CaptureKind kind);
/// "carried to the next meeting", or what an item without outcome is waiting for.
std::string outcome_in_words(const State& state, const AgendaItem& item);
/// Why an item was settled as it was; empty when nobody said.
std::string reason_of(const State& state, const ItemId& item);

/// How a round went, without names.
struct RoundCounts {
    std::size_t spoke = 0, passed = 0, unheard = 0;
    std::vector<int> scores;         ///< ascending
    std::vector<std::string> words;  ///< ascending
};
RoundCounts counts_of(const Round& round);

/// "The hall has no ramp. (1)"
Document::Line text_line(const Capture& capture);
/// With its rule, votes and reservations below.
Document::Line decision_line(const State& state, const Capture& decision);
/// One line whatever was typed: task lists are read by other programs, line by line.
Document::Line action_line(const State& state, const Capture& action);
/// An action from an earlier meeting and what this one said of it.
Document::Line earlier_action(const State& state, const ReviewedMatter& reviewed);
/// The same of a decision that was to be looked at again.
Document::Line earlier_decision(const ReviewedMatter& reviewed);
/// The concerns of earlier meetings, and what became of each at this one.
std::vector<Document::Line> earlier_concerns(const State& state);
/// Below a concern, what was agreed about it when it was closed; nothing when nothing was.
void add_agreed(Document::Line& concern, const Words& agreed);

/// From this many answers up figures are given: under it a figure would point at people.
inline constexpr std::size_t fewest_answers = 4;

}  // namespace folkmoot::minutes_parts
