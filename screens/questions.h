// What is asked before something is done: the safe answer first, which a second `next` takes.
#pragma once

#include "screens/screen.h"

namespace folkmoot {

/// The time of the open item is up: go on, five minutes more, or enough. Waits while other words are used.
Answerable overrun_question(const View& view);

/// After a closed lid or a crash: does the time in between count?
Answerable gap_question(Millis gap);

/// A round is left with people still to speak.
Answerable unheard_question(const View& view, RoundKind round);

/// The actions from last time are left with some not looked at.
Answerable unlooked_question(const View& view);

/// An item with a decision still to make, or hands raised.
bool unfinished(const State& state, const AgendaItem& item);
Answerable unfinished_question(const View& view, const AgendaItem& item);

/// `skip` in an item: carried, or left out on purpose.
Answerable leave_out_question(const AgendaItem& item);

/// The pulse is left before every statement has answers.
Answerable pulse_question(const View& view, std::vector<Command> leave);

/// Closing with items that have no outcome; the question about closing itself follows.
Answerable unsettled_question(const View& view);
Answerable close_question(const View& view);

/// An action whose owner's name fits several people; `said` follows it once it is written down.
Answerable owner_question(const View& view, const std::vector<PersonId>& could_be, const command::Capture& action,
                          const std::string& said);

/// Somebody objects when everyone is asked: it is no decision, and its words are not lost.
Answerable objected_question(const Capture& decision);

/// A choice taken: what it does, what it says, what is asked next.
Reaction take_choice(const View& view, const Answerable& question, std::size_t choice);

}  // namespace folkmoot
