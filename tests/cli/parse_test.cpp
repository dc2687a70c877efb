#include "src/cli/parse.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

Launch launched(const std::vector<std::string>& arguments) {
    const auto parsed = parse(arguments);
    if (const auto* finished = std::get_if<Finished>(&parsed)) FAIL(finished->err);
    return std::get<Launch>(parsed);
}

template <class T>
T command(const std::vector<std::string>& arguments) {
    const Launch launch = launched(arguments);
    REQUIRE(std::holds_alternative<T>(launch.command));
    return std::get<T>(launch.command);
}

Finished finished(const std::vector<std::string>& arguments) {
    const auto parsed = parse(arguments);
    REQUIRE(std::holds_alternative<Finished>(parsed));
    return std::get<Finished>(parsed);
}

}  // namespace

TEST_CASE("no command opens the home screen") {
    CHECK_NOTHROW(command<launch::Home>({}));
    CHECK(launched({"--linear"}).face == Face::linear);
    CHECK(launched({"--screen"}).face == Face::screen);
    CHECK(launched({"--reader"}).reader);
}

TEST_CASE("the log may be named before or after the command") {
    CHECK(launched({"--log", "a.db", "run"}).log == "a.db");
    CHECK(launched({"run", "--log", "a.db"}).log == "a.db");
    CHECK(launched({"log", "list", "--log", "a.db"}).log == "a.db");
}

TEST_CASE("a meeting runs from a plan, again if wanted, or without one") {
    CHECK_FALSE(command<launch::Run>({"run"}).plan);
    CHECK(command<launch::Run>({"run", "plan.toml"}).plan == "plan.toml");
    CHECK(command<launch::Run>({"run", "plan.toml", "--again"}).again);
    CHECK(command<launch::Resume>({"resume"}).id.empty());
    CHECK(command<launch::Resume>({"resume", "3f2a"}).id == "3f2a");
    CHECK(command<launch::Follow>({"follow"}).id.empty());
    CHECK(command<launch::Follow>({"follow", "3f2a"}).id == "3f2a");
    CHECK_NOTHROW(command<launch::Demo>({"demo"}));
}

TEST_CASE("plans are checked, shown and begun") {
    CHECK(command<launch::PlanCheck>({"plan", "check", "p.toml"}).file == "p.toml");
    CHECK(command<launch::PlanShow>({"plan", "show", "p.toml"}).file == "p.toml");
    const auto fresh = command<launch::PlanNew>({"plan", "new", "kick-off", "-o", "p.toml", "--title", "First"});
    CHECK(fresh.from == "kick-off");
    CHECK(fresh.to == "p.toml");
    CHECK(fresh.title == "First");
    CHECK(command<launch::PlanNew>({"plan", "new"}).from.empty());
}

TEST_CASE("the log is listed or read, with list as what is meant when nothing is said") {
    CHECK_NOTHROW(command<launch::LogList>({"log"}));
    CHECK(command<launch::LogList>({"log", "--format", "json"}).format == launch::Format::json);
    CHECK(command<launch::LogList>({"log", "list", "--format", "csv", "--limit", "3"}).limit == 3);
    CHECK(command<launch::LogShow>({"log", "show", "last"}).id == "last");
    CHECK(command<launch::LogStory>({"log", "story", "last", "3"}).number == 3);
    CHECK_FALSE(command<launch::LogStory>({"log", "story", "3f2a"}).number);
    CHECK(command<launch::Minutes>({"minutes", "3f", "--format", "markdown"}).format == launch::Format::markdown);
    CHECK(command<launch::Actions>({"actions", "list", "--all"}).all);
    CHECK(command<launch::Actions>({"actions", "--format", "json"}).format == launch::Format::json);
    CHECK(command<launch::Actions>({"actions", "--format", "todotxt"}).format == launch::Format::todotxt);
    CHECK(command<launch::Actions>({"actions", "--format", "csv", "--raw"}).raw);
    const auto trends =
        command<launch::Trends>({"trends", "--group", "Forum", "--from", "2026-01-01", "--format", "csv"});
    CHECK(trends.group == "Forum");
    CHECK(trends.from == "2026-01-01");
    CHECK_FALSE(trends.partner);
    CHECK(trends.format == launch::Format::csv);
    const auto review =
        command<launch::Review>({"review", "--from", "1 october", "--to", "2026-12-31", "--format", "html"});
    CHECK(review.from == "1 october");
    CHECK(review.to == "2026-12-31");
    CHECK_FALSE(review.group);
    CHECK(review.format == launch::Format::html);
    CHECK(command<launch::Review>({"review"}).file.empty());
    CHECK(command<launch::Doctor>({"doctor", "--rebuild"}).rebuild);
}

