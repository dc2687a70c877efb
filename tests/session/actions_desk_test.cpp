#include "src/session/actions_desk.h"

#include "src/session/wanted_actions.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

namespace {

constexpr Date december{std::chrono::year{2026} / 12 / 4};

ActionSummary form() {
    ActionSummary action;
    action.id = matter_id(MatterKind::action);
    action.what = "Send the payment form, please";
    action.owner = "Zoë Ben Okafor";
    action.owner_id = seat(2);
    action.group = "Working group";
    action.due = december;
    action.objectives = {"O1", "O2"};
    return action;
}

const partnership_event::ActionKept& kept(const std::variant<partnership_event::ActionKept, Refusal>& decided) {
    return std::get<partnership_event::ActionKept>(decided);
}

std::string why(const std::variant<partnership_event::ActionKept, Refusal>& decided) {
    return std::get<Refusal>(decided).why;
}

std::size_t fitting(const std::string& typed) {
    const auto read = read_search(typed, december);
    return wanted({form()}, std::get<SearchQuery>(read)).size();
}

}  // namespace

TEST_CASE("an action between meetings is done, accepted, dropped with a reason, given and dated", "[desk]") {
    const ActionSummary action = form();
    CHECK(kept(decide(action, desk::Finish{})).state == ActionState::done);
    CHECK(kept(decide(action, desk::Accept{})).state == ActionState::accepted);
    const auto dropped = kept(decide(action, desk::Drop{" the fund\nhas closed "}));
    CHECK(dropped.state == ActionState::dropped);
    CHECK(dropped.why.text == "the fund has closed");
    CHECK(kept(decide(action, desk::SetOwner{seat(3)})).owner == seat(3));
    CHECK_FALSE(kept(decide(action, desk::SetOwner{})).owner);
    CHECK_FALSE(kept(decide(action, desk::SetDue{})).due);
    CHECK(kept(decide(action, desk::SetDue{Date{december}.year() / 12 / 24})).owner == seat(2));
}

TEST_CASE("whoever is given an action that was accepted accepts it for themselves", "[desk]") {
    ActionSummary action = form();
    action.state = ActionState::accepted;
    CHECK(kept(decide(action, desk::SetOwner{seat(3)})).state == ActionState::proposed);
    CHECK(kept(decide(action, desk::SetDue{})).state == ActionState::accepted);
}

TEST_CASE("what cannot be done with an action is said, and why", "[desk]") {
    ActionSummary action = form();
    CHECK_THAT(why(decide(action, desk::Keep{})), containing("It is open"));
    CHECK_THAT(why(decide(action, desk::Drop{"  "})), containing("needs a reason"));
    CHECK_THAT(why(decide(action, desk::SetOwner{seat(2)})), containing("has it already"));
    CHECK_THAT(why(decide(action, desk::SetDue{december})), containing("already"));
    action.owner_id.reset();
    CHECK_THAT(why(decide(action, desk::Accept{})), containing("Nobody has this action yet"));
    for (const ActionState over : {ActionState::done, ActionState::dropped}) {
        action.state = over;
        for (const DeskCommand& command :
             {DeskCommand{desk::Finish{}}, DeskCommand{desk::Accept{}}, DeskCommand{desk::Drop{"why"}},
              DeskCommand{desk::SetOwner{seat(4)}}, DeskCommand{desk::SetDue{}}})
            CHECK_THAT(why(decide(action, command)), containing("Keep opens it again"));
        CHECK(kept(decide(action, desk::Keep{})).state == ActionState::proposed);
    }
}

TEST_CASE("actions are chosen by words, owner, group, objective and the date by which they are due", "[desk]") {
    for (const char* fits : {"payment form", "form", "pay*", "\"payment form\"", "person:ben", "person:zoe",
                             "group:working", "objective:o2", "kind:action", "before:2026-12-05", "after:2026-12-04",
                             "is:open", "person:ben person:asha", "form please person:okafor before:2026-12-05"}) {
        INFO(fits);
        CHECK(fitting(fits) == 1);
    }
    for (const char* fits_not : {"forms", "pay", "\"form payment\"", "person:asha", "group:forum", "objective:O3",
                                 "kind:note", "before:2026-12-04", "after:2026-12-05", "form person:asha"}) {
        INFO(fits_not);
        CHECK(fitting(fits_not) == 0);
    }
}

TEST_CASE("an action without a date is neither before nor after one", "[desk]") {
    ActionSummary action = form();
    action.due.reset();
    for (const char* typed : {"before:2030-01-01", "after:2000-01-01"})
        CHECK(wanted({action}, std::get<SearchQuery>(read_search(typed, december))).empty());
}

}  // namespace folkmoot::test
