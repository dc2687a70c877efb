#include "screens/attendance.h"

#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;
using namespace std::chrono_literals;

namespace {

constexpr Date today = std::chrono::year{2026} / 11 / 24;

AttendanceAsked asked(std::string_view typed) {
    const auto read = read_attendance(typed, today);
    INFO(typed);
    REQUIRE(std::holds_alternative<AttendanceAsked>(read));
    return std::get<AttendanceAsked>(read);
}

std::string fault(std::string_view typed) {
    const auto read = read_attendance(typed, today);
    INFO(typed);
    REQUIRE(std::holds_alternative<Wrong>(read));
    return std::get<Wrong>(read).sentence;
}

/// As many meetings, a week apart, with as many people at each.
AttendanceList some(int meetings, int people) {
    AttendanceList list;
    for (int meeting = 0; meeting < meetings; ++meeting) {
        for (int person = 0; person < people; ++person) {
            AttendanceRow row;
            row.meeting = MeetingId(IdSource("meeting " + std::to_string(meeting)).next());
            row.date = date_of(later(start_time(), std::chrono::hours{24 * 7} * meeting));
            row.title = "Meeting " + std::to_string(meeting + 1);
            row.person = "Person " + std::to_string(person + 1);
            row.arrived = start_time();
            row.left = later(start_time(), 90min);
            row.present = 90min;
            list.rows.push_back(row);
        }
    }
    for (int person = 0; person < people; ++person) {
        AttendanceTotal total;
        total.person = "Person " + std::to_string(person + 1);
        total.meetings = static_cast<std::size_t>(meetings);
        total.present = 90min * meetings;
        list.totals.push_back(total);
    }
    return list;
}

std::vector<std::string> headings(const Page& page) {
    std::vector<std::string> all;
    for (const Block& block : page.blocks)
        if (const auto* heading = std::get_if<Heading>(&block)) all.push_back(heading->text);
    return all;
}

std::string texts(const Page& page) {
    std::string all;
    for (const Block& block : page.blocks)
        if (const auto* text = std::get_if<Text>(&block)) all += text->text + "\n";
    return all;
}

const List& list(const Page& page, std::size_t number) {
    std::size_t seen = 0;
    for (const Block& block : page.blocks)
        if (const auto* each = std::get_if<List>(&block); each != nullptr && seen++ == number) return *each;
    throw std::runtime_error("the page has not so many lists");
}

}  // namespace

TEST_CASE("behind attendance stand the filters of meetings, or to, a file's name and filters") {
    CHECK(asked("").filter.wants_all());
    CHECK(asked("").to.empty());
    CHECK(asked("person:Asha Rao after:2026-03-01").filter.person == "Asha Rao");
    CHECK(asked("to pay.csv").to == "pay.csv");
    CHECK(asked("to pay.csv").filter.wants_all());
    CHECK(asked("To  /tmp/pay.csv group:Working group").to == "/tmp/pay.csv");
    CHECK(asked("to /tmp/pay.csv group:Working group").filter.group == "Working group");
    CHECK(asked("to \"our pay.csv\" person:Asha").to == "our pay.csv");
    CHECK(asked("to \"our pay.csv\" person:Asha").filters == "person:Asha");
    CHECK(asked("to \u201Cour pay.csv\u201D").to == "our pay.csv");
    CHECK(asked("to \"person:Asha\"").to == "person:Asha");
}

TEST_CASE("what cannot be read behind attendance is named, with what is allowed and an example") {
    const std::string no_name =
        "to needs a file's name right behind it. Example: attendance to attendance.csv, or with filters: attendance "
        "to march.csv after:2026-03-01.";
    CHECK(fault("to") == no_name);
    CHECK(fault("to person:Asha") == no_name);
    CHECK(fault("to \"\"") == no_name);
    CHECK(fault("to our pay.csv") ==
          "\"pay.csv\" does not belong behind the file's name \"our\". A name with blanks in it stands in quotation "
          "marks, and filters come after it. Example: attendance to \"our attendance.csv\" person:Asha.");
    CHECK_THAT(fault("to \"our pay.csv"), containing("The quotation mark before \"our pay.csv\" is not closed."));
    CHECK_THAT(fault("Asha"), containing("\"Asha\" stands by itself."));
    CHECK_THAT(fault("to pay.csv perosn:Asha"), containing("\"perosn:\" is no filter of meetings."));
    CHECK_THAT(fault("to pay.csv after:never"), containing("\"never\" is none"));
}

TEST_CASE("the page of attendance has everybody's total first and then the meetings, the newest first") {
    const Page page = attendance_page(some(2, 3), asked(""), 4);
    CHECK(page.title == "Attendance, 3 people at 2 meetings");
    CHECK(headings(page) == std::vector<std::string>{"In all", "Tuesday 1 December 2026, Meeting 2",
                                                     "Tuesday 24 November 2026, Meeting 1"});
    CHECK(list(page, 0).items.at(1).text == "2 of 3, Person 2: 3 hours at 2 meetings");
    CHECK(list(page, 0).items.at(1).acts.at(0).intent == Intent{Word::attendance, "person:\"Person 2\""});
    CHECK(list(page, 1).items.at(2).text == "3 of 3, Person 3, 1 hour 30 minutes, from 14:00 to 15:30");
    CHECK(list(page, 1).items.at(2).acts.at(0).intent.word == Word::show);
}

TEST_CASE("a person's attendance is read under the filters that were typed, and what it leads to can be typed") {
    const Page page = attendance_page(some(1, 2), asked("group:Working group"), 4);
    CHECK_THAT(texts(page), containing("Those that fit: group:Working group"));
    const Intent& theirs = list(page, 0).items.at(0).acts.at(0).intent;
    CHECK(asked(theirs.argument).filter.person == "Person 1");
    CHECK(asked(theirs.argument).filter.group == "Working group");
    CHECK(list(attendance_page(some(1, 2), asked("person:Person"), 4), 0).items.at(0).acts.empty());
    auto odd = some(1, 2);
    odd.totals[0].person = "Al \"Ace\" Ng";
    odd.totals[1].person = "";
    const Page oddly = attendance_page(odd, asked(""), 4);
    for (const ListItem& each : list(oddly, 0).items) CHECK(each.acts.empty());
}

TEST_CASE("of very many meetings only the newest are on the page of attendance, whole ones, and that is said") {
    const Page page = attendance_page(some(40, 12), asked(""), 4);
    CHECK(headings(page).size() == 1 + 200 / 12);
    CHECK_THAT(texts(page), containing("24 meetings came before these. before: and a date lists those"));
    CHECK(texts(attendance_page(some(16, 12), asked(""), 4)).empty());
}

TEST_CASE("an empty page of attendance says why it is empty") {
    AttendanceList open;
    open.still_open = 1;
    const auto said = [](const AttendanceList& found, std::string_view typed) {
        return list(attendance_page(found, asked(typed), 4), 0).when_empty;
    };
    CHECK(said({}, "") == "There is no closed meeting in the log yet.");
    CHECK(said(open, "") == "The meeting is still open. Its attendance counts when it is closed.");
    CHECK(said({}, "person:Zed") == "Nobody was at a closed meeting that fits that.");
    CHECK(said({}, "person:Asha to pay.csv") ==
          "Nobody was at a closed meeting that fits that. To write a file, to and its name come first: attendance to "
          "attendance.csv person:Asha.");
    auto both = some(1, 1);
    both.still_open = 2;
    CHECK_THAT(texts(attendance_page(both, asked(""), 4)), containing("Not counted: 2 meetings that are still open."));
}
