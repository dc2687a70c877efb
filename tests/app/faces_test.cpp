#include "src/app/faces.h"
#include "src/base/error.h"
#include "src/time/date_words.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

class OneFace final : public Renderer {
public:
    OneFace(FaceKind kind, std::vector<std::string>& told) : kind_(kind), told_(told) {}
    void show(const Page& page) override { told_.push_back(page.title); }
    void refresh(const Page&) override {}
    void announce(const Announcement& said) override { told_.push_back(said.text); }
    Input read(std::optional<std::chrono::milliseconds>) override { return input::End{}; }
    void settle(const FaceSettings& settings) override { told_.push_back(settings.reader ? "reader" : "visual"); }
    void offer(const std::string& text) override { told_.push_back("offered " + text); }
    [[nodiscard]] std::string half_typed() const override { return "note half a"; }
    [[nodiscard]] FaceKind face() const override { return kind_; }
    [[nodiscard]] bool alive() const override { return true; }
    void finish() override { told_.emplace_back("finished"); }

private:
    FaceKind kind_;
    std::vector<std::string>& told_;
};

}  // namespace

TEST_CASE("changing the face ends the one before, and takes what is half typed along") {
    std::vector<std::string> told;
    Faces faces(FaceKind::linear, true, {},
                [&](FaceKind kind, const FaceSettings&) { return std::make_unique<OneFace>(kind, told); });
    CHECK(faces.change_face(FaceKind::screen));
    CHECK(faces.face() == FaceKind::screen);
    CHECK(told == std::vector<std::string>{"finished", "offered note half a"});
    CHECK(faces.change_face(FaceKind::screen));
    CHECK(told.size() == 2);
}

TEST_CASE("where there is no full screen, or it cannot begin, plain lines stay") {
    std::vector<std::string> told;
    Faces never(FaceKind::linear, false, {},
                [&](FaceKind kind, const FaceSettings&) { return std::make_unique<OneFace>(kind, told); });
    CHECK_FALSE(never.change_face(FaceKind::screen));
    CHECK(told.empty());
    Faces fails(FaceKind::linear, true, {}, [&](FaceKind kind, const FaceSettings&) -> std::unique_ptr<Renderer> {
        if (kind == FaceKind::screen) throw Error("no");
        return std::make_unique<OneFace>(kind, told);
    });
    CHECK_FALSE(fails.change_face(FaceKind::screen));
    CHECK(fails.face() == FaceKind::linear);
}

TEST_CASE("a change of the face is said: what was on, what is on now, where we are") {
    CHECK(face_changed(FaceKind::linear, "Item 2 of 6.") ==
          "The full screen is off. These are plain lines. Item 2 of 6.");
    CHECK(face_changed(FaceKind::screen, "Home.") == "Plain lines are off. This is the full screen. Home.");
}

TEST_CASE("other settings reach the face that is on, and the one that comes after it") {
    std::vector<std::string> told;
    Faces faces(FaceKind::linear, true, {}, [&](FaceKind kind, const FaceSettings& settings) {
        told.emplace_back(settings.reader ? "made for a reader" : "made for eyes");
        return std::make_unique<OneFace>(kind, told);
    });
    FaceSettings settings;
    settings.reader = true;
    settings.reworded = [](std::string_view said) { return with_dates(said, DateWords::numbers); };
    faces.settle(settings);
    Page page;
    page.title = "Meeting of Tuesday 24 November 2026";
    faces.show(page);
    faces.announce({Kind::plain, "Due Friday 4 December 2026."});
    faces.change_face(FaceKind::screen);
    CHECK(told == std::vector<std::string>{"made for eyes", "reader", "Meeting of 2026-11-24", "Due 2026-12-04.",
                                           "finished", "made for a reader", "offered note half a"});
}
