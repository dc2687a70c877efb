// Short ways to gather figures from meetings. Only for this room.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "src/base/text.h"
#include "src/session/records.h"
#include "src/trends/measure.h"

namespace folkmoot::gathering {

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

/// `head` with one series for each key, in the order in which they first come up. `of` says what a meeting has.
template <class Of>
Measure gathered(Measure head, std::span<const State> meetings, Of of) {
    std::map<std::string, std::size_t> places;
    for (const State& meeting : meetings) {
        const Date date = date_of(*meeting.opened);
        const Found found = of(meeting);
        for (const Named& named : found.values) {
            const auto [place, is_new] = places.try_emplace(named.key, head.series.size());
            if (is_new) head.series.emplace_back();
            Series& series = head.series[place->second];
            series.of = named.of;
            series.text = named.text;
            series.partnership = named.partnership;
            series.scale = named.scale;
            series.figures.push_back({meeting.id, date, named.value.value, named.value.n});
        }
        if (found.why) head.left_out.push_back({meeting.id, date, *found.why});
    }
    const auto several = [](std::span<const State> all) {
        return std::ranges::any_of(
            all, [&](const State& each) { return each.plan.partnership != all.front().plan.partnership; });
    };
    if (!several(meetings)) {
        for (Series& series : head.series) series.partnership.clear();
    }
    return head;
}

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

}  // namespace folkmoot::gathering
