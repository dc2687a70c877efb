#include <algorithm>
#include <filesystem>
#include <fstream>

#include "src/app/follower.h"
#include "src/app/minutes_files.h"
#include "src/base/error.h"
#include "src/files/data_folder.h"
#include "src/files/help_texts.h"
#include "tests/app/a_room.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::tests;

TEST_CASE("typing only next reaches the end of a meeting, and the minutes are written") {
    Room room;
    Script face(std::vector<std::string>(40, "next"));
    CHECK(room.run(face) == Ending::closed);
    CHECK(says(face, "The minutes are written to "));
    std::size_t files = 0;
    for (const auto& file : std::filesystem::directory_iterator(room.folder.path() / "minutes")) {
        CHECK(file.path().filename().string().starts_with("2026-11-24-working-group-7-"));
        ++files;
    }
    CHECK(files == 2);
    CHECK(room.log->open_meetings().empty());
}

TEST_CASE("when the input ends the meeting stays open, and the way back is said") {
    Room room;
    Script face({"here all", "next"});
    CHECK(room.run(face) == Ending::stopped);
    CHECK(face.announcements.back().text ==
          "The input ended. The meeting stays open. Take it up again with: folkmoot resume");
    REQUIRE(room.log->open_meetings().size() == 1);
    Script again({"quit"});
    CHECK(room.program(again).resume("") == Ending::left_open);
    CHECK(again.pages.front().title.find("heck-in") != std::string::npos);
}

TEST_CASE("a line that is no word changes nothing and says what can be typed") {
    Room room;
    Script face({"nxet", ""});
    room.run(face);
    CHECK(face.announcements.front().kind == Kind::error);
    CHECK(says(face, "\"nxet\" is not a word here. Did you mean \"next\"?"));
    CHECK(face.pages.size() == 1);
}

TEST_CASE("in a round with a scale a line that begins with a score is what is said, and a dash passes") {
    Room room;
    std::ofstream(room.plan, std::ios::app) << "\n[partnership]\nname = \"Harbour\"\nscale = [1, 5]\n";
    Script scored({"here all", "next", "4 glad to be here", "-"});
    room.run(scored);
    CHECK(says(scored, "Asha: 4, glad to be here."));
    CHECK(says(scored, "Ben passes."));
    Room plain;
    Script unscored({"here all", "next", "4 glad to be here"});
    plain.run(unscored);
    CHECK(says(unscored, "\"4\" is not a word here."));
}

TEST_CASE("a key or a focused line acts like the typed word, and an error names no other line") {
    Room room;
    Script face({});
    face.inputs = {input::Chosen{{Word::here, "1"}}, input::Chosen{{Word::here, "nobody"}},
                   input::Chosen{{Word::note, "The ramp"}}, input::Line{"quit"}};
    CHECK(room.run(face) == Ending::left_open);
    CHECK(says(face, "Asha is here."));
    CHECK(says(face, "Note 1 kept: The ramp"));
}

TEST_CASE("what is half typed is kept apart from what happened, and offered when the meeting is taken up again") {
    Room room;
    Script first({});
    first.inputs = {input::Draft{"note half a"}, input::Draft{"note half a sentence"}, input::End{}};
    CHECK(room.run(first) == Ending::stopped);
    const auto meeting = room.log->open_meetings().front().id;
    CHECK(room.log->draft(meeting) == "note half a sentence");
    Script second({"quit"});
    room.program(second).resume("");
    CHECK(second.offered == std::vector<std::string>{"note half a sentence"});
    CHECK(says(second, "What was half typed is here again."));
    CHECK(room.log->draft(meeting).empty());  // the line that was typed then settled it
}

