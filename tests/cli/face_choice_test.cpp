#include "src/cli/face_choice.h"
#include "src/cli/failure.h"
#include "tests/support/catch.h"
#include "tests/support/containing.h"

using namespace folkmoot;

namespace {

FaceSurroundings terminal() {
    FaceSurroundings around;
    around.both_terminals = true;
    around.can_place_cursor = true;
    return around;
}

Launch started(Face face, bool reader = false) {
    Launch launch;
    launch.face = face;
    launch.reader = reader;
    return launch;
}

}  // namespace

TEST_CASE("on a terminal the full screen is the face, and the first start asks how it is used") {
    const FaceChoice choice = choose_face({}, {}, terminal());
    CHECK(choice.screen);
    CHECK(choice.screen_possible);
    CHECK(choice.ask);
}

TEST_CASE("a pipe, or a terminal that cannot place a cursor, gets plain lines and no question") {
    FaceSurroundings pipe = terminal();
    pipe.both_terminals = false;
    FaceSurroundings dumb = terminal();
    dumb.can_place_cursor = false;
    for (const auto& around : {pipe, dumb}) {
        const FaceChoice choice = choose_face({}, {}, around);
        CHECK_FALSE(choice.screen);
        CHECK_FALSE(choice.screen_possible);
        CHECK_FALSE(choice.ask);
        CHECK_THROWS_AS(choose_face(started(Face::screen), {}, around), Usage);
    }
}

TEST_CASE("the flag goes before the environment, the environment before the settings") {
    FaceSurroundings around = terminal();
    Settings settings;
    settings.face = "linear";
    settings.profile = "reader";
    CHECK_FALSE(choose_face({}, settings, around).screen);
    CHECK(choose_face({}, settings, around).reader);
    CHECK_FALSE(choose_face({}, settings, around).ask);
    around.mode = "screen";
    around.profile = "visual";
    CHECK(choose_face({}, settings, around).screen);
    CHECK_FALSE(choose_face({}, settings, around).reader);
    CHECK_FALSE(choose_face(started(Face::linear), settings, around).screen);
    CHECK(choose_face(started(Face::screen, true), settings, around).reader);
}

TEST_CASE("ACCESSIBLE asks for plain lines, unless something says otherwise") {
    FaceSurroundings around = terminal();
    around.accessible = true;
    CHECK_FALSE(choose_face({}, {}, around).screen);
    CHECK(choose_face(started(Face::screen), {}, around).screen);
}

TEST_CASE("a word in the environment that means nothing is named with what it can be") {
    FaceSurroundings around = terminal();
    around.mode = "fancy";
    CHECK_THROWS_WITH(choose_face({}, {}, around), test::containing("FOLKMOOT_MODE") && test::containing("fancy") &&
                                                       test::containing("linear or screen"));
}
