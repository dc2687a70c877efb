// Actions for other programs' lists of tasks. tests/cli/clients.py gives them to the programs themselves.
#include <nlohmann/json.hpp>

#include "src/exports/icalendar.h"
#include "src/exports/meeting_list.h"
#include "src/exports/taskwarrior.h"
#include "src/exports/todo_txt.h"
#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace exports_test;

namespace {

ActionSummary action() {
    ActionSummary made;
    made.id = id<CaptureId>(0x2b);
    made.meeting = id<MeetingId>(0x1a);
    made.meeting_title = "Working group 7";
    made.group = "Working group";
    made.partnership = "Harbour research partnership";
    made.what = "send the advert";
    made.owner = "Asha";
    made.since = Date{std::chrono::year{2026} / 11 / 24};
    made.due = Date{std::chrono::year{2026} / 12 / 1};
    made.state = ActionState::accepted;
    return made;
}

ActionSummary action_called(const std::string& what) {
    ActionSummary made = action();
    made.what = what;
    return made;
}

ActionSummary action_with(ActionState state) {
    ActionSummary made = action();
    made.state = state;
    return made;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string ics(const ActionSummary& of) { return actions_ics({of}, at(16, 5)); }

/// Long lines of a calendar are folded.
std::string unfolded(std::string text) {
    for (std::size_t fold = 0; (fold = text.find("\r\n ")) != std::string::npos;) text.erase(fold, 3);
    return text;
}

nlohmann::json task(const ActionSummary& of) { return nlohmann::json::parse(actions_taskwarrior({of}))[0]; }

}  // namespace

TEST_CASE("an action in a calendar has an id of its own, a day, a state and its owner") {
    CHECK(unfolded(ics(action())) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Folkmoot//Folkmoot//EN\r\nBEGIN:VTODO\r\n"
          "UID:2b2b2b2b-2b2b-2b2b-2b2b-2b2b2b2b2b2b\r\nDTSTAMP:20261124T160500Z\r\nLAST-MODIFIED:20261124T160500Z\r\n"
          "SUMMARY:send the advert\r\nDUE;VALUE=DATE:20261201\r\nSTATUS:NEEDS-ACTION\r\n"
          "DESCRIPTION:Owner: Asha\\nState: accepted\\nFrom: Working group 7\\, Tuesday 24 November 2026\\nGroup: "
          "Working group\r\nX-FOLKMOOT-OWNER:Asha\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("an action in a calendar says how it ended") {
    CHECK(has(ics(action_with(ActionState::proposed)), "STATUS:NEEDS-ACTION\r\n"));
    CHECK(has(ics(action_with(ActionState::done)), "STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n"));
    CHECK(has(ics(action_with(ActionState::dropped)), "STATUS:CANCELLED\r\n"));
    CHECK_FALSE(has(ics(action_with(ActionState::dropped)), "PERCENT-COMPLETE"));
}

TEST_CASE("an action without date, owner or words is an entry of a calendar all the same") {
    ActionSummary bare;
    bare.id = id<CaptureId>(0x2b);
    bare.since = action().since;
    const std::string written = unfolded(ics(bare));
    CHECK(has(written, "SUMMARY:(no words)\r\n"));
    CHECK(has(written, "Owner: not agreed yet"));
    CHECK_FALSE(has(written, "DUE"));
    CHECK_FALSE(has(written, "X-FOLKMOOT-OWNER"));
    CHECK_FALSE(has(actions_ics({}, at(16, 5)), "VTODO"));
}

TEST_CASE("no text ends a line of a calendar or begins an entry") {
    for (const std::string text : {"a\r\nEND:VTODO\r\nBEGIN:VTODO\r\nSUMMARY:mine", "a\nSTATUS:COMPLETED",
                                   "\\nSTATUS:x", "a;b,c:d\\", "\x1b[31mred\xe2\x80\xae", "\xff\xfe"}) {
        INFO(text);
        ActionSummary hostile = action_called(text);
        hostile.owner = hostile.meeting_title = hostile.group = text;
        const std::string written = unfolded(ics(hostile));
        CHECK(std::ranges::count(written, '\n') == 14);
        CHECK(std::ranges::count(written, '\r') == 14);
        CHECK_FALSE(has(written, "\x1b"));
        CHECK_FALSE(has(written, "\xe2\x80\xae"));
        CHECK(has(written, "\r\nSTATUS:NEEDS-ACTION\r\n"));
    }
    CHECK(has(ics(action_called("a;b,c:d\\")), "SUMMARY:a\\;b\\,c:d\\\\\r\n"));
}

TEST_CASE("an action for Taskwarrior has the id as its uuid, dates in UTC, a project and its owner") {
    const auto made = task(action());
    CHECK(made["uuid"] == "2b2b2b2b-2b2b-2b2b-2b2b-2b2b2b2b2b2b");
    CHECK(made["description"] == "send the advert");
    CHECK(made["status"] == "pending");
    CHECK(made["entry"] == "20261124T000000Z");
    CHECK(made["due"] == "20261201T000000Z");
    CHECK(made["project"] == "Working group");
    CHECK(made["owner"] == "Asha");
    CHECK(made["tags"] == nlohmann::json::array({"folkmoot"}));
    CHECK(made["annotations"][0]["description"] == "Owner Asha, from Working group 7 on Tuesday 24 November 2026");
}

TEST_CASE("an action for Taskwarrior says how it stands") {
    CHECK(task(action_with(ActionState::proposed))["tags"] == nlohmann::json::array({"folkmoot", "proposed"}));
    CHECK(task(action_with(ActionState::done))["status"] == "completed");
    CHECK(task(action_with(ActionState::dropped))["status"] == "deleted");
    ActionSummary bare = action();
    bare.due.reset();
    bare.owner.clear();
    bare.group.clear();
    CHECK_FALSE(task(bare).contains("due"));
    CHECK_FALSE(task(bare).contains("owner"));
    CHECK(task(bare)["project"] == "Harbour research partnership");
    CHECK(actions_taskwarrior({}) == "[]\n");
}

TEST_CASE("a task is of one line whatever was written") {
    const auto made = task(action_called("one\ntwo \"three\" \\ \x1b[2J\xff"));
    CHECK(made["description"].get<std::string>().starts_with("one two \"three\" \\ [2J"));
}

TEST_CASE("an action of todo.txt has its date, owner, due date, project, state and id in one line") {
    CHECK(actions_todo_txt({action()}) ==
          "2026-11-24 Asha: send the advert due:2026-12-01 +Working-group state:accepted "
          "id:2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b\n");
    CHECK(actions_todo_txt({action_with(ActionState::done)}) ==
          "x Asha: send the advert due:2026-12-01 +Working-group since:2026-11-24 state:done "
          "id:2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b\n");
    CHECK(actions_todo_txt({action_with(ActionState::dropped)}).starts_with("x Asha: send"));
    CHECK(actions_todo_txt({}).empty());
}

TEST_CASE("a word of todo.txt stays a word") {
    const auto words = [](const std::string& what, ActionState state = ActionState::proposed) {
        ActionSummary made = action_with(state);
        made.what = what;
        made.owner.clear();
        made.due.reset();
        made.group = made.partnership = "";
        const std::string line = actions_todo_txt({made});
        return line.substr(0, line.find(state == ActionState::done ? " since:" : " state:"));
    };
    CHECK(words("ring +44 20 @home + 1") == "2026-11-24 ring '+44 20 '@home + 1");
    CHECK(words("due:2020-01-01 id:x a:b:+c") == "2026-11-24 due: 2020-01-01 id: x a: b: '+c");
    CHECK(words("at 14:00: see https://example.org") == "2026-11-24 at 14:00: see https://example.org");
    CHECK(words("two\nx lines\t+p") == "2026-11-24 two x lines '+p");
    CHECK(words("2026-01-01 was wet", ActionState::done) == "x '2026-01-01 was wet");
    CHECK(words("(A) first", ActionState::done) == "x '(A) first");
    CHECK(words("") == "2026-11-24 (no words)");
    CHECK_FALSE(has(words("a\x1b[2J\xe2\x80\xae"), "\x1b"));
}

TEST_CASE("CSV for a program that reads texts as they are has no apostrophes") {
    CHECK(has(actions_csv({action_called("=1+1")}, false), ",'=1+1,"));
    CHECK(has(actions_csv({action_called("=1+1")}, true), ",=1+1,"));
}

}  // namespace folkmoot
