#include "src/app/faces.h"

#include <utility>

#include "src/base/error.h"

namespace folkmoot {

Faces::Faces(FaceKind first, bool screen_possible, Make make)
    : screen_possible_(screen_possible), make_(std::move(make)), face_(make_(first)) {}

bool Faces::change_face(FaceKind kind) {
    if (kind == face()) return true;
    if (kind == FaceKind::screen && !screen_possible_) return false;
    const std::string typed = face_->half_typed();
    face_->finish();
    // Two faces at once would fight over the terminal and the signals.
    face_.reset();
    bool changed = true;
    try {
        face_ = make_(kind);
    } catch (const Error&) {  // the terminal refused after all: plain lines always work
        face_ = make_(FaceKind::linear);
        changed = kind == FaceKind::linear;
    }
    if (!typed.empty()) face_->offer(typed);
    return changed;
}

}  // namespace folkmoot
