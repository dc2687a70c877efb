#include "src/exports/minutes_json.h"

#include <nlohmann/json.hpp>

#include "tests/exports/meetings.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace exports_test;

namespace {

using Json = nlohmann::json;

Json read(const State& state) { return Json::parse(minutes_json(state)); }

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("JSON minutes say when, where, who and what for") {
    const Json all = read(rich_meeting());
    CHECK(all["format"] == "folkmoot-minutes");
    CHECK(all["schema"] == 1);
    CHECK(all["title"] == "Working group 7");
    CHECK(all["closed"] == true);
    CHECK(all["began"] == "2026-11-24T14:03");
    CHECK(all["ended"] == "2026-11-24T15:31");
    CHECK(all["minutes"] == 88);
    CHECK(all["planned"] == Json({{"date", "2026-11-24"}, {"time", "14:00"}, {"minutes", 90}}));
    CHECK(all["facilitator"] == "Asha");
    CHECK(all["host"] == "Harbour Voices");
    REQUIRE(all["people"].size() == 6);
    CHECK(all["people"][1] == Json({{"name", "Ben"},
                                    {"partner", "Port University"},
                                    {"role", nullptr},
                                    {"presence", "here"},
                                    {"came_late", "14:20"},
                                    {"left_early", nullptr},
                                    {"reason", nullptr}}));
    CHECK(all["people"][2]["left_early"] == "15:10");
    CHECK(all["objectives"][0]["review"] == "2027-01-31");
    CHECK(all["next_meeting"] ==
          Json({{"date", "2026-12-15"}, {"time", "14:00"}, {"facilitator", "Dev"}, {"host", "Port University"}}));
}

TEST_CASE("JSON minutes hold each item with what was written in it") {
    const Json all = read(rich_meeting());
    REQUIRE(all["items"].size() == 3);
    const Json& advert = all["items"][0];
    CHECK(advert["outcome"] == "done");
    CHECK(advert["minutes"] == 24);
    CHECK(advert["papers"][0]["sent"] == "2026-11-10");
    CHECK(advert["extensions"][0] == Json({{"minutes", 5}, {"consent", true}, {"from", "Data agreement"}}));
    REQUIRE(advert["written"].size() == 4);
    CHECK(advert["written"][0]["text"] == "The hall has no ramp.\nThe side door has one.\n\nAsk for the key.");
    CHECK(advert["written"][1]["votes"]["in_favour"] == 7);
    CHECK(advert["written"][1]["reservations"][1]["person"].is_null());
    CHECK(advert["written"][2]["owner"] == "Asha");
    CHECK(advert["written"][2]["state"] == "accepted");
    CHECK(all["items"][2]["reason"] == "no posters yet");
    CHECK(all["items"][2]["minutes"].is_null());
    CHECK(all["outside_items"][0]["text"] == "Thanks to the caretaker.");
    CHECK(all["terms"][0]["word"] == "Controller");
    CHECK(advert["written"][1]["look_again"] == "2027-02-23");
    CHECK(all["concerns"][0]["agreed"] == "One person speaks at a time.\nCara watches for hands.");
}

TEST_CASE("JSON minutes hold what was said of matters from earlier") {
    const Json all = read(rich_meeting());
    CHECK(all["last_minutes"] == Json({{"title", "Working group 6"}, {"date", "2026-10-27"}, {"agreed", true}}));
    REQUIRE(all["from_earlier"].size() == 9);
    CHECK(all["from_earlier"][0]["owner"] == "Ben");
    CHECK(all["from_earlier"][0]["verdict"] == "done");
    CHECK(all["from_earlier"][1]["owner"] == "Gwen");
    CHECK(all["from_earlier"][1]["new_due"] == "2026-12-15");
    CHECK(all["from_earlier"][3]["verdict"].is_null());
    CHECK(all["from_earlier"][5]["closed"] == true);
    CHECK(all["from_earlier"][5]["agreed"] == "Papers go out two weeks ahead.");
    CHECK(all["from_earlier"][6]["taken_up"] == true);
    CHECK(all["from_earlier"][7]["kind"] == "decision");
    CHECK(all["from_earlier"][7]["due"] == "2026-11-24");
    CHECK(all["from_earlier"][7]["new_due"] == "2027-05-25");
    CHECK(all["from_earlier"][8]["verdict"] == "done");
}

TEST_CASE("JSON minutes keep what the minutes keep: scores and pulse from four answers up, words without names") {
    State state = rich_meeting();
    CHECK(read(state)["checkin"]["scores"] ==
          Json({{"n", 4}, {"median", 4.0}, {"lowest", 3}, {"highest", 5}, {"scale", {1, 5}}}));
    CHECK(read(state)["checkin"]["words"] == Json({"A new poster.", "Tired, but glad to be here."}));
    CHECK(read(state)["pulse"]["statements"][0]["counts"] == Json({0, 0, 1, 3, 0}));
    state.checkin.answers.pop_back();
    state.pulse->answers = 3;
    CHECK(read(state)["checkin"]["scores"]["n"] == 3);
    CHECK(read(state)["checkin"]["scores"]["median"].is_null());
    CHECK(read(state)["pulse"]["answers"] == 3);
    CHECK(read(state)["pulse"]["statements"][0]["counts"].is_null());
    const std::string all = minutes_json(state);
    CHECK_FALSE(has(all, "ACCESS NEED"));
    CHECK_FALSE(has(all, "REMOVED"));
    const Json written = read(state);
    for (const Json& item : written["items"]) CHECK_FALSE(has(item.dump(), "We talk over each other."));
}

TEST_CASE("JSON minutes of a meeting with nothing in it are whole") {
    const Json all = read(empty_meeting());
    for (const char* member : {"title", "planned", "checkin", "checkout", "pulse", "last_minutes", "facilitator"}) {
        INFO(member);
        CHECK(all[member].is_null());
    }
    for (const char* member : {"people", "items", "from_earlier", "terms", "concerns"}) {
        INFO(member);
        CHECK(all[member] == Json::array());
    }
}

TEST_CASE("no text of JSON minutes holds a control or an override") {
    State state = rich_meeting();
    each_text(state, [](std::string& text) { text = "a\"},{\"b\x1b[2J\xe2\x80\xae\xff\\"; });
    const std::string all = minutes_json(state);
    CHECK_NOTHROW(Json::parse(all));
    CHECK_FALSE(has(all, "\x1b"));
    CHECK_FALSE(has(all, "\\u001b"));
    CHECK_FALSE(has(all, "\xe2\x80\xae"));
}

TEST_CASE("JSON minutes hold what other groups wrote down, the words used, and what became a principle") {
    const Json all = read(rich_meeting());
    REQUIRE(all["since_last_met"].size() == 1);
    CHECK(all["since_last_met"][0] == Json({{"group", "Advisory board"},
                                            {"date", "2026-11-17"},
                                            {"kind", "decision"},
                                            {"text", "Print in large type"},
                                            {"word", nullptr},
                                            {"objectives", Json::array({"O1"})}}));
    CHECK(all["words_used"] == Json::array({{{"word", "Data"}, {"text", "what is written down of people"}}}));
    CHECK(all["items"][0]["written"][1]["principle"] == true);
}

}  // namespace folkmoot
