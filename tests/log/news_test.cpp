// What the log says to a group of what the partnership's other groups wrote down.
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

constexpr const char* working_group = "Working group";
constexpr const char* board = "Advisory board";

Plan plan_of(const std::string& group, const std::string& title) {
    Plan plan = plan_called(title);
    plan.group = group;
    return plan;
}

void keep(Run& run, CaptureKind kind, const std::string& text, const std::string& word = "") {
    run.act(command::Capture{kind, text, word, {}, {}});
}

struct TwoGroups {
    LogFolder folder;
    std::unique_ptr<Log> log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"two groups"};

    std::vector<News> told(const std::string& group) {
        return log->carry_over(log->partnership("Harbour research partnership")->id, group).news;
    }
    void meet(const std::string& group, int month, const std::string& decision) {
        Run run(*log, plan_of(group, decision), months_later(month), ids);
        keep(run, CaptureKind::decision, decision);
        run.close();
    }
};

}  // namespace

TEST_CASE("a group hears the decisions, actions and terms of the others since it last met, with their objectives") {
    TwoGroups groups;
    groups.meet(board, 0, "Before");
    groups.meet(working_group, 1, "Of our own");
    Run run(*groups.log, plan_of(board, "Board 2"), months_later(2), groups.ids);
    keep(run, CaptureKind::term, "people in research", "PPI");
    run.act(command::Go{{Stage::items, run.state().agenda.front().item.id}});
    keep(run, CaptureKind::decision, "Print in large type");
    keep(run, CaptureKind::note, "A note");
    keep(run, CaptureKind::concern, "Too loud");
    keep(run, CaptureKind::decision, "A mistake");
    run.act(command::RemoveCapture{5});
    run.act(command::Go{{Stage::items, run.state().agenda[2].item.id}});
    keep(run, CaptureKind::action, "Ask the council");
    CHECK(groups.told(working_group).empty());  // the board is still meeting
    run.close();
    const auto news = groups.told(working_group);
    REQUIRE(news.size() == 3);
    CHECK(news[0].kind == CaptureKind::term);
    CHECK(news[0].word.text == "PPI");
    CHECK(news[0].text.text == "people in research");
    CHECK(news[0].objectives.empty());
    CHECK(news[1].group.text == board);
    CHECK(news[1].date == date_of(months_later(2)));
    CHECK(news[1].kind == CaptureKind::decision);
    CHECK(news[1].text.text == "Print in large type");
    CHECK(news[1].objectives == std::vector<std::string>{"O1"});
    CHECK(news[2].kind == CaptureKind::action);
    CHECK(news[2].objectives.empty());
    // What the group has heard at its next meeting is no news after it.
    groups.meet(working_group, 3, "Next");
    CHECK(groups.told(working_group).empty());
}

TEST_CASE("a group that has never met hears no news, and no group hears those of another partnership") {
    TwoGroups groups;
    groups.meet(working_group, 0, "First");
    CHECK(groups.told(board).empty());
    Plan other = plan_of(board, "Elsewhere");
    other.partnership = "Hill partnership";
    Run run(*groups.log, other, months_later(1), groups.ids);
    keep(run, CaptureKind::decision, "Not yours");
    run.close();
    CHECK(groups.told(working_group).empty());
}
