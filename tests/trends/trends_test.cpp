#include "src/trends/trends.h"

#include <algorithm>
#include <map>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/trends_report.h"
#include "src/trends/figures.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"
#include "tests/support/meeting_fixture.h"

using namespace folkmoot;
using namespace folkmoot::test;
using namespace std::chrono_literals;

namespace {

/// Meetings of two groups in one log, a week apart, each begun so many minutes late.
class SomeMeetings : public Records {
public:
    void hold(const std::string& group, Minutes late, int week) {
        Plan plan = sample_plan();
        plan.group = group;
        plan.date->date = plus_days(plan.date->date, 7 * week);
        auto fixture = MeetingFixture(plan);
        State meeting = fixture.state();
        const Stamp planned = later(start_time(), std::chrono::days{7 * week});
        Recorded opened = meeting.events.front();
        auto& plan_of = std::get<event::Opened>(opened.event);
        plan_of.planned_start = planned;
        opened.at = later(planned, late);
        const std::vector<Recorded> events{opened, {2, later(opened.at, 60min), event::Closed{}}};
        MeetingId id = meeting.id;
        id.bytes[0] = static_cast<std::uint8_t>(week);
        streams.insert(streams.begin(), fold(id, events));
    }

    std::vector<State> streams;  // newest first

    std::vector<MeetingSummary> meetings(std::size_t) override {
        std::vector<MeetingSummary> all;
        for (const State& each : streams) {
            MeetingSummary summary;
            summary.id = each.id;
            summary.title = each.plan.title.text;
            summary.group = each.plan.group.text;
            summary.date = date_of(*each.opened);
            summary.closed = true;
            all.push_back(summary);
        }
        return all;
    }
    std::vector<Recorded> events(const MeetingId& id) override {
        return std::ranges::find(streams, id, &State::id)->events;
    }
    std::vector<MeetingSummary> meetings_by_prefix(std::string_view) override { return {}; }
    std::vector<MeetingSummary> open_meetings() override { return {}; }
    std::vector<ItemRun> item_runs(const PartnershipId&, std::size_t) override { return {}; }
    std::vector<MeetingSummary> meetings_with(const CaptureId&) override { return {}; }
    std::vector<MeetingSummary> meetings_from(std::string_view) override { return {}; }
    std::size_t prefix_length() override { return 4; }
    std::optional<Partnership> partnership(std::string_view) override { return std::nullopt; }
    std::vector<Partnership> partnerships() override { return {}; }
    Sequence last_sequence(const Id128&) override { return 0; }
    std::string draft(const MeetingId&) override { return ""; }
    CarryOver carry_over(const PartnershipId&, std::string_view) override { return {}; }
    std::vector<ActionSummary> actions(bool) override { return {}; }
    std::vector<MeetingSummary> meetings_wanted(const MeetingFilter& filter, std::size_t) override {
        auto all = meetings(0);
        std::erase_if(all, [&](const MeetingSummary& each) {
            return !filter.group.empty() && !text::name_matches(text::plain(each.group), text::plain(filter.group));
        });
        std::erase_if(all, [&](const MeetingSummary& each) {
            return (filter.from && days_between(*filter.from, each.date) < 0) ||
                   (filter.to && days_between(each.date, *filter.to) < 0);
        });
        return all;
    }
    SearchAnswer search(const SearchQuery&) override { return {}; }
    std::optional<std::string> figures(const MeetingId& id) override {
        return to_text(figures_of(*std::ranges::find(streams, id, &State::id)));
    }
    std::vector<MonthFigures> figures_by_month() override {
        std::map<std::pair<Date, std::string>, Figures> months;
        for (std::size_t left = streams.size(); left > 0; --left) {
            const State& each = streams[left - 1];
            const Date day = date_of(*each.opened);
            add(months[{day.year() / day.month() / 1, each.plan.group.text}], figures_of(each));
        }
        std::vector<MonthFigures> all;
        for (const auto& [key, figures] : months) all.push_back({key.second, key.first, to_text(figures)});
        return all;
    }
};

SomeMeetings six() {
    SomeMeetings log;
    for (int week = 0; week < 6; ++week) log.hold(week % 2 == 0 ? "Forum" : "Board", Minutes{2 * week}, week);
    return log;
}

const Measure& measure(const Trends& trends, std::string_view key) {
    return *std::ranges::find(trends.measures, key, &Measure::key);
}

}  // namespace

