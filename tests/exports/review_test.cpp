#include "src/exports/review.h"

#include <algorithm>

#include "src/session/actions_desk.h"
#include "tests/exports/meetings.h"
#include "tests/exports/reviews.h"
#include "tests/support/catch.h"

namespace folkmoot {

using namespace reviews_test;

TEST_CASE("a review's parts come in the order in which they are read aloud") {
    Meetings meetings;
    hold_a_quarter(meetings);
    CHECK(headings(review_of(meetings.review()), 2) ==
          std::vector<std::string>{"What this review stands on", "Objectives, and what was done for each", "Decisions",
                                   "Actions", "Attendance and voice, by partner",
                                   "Pulse: how the working together is going", "Concerns about how we work together",
                                   "Terms explained", "What the figures cannot say"});
}

TEST_CASE("a review says which period and which meetings it stands on, and which is still open") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const auto open = meetings.opened(2, "The unfinished", "Forum");
    const std::string basis = part(meetings.text(), "What this review stands on");
    CHECK(has(basis, "from Sunday 1 November 2026 to Sunday 31 January 2027, both days included"));
    CHECK(has(basis, "3 closed meetings of Working group, from Tuesday 24 November 2026 to Tuesday 19 January 2027."));
    for (const char* each : {"- The first, Tuesday 24 November 2026, Working group",
                             "- The second, Tuesday 22 December 2026, Working group",
                             "- The third, Tuesday 19 January 2027, Working group"})
        CHECK(has(basis, each));
    CHECK(has(basis, "Left out, because it is still open:"));
    CHECK(has(basis, "- The unfinished, Tuesday 19 January 2027"));
    CHECK(basis.find("not over yet") == std::string::npos);
    CHECK(has(part(meetings.text(autumn, day(2027, 1, 20)), "What this review stands on"),
              "It is not over yet: this was written on Wednesday 20 January 2027."));
}

TEST_CASE("objectives have what was done for them, those left alone and those past their review date are named") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const std::string objectives = part(meetings.text(), "Objectives, and what was done for each");
    CHECK(has(objectives, "2 objectives are listed. 1 of them was left alone in this period."));
    CHECK(has(objectives, "- O2, Open the hall: untouched. None of the 3 meetings that list it held an item on it."));
    CHECK(has(objectives, "at 2 of 3 meetings, 2 decisions and 3 actions."));
    CHECK(objectives.find("review date") == std::string::npos);  // it is 31 January 2027, the last day itself
    const Selection longer{"", "", day(2026, 11, 1), day(2027, 2, 28)};
    CHECK(has(part(meetings.text(longer), "Objectives, and what was done for each"),
              "On Monday 1 February 2027 the review date of these had passed. Are they still wanted?\n\n  - O1, "
              "Co-write the advert: to be reviewed on Sunday 31 January 2027"));
}

TEST_CASE(
    "decisions stand under their meeting, with their rule and their reservations, by name only where it was said") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const std::string decisions = part(meetings.text(), "Decisions");
    CHECK(has(decisions, "2 decisions were made. To 1 of them somebody had a reservation."));
    const std::size_t first = decisions.find("Decided at The first, Tuesday 24 November 2026");
    const std::size_t second = decisions.find("Decided at The second, Tuesday 22 December 2026");
    REQUIRE(first < second);
    REQUIRE(second != std::string::npos);
    CHECK(has(decisions.substr(first, second - first),
              "  - The advert says the pay\n    - Decided by: vote\n    - Votes: 4 in favour, 1 against, 1 "
              "abstained\n    - Reservation by Cara: The budget is not agreed\n    - Reservation: Too long\n"));
    CHECK(has(decisions.substr(second),
              "  - Minutes go out in a week\n    - Decided by: consent\n    - No reservation was written down"));
}

TEST_CASE("a review says of decisions that were looked at again whether they stand") {
    Meetings meetings;
    meetings.held(0, "The first", [](Run& run) {
        keep(run, CaptureKind::decision, "We meet on Tuesdays");
        run.act(command::DateDecision{0, day(2026, 12, 1)});
        keep(run, CaptureKind::decision, "Minutes go out in a week");
        run.act(command::DateDecision{0, day(2026, 12, 1)});
    });
    meetings.held(1, "The second", [](Run& run) {
        run.act(command::Review{run.matter("We meet on Tuesdays").id, event::Verdict::done, {}, ""});
        run.act(command::Review{run.matter("Minutes go out in a week").id, event::Verdict::dropped, {}, "too slow"});
    });
    const std::string decisions = part(meetings.text(), "Decisions");
    CHECK(has(decisions,
              "- We meet on Tuesdays\n    - How it was decided was not written down\n    - To be looked at "
              "again on Tuesday 1 December 2026\n    - No reservation was written down"));
    CHECK(has(decisions, "Looked at again at The second, Tuesday 22 December 2026"));
    CHECK(
        has(decisions, "- Decision to look at again, from Tuesday 24 November 2026: We meet on Tuesdays. It stands."));
    CHECK(has(decisions, "Minutes go out in a week. It does not stand any more: too slow."));
}

