// A meeting in which every kind of act happens.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

/// The fixture's plan with matters from an earlier meeting.
MeetingFixture meeting_with_matters();

/// The acts in order, each with what narrate says of it. Undo and redo are not among them. Item numbers are those of
/// meeting_with_matters.
struct Step {
    Command command;
    std::string said;
};
std::vector<Step> long_meeting(const MeetingFixture& meeting);

}  // namespace folkmoot::test
