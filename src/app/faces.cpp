#include "src/app/faces.h"

#include <utility>

#include "src/base/error.h"

namespace folkmoot {

std::string face_changed(FaceKind now, const std::string& where) {
    return (now == FaceKind::screen ? "Plain lines are off. This is the full screen. "
                                    : "The full screen is off. These are plain lines. ") +
           where;
}

Faces::Faces(FaceKind first, bool screen_possible, FaceSettings settings, Make make)
    : screen_possible_(screen_possible),
      settings_(std::move(settings)),
      make_(std::move(make)),
      face_(make_(first, settings_)) {}

void Faces::settle(const FaceSettings& settings) {
    settings_ = settings;
    face_->settle(settings_);
}

void Faces::announce(const Announcement& announcement) {
    if (!settings_.reworded) return face_->announce(announcement);
    Announcement said = announcement;
    said.text = settings_.reworded(said.text);
    face_->announce(said);
}

/// What is read; what a person would send again or change stays as they wrote it.
Page Faces::reworded(const Page& page) const {
    if (!settings_.reworded) return page;
    const auto put = [&](std::string& said) { said = settings_.reworded(said); };
    Page other = page;
    for (std::string* said : {&other.title, &other.where, &other.prompt}) put(*said);
    for (Block& block : other.blocks) {
        if (auto* text = std::get_if<Text>(&block)) put(text->text);
        if (auto* heading = std::get_if<Heading>(&block)) put(heading->text);
        auto* list = std::get_if<List>(&block);
        if (list == nullptr) continue;
        for (ListItem& line : list->items) put(line.text);
    }
    if (other.question) {
        put(other.question->text);
        for (Choice& choice : other.question->choices) put(choice.label);
    }
    for (std::string& line : other.aside) put(line);
    return other;
}

bool Faces::change_face(FaceKind kind) {
    if (kind == face()) return true;
    if (kind == FaceKind::screen && !screen_possible_) return false;
    const std::string typed = face_->half_typed();
    face_->finish();
    // Two faces at once would fight over the terminal and the signals.
    face_.reset();
    bool changed = true;
    try {
        face_ = make_(kind, settings_);
    } catch (const Error&) {  // the terminal refused after all: plain lines always work
        face_ = make_(FaceKind::linear, settings_);
        changed = kind == FaceKind::linear;
    }
    if (!typed.empty()) face_->offer(typed);
    return changed;
}

}  // namespace folkmoot