TEST_CASE("the manual and the completions are written for people, man, browsers and shells") {
    CHECK(command<launch::Manual>({"manual"}).format == launch::Format::text);
    CHECK(command<launch::Manual>({"manual", "--format", "man"}).format == launch::Format::man);
    CHECK(command<launch::Manual>({"manual", "--format", "html"}).format == launch::Format::html);
    CHECK(command<launch::Completion>({"completion", "zsh"}).shell == launch::Shell::zsh);
    CHECK(command<launch::Completion>({"completion", "fish"}).shell == launch::Shell::fish);
    CHECK(finished({"completion", "tcsh"}).err.starts_with("folkmoot: The shell is bash, zsh or fish, not tcsh."));
    CHECK(finished({"log", "--format"}).err.starts_with("folkmoot: --format needs a value after it."));
}

TEST_CASE("a wrong command line ends with 2, says what was wrong and how to get help") {
    const std::vector<std::vector<std::string>> wrong{{"dance"},
                                                      {"--loud"},
                                                      {"plan"},
                                                      {"plan", "check"},
                                                      {"log", "--format", "xml"},
                                                      {"--linear", "--screen"},
                                                      {"log", "--limit", "many"}};
    for (const auto& arguments : wrong) {
        const Finished end = finished(arguments);
        CHECK(end.status == 2);
        CHECK(end.out.empty());
        CHECK(end.err.starts_with("folkmoot: "));
        CHECK(end.err.find(" Type folkmoot") != std::string::npos);
        CHECK(end.err.ends_with(" --help for how it is used.\n"));
    }
    CHECK(finished({"dance"}).err.find("Type folkmoot --help") != std::string::npos);
    CHECK(finished({"log", "--limit", "many"}).err.find("Type folkmoot log --help") != std::string::npos);
    CHECK(finished({"plan", "check"}).err.find("Type folkmoot plan check --help") != std::string::npos);
    CHECK(finished({"reveiw"}).err.find("Did you mean review?") != std::string::npos);
    CHECK(finished({"dancing"}).err.find("Did you mean") == std::string::npos);
}

TEST_CASE("help and the version go to the standard output and end well") {
    CHECK(finished({"--help"}).status == 0);
    CHECK(finished({"--help"}).out.find("resume") != std::string::npos);
    CHECK(finished({"run", "--help"}).out.find("--again") != std::string::npos);
    CHECK(finished({"--version"}).out.starts_with("folkmoot 0."));
}

TEST_CASE("the log is searched with words, and listed with filters") {
    const auto search = command<launch::LogSearch>({"log", "search", "large", "type", "kind:decision", "--limit", "5"});
    CHECK(search.words == std::vector<std::string>{"large", "type", "kind:decision"});
    CHECK(search.limit == 5);
    CHECK(command<launch::LogSearch>({"log", "search", "x", "--format", "csv"}).format == launch::Format::csv);
    CHECK(finished({"log", "search"}).status == 2);
    const auto list = command<launch::LogList>({"log", "list", "--group", "Forum", "--from", "2026-10-01"});
    CHECK(list.filter.group == "Forum");
    CHECK(list.from == "2026-10-01");
}

TEST_CASE("next meetings and attendance have options of their own, and take none of the list's") {
    CHECK(command<launch::LogNext>({"log", "next", "--format", "ics"}).format == launch::Format::ics);
    const auto attendance = command<launch::LogAttendance>({"log", "attendance", "--person", "Asha", "--group", "Forum",
                                                            "--to", "2026-10-01", "--format", "csv", "--raw"});
    CHECK(attendance.filter.person == "Asha");
    CHECK(attendance.filter.group == "Forum");
    CHECK(attendance.to == "2026-10-01");
    CHECK(attendance.raw);
    CHECK(finished({"log", "next", "--format", "csv"}).status == 2);
    CHECK(finished({"log", "next", "--from", "2026-10-01"})
              .err.starts_with("folkmoot: --from does not go with folkmoot log next, whose own options folkmoot log "
                               "next --help names."));
    CHECK(finished({"log", "--format", "json", "attendance"})
              .err.starts_with("folkmoot: --format belongs behind attendance. For example: folkmoot log attendance "
                               "--format ..."));
}

TEST_CASE("minutes are in large print when that is asked for") {
    CHECK_FALSE(command<launch::Minutes>({"minutes", "last"}).large);
    CHECK(command<launch::Minutes>({"minutes", "last", "--large", "-o", "m.html"}).large);
}

TEST_CASE("minutes are everybody's, or one person's") {
    CHECK_FALSE(command<launch::Minutes>({"minutes", "last"}).person);
    CHECK(command<launch::Minutes>({"minutes", "last", "--for", "Asha", "--format", "html"}).person == "Asha");
    CHECK(command<launch::Minutes>({"minutes", "last", "--format", "json"}).format == launch::Format::json);
}