TEST_CASE("half-typed answers to the pulse and words off the record are never written") {
    Room room;
    Script face({});
    face.inputs = {input::Line{"here all"}, input::Line{"next"}, input::Draft{"note x"}, input::Draft{"off 3 a secret"},
                   input::End{}};
    room.run(face);
    const auto meeting = room.log->open_meetings().front().id;
    CHECK(room.log->draft(meeting).empty());
    Script pulse({});
    pulse.inputs = {input::Draft{"ans 4 5 3"}, input::End{}};
    room.program(pulse).resume("");
    CHECK(room.log->draft(meeting).empty());
    Room with_pulse;
    std::ofstream(with_pulse.plan) << plan_text << "\n[pulse]\ninstrument = \"working-together\"\n";
    Script numbers({});
    numbers.inputs = {input::Line{"here all"}, input::Line{"go pulse"}, input::Line{"4 4"},
                      input::Draft{"note x"},  input::Draft{"4 5 3"},   input::End{}};
    with_pulse.run(numbers);
    CHECK(says(numbers, "2 answers taken."));
    CHECK(with_pulse.log->draft(with_pulse.log->open_meetings().front().id).empty());
}

TEST_CASE("a follower sees each act, the page of the place, and can change nothing") {
    Room room;
    Script leads({"here all", "next", "say 4 Hello", "quit"});
    room.run(leads);
    const auto reading = Log::open(room.log->path(), LogMode::read);
    Script follows({"note x", "who", "bla"});
    follows.inputs.push_front(input::Tick{});
    Follower(*reading, follows, room.clock, room.log->open_meetings().front().id).run();
    CHECK(follows.pages.front().title == "Following: Check-in, 2 people");
    CHECK(says(follows, "note changes the meeting, and you are only following it."));
    CHECK(says(follows, "2 of 2 here."));
    CHECK(says(follows, "\"bla\" is not a word here."));
    for (const auto& block : follows.pages.front().blocks) {
        if (const auto* list = std::get_if<List>(&block))
            for (const auto& line : list->items) CHECK(line.acts.empty());
    }
    Script leads_on({});
    Script watches({});
    // The follower looks while the meeting goes on.
    leads_on.inputs = {input::Line{"pass"}, input::Line{"quit"}};
    class Between final : public Renderer {
    public:
        Between(Script& script, std::function<void()> meanwhile) : script_(script), meanwhile_(std::move(meanwhile)) {}
        void show(const Page& page) override { script_.show(page); }
        void refresh(const Page& page) override { script_.refresh(page); }
        void announce(const Announcement& said) override { script_.announce(said); }
        Input read(std::optional<std::chrono::milliseconds> wait) override {
            CHECK(wait);
            if (const auto once = std::exchange(meanwhile_, {})) {
                once();
                return input::Tick{};
            }
            return input::End{};
        }
        void offer(const std::string&) override {}
        [[nodiscard]] bool alive() const override { return true; }

    private:
        Script& script_;
        std::function<void()> meanwhile_;
    };
    Between face(watches, [&] { room.program(leads_on).resume(""); });
    Follower(*reading, face, room.clock, room.log->open_meetings().front().id).run();
    CHECK(says(watches, "Ben passes."));
}

TEST_CASE("a set clock moves step by step, and each notice is said at its own time") {
    Room room;
    Script face({"here all", "go 1", "@+25m"});
    room.run(face);
    std::vector<std::string> times;
    for (const auto& each : face.announcements)
        if (each.kind == Kind::time) times.push_back(each.text);
    INFO(face.heard());
    // Half of it, five minutes, one minute, the end, and two and four minutes over.
    CHECK(times.size() == 6);
}

TEST_CASE("when the time is up the question stays open while other words are used, until it is answered") {
    Room room;
    Script face({"here all", "go 1", "@+20m", "note A note", "go on", "@+5m"});
    room.run(face);
    INFO(face.heard());
    REQUIRE(face.refreshed.size() > 3);
    bool asked_after_note = false;
    for (const auto& page : face.refreshed) asked_after_note = asked_after_note || page.question.has_value();
    CHECK(asked_after_note);
    CHECK_FALSE(face.refreshed.back().question);
}

