#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "src/app/program.h"
#include "src/cli/commands.h"
#include "src/cli/keeper.h"
#include "src/cli/surroundings.h"
#include "src/log/log.h"
#include "src/page/help.h"
#include "src/render/script.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

// The people, partners and items that the examples of the table of words name.
constexpr const char* plan_text = R"([meeting]
title = "Working group 7"
minutes = 90

[partnership]
name = "Harbour research partnership"
scale = [1, 5]

[[person]]
name = "Asha"
partner = "Harbour Voices"

[[person]]
name = "Ben"
partner = "University"

[[person]]
name = "Cara"
partner = "University"

[[person]]
name = "Dev"
partner = "City Council"

[[person]]
name = "Eve"
partner = "City Council"

[[item]]
title = "Recruitment advert"
kind = "decide"
minutes = 20

[[item]]
title = "Ramp"
minutes = 10

[[item]]
title = "Website"
minutes = 10

[[item]]
title = "Travel"
minutes = 10

[pulse]
instrument = "working-together"
)";

/// A face on which both faces can be asked for.
class EitherFace final : public Script {
public:
    using Script::Script;
    bool change_face(FaceKind) override { return true; }
};

class Room {
public:
    Room() {
        std::ofstream(plan_) << plan_text;
        // A meeting before, which leaves an action, and a parked matter.
        std::vector<std::string> before{"here all", "go 1", "action Ben: send the advert", "park The logo",
                                        "note We meet in the hall"};
        before.insert(before.end(), 40, "next");
        EitherFace face(before);
        REQUIRE(program(face).run_plan(plan_, false) == Ending::closed);
    }

    void meet(EitherFace& face) { program(face).run_plan(plan_, true); }
    void home(EitherFace& face) {
        const auto here = std::filesystem::current_path();
        std::filesystem::current_path(folder_.path());  // the example names a file that lies here
        program(face).home();
        std::filesystem::current_path(here);
    }

private:
    Program program(Script& face) {
        AppSettings settings;
        settings.preferences = &preferences_;
        settings.thresholds = default_thresholds();
        settings.minutes_folder = folder_.path() / "minutes";
        // No meeting's id is known before it is held, so the one of the examples stands for the newest.
        const auto find = [this](const std::string& id) { return find_meeting(*log_, id == "3f2a" ? "last" : id); };
        return Program(Desk{.journal = *log_,
                            .records = *log_,
                            .renderer = face,
                            .clock = clock_,
                            .set_clock = &clock_,
                            .ids = ids_,
                            .settings = settings,
                            .idle = {},
                            .find_meeting = find,
                            .demo = [] { return Ending::left_open; },
                            .keeping = &keeper_});
    }

    ScratchFolder folder_;
    Preferences preferences_{folder_.path() / "settings.toml", {}, false, true};
    std::unique_ptr<Log> log_ = Log::open(folder_.path() / "log.db", LogMode::write);
    SetClock clock_ = *SetClock::from("2026-11-24T14:00:00Z");
    cli::Keeper keeper_{*log_, clock_, cli::typed_at_home};
    IdSource ids_{"examples"};
    std::filesystem::path plan_ = folder_.path() / "plan.toml";
};

/// What is typed before, so that the word has its place.
std::vector<std::string> way_to(const WordInfo& row) {
    static const std::map<Where, std::vector<std::string>> places{
        {Where::everywhere, {"here all", "go 1", "note The hall has no ramp"}},
        {Where::capture, {"here all", "go 1", "note One", "decide Two", "note Three", "action Ben: four"}},
        {Where::opening, {}},
        {Where::round, {"here all", "next"}},
        {Where::actions, {"here all", "go actions"}},
        {Where::item, {"here all", "go 1"}},
        // Ten people, for the vote.
        {Where::decision,
         {"here all", "here new Fay of The Press", "here new Gus of The Press", "here new Hal of The Press",
          "here new Ida of The Press", "here new Jo of The Press", "go 1", "decide We meet monthly",
          "decide We meet in the library"}},
        {Where::pulse, {"here all", "go pulse"}},
        {Where::closing, {"here all", "go closing"}},
        {Where::home, {}},
    };
    static const std::map<Word, std::vector<std::string>> more{
        {Word::redo, {"undo"}},       {Word::left, {"here all"}},
        {Word::stop, {"speak Asha"}}, {Word::down, {"hand Ben: cost"}},
        {Word::resume, {"pause"}},    {Word::amend, {"minutes"}},
        {Word::story, {"minutes"}},   {Word::glossary, {"term PPI: people in research"}},
    };
    auto lines = places.at(row.where);
    if (const auto found = more.find(row.word); found != more.end())
        lines.insert(lines.end(), found->second.begin(), found->second.end());
    return lines;
}

std::size_t shown(const Script& face) { return face.announcements.size() + face.pages.size() + face.refreshed.size(); }

}  // namespace

TEST_CASE("the example of every word does what the word says, at a place where it belongs") {
    std::map<std::vector<std::string>, std::size_t> without;  // how much is shown on the way there alone
    for (const auto& row : all_words()) {
        const std::string example(row.example);
        INFO(example);
        CHECK(help_on(row.word).find("\nFor example: " + example) != std::string::npos);
        Room room;
        const auto lines_before = way_to(row);
        if (!without.contains(lines_before)) {
            Room other;
            EitherFace before(lines_before);
            other.meet(before);
            without[lines_before] = shown(before);
        }
        auto lines = lines_before;
        lines.push_back(example);
        EitherFace face(lines);
        if (row.where == Where::home) {
            room.home(face);
        } else {
            room.meet(face);
            // The input's end is said in both; leaving is an answer by itself.
            if (row.word != Word::quit) CHECK(shown(face) > without[lines_before]);
        }
        for (const auto& said : face.announcements) {
            INFO(said.text);
            CHECK(said.kind != Kind::error);
            CHECK(said.kind != Kind::trouble);
        }
        CHECK(face.inputs.empty());
    }
}

TEST_CASE("an example that is wrong would be noticed") {
    for (const auto* wrong : {"speak Nobody", "note", "exnted 5", "stop", "go 99", "rule maybe"}) {
        Room room;
        EitherFace face({"here all", "go 1", wrong});
        room.meet(face);
        INFO(wrong);
        CHECK(std::ranges::any_of(face.announcements, [](const auto& said) { return said.kind == Kind::error; }));
    }
}
