// Reviews of meetings in a log, and how to look into them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "src/exports/plain_text.h"
#include "src/exports/review.h"
#include "tests/log/log_fixture.h"

namespace folkmoot::reviews_test {

using namespace test;

constexpr Date day(int year, unsigned month, unsigned of_month) {
    return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(of_month)};
}

inline const Selection autumn{"", "", day(2026, 11, 1), day(2027, 1, 31)};
inline const Date in_february = day(2027, 2, 1);

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

inline void keep(Run& run, CaptureKind kind, const std::string& text, std::optional<PersonId> owner = {},
                 std::optional<Date> due = {}) {
    run.act(command::Capture{kind, text, kind == CaptureKind::term ? "Kerb" : "", owner, due});
}

inline void item(Run& run, std::size_t number) {
    run.act(command::Go{{Stage::items, run.state().agenda.at(number - 1).item.id}});
}

inline void pulse(Run& run, const Pulse& answers) {
    run.act(command::Go{{Stage::pulse, std::nullopt}});
    run.act(command::TakePulse{answers});
}

/// What stands between a heading of level 2 and the next one; in the plain text headings begin in the first column.
inline std::string part(const std::string& text, const std::string& heading) {
    const std::size_t begin = text.find("\n\n" + heading + "\n");
    if (begin == std::string::npos) return "no such part: " + heading;
    const std::size_t end = text.find("\n\n\n", begin + 3);
    return text.substr(begin, end == std::string::npos ? end : end - begin);
}

inline std::vector<std::string> headings(const Document& document, int level) {
    std::vector<std::string> all;
    for (const Document::Block& block : document.blocks) {
        const auto* heading = std::get_if<Document::Heading>(&block);
        if (heading != nullptr && heading->level == level) all.push_back(heading->text);
    }
    return all;
}

inline std::vector<Document::Chart> charts(const Document& document) {
    std::vector<Document::Chart> all;
    for (const Document::Block& block : document.blocks)
        if (const auto* chart = std::get_if<Document::Chart>(&block)) all.push_back(*chart);
    return all;
}

inline std::string pulse_part(const Review& review) {
    return part(to_plain_text(review_of(review), 1000), "Pulse: how the working together is going");
}

inline void first_meeting(Run& run) {
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

inline void second_meeting(Run& run) {
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
inline void hold_a_quarter(Meetings& meetings) {
    meetings.held(0, "The first", first_meeting);
    meetings.held(1, "The second", second_meeting);
    meetings.held(2, "The third");
}

}  // namespace folkmoot::reviews_test
