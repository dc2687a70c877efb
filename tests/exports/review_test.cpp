#include "src/exports/review.h"

#include <algorithm>
#include <functional>

#include "src/exports/html.h"
#include "src/exports/markdown.h"
#include "src/exports/plain_text.h"
#include "src/trends/few.h"
#include "tests/exports/meetings.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

namespace folkmoot {

using namespace test;
using namespace std::chrono_literals;

namespace {

constexpr Date day(int year, unsigned month, unsigned of_month) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
}

const Selection autumn{"", "", day(2026, 11, 1), day(2027, 1, 31)};
const Date in_february = day(2027, 2, 1);

using Pulse = std::vector<std::vector<int>>;

/// Meetings in a log, four weeks apart from 24 November 2026 on; half a minute goes by with every act.
struct Meetings {
    LogFolder folder;
    std::unique_ptr<Log> log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"review"};

    std::unique_ptr<Run> opened(int month, const std::string& title, const std::string& group = "Working group") {
        Plan plan = plan_called(title);
        plan.group = group;
        if (month > 0) plan.date->date = plus_days(plan.date->date, 28 * month);
        return std::make_unique<Run>(*log, plan, months_later(month), ids);
    }
    void held(
        int month, const std::string& title, const std::function<void(Run&)>& what = [](Run&) {},
        const std::string& group = "Working group") {
        const auto run = opened(month, title, group);
        what(*run);
        run->close();
    }
    Review review(const Selection& selection = autumn, Date today = in_february) {
        return review_for(*log, selection, today);
    }
    std::string text(const Selection& selection = autumn, Date today = in_february) {
        return to_plain_text(review_of(review(selection, today)), 1000);
    }
};

void keep(Run& run, CaptureKind kind, const std::string& text, std::optional<PersonId> owner = {},
          std::optional<Date> due = {}) {
    run.act(command::Capture{kind, text, kind == CaptureKind::term ? "Kerb" : "", owner, due});
}

void item(Run& run, std::size_t number) {
    run.act(command::Go{{Stage::items, run.state().agenda.at(number - 1).item.id}});
}

void pulse(Run& run, const Pulse& answers) {
    run.act(command::Go{{Stage::pulse, std::nullopt}});
    run.act(command::TakePulse{answers});
}

/// What stands between a heading of level 2 and the next one; in the plain text headings begin in the first column.
std::string part(const std::string& text, const std::string& heading) {
    const std::size_t begin = text.find("\n\n" + heading + "\n");
    if (begin == std::string::npos) return "no such part: " + heading;
    const std::size_t end = text.find("\n\n\n", begin + 3);
    return text.substr(begin, end == std::string::npos ? end : end - begin);
}

std::vector<std::string> headings(const Document& document, int level) {
    std::vector<std::string> all;
    for (const Document::Block& block : document.blocks) {
        const auto* heading = std::get_if<Document::Heading>(&block);
        if (heading != nullptr && heading->level == level) all.push_back(heading->text);
    }
    return all;
}

std::vector<Document::Chart> charts(const Document& document) {
    std::vector<Document::Chart> all;
    for (const Document::Block& block : document.blocks)
        if (const auto* chart = std::get_if<Document::Chart>(&block)) all.push_back(*chart);
    return all;
}

/// As they would be without what tells one log from another, and with the charts' tables.
std::string pulse_part(const Review& review) {
    return part(to_plain_text(review_of(review), 1000), "Pulse: how the working together is going");
}

void first_meeting(Run& run) {
    item(run, 1);
    keep(run, CaptureKind::decision, "The advert says the pay");
    run.act(command::RuleDecision{0, DecisionRule::vote, Votes{4, 1, 1}});
    run.act(command::Reserve{0, seat(3), "The budget is not agreed"});
    run.act(command::Reserve{0, std::nullopt, "Too long"});
    keep(run, CaptureKind::action, "Print the advert", seat(1), day(2026, 12, 1));
    keep(run, CaptureKind::action, "Ask the council", seat(5), day(2027, 1, 10));
    keep(run, CaptureKind::action, "Find a hall");
    keep(run, CaptureKind::term, "The edge of a pavement");
    keep(run, CaptureKind::concern, "We talk too fast");
    keep(run, CaptureKind::concern, "Papers come too late");
    pulse(run, {{1, 2, 3, 4}, {5, 5, 5, 5}});
}

