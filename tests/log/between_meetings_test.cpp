// What is said of actions between meetings, in a log.
#include <algorithm>

#include "src/log/doctor.h"
#include "src/session/actions_desk.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

const std::string group = "Working group";

/// A closed meeting that left three actions, and a desk.
struct Left {
    explicit Left(Log& kept) : log(kept) {
        Run first(kept, plan_called("First"), months_later(0), ids);
        first.act(command::Capture{CaptureKind::action, "Book the hall", "", seat(2), {}});
        first.act(command::Capture{CaptureKind::action, "Write to the council", "", seat(5), {}});
        first.act(command::Capture{CaptureKind::action, "Ask for a ramp", "", {}, {}});
        first.close();
    }
    ActionSummary action(const std::string& what) {
        const auto all = log.actions(true);
        return *std::ranges::find(all, what, &ActionSummary::what);
    }
    std::string act(const std::string& what, const DeskCommand& command) {
        at = later(at, std::chrono::hours(24));
        const auto told = desk.act(action(what).id, command, at);
        if (const auto* refusal = std::get_if<Refusal>(&told)) return "refused: " + refusal->why;
        return std::get<std::string>(told);
    }
    CarryOver offered() { return log.carry_over(log.partnership("Harbour research partnership")->id, group); }

    Log& log;
    IdSource ids{"between"};
    ActionsDesk desk{log, log};
    Stamp at = later(months_later(0), std::chrono::hours(24));
};

const Matter* matter(const CarryOver& carry, const std::string& text) {
    const auto found = std::ranges::find(carry.matters, text, [](const Matter& each) { return each.text.text; });
    return found == carry.matters.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("What is said between meetings stands in the list of actions, and is no carrying", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    Left left(*log);
    CHECK(left.act("Book the hall", desk::Finish{}) == "Done: Book the hall.");
    CHECK(left.act("Write to the council", desk::Accept{}) == "Eve accepts: Write to the council.");
    CHECK(left.act("Write to the council", desk::SetDue{Date{std::chrono::year{2026} / 12 / 24}}) ==
          "Due Thursday 24 December 2026: Write to the council.");
    CHECK(left.act("Ask for a ramp", desk::SetOwner{seat(3)}) == "Cara has it, and is to accept it: Ask for a ramp.");
    CHECK(left.action("Book the hall").state == ActionState::done);
    const auto council = left.action("Write to the council");
    CHECK(council.state == ActionState::accepted);
    CHECK(council.due == Date{std::chrono::year{2026} / 12 / 24});
    CHECK(council.carried == 0);
    CHECK(left.action("Ask for a ramp").owner == "Cara");
    CHECK(raw_value(folder.log(), "SELECT count(*) FROM v_actions WHERE state = 'done'") == "1");
    CHECK(examine(*log).healthy);
}

TEST_CASE("The group's next meeting hears once what was settled between, and counts it as done", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    Left left(*log);
    left.act("Book the hall", desk::Finish{});
    left.act("Write to the council", desk::Drop{"it has answered"});
    const auto offered = left.offered();
    REQUIRE(offered.matters.size() == 3);
    REQUIRE(matter(offered, "Book the hall"));
    CHECK(matter(offered, "Book the hall")->settled_on == date_of(later(months_later(0), std::chrono::hours(48))));
    CHECK(matter(offered, "Write to the council")->settled_why.text == "it has answered");
    CHECK_FALSE(matter(offered, "Ask for a ramp")->settled_on);
    {
        Run second(*log, plan_called("Second"), months_later(1), left.ids);
        const auto& matters = second.state().matters;
        const auto verdict = [&](const std::string& text) {
            return std::ranges::find(matters, text, [](const auto& each) { return each.matter.text.text; })->verdict;
        };
        CHECK(verdict("Book the hall") == event::Verdict::done);
        CHECK(verdict("Write to the council") == event::Verdict::dropped);
        CHECK_FALSE(verdict("Ask for a ramp"));
        second.close();
    }
    const auto again = left.offered();
    CHECK(again.matters.size() == 1);
    CHECK(matter(again, "Ask for a ramp")->carried == 1);
    CHECK(left.action("Book the hall").state == ActionState::done);
}

TEST_CASE("A meeting can open again what was settled between", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    Left left(*log);
    left.act("Book the hall", desk::Finish{});
    Run second(*log, plan_called("Second"), months_later(1), left.ids);
    second.act(command::Review{second.matter("Book the hall").id, event::Verdict::kept, {}, ""});
    second.close();
    CHECK(left.action("Book the hall").state == ActionState::proposed);
    CHECK(left.action("Book the hall").carried == 1);
    CHECK(matter(left.offered(), "Book the hall"));
}

TEST_CASE("An act between meetings can be taken back, the latest first, and nothing else", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    Left left(*log);
    left.act("Book the hall", desk::Finish{});
    left.act("Ask for a ramp", desk::SetOwner{seat(3)});
    CHECK(std::get<std::string>(left.desk.undo(left.at)) ==
          "Taken back: Ask for a ramp, not accepted yet, no owner yet, no date.");
    CHECK(left.action("Ask for a ramp").owner.empty());
    CHECK(left.action("Book the hall").state == ActionState::done);
    CHECK(std::get<std::string>(left.desk.undo(left.at)) ==
          "Taken back: Book the hall, not accepted yet, Ben, no date.");
    CHECK(left.action("Book the hall").state == ActionState::proposed);
    CHECK(std::holds_alternative<Refusal>(left.desk.undo(left.at)));
    // Nothing is settled any more, and the next meeting hears nothing of it.
    CHECK_FALSE(matter(left.offered(), "Book the hall")->settled_on);
    CHECK(examine(*log).healthy);
}

TEST_CASE("While a meeting of the group is open its actions are settled there", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    Left left(*log);
    Run second(*log, plan_called("Second"), months_later(1), left.ids);
    CHECK(has(left.act("Book the hall", desk::Finish{}), "refused: Second is still open"));
    CHECK(left.action("Book the hall").state == ActionState::proposed);
}

TEST_CASE("Summaries made anew hold what was said between meetings, and a reader sees it at once", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    Left left(*log);
    left.act("Book the hall", desk::Finish{});
    left.act("Book the hall", desk::Keep{});
    left.act("Book the hall", desk::Drop{"twice"});
    const auto reader = Log::open(folder.log(), LogMode::read);
    const auto seen = reader->actions(true);
    CHECK(std::ranges::find(seen, "Book the hall", &ActionSummary::what)->state == ActionState::dropped);
    log->catch_up();
    const auto before = all_summaries(folder.log());
    log->rebuild();
    CHECK(all_summaries(folder.log()) == before);
}
