// What is written down while people talk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/ids.h"
#include "src/meeting/words.h"
#include "src/time/calendar.h"
#include "src/time/stamp.h"

namespace folkmoot {

enum class CaptureKind { note, decision, action, parked, question, term, concern };

std::string_view in_words(
    CaptureKind kind);  ///< "note", "decision", "action", "parked matter", "question", "term", "concern"

enum class DecisionRule { consent, consensus, vote, lead };

std::string_view in_words(DecisionRule rule);
std::optional<DecisionRule> decision_rule_from(std::string_view word);

/// For, against, abstained.
struct Votes {
    int in_favour = 0;
    int against = 0;
    int abstained = 0;
    bool operator==(const Votes&) const = default;
};

/// A reservation to a decision; by name only if the person wants.
struct Reservation {
    Words text;
    std::optional<PersonId> person;
    bool operator==(const Reservation&) const = default;
};

/// "7 for, 2 against, 1 abstained"; where consent was asked in turn "everyone asked, 7 agreed, 1 passed".
std::string in_words(const Votes& votes, DecisionRule rule);

enum class ActionState { proposed, accepted, done, dropped };

std::string_view in_words(ActionState state);
/// Done or dropped.
bool is_over(ActionState state);

struct Capture {
    CaptureId id;
    CaptureNumber number = 0;
    CaptureKind kind = CaptureKind::note;
    Words text;  ///< a term's word is in `word`, its meaning here
    Words word;
    std::optional<ItemId> item;  ///< the item that was open; nothing outside the items
    Stamp at;
    bool removed = false;  ///< the number stays taken

    std::optional<PersonId> owner;  ///< actions
    std::optional<Date> due;
    ActionState action_state = ActionState::proposed;

    std::optional<DecisionRule> rule;  ///< decisions
    std::optional<Votes> votes;
    std::vector<Reservation> reservations;
    std::optional<Date> look_again;  ///< the day from which a meeting looks at the decision again
    bool principle = false;          ///< becomes a shared principle when the meeting is closed

    bool closed = false;     ///< concerns
    Words agreed;            ///< concerns: what was agreed about it, when it was closed
    bool corrected = false;  ///< after the meeting was closed; what is right stands among its corrections
    bool operator==(const Capture&) const = default;
};

}  // namespace folkmoot
