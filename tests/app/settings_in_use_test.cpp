#include <algorithm>
#include <utility>

#include "tests/app/a_room.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::tests;

namespace {

/// A script that can be either face.
class BothFaces final : public Renderer {
public:
    BothFaces(Script& script, FaceKind first) : script_(script), now_(first) {}
    void show(const Page& page) override {
        script_.show(page);
        heard.push_back(page.title);
    }
    void refresh(const Page& page) override { script_.refresh(page); }
    void announce(const Announcement& said) override {
        script_.announce(said);
        heard.push_back(said.text);
    }
    Input read(std::optional<std::chrono::milliseconds> wait) override { return script_.read(wait); }
    void offer(const std::string&) override {}
    bool change_face(FaceKind kind) override {
        now_ = kind;
        return true;
    }
    [[nodiscard]] bool shows_time() const override { return now_ == FaceKind::screen; }
    [[nodiscard]] FaceKind face() const override { return now_; }
    [[nodiscard]] bool alive() const override { return true; }

    std::vector<std::string> heard;

private:
    Script& script_;
    FaceKind now_;
};

}  // namespace

TEST_CASE("changing the face in a meeting says what was on, what is on now and where we are, then the page") {
    Room room;
    Script script({"here all", "go 1", "linear", "screen", "quit"});
    BothFaces face(script, FaceKind::screen);
    room.run(face);
    const std::string where =
        "Item 1 of 1, Recruitment advert, 20 minutes left of it, 14:00, 1 hour left of the meeting.";
    const auto lines =
        std::find(face.heard.begin(), face.heard.end(), "The full screen is off. These are plain lines. " + where);
    REQUIRE(face.heard.end() - lines > 3);
    CHECK(lines[1] == "Item 1 of 1, Recruitment advert");
    CHECK(lines[2] == "Plain lines are off. This is the full screen. " + where);
    CHECK(lines[3] == "Item 1 of 1, Recruitment advert");
}

TEST_CASE("changing the face at home is heard too, and to the one that is on already changes nothing") {
    Room room;
    Script script({"linear", "screen", "screen", "quit"});
    BothFaces face(script, FaceKind::linear);
    room.program(face).home();
    INFO(script.heard());
    CHECK(says(script, "You are in plain lines already."));
    CHECK(says(script, "Plain lines are off. This is the full screen. Home, 0 open meetings."));
    CHECK(says(script, "You are on the full screen already."));
    CHECK(face.heard.back() == "You are on the full screen already.");
}

TEST_CASE("settings are read and changed in a running meeting, and count there at once") {
    Room room;
    Script face({"here all", "go 1", "settings", "settings bell off", "settings thresholds 50 %", "@+11m",
                 "settings bell loud", "settings key note N", "N The ramp", "quit"});
    room.run(face);
    INFO(face.heard());
    CHECK(std::ranges::any_of(face.pages, [](const Page& page) { return page.title == "Settings, 15 lines"; }));
    CHECK(says(face, "Bell, off. Before, important."));
    CHECK(says(face, "Bell can be off, important or all, not \"loud\". Example: settings bell off."));
    CHECK(says(face, "Note 1 kept: The ramp"));
    for (const auto& each : face.announcements)
        if (each.kind == Kind::time) CHECK_FALSE(each.bell);
    CHECK(std::ranges::count(face.announcements, Kind::time, &Announcement::kind) == 1);
    CHECK(read_settings(room.folder.path() / "settings.toml").bell == Settings::Bell::off);
}

TEST_CASE("settings that were changed in a meeting count in the next, and an open question waits for its answer") {
    Room room;
    Script face({"start " + room.plan.string(), "begin", "here all", "next", "next", "settings bell off", "1", "quit",
                 "settings", "quit"});
    room.program(face).home();
    INFO(face.heard());
    CHECK(says(face, "Bell, off. Before, important."));
    CHECK_FALSE(says(face, "\"1\" is not a word here"));
}

TEST_CASE("the last minute is counted by seconds only where the time is in sight and that is wanted") {
    for (const bool wanted : {false, true}) {
        Room room;
        if (wanted) room.preferences.change("last minute seconds on");
        Script script({"here all", "go 1"});
        BothFaces face(script, FaceKind::screen);
        AppSettings settings;
        settings.preferences = &room.preferences;
        adopt(settings, room.preferences.settings());
        settings.thresholds.clear();
        settings.minutes_folder = room.folder.path();
        Desk desk{.journal = *room.log,
                  .records = *room.log,
                  .renderer = face,
                  .clock = room.clock,
                  .set_clock = nullptr,
                  .ids = room.ids,
                  .settings = settings};
        script.inputs.emplace_back(input::Tick{});
        script.inputs.emplace_back(input::Tick{});
        class Moves final : public Renderer {
        public:
            Moves(BothFaces& face, SetClock& clock) : face_(face), clock_(clock) {}
            void show(const Page& page) override { face_.show(page); }
            void refresh(const Page& page) override { face_.refresh(page); }
            void announce(const Announcement& said) override { face_.announce(said); }
            Input read(std::optional<std::chrono::milliseconds> wait) override {
                Input got = face_.read(wait);
                if (std::holds_alternative<input::Tick>(got))
                    clock_.advance(std::exchange(first_, false) ? Millis{19 * 60'000 + 500} : Millis{500});
                return got;
            }
            void offer(const std::string&) override {}
            [[nodiscard]] bool shows_time() const override { return true; }
            [[nodiscard]] bool alive() const override { return true; }

        private:
            BothFaces& face_;
            SetClock& clock_;
            bool first_ = true;
        } moves(face, room.clock);
        desk.settings.said.clear();
        Desk moving{.journal = *room.log,
                    .records = *room.log,
                    .renderer = moves,
                    .clock = room.clock,
                    .set_clock = nullptr,
                    .ids = room.ids,
                    .settings = settings};
        Program(moving).run_plan(room.plan, false);
        REQUIRE(script.waits.size() > 4);
        REQUIRE(script.waits[3]);
        // 59.5 seconds are left: the next change is in half a second, or with the minute.
        CHECK(script.waits[3] == (wanted ? Millis{500} : Millis{59'500}));
    }
}