TEST_CASE("what changed is said first, in words, with the figures behind it") {
    auto log = six();
    const Trends trends = trends_of(log, {});
    REQUIRE(trends.meetings.size() == 6);
    REQUIRE_FALSE(trends.changed.empty());
    CHECK(trends.changed[0].text ==
          "Start delay: 5 minutes typically, over 6 meetings, from 0 minutes to 10 minutes. Rising over these 6 "
          "meetings, by about 2 minutes a meeting (p = 0.003).");
    const auto lines = trends_lines(trends);
    CHECK(lines[0] == "Trends");
    CHECK(std::ranges::find(lines, "What changed") < std::ranges::find(lines, "Start delay"));
    CHECK(std::ranges::find(lines, "  2026-12-29: 10 minutes, n 1  ####################") != lines.end());
}

TEST_CASE("figures are given from three meetings up, a direction from five") {
    auto log = six();
    Selection some;
    some.from = Date{std::chrono::year{2026} / 12 / 22};
    CHECK(in_words(trend_of(measure(trends_of(log, some), "start-delay").series.at(0)), Unit::minutes) ==
          "2 meetings: too few to say.");
    some.from = Date{std::chrono::year{2026} / 12 / 8};
    CHECK(in_words(trend_of(measure(trends_of(log, some), "start-delay").series.at(0)), Unit::minutes) ==
          "7 minutes typically, over 4 meetings, from 4 minutes to 10 minutes. Too few meetings to say where it "
          "goes.");
}

TEST_CASE("a group is chosen however its name is written, and an unknown one is answered with those there are") {
    auto log = six();
    Selection forum;
    forum.group = "FORUM";
    CHECK(trends_of(log, forum).meetings.size() == 3);
    forum.group = "Forums";
    CHECK_THROWS_WITH(trends_of(log, forum), "There is no group called \"Forums\". It can be Board or Forum.");
}

TEST_CASE("a group is called by the beginning of its name where it means one") {
    SomeMeetings log;
    log.hold("Steering group", Minutes{0}, 0);
    log.hold("Working group", Minutes{0}, 1);
    Selection some;
    some.group = "steer";
    const Trends trends = trends_of(log, some);
    CHECK(trends.selection.group == "Steering group");
    CHECK(trends.meetings.size() == 1);
    some.group = "group";
    CHECK_THROWS_WITH(trends_of(log, some),
                      "There is no group called \"group\". It can be Working group or Steering group.");
}

TEST_CASE("a partner is chosen where a measure is split, and all else stays whole") {
    auto log = six();
    const Trends whole = trends_of(log, {});
    Selection council;
    council.partner = "city council";
    const Trends part = trends_of(log, council);
    CHECK(measure(part, "attendance") == measure(whole, "attendance"));
    for (const Series& each : measure(part, "attendance-by-partner").series) CHECK(each.of == "City Council");
    council.partner = "City";
    CHECK_THROWS_WITH(
        trends_of(log, council),
        "There is no partner called \"City\". It can be Harbour Voices, Port University or City Council.");
}

TEST_CASE("without dates the newest 36 meetings are looked at, with dates all between them") {
    SomeMeetings log;
    for (int week = 0; week < 40; ++week) log.hold("Forum", Minutes{0}, week);
    CHECK(trends_of(log, {}).meetings.size() == 36);
    CHECK(trends_of(log, {}).meetings.back().date == Date{std::chrono::year{2027} / 8 / 24});
    Selection all;
    all.to = Date{std::chrono::year{2027} / 8 / 24};
    CHECK(trends_of(log, all).meetings.size() == 40);
    all.from = Date{std::chrono::year{2028} / 1 / 1};
    CHECK_THROWS_WITH(trends_of(log, all), containing("the first date is the later one"));
}

TEST_CASE("a CSV cell of a partner's name does not run as a formula, unless it is asked for as it is") {
    auto log = six();
    Trends trends = trends_of(log, {});
    for (Measure& each : trends.measures) {
        if (each.key == "attendance-by-partner") each.series.at(0).of = "=1+1";
    }
    CHECK(trends_csv(trends, false).find(",'=1+1,") != std::string::npos);
    CHECK(trends_csv(trends, true).find(",=1+1,") != std::string::npos);
}

TEST_CASE("open concerns and a task that always lands on one partner are worth talking about") {
    auto log = six();
    for (State& each : log.streams) {
        event::Opened plan = each.plan;
        Matter concern = sample_carry_over().matters.at(3);
        plan.carry_over.matters = {concern};
        each = fold(each.id, std::vector<Recorded>{{1, *each.opened, plan}, {2, *each.closed, event::Closed{}}});
    }
    const auto worth = trends_of(log, {}).worth_talking_about;
    CHECK(std::ranges::count(worth,
                             "2 concerns about the working together are still open. What would it take to close "
                             "them?",
                             &Finding::text) == 1);
    CHECK(std::ranges::count(worth, "City Council hosted at all of 6 meetings. Would others like a turn?",
                             &Finding::text) == 1);
}