TEST_CASE("actions are done, open, overdue, or dropped with the reason, and say who has them") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const std::string actions = part(meetings.text(), "Actions");
    CHECK(has(actions,
              "3 actions were written down in this period, and 0 were open from before. 1 is done, 1 was "
              "dropped, 1 is still open. Of the open ones, 1 was overdue on Sunday 31 January 2027, and 0 had "
              "been carried three times or more."));
    CHECK(
        has(actions, "Done\n\n  - Asha, Harbour Voices: Print the advert. Reported done on Tuesday 22 December 2026."));
    CHECK(has(actions, "Overdue\n\n  - Eve, City Council: Ask the council. It was due on Sunday 10 January 2027."));
    CHECK(has(actions,
              "Dropped\n\n  - Owner not agreed yet: Find a hall. Dropped on Tuesday 22 December 2026: the "
              "library offered one."));
    CHECK(has(actions, "- City Council: Done 0, Open 1, Overdue 1, Carried three times or more 0, Dropped 0"));
    CHECK(has(actions, "- Nobody yet: Done 0, Open 0, Overdue 0, Carried three times or more 0, Dropped 1"));
    const std::string before = part(meetings.text(autumn, day(2027, 1, 10)), "Actions");
    CHECK(has(before, "Of the open ones, 0 were overdue on Sunday 10 January 2027"));
    CHECK(has(before, "Open\n\n  - Eve, City Council: Ask the council. Due on Sunday 10 January 2027."));
}

TEST_CASE("an action that was carried three times is named as such, whether it is overdue or not") {
    Meetings meetings;
    meetings.held(0, "0", [](Run& run) { keep(run, CaptureKind::action, "Wait", seat(2), day(2026, 12, 1)); });
    for (int month = 1; month <= 3; ++month) meetings.held(month, std::to_string(month));
    const Selection all{"", "", day(2026, 11, 1), day(2027, 12, 31)};
    CHECK(has(part(meetings.text(all, day(2027, 3, 1)), "Actions"), "and 0 had been carried three times or more."));
    meetings.held(4, "4");
    const std::string actions = part(meetings.text(all, day(2027, 4, 1)), "Actions");
    CHECK(has(actions, "1 was overdue on Thursday 1 April 2027, and 1 had been carried three times or more."));
    CHECK(has(actions,
              "Carried three times or more\n\n  - Ben, Harbour Voices: Wait. It was due on Tuesday 1 December "
              "2026. It was carried 3 times. Not accepted by its owner yet. Written down on Tuesday 24 November "
              "2026."));
    const Selection later{"", "", day(2027, 1, 1), day(2027, 12, 31)};
    CHECK(has(part(meetings.text(later, day(2027, 4, 1)), "Actions"),
              "0 actions were written down in this period, and 1 was open from before."));
    const auto worth = meetings.review(all, day(2027, 4, 1)).trends.worth_talking_about;
    CHECK(std::ranges::find(worth,
                            "1 action was carried three times or more and is still open. What stands in the "
                            "way?",
                            &Finding::text) != worth.end());
}

TEST_CASE("attendance and voice are by partner, with the chart only where there are figures enough") {
    const auto talk = [](Run& run) {
        item(run, 1);
        for (const PersonId& person : {seat(1), seat(2), seat(1), seat(3)}) run.act(command::Speak{person});
    };
    Meetings meetings;
    meetings.held(0, "The first", talk);
    meetings.held(1, "The second", talk);
    std::string voice = part(meetings.text(), "Attendance and voice, by partner");
    CHECK(has(voice, "- Harbour Voices: 2 meetings: too few to say."));
    CHECK(charts(review_of(meetings.review())).size() == 1);  // of the objectives alone
    CHECK(has(voice,
              "Turns against seats, meeting by meeting\n\n  - Tuesday 24 November 2026, The first: Harbour "
              "Voices 2.25 times, Port University 0.75 times, City Council 0 times\n"));
    meetings.held(2, "The third", talk);
    voice = part(meetings.text(), "Attendance and voice, by partner");
    CHECK(has(voice, "- City Council: 100 % typically, over 3 meetings, the same each time."));
    const auto all = charts(review_of(meetings.review()));
    REQUIRE(all.size() == 2);
    CHECK(all[1].title == "Turns against seats, by partner");
    REQUIRE(all[1].bars.size() == 3);
    CHECK(all[1].bars[0] == Document::Chart::Bar{"Harbour Voices", 2.25, "2.25 times"});
    CHECK(all[1].mark->value == 1.0);
    CHECK(all[1].table.rows.size() == 3);
}