TEST_CASE("without a set clock a line with @ is an unknown word") {
    Room room;
    Script face({"@+5m"});
    Program program(Desk{.journal = *room.log,
                         .records = *room.log,
                         .renderer = face,
                         .clock = room.clock,
                         .set_clock = nullptr,
                         .ids = room.ids,
                         .settings = {},
                         .idle = {},
                         .find_meeting = {},
                         .demo = {}});
    program.run_plan(room.plan, false);
    CHECK(says(face, "is not a word here"));
}

TEST_CASE("what an idle moment finds is said") {
    Room room;
    Script face({});
    face.inputs = {input::Tick{}, input::Line{"quit"}};
    Program program(Desk{.journal = *room.log,
                         .records = *room.log,
                         .renderer = face,
                         .clock = room.clock,
                         .set_clock = nullptr,
                         .ids = room.ids,
                         .settings = {},
                         .idle = [] { return std::vector<std::string>{"The log has a fault."}; },
                         .find_meeting = {},
                         .demo = {}});
    program.run_plan(room.plan, false);
    CHECK(says(face, "The log has a fault."));
}

TEST_CASE("the same plan is offered to be resumed while it is open, and refused once it is closed") {
    Room room;
    Script first({"quit"});
    room.run(first);
    Script second({"1", "quit"});
    CHECK(room.run(second) == Ending::left_open);
    REQUIRE(second.refreshed.front().question);
    CHECK(room.log->meetings(0).size() == 1);
    Script third(std::vector<std::string>(41, "next"));
    CHECK(room.run(third) == Ending::closed);
    Script fourth({});
    CHECK_THROWS_AS(room.run(fourth), Error);
    Script fifth({"quit"});
    CHECK(room.run(fifth, true) == Ending::left_open);
    CHECK(room.log->meetings(0).size() == 2);
}

TEST_CASE("after a gap the room is asked whether it counts") {
    Room room;
    Script face({"here all", "quit"});
    room.run(face);
    room.clock.advance(std::chrono::minutes{30});
    Script later({"1", "quit"});
    room.program(later).resume("last");
    INFO(later.heard());
    REQUIRE(later.pages.front().question);
    CHECK(later.pages.front().question->choices.size() == 2);
}

TEST_CASE("minutes that cannot be written do not undo the closing, and the way to them is said") {
    Room room;
    std::ofstream(room.folder.path() / "minutes") << "a file where the folder should be";
    Script face(std::vector<std::string>(40, "next"));
    CHECK(room.run(face) == Ending::closed);
    CHECK(says(face, "The minutes could not be written: "));
    CHECK(says(face, "folkmoot minutes "));
    CHECK(room.log->open_meetings().empty());
}

TEST_CASE("an output that is lost ends the meeting in order, left open") {
    Room room;
    Script face({"here all"});
    face.living = false;
    CHECK(room.run(face) == Ending::trouble);
    CHECK(room.log->open_meetings().size() == 1);
}

TEST_CASE("the home screen lists what is open, reads a meeting back, and survives wrong input") {
    Room room;
    Script first({"quit"});
    room.run(first);
    Script face(
        {"help", "show zzzz", "resume ffffffff", "note x", "show last", "actions", "start nowhere.toml", "quit"});
    CHECK(room.program(face).home() == Ending::left_open);
    INFO(face.heard());
    CHECK(face.pages.front().title == "Home, 1 open meeting");
    CHECK(says(face, "No meeting's id begins with \"zzzz\"."));
    CHECK(says(face, "note belongs to a meeting."));
    CHECK(says(face, "nowhere.toml"));
}

