// The face in use, which can be changed in a running meeting.
#pragma once

#include <functional>
#include <memory>

#include "src/render/renderer.h"

namespace folkmoot {

class Faces final : public Renderer {
public:
    using Make = std::function<std::unique_ptr<Renderer>(FaceKind)>;

    /// `screen_possible`: the terminal can show the full screen.
    Faces(FaceKind first, bool screen_possible, Make make);

    void show(const Page& page) override { face_->show(page); }
    void refresh(const Page& page) override { face_->refresh(page); }
    void read_out(const Page& page) override { face_->read_out(page); }
    void announce(const Announcement& announcement) override { face_->announce(announcement); }
    Input read(std::optional<std::chrono::milliseconds> wait) override { return face_->read(wait); }
    void offer(const std::string& text) override { face_->offer(text); }
    [[nodiscard]] std::string half_typed() const override { return face_->half_typed(); }
    [[nodiscard]] bool shows_time() const override { return face_->shows_time(); }
    /// What is half typed goes along.
    bool change_face(FaceKind kind) override;
    [[nodiscard]] FaceKind face() const override { return face_->face(); }
    void finish() override { face_->finish(); }
    [[nodiscard]] std::string reason() const override { return face_->reason(); }
    [[nodiscard]] bool alive() const override { return face_->alive(); }

private:
    bool screen_possible_;
    Make make_;
    std::unique_ptr<Renderer> face_;
};

}  // namespace folkmoot
