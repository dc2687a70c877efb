#include "src/exports/meeting_list.h"

#include <nlohmann/json.hpp>

#include "src/exports/csv.h"
#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace exports_test;

namespace {

MeetingSummary meeting() {
    MeetingSummary made;
    made.id = id<MeetingId>(0x1a);
    made.title = "Working group 7";
    made.group = "Working group";
    made.date = Date{std::chrono::year{2026} / 11 / 24};
    made.closed = true;
    made.present = 6;
    made.decisions = 1;
    return made;
}

ActionSummary action() {
    ActionSummary made;
    made.id = id<CaptureId>(0x2b);
    made.meeting = id<MeetingId>(0x1a);
    made.meeting_title = "Working group 7";
    made.what = "send the advert";
    made.owner = "Asha";
    made.since = Date{std::chrono::year{2026} / 11 / 24};
    made.due = Date{std::chrono::year{2026} / 12 / 1};
    made.state = ActionState::accepted;
    made.carried = 2;
    return made;
}

}  // namespace

TEST_CASE("a line of the list of meetings makes sense alone") {
    CHECK(meeting_lines({meeting()}, 4) ==
          std::vector<std::string>{"1a1a  Working group 7, Tuesday 24 November 2026, Working group, closed, "
                                   "6 people present, 1 decision, 0 actions"});
    CHECK(meeting_lines({}, 4).empty());
}

TEST_CASE("a line of the list of actions makes sense alone") {
    ActionSummary bare = action();
    bare.owner.clear();
    bare.due.reset();
    bare.carried = 0;
    bare.state = ActionState::proposed;
    CHECK(action_lines({action(), bare}, std::chrono::year{2026} / 12 / 2) ==
          std::vector<std::string>{"2b2b2b2b  Asha: send the advert, due Tuesday 1 December 2026, accepted, carried "
                                   "twice, overdue, from Working group 7 on Tuesday 24 November 2026",
                                   "2b2b2b2b  Owner not agreed yet: send the advert, no date yet, proposed, from "
                                   "Working group 7 on Tuesday 24 November 2026"});
}

TEST_CASE("a line stays one line whatever it holds") {
    MeetingSummary hostile = meeting();
    hostile.title = "one\ntwo\x1b[2J\r\nthree";
    CHECK(meeting_lines({hostile}, 8).front().find_first_of("\n\r\x1b") == std::string::npos);
}

TEST_CASE("JSON holds whole ids, ISO dates and null for what is not there") {
    ActionSummary bare = action();
    bare.owner.clear();
    bare.due.reset();
    bare.what = "say \"hello\"\n\xff";
    const auto read = nlohmann::json::parse(actions_json({action(), bare}));
    CHECK(read.size() == 2);
    CHECK(read[0]["id"] == "2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b");
    CHECK(read[0]["due"] == "2026-12-01");
    CHECK(read[0]["state"] == "accepted");
    CHECK(read[1]["due"].is_null());
    CHECK(read[1]["owner"].is_null());
    CHECK(read[1]["what"].get<std::string>().starts_with("say \"hello\""));
    CHECK(nlohmann::json::parse(meetings_json({meeting()}))[0]["present"] == 6);
    CHECK(meetings_json({}) == "[]\n");
}

TEST_CASE("CSV has a header line and lines that end as RFC 4180 wants") {
    CHECK(meetings_csv({meeting()}) ==
          "id,date,title,group,partnership,closed,present,decisions,actions\r\n"
          "1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a,2026-11-24,Working group 7,Working group,,yes,6,1,0\r\n");
    CHECK(actions_csv({action()}, false) ==
          "id,what,owner,owner_id,due,state,carried,since,meeting,meeting_title,group\r\n"
          "2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b,send the advert,Asha,,2026-12-01,accepted,2,2026-11-24,"
          "1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a,Working group 7,\r\n");
}

TEST_CASE("a cell that a spreadsheet would run gets an apostrophe in front") {
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("+44") == "'+44");
    CHECK(csv_cell("-5") == "'-5");
    CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_cell("  =1+1") == "'  =1+1");
    CHECK(csv_cell("\t=1+1").front() == '\'');
    CHECK(csv_cell("\rx").starts_with("\"'"));
    CHECK(csv_cell("\x01=1+1").front() == '\'');
    CHECK(csv_cell("a = b") == "a = b");
    CHECK(csv_cell("") == "");
}

TEST_CASE("a cell with a comma, a quote or a line break is quoted") {
    CHECK(csv_cell("a, b") == "\"a, b\"");
    CHECK(csv_cell("a \"b\"") == "\"a \"\"b\"\"\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
    CHECK(csv_cell("=\"a\"") == "\"'=\"\"a\"\"\"");
}

}  // namespace folkmoot
