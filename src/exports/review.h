// What a partnership looks back on together: a period, made to be read aloud.
#pragma once

#include <vector>

#include "src/exports/document.h"
#include "src/trends/trends.h"

namespace folkmoot {

/// A period, and the meetings in it.
struct Review {
    Selection selection;                  ///< with both dates; of all partners
    Date today{};                         ///< a date that is due is late from the day after on
    std::vector<State> meetings;          ///< closed, oldest first
    std::vector<MeetingLine> still_open;  ///< left out, and said so
    Trends trends;                        ///< of these meetings: the review's figures are theirs
    bool operator==(const Review&) const = default;
};

/// The review of what is selected. Errors as chosen_meetings.
Review review_for(Records& records, const Selection& selection, Date today);

/// Period and meetings, objectives, decisions, actions, attendance and voice, pulse, concerns, terms, and what the
/// figures cannot say: words first, then figures. What people answered comes from src/trends alone, which gives it by
/// meeting and from four people up, so that no choice of period or group says more than the meetings do. Who raised a
/// concern, and where, is not in it.
Document review_of(const Review& review);

}  // namespace folkmoot
