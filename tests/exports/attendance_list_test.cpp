#include "src/exports/attendance_list.h"

#include <nlohmann/json.hpp>

#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

using exports_test::at;
using exports_test::id;
using namespace std::chrono_literals;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

AttendanceList two_rows() {
    AttendanceList list;
    AttendanceRow row;
    row.meeting = id<MeetingId>(0x1a);
    row.date = Date{std::chrono::year{2026} / 11 / 24};
    row.title = "Working group 7";
    row.group = "Working group";
    row.partnership = "Harbour";
    row.person_id = id<PersonId>(1);
    row.person = "Asha";
    row.partner = "Harbour Voices";
    row.arrived = at(14, 3);
    row.left = at(15, 31);
    row.present = 88min;
    row.role = "co-chair";
    row.duties = {1, 0, 1, 2};
    list.rows = {row};
    list.totals = {{row.person_id, "Asha", "Harbour Voices", "Harbour", 2, 153min, "co-chair", {1, 0, 2, 3}}};
    return list;
}

}  // namespace

TEST_CASE("attendance is said in lines that make sense alone") {
    auto list = two_rows();
    list.still_open = 1;
    CHECK(
        attendance_lines(list) ==
        std::vector<std::string>{"Tuesday 24 November 2026, Working group 7: Asha, Harbour Voices, 1 hour 28 minutes, "
                                 "from 14:03 to 15:31, role co-chair, facilitated, kept time, led 2 items",
                                 "", "In all",
                                 "Asha, Harbour Voices: 2 hours 33 minutes at 2 meetings, facilitated 1 "
                                 "meeting, kept time at 2 meetings, led 3 items",
                                 "Not counted: 1 meeting that is still open."});
    CHECK(attendance_lines({}).empty());
}

TEST_CASE("attendance as CSV has a line a person and meeting, then one a person, and guards its texts") {
    auto list = two_rows();
    CHECK(attendance_csv(list, false) ==
          "line,meeting,date,title,group,partnership,person_id,person,partner,arrived,left,minutes,meetings,role,"
          "facilitated,took_notes,kept_time,items_led\r\n"
          "meeting,1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a,2026-11-24,Working group 7,Working group,Harbour,"
          "01010101010101010101010101010101,Asha,Harbour Voices,14:03,15:31,88,1,co-chair,1,0,1,2\r\n"
          "total,,,,,Harbour,01010101010101010101010101010101,Asha,Harbour Voices,,,153,2,co-chair,1,0,2,3\r\n");
    list.rows[0].person = list.rows[0].partner = list.rows[0].title = list.rows[0].group = list.rows[0].partnership =
        list.rows[0].role = "=1+1\x1b";
    list.totals[0].person = list.totals[0].partner = list.totals[0].partnership = list.totals[0].role = "@x";
    CHECK_FALSE(has(attendance_csv(list, false), ",="));
    CHECK_FALSE(has(attendance_csv(list, false), ",@"));
    CHECK(has(attendance_csv(list, true), ",=1+1,"));
    CHECK_FALSE(has(attendance_csv(list, true), "\x1b"));
}

TEST_CASE("attendance as JSON has whole ids and ISO dates, and the totals beside") {
    auto list = two_rows();
    list.rows[0].partner.clear();
    list.rows[0].title = "a\x1b[2J\n\"b\"";
    const auto read = nlohmann::json::parse(attendance_json(list));
    CHECK(read["attendance"][0]["date"] == "2026-11-24");
    CHECK(read["attendance"][0]["minutes"] == 88);
    CHECK(read["attendance"][0]["arrived"] == "14:03");
    CHECK(read["attendance"][0]["partner"].is_null());
    CHECK(read["attendance"][0]["title"] == "a[2J\n\"b\"");
    CHECK(read["attendance"][0]["role"] == "co-chair");
    CHECK(read["attendance"][0]["facilitated"] == true);
    CHECK(read["attendance"][0]["took_notes"] == false);
    CHECK(read["attendance"][0]["items_led"] == 2);
    CHECK(read["totals"][0]["minutes"] == 153);
    CHECK(read["totals"][0]["facilitated"] == 1);
    CHECK(read["totals"][0]["kept_time"] == 2);
    CHECK(read["not_closed"] == 0);
}

}  // namespace folkmoot