TEST_CASE("the example has a home of its own, where its minutes are read until it is left") {
    Room room;
    std::vector<std::string> lines(40, "next");
    lines.insert(lines.end(), {"minutes", "start", "demo", "3", "quit", "stay", "quit", "leave", "note never read"});
    Script face(lines);
    CHECK(room.program(face).run_example(room.plan) == Ending::left_open);
    INFO(face.heard());
    CHECK(says(face, "The minutes are written, to be read until you leave the example."));
    CHECK_FALSE(says(face, (room.folder.path() / "minutes").string()));
    CHECK(says(face, "start belongs to your own home. Type quit first: it leaves the example."));
    CHECK(says(face, "demo belongs to your own home."));
    std::vector<std::string> titles;
    for (const Page& page : face.pages) titles.push_back(page.title);
    const auto home = std::ranges::find(titles, "Home of the example, 0 open meetings");
    REQUIRE(home != titles.end());
    CHECK(std::vector(home + 1, titles.end()) == std::vector<std::string>{"Minutes of Working group 7",
                                                                          "Actions, 0 open",
                                                                          "Home of the example, 0 open meetings"});
    CHECK(face.announcements.back().text == "The example ends here. Nothing of it is kept.");
    CHECK(face.inputs.size() == 1);
    CHECK(room.log->open_meetings().empty());
}

TEST_CASE("an example meeting that is left is taken up again at its home; without input it ends with it") {
    Room room;
    Script face({"here all", "quit", "resume"});
    CHECK(room.program(face).run_example(room.plan) == Ending::stopped);
    INFO(face.heard());
    CHECK(says(face, "The example meeting stays open."));
    CHECK(says(face, "The input ended.\nThe example ends here. Nothing of it is kept."));
    CHECK(face.pages.size() == 3);
    CHECK(face.pages.at(1).title == "Home of the example, 1 open meeting");
}

TEST_CASE("an example with a past says so, and its home reads the trends of it") {
    Room room;
    for (int meeting = 0; meeting < 3; ++meeting) {
        Script before(std::vector<std::string>(40, "next"));
        CHECK(room.run(before, true) == Ending::closed);
        room.clock.advance(std::chrono::hours{24 * 7});
    }
    Script face({"quit", "1", "search advert", "quit", "leave"});
    CHECK(room.program(face).run_example(room.plan) == Ending::left_open);
    INFO(face.heard());
    CHECK(
        says(face, "3 meetings came before it. To read how they went, leave it with quit: its home has their trends."));
    std::vector<std::string> titles;
    for (const Page& page : face.pages) titles.push_back(page.title);
    const auto home = std::ranges::find(titles, "Home of the example, 1 open meeting");
    REQUIRE(home != titles.end());
    CHECK(std::vector(home + 1, titles.end()) == std::vector<std::string>{"Trends, 3 meetings", "Found, 4 places"});
}

TEST_CASE("the example is held today, whatever day that is, and what is due in a week stays so") {
    Room room;
    room.clock.advance(std::chrono::hours{24 * 70});
    Script face({"here all", "go actions", "quit", "quit", "leave"});
    room.program(face).run_example(data_folder() / "examples" / "working-group-7.toml");
    INFO(face.heard());
    CHECK(face.heard().find("November 2026") == std::string::npos);
    CHECK(face.heard().find("The plan is for") == std::string::npos);
    CHECK(room.log->meetings(1).front().date == Date{std::chrono::year{2027} / 2 / 2});
    std::vector<Date> due;
    for (const auto& action : room.log->actions(true))
        if (action.due) due.push_back(*action.due);
    std::ranges::sort(due);
    // 20 and 27 November, of a meeting on the 24th.
    CHECK(due == std::vector<Date>{Date{std::chrono::year{2027} / 1 / 29}, Date{std::chrono::year{2027} / 2 / 5}});
}

TEST_CASE("going back is said, since the page that comes does not say it") {
    Room room;
    Script face({"here all", "next", "back", "quit"});
    room.run(face);
    CHECK(says(face, "The meeting went back."));
    CHECK(face.pages.back().title.starts_with("Opening"));
}

