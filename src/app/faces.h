// The face in use, which can be changed in a running meeting.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "src/render/renderer.h"

namespace folkmoot {

/// What a change of the face is said to be: what was on, what is on now, where we are.
std::string face_changed(FaceKind now, const std::string& where);

class Faces final : public Renderer {
public:
    using Make = std::function<std::unique_ptr<Renderer>(FaceKind, const FaceSettings&)>;

    /// `screen_possible`: the terminal can show the full screen.
    Faces(FaceKind first, bool screen_possible, FaceSettings settings, Make make);

    void show(const Page& page) override { face_->show(reworded(page)); }
    void refresh(const Page& page) override { face_->refresh(reworded(page)); }
    void read_out(const Page& page) override { face_->read_out(reworded(page)); }
    void refresh_read(const Page& page) override { face_->refresh_read(reworded(page)); }
    void settle(const FaceSettings& settings) override;
    void announce(const Announcement& announcement) override;
    bool still_wanted(const std::string& progress) override { return face_->still_wanted(progress); }
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
    [[nodiscard]] Page reworded(const Page& page) const;

    bool screen_possible_;
    FaceSettings settings_;
    Make make_;
    std::unique_ptr<Renderer> face_;
};

}  // namespace folkmoot
