// The actions of all meetings, between meetings. The question it answers: what is still to be done, by whom, by when?
#pragma once

#include <string>
#include <vector>

#include "screens/reading.h"
#include "src/page/page.h"
#include "src/session/actions_desk.h"
#include "src/session/records.h"

namespace folkmoot {

/// The actions that are open, or those that fit what was typed behind `actions`: words, and the filters of a search,
/// with before: and after: for the date by which they are due. Error says what could not be read.
std::vector<ActionSummary> actions_asked(Records& records, const std::string& typed, Date today);

/// `all`: what the page was opened with, as it stands now, so that a number keeps its action while the page is read.
Page actions_page(const std::vector<ActionSummary>& all, const std::string& typed, Date today);

/// What `done 2`, `drop 2: the fund has closed` and the others ask for.
struct ActionAct {
    std::size_t index = 0;  ///< in the list, from 0
    DeskCommand command;
};
/// A typed line or a key of the page. `partnership` is asked for the people when an owner is named.
Read<ActionAct> read_action_act(const Intent& intent, const std::vector<ActionSummary>& all, Records& records,
                                Date today);

}  // namespace folkmoot