TEST_CASE("at home the number of a line does what the line says") {
    Room room;
    Script face({"5", "1", "10", "11", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(face.pages.at(1).title == "Actions, 0 open");
    CHECK(face.pages.at(2).title.starts_with("Plans, "));
    CHECK(face.pages.at(3).title == "Keeping, 0 people in the log");
    CHECK(says(face, "\"11\" is not a word here."));
}

TEST_CASE("one key at home begins no meeting: it asks first, and staying is the first answer") {
    Room room;
    Script face({"2", "1", "2", "begin", "quit", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(room.log->open_meetings().size() == 1);
    Script again({"2", "back", "quit"});
    room.program(again).home();
    CHECK(room.log->open_meetings().size() == 1);
}

TEST_CASE("at home the trends are read, one measure with the meetings behind it, and words are found") {
    Room room;
    for (int meeting = 0; meeting < 3; ++meeting) {
        std::vector<std::string> lines{"here all", "go 1", "note The lift is out"};
        lines.insert(lines.end(), 20, "next");
        Script face(lines);
        CHECK(room.run(face, true) == Ending::closed);
        room.clock.advance(std::chrono::hours{24 * 7});
    }
    Script face({"trends", "trends 2", "trends 999", "trends group Nobody", "trends frobnicate", "trends from nowhere",
                 "search lift", "search", "/zebra", "back", "quit"});
    room.program(face).home();
    INFO(face.heard());
    std::vector<std::string> titles;
    for (const Page& page : face.pages) titles.push_back(page.title);
    const std::vector<std::string> wanted{
        "Home, 0 open meetings", "Trends, 3 meetings", "Length against plan, measure 2 of 46",

        "Found, 3 places",       "Found, 0 places",    "Home, 0 open meetings"};
    CHECK(titles == wanted);
    CHECK(says(face, "There is no measure 999. They go from 1 to 46. Example: trends 1."));
    CHECK(says(face, "\"frobnicate\" is none of group, partner, from and to."));
    CHECK(says(face, "After from: \"nowhere\" is no date."));
    const auto lines_of = [](const Page& page) {
        std::vector<ListItem> items;
        for (const Block& block : page.blocks)
            if (const auto* list = std::get_if<List>(&block))
                items.insert(items.end(), list->items.begin(), list->items.end());
        return items;
    };
    const auto measures = lines_of(face.pages.at(1));
    REQUIRE(measures.size() >= 44);
    CHECK(measures[measures.size() - 46].acts.front().intent == Intent{Word::trends, "1"});
    const auto figures = lines_of(face.pages.at(2));
    REQUIRE(figures.size() == 3);
    for (const ListItem& each : figures) CHECK(each.acts.front().intent.word == Word::show);
    CHECK(lines_of(face.pages.at(3)).front().acts.front().intent.word == Word::show);
}

TEST_CASE("in a meeting the whole log is searched, and nothing of the meeting changes") {
    Room room;
    Script face({"here all", "go 1", "note The lift is out", "search lift", "search", "quit"});
    room.run(face);
    INFO(face.heard());
    CHECK(face.pages.back().title == "Found, 1 place");
    CHECK(says(face, "There is no word to look for."));
}

TEST_CASE("a decision is opened over its item, and next goes back to the item, in a meeting too") {
    Room room;
    Script face({"here all", "go 1", "decide We meet monthly", "details", "rule consent", "next", "next", "quit"});
    room.run(face);
    INFO(face.heard());
    std::vector<std::string> titles;
    for (const Page& page : face.pages) titles.push_back(page.title);
    const std::vector<std::string> wanted{"Opening, Working group 7, 2 people", "Item 1 of 1, Recruitment advert",
                                          "Decision 1, 0 reservations", "Item 1 of 1, Recruitment advert",
                                          "Check-out, 2 people"};
    CHECK(titles == wanted);
}

TEST_CASE("the longer texts of help are listed and read in a meeting, at home and while following") {
    Room room;
    Script meeting({"help topics", "help faces", "help nothing", "quit"});
    room.run(meeting);
    Script home({"help topics", "help faces", "quit"});
    room.program(home).home();
    Script following({"help topics", "help faces", "quit"});
    Follower(*room.log, following, room.clock, room.log->meetings(1).front().id).run();
    for (const auto* face : {&meeting, &home, &following}) {
        INFO(face->heard());
        CHECK(says(*face, "help faces: Two faces."));
        CHECK(says(*face, "The same meeting can be held on the full screen or in plain lines."));
        CHECK(std::ranges::count(face->announcements, true, &Announcement::to_read) >= 2);
    }
    CHECK(says(meeting, "\"nothing\" is not a word here."));
}

TEST_CASE("no longer text of help has a word's name, for that would hide the word") {
    const auto texts = help_texts(data_folder() / "help");
    CHECK(texts.size() >= 6);
    for (const auto& text : texts)
        for (const auto& row : all_words()) CHECK(row.name != text.name);
}

TEST_CASE("the name of the minutes is safe whatever the title holds") {
    State state;
    state.plan.title.text = "../..//Ünï \n“Quote”";
    const std::string name = minutes_name(state);
    CHECK(name.find('/') == std::string::npos);
    CHECK(name.find("..") == std::string::npos);
    state.plan.title.text = "漢字";
    CHECK(minutes_name(state).find("-meeting-") != std::string::npos);
}

TEST_CASE("a plan that names nobody expects the people that the log knows") {
    Room room;
    Script first({"quit"});
    room.run(first);
    std::ofstream(room.plan) << "[meeting]\ntitle = \"Working group 8\"\nminutes = 30\n";
    Script second({"who", "quit"});
    room.run(second);
    INFO(second.heard());
    CHECK(second.pages.front().title == "Opening, Working group 8, 2 people");
}

TEST_CASE("a break says when it is over, and the meeting when it has reached its planned end, once each") {
    Room room;
    Script face({"here all", "next", "break 5", "@+7m", "resume", "@+60m"});
    room.run(face);
    INFO(face.heard());
    CHECK(says(face, "Time: the break of five minutes is over."));
    CHECK(says(face, "Time: the break is two minutes over."));
    CHECK(says(face, "Time: the meeting has reached its planned end, 15:00."));
    const auto said = std::count_if(face.announcements.begin(), face.announcements.end(),
                                    [](const Announcement& each) { return each.kind == Kind::time; });
    CHECK(said == 4);  // and the offer of a break
}

TEST_CASE("a break is offered once after 45 minutes without one, and again only after the next") {
    Room room;
    Script face({"here all", "next", "@+44m", "@+1m", "@+20m", "break 5", "@+5m", "resume", "@+45m"});
    room.run(face);
    INFO(face.heard());
    std::size_t offers = 0;
    for (const Announcement& each : face.announcements)
        if (each.text.find("without a break. Type break to take one.") != std::string::npos) ++offers;
    CHECK(offers == 2);
}

TEST_CASE("thinking time stops the clock, says its end, and writes nobody down") {
    Room room;
    Script face({"here all", "next", "think", "@+1m", "resume", "think 2", "think long"});
    room.run(face);
    INFO(face.heard());
    CHECK(says(face, "Thinking time, 1 minute. Nobody speaks."));
    CHECK(says(face, "Time: the thinking time of one minute is over."));
    CHECK(says(face, "Thinking time, 2 minutes. Nobody speaks."));
    CHECK(says(face, "\"long\""));
}

namespace {

/// Five people, one statement of the pulse, and nothing else.
void plan_a_pulse(Room& room) {
    std::ofstream plan(room.plan);
    plan << "[meeting]\ntitle = \"Pulse\"\n";
    for (const char* name : {"Asha", "Ben", "Cara", "Dev", "Eve"})
        plan << "[[person]]\nname = \"" << name << "\"\npartner = \"Harbour\"\n";
    plan << "[pulse]\ninstrument = \"working-together\"\nstatements = [\"voice-1\"]\n";
}

}  // namespace

TEST_CASE("the keyboard is passed round for the pulse: one number each, none of them shown, all kept as counts") {
    Room room;
    plan_a_pulse(room);
    Script face({"here all", "go pulse", "answers round", "4", "7", "4 5", "5", "undo", "4", "2", "4", "5", "5"});
    room.run(face);
    INFO(face.heard());
    CHECK(says(face, "Each types one number and Enter, and passes it on. What is typed is not shown."));
    CHECK(says(face, "1 of 5 answered. Pass it on."));
    CHECK(says(face, "That is no number from 1 to 5."));
    CHECK_FALSE(says(face, "\"7\""));
    CHECK(says(face, "It begins again with the first person."));
    CHECK(says(face, "One person said 2, two 4, two 5."));
    const State state =
        fold(room.log->open_meetings().front().id, room.log->events(room.log->open_meetings().front().id));
    REQUIRE(state.pulse);
    CHECK(state.pulse->counts.front() == std::vector<std::uint32_t>{0, 1, 0, 2, 2});
}

TEST_CASE("passing round ends before everyone has answered, and under four only how many is kept") {
    Room room;
    plan_a_pulse(room);
    Script face({"here all", "go pulse", "answers round", "answers end", "answers round", "3", "4", "answers end"});
    room.run(face);
    INFO(face.heard());
    CHECK(says(face, "Nobody had answered yet. Answers are typed together again."));
    CHECK(says(face, "2 answers taken. Under four, only how many answered is said and kept."));
}

TEST_CASE("what was just given is not said at once as what is left") {
    Room room;
    Script face({"here all", "go 1", "@+20m", "more", "@+30s", "@+90s"});
    room.run(face);
    INFO(face.heard());
    CHECK(face.heard().find("five minutes left", face.heard().find("is at its end")) == std::string::npos);
}

TEST_CASE("taken up again after a gap, the gap is asked about before the page, under the meeting's name") {
    Room room;
    Script face({"here all", "go 1", "quit"});
    room.run(face);
    room.clock.advance(std::chrono::hours{18});
    Script later({"where", "1", "quit"});
    room.program(later).resume("last");
    INFO(later.heard());
    REQUIRE(later.pages.size() == 2);
    CHECK(later.pages.front().title == "Working group 7");
    CHECK(later.pages.front().question);
    CHECK_FALSE(later.pages.back().question);
    CHECK(later.pages.back().title == "Item 1 of 1, Recruitment advert");
    CHECK(std::none_of(later.announcements.begin(), later.announcements.end(),
                       [](const Announcement& each) { return each.kind == Kind::time; }));
}

TEST_CASE("taken up again soon, the first page names the meeting") {
    Room room;
    Script face({"here all", "go 1", "quit"});
    room.run(face);
    Script later({"quit"});
    room.program(later).resume("last");
    CHECK(later.pages.front().title == "Working group 7. Item 1 of 1, Recruitment advert");
}

TEST_CASE("a clock that is earlier than the last entry is said when the meeting is taken up again") {
    Room room;
    Script face({"here all", "quit"});
    room.run(face);
    room.clock = *SetClock::from("2026-11-10T14:00:00Z");
    Script later({"time", "quit"});
    room.program(later).resume("last");
    INFO(later.heard());
    CHECK(says(later, "The clock is earlier than the last entry"));
    CHECK_FALSE(says(later, "hours of buffer"));
}

TEST_CASE("a plan for another day says so") {
    Room room;
    std::string dated(plan_text);
    dated.insert(dated.find("minutes = 60"), "date = 2026-12-08T14:00:00\n");
    std::ofstream(room.plan) << dated;
    Script face({"quit"});
    room.run(face);
    CHECK(says(face, "The plan is for Tuesday 8 December 2026. Today is Tuesday 24 November 2026."));
}
