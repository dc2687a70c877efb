// What a closed meeting gives to the trends. The log keeps it as text beside the meeting, and the sums of a month
// beside its group, so that no meeting has to be told again for a trend.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/ids.h"
#include "src/meeting/people.h"
#include "src/session/records.h"

namespace folkmoot {

/// To be raised when a formula changes, or what the text holds: what is kept is then made anew from the acts.
inline constexpr int figures_version = 2;

/// One series of a measure, at one meeting or over several.
struct SeriesFigures {
    std::string key;  ///< what makes the series one; the rest is what it is called, as the newest meeting has it
    std::string of, text, partnership;
    std::optional<Scale> scale;
    double sum = 0.0;          ///< of its meetings' figures
    std::size_t meetings = 0;  ///< that have a figure
    std::size_t n = 0;         ///< of all of them
    bool operator==(const SeriesFigures&) const = default;
};

struct MeasureFigures {
    std::vector<SeriesFigures> series;  ///< in the order in which they first came up
    std::size_t few_people = 0;         ///< meetings of which something is withheld, for this reason
    std::size_t little_recorded = 0;    ///< the same, for the other
    bool operator==(const MeasureFigures&) const = default;
};

/// Of one meeting, or of several. What fewer than four people answered is in none.
struct Figures {
    std::vector<PartnershipId> partnerships;
    std::size_t meetings = 0;
    std::map<std::string, MeasureFigures> measures;  ///< by Measure::key; without those that have nothing
    std::size_t often_carried = 0;  ///< actions open after the last meeting, carried three times or more
    std::size_t open_concerns = 0;  ///< open after the last meeting
    bool operator==(const Figures&) const = default;
};

/// Of a closed meeting.
Figures figures_of(const State& meeting);

/// `all` with those of a later meeting, or of several.
void add(Figures& all, const Figures& later);

/// As the log keeps it; read back, it is the same to the last digit.
std::string to_text(const Figures& figures);
/// Error when it is not such a text.
Figures figures_in(std::string_view text);

}  // namespace folkmoot
