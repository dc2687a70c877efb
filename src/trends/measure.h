// A measure: a formula over meetings, a unit, an n and the meetings behind every figure. Never one score for all.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "src/meeting/ids.h"
#include "src/meeting/people.h"
#include "src/time/calendar.h"
#include "src/trends/slope.h"

namespace folkmoot {

/// The figure of one meeting. It depends on that meeting alone, so that no choice of meetings, and no difference
/// between two choices, says more than the figures do. (Meetings since an objective was touched are counted.)
/// Or, when very many meetings are looked at, the mean of the figures of a month's meetings.
struct Figure {
    MeetingId meeting;  ///< none: of a month
    Date date{};        ///< of a month: its first day
    double value = 0.0;
    std::size_t n = 0;  ///< how many turns, slots, answers or people it was made from
    std::size_t meetings = 1;
    bool operator==(const Figure&) const = default;
};

enum class Unit {
    minutes,
    days,
    count,
    share,     ///< 0 to 1, said as a percentage
    ratio,     ///< 1 is as planned, or as many as seats would give
    score,     ///< on the group's own scale
    happened,  ///< 1 when it was so at the meeting, else 0
};
std::string_view name_of(Unit unit);  ///< "minutes"; for programs

/// What the series of a measure are of.
enum class Split { none, partner, objective, statement };
std::string_view name_of(Split split);  ///< "none", "partner"; for programs

/// Of everybody, or of one partner, objective or statement.
struct Series {
    std::string of;               ///< empty: everybody
    std::string text;             ///< an objective's text; else empty
    std::string partnership;      ///< when meetings of several are looked at, and the series is of one of them
    std::optional<Scale> scale;   ///< of scores: what was answered on another scale is another series
    std::vector<Figure> figures;  ///< oldest first; a meeting, or a month, that has none is left out
    bool by_month = false;        ///< each figure is of a month
    bool operator==(const Series&) const = default;
};

/// Why a meeting that has something recorded has no figure.
enum class Why {
    few_people,       ///< it, or what is left when it is taken from another figure, comes from too few people
    little_recorded,  ///< of the turns
};
std::string_view name_of(Why why);  ///< "few people", "little recorded"

struct LeftOut {
    MeetingId meeting;  ///< none: of a month
    Date date{};
    Why why = Why::few_people;
    std::size_t meetings = 1;
    bool operator==(const LeftOut&) const = default;
};

struct Measure {
    std::string key;       ///< "start-delay": for programs, never changed
    std::string title;     ///< "Start delay"
    std::string formula;   ///< plain sentences
    std::string research;  ///< what research says of it; empty: it is the group's own record and no more
    Unit unit = Unit::count;
    Split split = Split::none;
    std::vector<Series> series;  ///< those without a figure are left out
    std::vector<LeftOut>
        left_out;            ///< oldest first; of a split measure: at least one of its series has no figure there
    std::string theme = {};  ///< "Time": the heading under which it is read
    bool operator==(const Measure&) const = default;
};

/// What tells a series from others of its measure: "City Council", "On a scale from 1 to 5".
std::string name_of(const Series& series);

/// A series with its measure's title: "Turns by partner, City Council", "Check-in score, on a scale from 1 to 5".
std::string name_of(const Measure& measure, const Series& series);

/// What can be said of a series.
struct Trend {
    std::size_t meetings = 0;  ///< that have a figure; or months
    bool by_month = false;
    std::optional<double> middle;  ///< the median; from `figures_from` meetings up, and so are the next three
    double lowest = 0.0, highest = 0.0;
    double sum = 0.0;
    Direction direction = Direction::too_few;
    std::optional<double> slope;  ///< a meeting, or a month; Theil-Sen; when a direction could be looked for
    std::optional<double> p;      ///< Mann-Kendall
    bool operator==(const Trend&) const = default;
};

Trend trend_of(const Series& series);

/// "8 meetings", or "8 months".
std::string how_many(const Trend& trend);

/// "7 minutes", "45 %", "1.30 times", "3.5", "yes".
std::string in_words(double value, Unit unit);
std::string_view in_words(Direction direction);  ///< "rising", "no clear change", "too few meetings to say"

/// "6 minutes typically, over 8 meetings, from 0 minutes to 12 minutes. Rising over these 8 meetings, by about 1
/// minute a meeting (p = 0.031)." With too few meetings that is what it says.
std::string in_words(const Trend& trend, Unit unit);

/// "In 2 meetings fewer than 4 people answered. ...": a sentence or two for each reason.
std::vector<std::string> left_out_in_words(const Measure& measure);

}  // namespace folkmoot
