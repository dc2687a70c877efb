#include "src/app/waiting.h"

#include "tests/support/catch.h"

using namespace folkmoot;
using namespace std::chrono_literals;

namespace {

class Unwilling final : public Renderer {
public:
    void show(const Page&) override {}
    void refresh(const Page&) override {}
    void announce(const Announcement&) override {}
    Input read(std::optional<std::chrono::milliseconds>) override { return input::End{}; }
    void offer(const std::string&) override {}
    [[nodiscard]] bool alive() const override { return true; }
    bool still_wanted(const std::string& progress) override {
        if (!progress.empty()) said.push_back(progress);
        return wanted;
    }
    std::vector<std::string> said;
    bool wanted = true;
};

}  // namespace

TEST_CASE("Long work is heard of after two seconds, then every ten, and other work anew") {
    Unwilling face;
    auto clock = *SetClock::from("2026-11-24T14:00:00Z");
    Waiting waiting(face, clock);
    std::size_t done = 0;
    const auto go = [&](std::string_view doing, Millis by) {
        clock.advance(by);
        return waiting({doing, ++done, 900, "meetings"});
    };
    CHECK(go("Making the summaries", 0s));
    CHECK(go("Making the summaries", 1999ms));
    CHECK(face.said.empty());
    CHECK(go("Making the summaries", 1ms));
    CHECK(face.said == std::vector<std::string>{"Making the summaries: 3 of 900 meetings so far. Ctrl-C stops it."});
    CHECK(go("Making the summaries", 9s));
    CHECK(face.said.size() == 1);
    CHECK(go("Making the summaries", 1s));
    CHECK(face.said.size() == 2);
    CHECK(go("Looking at every act", 9s));
    CHECK(go("Looking at every act", 1s));
    CHECK(face.said.size() == 2);
    CHECK(go("Looking at every act", 1s));
    CHECK(face.said.back() == "Looking at every act: 8 of 900 meetings so far. Ctrl-C stops it.");
    face.wanted = false;
    CHECK_FALSE(go("Looking at every act", 0s));
}