void second_meeting(Run& run) {
    run.act(command::Go{{Stage::actions, std::nullopt}});
    run.act(command::Review{run.matter("Print the advert").id, event::Verdict::done, {}, ""});
    run.act(command::Review{run.matter("Find a hall").id, event::Verdict::dropped, {}, "the library offered one"});
    run.act(command::CloseConcern{std::nullopt, run.matter("We talk too fast").id});
    item(run, 1);
    keep(run, CaptureKind::decision, "Minutes go out in a week");
    run.act(command::RuleDecision{0, DecisionRule::consent, {}});
    keep(run, CaptureKind::term, "The edge of a pavement");
    pulse(run, {{2, 2, 3, 5, 5}, {4, 4, 4, 4, 5}});
}

/// Three meetings of a quarter.
void hold_a_quarter(Meetings& meetings) {
    meetings.held(0, "The first", first_meeting);
    meetings.held(1, "The second", second_meeting);
    meetings.held(2, "The third");
}

}  // namespace

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
              "  - Minutes go out in a week\n    - Decided by: consent\n    - No reservation was written down\n"));
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
              "2026. Carried over 3 times. Not accepted by its owner yet. Written down on Tuesday 24 November "
              "2026."));
    const Selection later{"", "", day(2027, 1, 1), day(2027, 12, 31)};
    CHECK(has(part(meetings.text(later, day(2027, 4, 1)), "Actions"),
              "0 actions were written down in this period, and 1 was open from before."));
    const auto worth = meetings.review(all, day(2027, 4, 1)).trends.worth_talking_about;
    CHECK(std::ranges::find(worth,
                            "1 action was carried three times or more and is still open. What stands in the "
                            "way?") != worth.end());
}

TEST_CASE("attendance and voice are by partner, with the chart only where there are figures enough") {
    const auto talk = [](Run& run) {
        item(run, 1);
        for (int i = 0; i < 3; ++i) run.act(command::Speak{seat(1)});
        run.act(command::Speak{seat(3)});
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
    CHECK(has(voice, "- City Council: 100 % in the middle of 3 meetings, the same each time."));
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
              "Mean 2.5, Said 1 1, Said 2 1, Said 3 1, Said 4 1, Said 5 0\n  - Tuesday 22 December 2026, The "
              "second: Answered 5, Mean 3.4, Said 1 0, Said 2 2, Said 3 1, Said 4 0, Said 5 2\n"));
}

TEST_CASE("of a pulse that three people answered there is nothing but that three did") {
    std::vector<std::string> told;
    for (const Pulse& answers : {Pulse{{1, 1, 1}, {5, 5, 5}}, Pulse{{5, 3, 1}, {2, 2, 3}}}) {
        Meetings meetings;
        meetings.held(0, "The first", [&](Run& run) { pulse(run, answers); });
        told.push_back(pulse_part(meetings.review()));
        CHECK(has(part(meetings.text(), "What the figures cannot say"),
                  "Pulse: Of 1 meeting it is withheld: it comes from fewer than 4 people"));
    }
    CHECK(told[0] == told[1]);
    CHECK(has(told[0], "The first: 3 people answered, and answers are told from 4 people up."));
    CHECK(told[0].find("Mean") == std::string::npos);
}

TEST_CASE("a statement that three of five answered is not told, and no other tells it") {
    std::vector<std::string> told;
    for (const int answer : {1, 5}) {
        Meetings meetings;
        meetings.held(0, "The first");
        Review review = meetings.review();
        // A log of before the rule, or from elsewhere: counts that should never have been kept.
        event::PulseTaken taken{5, {{1, 1, 1, 1, 1}, {0, 0, 0, 0, 0}}};
        taken.counts[1][static_cast<std::size_t>(answer - 1)] = 3;
        review.meetings[0].pulse = taken;
        review.trends = trends_of(review.meetings, review.selection);
        told.push_back(pulse_part(review));
    }
    CHECK(told[0] == told[1]);
    CHECK(has(told[0], "5 people answered, but fewer than 4 to some statements, and those are not told."));
    CHECK(has(told[0], "Answered 5, Mean 3, Said 1 1, Said 2 1, Said 3 1, Said 4 1, Said 5 1"));
}

