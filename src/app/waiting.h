// Says in words how far long work is, and asks whether the person still wants it.
#pragma once

#include <chrono>
#include <optional>

#include "src/render/renderer.h"
#include "src/session/long_work.h"
#include "src/time/clock.h"

namespace folkmoot {

class Waiting {
public:
    Waiting(Renderer& renderer, Clock& clock) : renderer_(renderer), clock_(clock) {}

    /// A GoOn: soon for the first time, then seldom.
    bool operator()(const LongWork& work) {
        constexpr std::chrono::seconds soon{2}, seldom{10};
        const Stamp now = clock_.now();
        if (!since_ || work.doing != doing_ || work.done < done_) {
            since_ = now;
            patience_ = soon;
        }
        doing_ = work.doing;
        done_ = work.done;
        if (elapsed(*since_, now) < patience_) return renderer_.still_wanted("");
        since_ = now;
        patience_ = seldom;
        return renderer_.still_wanted(in_words(work) + " Ctrl-C stops it.");
    }

private:
    Renderer& renderer_;
    Clock& clock_;
    std::optional<Stamp> since_;  ///< it was heard of, or began
    Millis patience_{0};
    std::string doing_;
    std::size_t done_ = 0;
};

}  // namespace folkmoot
