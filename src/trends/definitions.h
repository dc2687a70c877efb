// How a measure is made from a meeting. Only for this room.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "src/base/text.h"
#include "src/session/records.h"
#include "src/trends/measure.h"

namespace folkmoot::measuring {

struct Value {
    double value = 0.0;
    std::size_t n = 0;
};

/// A value of a meeting, and the series that it belongs to.
struct Named {
    Value value;
    std::string key{};  ///< what makes the series one; the rest is what it is called, as the newest meeting has it
    std::string of{}, text{}, partnership{};
    std::optional<Scale> scale{};
};

/// What one meeting has: values, nothing, or a reason why some are missing.
struct Found {
    std::vector<Named> values;
    std::optional<Why> why;

    Found() = default;
    Found(Why reason) : why(reason) {}
    Found(const Value& value) : values{{value}} {}
    Found(const std::optional<Value>& value) {
        if (value) values.push_back({*value});
    }
    Found(std::vector<Named> named) : values(std::move(named)) {}
};

/// A measure without figures, and what one meeting has of it. It depends on that meeting alone.
struct Definition {
    Measure head;
    std::function<Found(const State&)> of;
    /// What is told is not the figure itself but how many in a row, meetings or months, had an n of 0.
    bool in_a_row = false;
};

/// By name, as plans are matched: a partner that somebody walked in for has an id of its own at each meeting.
inline Named of_partner(const State& meeting, const Partner& partner, const Value& value) {
    return {value,
            meeting.plan.partnership.hex() + text::folded(partner.name.text),
            partner.name.text,
            {},
            meeting.plan.partnership_name.text};
}

inline Named of_objective(const State& meeting, const Objective& objective, const Value& value) {
    return {value, meeting.plan.partnership.hex() + objective.id, objective.id, objective.text.text,
            meeting.plan.partnership_name.text};
}

/// `part` of `whole`; nothing of nothing.
inline std::optional<Value> share(std::size_t part, std::size_t whole) {
    if (whole == 0) return std::nullopt;
    return Value{static_cast<double>(part) / static_cast<double>(whole), whole};
}

inline double in_minutes(Millis time) {
    constexpr double millis = 60'000.0;
    return static_cast<double>(time.count()) / millis;
}

}  // namespace folkmoot::measuring