TEST_CASE("two statements of the same words do not tell what fewer than four answered to one of them") {
    std::vector<std::string> told;
    for (const std::size_t answer : {std::size_t{0}, std::size_t{4}}) {
        Meetings meetings;
        meetings.held(0, "The first");
        Review review = meetings.review();
        event::PulseTaken taken{5, {{1, 1, 1, 1, 1}, {0, 0, 0, 0, 0}}};
        taken.counts[1][answer] = 3;
        review.meetings[0].plan.pulse_statements[1] = review.meetings[0].plan.pulse_statements[0];
        review.meetings[0].pulse = taken;
        review.trends = trends_of(review.meetings, review.selection);
        told.push_back(pulse_part(review));
    }
    CHECK(told[0] == told[1]);
}

TEST_CASE("no choice of period or group says more of an answer than each meeting says by itself") {
    const Pulse few{{1, 1, 5}, {2, 2, 2}}, others{{4, 4, 4}, {1, 3, 5}};
    std::vector<std::vector<std::string>> told;
    for (const Pulse& of_three : {few, others}) {
        Meetings meetings;
        meetings.held(0, "The first", [](Run& run) { pulse(run, {{1, 2, 3, 4}, {5, 5, 5, 5}}); });
        meetings.held(
            1, "The few", [&](Run& run) { pulse(run, of_three); }, "Forum");
        meetings.held(2, "The last", [](Run& run) { pulse(run, {{2, 2, 3, 5, 5}, {4, 4, 4, 4, 5}}); });
        std::vector<std::string> all;
        for (const auto& [from, to] : {std::pair{0, 0}, {0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 2}}) {
            for (const char* group : {"", "Forum", "Working group"}) {
                const Date first = plus_days(day(2026, 11, 24), 28 * from);
                all.push_back(pulse_part(meetings.review({group, "", first, plus_days(day(2026, 11, 24), 28 * to)})));
            }
        }
        // The counts of a meeting are the same in every choice that has it: nothing is added up over meetings.
        const std::string line =
            "Tuesday 24 November 2026, The first: Answered 4, Mean 2.5, Said 1 1, Said 2 1, Said "
            "3 1, Said 4 1, Said 5 0";
        CHECK(std::ranges::count_if(
                  all, [&](const std::string& each) { return each.find(line) != std::string::npos; }) == 6);
        told.push_back(std::move(all));
    }
    CHECK(told[0] == told[1]);
}

TEST_CASE("a review has no scores, no passes, and no words of a round, whoever gave them") {
    std::vector<std::string> told;
    for (const int score : {1, 5}) {
        Meetings meetings;
        meetings.held(0, "The first", [&](Run& run) {
            run.act(command::Go{{Stage::checkin, std::nullopt}});
            for (int i = 0; i < 5; ++i) run.act(command::AnswerRound{Answer::said, i == 0 ? score : 3, "SECRET"});
            run.act(command::AnswerRound{score == 1 ? Answer::passed : Answer::said, std::nullopt, ""});
        });
        told.push_back(meetings.text());
    }
    CHECK(told[0] == told[1]);
    CHECK(told[0].find("SECRET") == std::string::npos);
}

TEST_CASE("concerns say what came of them, and neither who raised them nor where") {
    Meetings meetings;
    hold_a_quarter(meetings);
    const std::string concerns = part(meetings.text(), "Concerns about how we work together");
    CHECK(has(concerns,
              "2 concerns were raised in this period, and 0 were open from before. 1 was closed, 0 were put "
              "on an agenda, 1 is still open."));
    CHECK(has(concerns, "Closed\n\n  - We talk too fast\n\nStill open\n\n  - Papers come too late\n"));
    for (const char* name : {"Asha", "Ben", "Cara", "Dev", "Eve", "Femi", "The first", "November"})
        CHECK(concerns.find(name) == std::string::npos);
}