TEST_CASE("the pulse has counts for each statement and meeting, and how it changed") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const std::string told = pulse_part(meetings.review());
    CHECK(has(told, "- Tuesday 24 November 2026, The first: 4 people answered."));
    CHECK(has(told, "- Tuesday 22 December 2026, The second: 5 people answered."));
    CHECK(has(told, "- Tuesday 19 January 2027, The third: it was not taken."));
    CHECK(has(told, "The mean went from 2.5 on Tuesday 24 November 2026 to 3.4 on Tuesday 22 December 2026."));
    CHECK(has(told,
              "How many gave each answer, from 1 to 5\n\n  - Tuesday 24 November 2026, The first: Answered 4, "
              "Mean 2.5, Said 1: 1, Said 2: 1, Said 3: 1, Said 4: 1, Said 5: 0\n  - Tuesday 22 December 2026, The "
              "second: Answered 5, Mean 3.4, Said 1: 0, Said 2: 2, Said 3: 1, Said 4: 0, Said 5: 2\n"));
}

TEST_CASE("a term that was explained twice in the same words is there once") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const std::string terms = part(meetings.text(), "Terms explained");
    CHECK(has(terms, "1 term was explained, some of them more than once."));
    CHECK(terms.find("Kerb: The edge of a pavement") == terms.rfind("Kerb: The edge of a pavement"));
}

TEST_CASE("one group's review has that group's meetings and what was written down there, and no others") {
    Meetings meetings;
    meetings.held(0, "The first", first_meeting);
    meetings.held(
        1, "The forum", [](Run& run) { keep(run, CaptureKind::decision, "Forum decides"); }, "Forum");
    Selection forum = autumn;
    forum.group = "FORUM";
    const std::string told = meetings.text(forum);
    CHECK(has(told, "Only meetings of FORUM are looked at."));
    CHECK(has(told, "1 closed meeting of Forum, on Tuesday 22 December 2026."));
    CHECK(has(told, "Forum decides"));
    for (const char* other : {"The first", "The advert says the pay", "Print the advert", "Kerb", "We talk too fast"})
        CHECK(told.find(other) == std::string::npos);
    forum.group = "Forums";
    CHECK_THROWS_WITH(meetings.review(forum), "There is no group called \"Forums\". It can be Forum or Working group.");
}

TEST_CASE("a review of no meeting says so and stops, and one of a bare meeting says what was not there") {
    Meetings meetings;
    meetings.held(0, "The first");
    const Selection before{"", "", day(2020, 1, 1), day(2020, 3, 31)};
    const Review none = meetings.review(before);
    CHECK(none.meetings.empty());
    CHECK(headings(review_of(none), 2) ==
          std::vector<std::string>{"What this review stands on", "What the figures cannot say"});
    CHECK(has(to_plain_text(review_of(none)), "No closed meeting is among those asked for."));
    Review bare;
    bare.selection = autumn;
    bare.today = in_february;
    bare.meetings = {exports_test::empty_meeting()};
    bare.trends = trends_of(bare.meetings, bare.selection);
    const std::string told = to_plain_text(review_of(bare), 1000);
    for (const char* each :
         {"Meeting without title, Tuesday 24 November 2026", "These meetings list no objectives.",
          "No decision was written down.", "No action was written down, and none was open from before.",
          "No turns were recorded.", "No pulse was taken.", "No concern was raised, and none was open from before.",
          "No term was explained and written down."})
        CHECK(has(told, each));
}

TEST_CASE("what is counted in a review is what the trends of the same meetings count") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const Review review = meetings.review();
    const Trends trends = trends_of(*meetings.log, autumn);
    CHECK(review.trends == trends);
    const auto sum = [&](std::string_view key, std::string_view of = "") {
        double all = 0.0;
        for (const Series& series : std::ranges::find(trends.measures, key, &Measure::key)->series) {
            for (const Figure& each : series.figures) all += series.of == of ? each.value : 0.0;
        }
        return all;
    };
    CHECK(sum("decisions") == 2.0);
    CHECK(sum("actions") == 3.0);
    CHECK(sum("concerns") == 2.0);
    const auto chart = charts(review_of(review)).front();
    REQUIRE(chart.bars.size() == 2);
    CHECK(chart.bars[0].value == sum("objective-minutes", "O1"));
    CHECK(chart.bars[1].value == sum("objective-minutes", "O2"));
}

TEST_CASE("an action that was done between meetings was done on its own day, not at the next meeting") {
    Meetings meetings;
    meetings.held(0, "The first", [](Run& run) { keep(run, CaptureKind::action, "Send the form", seat(1)); });
    const CaptureId form = meetings.log->actions(false).front().id;
    ActionsDesk(*meetings.log, *meetings.log).act(form, desk::Finish{}, later(months_later(0), std::chrono::hours{72}));
    meetings.held(1, "The second");
    CHECK(has(meetings.text(), "Send the form. Reported done on Friday 27 November 2026."));
}

}  // namespace folkmoot
