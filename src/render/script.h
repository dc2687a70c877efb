// A face for tests: it types the lines it was given, and remembers what it was shown.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "src/render/renderer.h"

namespace folkmoot {

class Script : public Renderer {
public:
    explicit Script(const std::vector<std::string>& lines) {
        for (const auto& line : lines) inputs.emplace_back(input::Line{line});
    }

    void show(const Page& page) override;
    void refresh(const Page& page) override;
    void announce(const Announcement& announcement) override;
    Input read(std::optional<std::chrono::milliseconds> wait) override;
    void offer(const std::string& text) override { offered.push_back(text); }
    [[nodiscard]] std::string half_typed() const override { return typing; }
    [[nodiscard]] bool alive() const override { return living; }

    /// Everything said, a line each.
    [[nodiscard]] std::string heard() const;

    std::deque<Input> inputs;  ///< given out in order; then End
    std::vector<Page> pages;   ///< shown whole
    std::vector<Page> refreshed;
    std::vector<Announcement> announcements;
    std::vector<std::string> offered;
    std::vector<std::optional<std::chrono::milliseconds>> waits;
    std::string typing;  ///< as the latest draft said, until a line is sent
    bool living = true;
};

}  // namespace folkmoot