TEST_CASE("of more than 120 meetings the figures are by month, and a month that is cut has its meetings only") {
    SomeMeetings log;
    for (int week = 0; week < 121; ++week) log.hold(week % 2 == 0 ? "Forum" : "Board", Minutes{week % 4}, week);
    Selection all;
    all.to = log.streams.front().opened ? date_of(*log.streams.front().opened) : Date{};
    const Trends trends = trends_of(log, all);
    REQUIRE(trends.meetings.size() == 121);
    REQUIRE(trends.by_month);
    const auto& delays = measure(trends, "start-delay").series.at(0).figures;
    REQUIRE(delays.size() == 29);
    // The weeks of December 2026 begin on the 1st, 8th, 15th, 22nd and 29th: 1, 2, 3, 0 and 1 minutes late.
    CHECK(delays.at(1).date == Date{std::chrono::year{2026} / 12 / 1});
    CHECK(delays.at(1).meetings == 5);
    CHECK(delays.at(1).n == 5);
    CHECK(delays.at(1).value == Approx(7.0 / 5.0));
    CHECK(in_words(trend_of(measure(trends, "start-delay").series.at(0)), Unit::minutes)
              .starts_with("1.5 minutes typically, over 29 months, from "));
    CHECK(measure(trends, "hosts-by-partner").unit == Unit::share);

    all.from = Date{std::chrono::year{2026} / 11 / 25};
    all.to.reset();
    CHECK_FALSE(trends_of(log, all).by_month);  // 120 meetings
    log.hold("Forum", Minutes{2}, 121);
    all.from = Date{std::chrono::year{2026} / 12 / 1};
    log.hold("Forum", Minutes{2}, 122);
    CHECK(trends_of(log, all).by_month);
    all.from = Date{std::chrono::year{2026} / 11 / 24};
    all.to = Date{std::chrono::year{2029} / 3 / 20};
    const Trends cut = trends_of(log, all);
    REQUIRE(cut.by_month);
    CHECK(measure(cut, "start-delay").series.at(0).figures.back().meetings == 3);
}

TEST_CASE("an objective that no month has touched is said in months") {
    SomeMeetings log;
    for (int week = 0; week < 121; ++week) log.hold("Forum", Minutes{0}, week);
    Selection all;
    all.from = Date{std::chrono::year{2026} / 1 / 1};
    const auto worth = trends_of(log, all).worth_talking_about;
    CHECK(std::ranges::any_of(worth, [](const Finding& each) {
        return each.measure == "objective-untouched" &&
               each.text.starts_with("The last 29 months held no item on objective O1");
    }));
}

TEST_CASE("the report of months names them, and its meetings are listed elsewhere") {
    SomeMeetings log;
    for (int week = 0; week < 121; ++week) log.hold("Forum", Minutes{1}, week);
    Selection all;
    all.from = Date{std::chrono::year{2026} / 1 / 1};
    const Trends trends = trends_of(log, all);
    const auto lines = trends_lines(trends);
    CHECK(lines.at(2) ==
          "These are more than 120 meetings, so the figures are by month: each is the mean of its meetings' figures.");
    CHECK(std::ranges::find(lines, "  2026-12: 1 minute, n 5  ####################") != lines.end());
    CHECK(lines.back() == "The meetings behind it are listed by folkmoot log, with --from and --to.");
    CHECK(trends_csv(trends, false).find("\nstart-delay,minutes,,,,,,2026-12-01,1,5,5") != std::string::npos);
    CHECK(trends_json(trends).find("\"by_month\": true") != std::string::npos);
}

TEST_CASE("what is kept of a meeting for the trends is read back as it was, and adds up to a month") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.go(Stage::checkin);
    for (int person = 0; person < 6; ++person) meeting.say(1 + person % 5, "");
    meeting.go(1);
    meeting.keep(CaptureKind::concern, "The room is \"loud\", and \\ dark");
    meeting.wait(7min + 1s);
    meeting.close();
    const Figures one = figures_of(meeting.state());
    CHECK(one.measures.at("checkin-score").series.at(0).sum == Approx(16.0 / 6.0));
    CHECK(one.open_concerns == 1);
    CHECK(figures_in(to_text(one)) == one);
    Figures two = one;
    add(two, one);
    CHECK(two.meetings == 2);
    CHECK(two.measures.at("checkin-score").series.at(0).meetings == 2);
    CHECK(two.measures.at("checkin-score").series.at(0).n == 12);
    CHECK(two.open_concerns == 1);
    CHECK(figures_in(to_text(two)) == two);
    CHECK_THROWS_WITH(figures_in("{"), containing("folkmoot doctor --rebuild"));
}
