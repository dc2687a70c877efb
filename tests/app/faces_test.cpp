#include "src/app/faces.h"
#include "src/base/error.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

class OneFace final : public Renderer {
public:
    OneFace(FaceKind kind, std::vector<std::string>& told) : kind_(kind), told_(told) {}
    void show(const Page&) override {}
    void refresh(const Page&) override {}
    void announce(const Announcement& said) override { told_.push_back(said.text); }
    Input read(std::optional<std::chrono::milliseconds>) override { return input::End{}; }
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
    Faces faces(FaceKind::linear, true, [&](FaceKind kind) { return std::make_unique<OneFace>(kind, told); });
    CHECK(faces.change_face(FaceKind::screen));
    CHECK(faces.face() == FaceKind::screen);
    CHECK(told == std::vector<std::string>{"finished", "offered note half a"});
    CHECK(faces.change_face(FaceKind::screen));
    CHECK(told.size() == 2);
}

TEST_CASE("where there is no full screen, or it cannot begin, plain lines stay") {
    std::vector<std::string> told;
    Faces never(FaceKind::linear, false, [&](FaceKind kind) { return std::make_unique<OneFace>(kind, told); });
    CHECK_FALSE(never.change_face(FaceKind::screen));
    CHECK(told.empty());
    Faces fails(FaceKind::linear, true, [&](FaceKind kind) -> std::unique_ptr<Renderer> {
        if (kind == FaceKind::screen) throw Error("no");
        return std::make_unique<OneFace>(kind, told);
    });
    CHECK_FALSE(fails.change_face(FaceKind::screen));
    CHECK(fails.face() == FaceKind::linear);
}