TEST_CASE("concerns come in the order of their words, so that none points at its meeting") {
    std::vector<std::string> told;
    for (const bool turned : {false, true}) {
        Meetings meetings;
        meetings.held(0, "1", [&](Run& run) { keep(run, CaptureKind::concern, turned ? "Beta" : "Alpha"); });
        meetings.held(1, "2", [&](Run& run) { keep(run, CaptureKind::concern, turned ? "Alpha" : "Beta"); });
        told.push_back(part(meetings.text(), "Concerns about how we work together"));
    }
    CHECK(told[0] == told[1]);
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

TEST_CASE("whatever people write, a review keeps its structure in every format") {
    const auto written = [](const std::string& text) {
        Review review;
        review.selection = {text, "", day(2026, 11, 1), day(2027, 1, 31)};
        review.today = in_february;
        review.meetings = {exports_test::rich_meeting()};
        exports_test::each_text(review.meetings[0], [&](std::string& each) { each = text; });
        review.still_open = {{MeetingId{}, day(2026, 12, 1), text, text}};
        review.trends = trends_of(review.meetings, {});
        return review_of(review);
    };
    const auto tags = [](const std::string& html) {
        std::vector<std::string> all;
        for (std::size_t at = html.find("</style>"); at != std::string::npos; at = html.find('<', at + 1)) {
            const std::string tag = html.substr(at, html.find('>', at) - at + 1);
            if (tag != "<br>") all.push_back(tag);
        }
        return all;
    };
    const auto bars = [](const std::string& markdown) {
        std::vector<std::ptrdiff_t> all;
        for (std::size_t at = 0; at < markdown.size();) {
            const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
            const std::string line = markdown.substr(at, end - at);
            if (line.starts_with('|')) {
                std::ptrdiff_t live = 0;
                for (std::size_t i = 0; i < line.size(); ++i) {
                    if (line[i] == '\\')
                        ++i;
                    else if (line[i] == '|')
                        ++live;
                }
                all.push_back(live);
            }
            at = end + 1;
        }
        return all;
    };
    const Document plain = written("x");
    CHECK(bars(to_markdown(plain)).size() > 10);
    for (const std::string hostile :
         {"<script>alert(1)</script>", "\"><svg onload=alert(1)>", "</title></desc></svg>", "a | b\n--|--\nc | d",
          "a\\|b", "a\\", "| x |", "# heading\n\n- list", "\x1b[31mred\x07", "\xe2\x80\xaeturned", "&amp;&lt;"}) {
        INFO(hostile);
        const Document document = written(hostile);
        const std::string html = to_html(document);
        CHECK(tags(html) == tags(to_html(plain)));
        CHECK(bars(to_markdown(document)) == bars(to_markdown(plain)));
        for (const std::string& each : {html, to_markdown(document), to_plain_text(document)}) {
            CHECK(std::ranges::none_of(
                each, [](char c) { return c != '\n' && (static_cast<unsigned char>(c) < 0x20 || c == 0x7f); }));
            CHECK(each.find("\xe2\x80\xae") == std::string::npos);
        }
    }
}

TEST_CASE("a chart is drawn with a title, a description and its table, and told in words where nothing can be drawn") {
    Document::Chart chart{"Time", "O1 most.", {{"O1", 30.0, "30 minutes"}, {"O2", 0.0, "0 minutes"}}, 0.0, 60.0,
                          {},     {}};
    chart.mark = Document::Chart::Mark{45.0, "The line: planned"};
    chart.table = {"Time for each", {"Objective", "Minutes"}, {{"O1", "30"}, {"O2 | b", "0"}}};
    const Document document{"t", {chart}};
    const std::string html = to_html(document);
    for (const char* each : {"<svg role=\"img\" aria-labelledby=\"chart-1-title chart-1-desc\"",
                             "<title id=\"chart-1-title\">Time</title>",
                             "<desc id=\"chart-1-desc\">A bar for each row of the table that follows. O1 most.</desc>",
                             "width=\"160.0\"", "x1=\"240.0\"", "<caption id=\"table-2\">Time for each</caption>",
                             "<th scope=\"col\">Minutes</th>", "<th scope=\"row\">O1</th><td>30</td>", "@media print"})
        CHECK(has(html, each));
    CHECK(html.find("<rect") == html.rfind("<rect"));  // nothing is drawn of nothing
    CHECK(to_plain_text(document) ==
          "t\n\n  O1 most.\n\n  Time for each\n\n  - O1: Minutes 30\n  - O2 | b: Minutes 0\n");
    CHECK(to_markdown(document) ==
          "# t\n\nO1 most.\n\nTime for each\n\n| Objective | Minutes |\n|---|---|\n| O1 | 30 |\n| O2 \\| b | 0 |\n");
    CHECK(to_html({"t", {Document::Paragraph{"p"}}}).find("@media print") == std::string::npos);
}

}  // namespace folkmoot
