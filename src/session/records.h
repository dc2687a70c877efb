// What the log can be asked. Implemented by the log.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/session/journal.h"
#include "src/session/matters.h"
#include "src/session/partnership.h"
#include "src/session/search.h"
#include "src/session/state.h"

namespace folkmoot {

/// One line of the list of meetings.
struct MeetingSummary {
    MeetingId id;
    std::string title;
    std::string group;
    std::string partnership;
    Date date{};  ///< of its opening, local
    bool closed = false;
    std::string source;  ///< the plan's fingerprint
    std::size_t present = 0, decisions = 0, actions = 0;
    std::optional<Date> next_date;  ///< of the next meeting, as far as it is agreed
    bool operator==(const MeetingSummary&) const = default;
};

/// One action, wherever it began, as it stands now.
struct ActionSummary {
    CaptureId id;
    MeetingId meeting;
    std::string meeting_title;
    std::string group;
    std::string partnership;
    std::string what;
    std::string owner;  ///< empty: nobody yet
    std::optional<PersonId> owner_id;
    Date since{};
    std::optional<Date> due;
    ActionState state = ActionState::proposed;
    int carried = 0;
    std::vector<std::string> objectives;  ///< short ids, of the item that it came from
    bool operator==(const ActionSummary&) const = default;
};

/// Which meetings are wanted. All of what is set must hold.
struct MeetingFilter {
    std::string group;      ///< its name, or the beginning of one of its words; empty: any. So are the next two
    std::string partner;    ///< somebody of it was there
    std::string person;     ///< was there
    std::string objective;  ///< its short id: an item was pinned to it
    std::optional<Date> from, to;
    [[nodiscard]] bool wants_all() const { return *this == MeetingFilter{}; }
    bool operator==(const MeetingFilter&) const = default;
};

/// One item of a closed meeting, as it went.
struct ItemRun {
    MeetingId meeting;
    std::string group;
    Date date{};  ///< of the meeting
    std::string title;
    ItemKind kind = ItemKind::explore;
    std::vector<std::string> objectives;  ///< short ids
    std::string lead;                     ///< a person's name, or empty
    Minutes planned{0};                   ///< with the pace counted in
    Millis used{0};
    bool done = false;  ///< not carried, parked or dropped
    bool operator==(const ItemRun&) const = default;
};

/// What the trends are made from, of all closed meetings of a group in a month; as text that trends write and read.
struct MonthFigures {
    std::string group;
    Date month{};  ///< its first day
    std::string figures;
    bool operator==(const MonthFigures&) const = default;
};

class Records {
public:
    virtual ~Records() = default;

    /// Newest first; at most `limit` (0: all).
    virtual std::vector<MeetingSummary> meetings(std::size_t limit) = 0;
    /// The same, of those that are wanted.
    virtual std::vector<MeetingSummary> meetings_wanted(const MeetingFilter& filter, std::size_t limit) = 0;
    /// The meetings whose id begins with these hexadecimal digits.
    virtual std::vector<MeetingSummary> meetings_by_prefix(std::string_view digits) = 0;
    virtual std::vector<MeetingSummary> open_meetings() = 0;
    /// Those in which this was written down, or which had it from earlier, newest first.
    virtual std::vector<MeetingSummary> meetings_with(const CaptureId& id) = 0;
    /// Meetings opened from the plan with this fingerprint, newest first.
    virtual std::vector<MeetingSummary> meetings_from(std::string_view fingerprint) = 0;
    /// The shortest number of digits, at least 4, that tells all meetings apart.
    virtual std::size_t prefix_length() = 0;

    /// The whole stream, in order. Error when there is none, or it is damaged.
    virtual std::vector<Recorded> events(const MeetingId& meeting) = 0;
    /// All that the log knows, in the order in which they came into it.
    virtual std::vector<Partnership> partnerships() = 0;
    /// By exact name (folded), else nothing.
    virtual std::optional<Partnership> partnership(std::string_view name) = 0;
    /// The last number in a stream; 0 when there is none.
    virtual Sequence last_sequence(const Id128& stream) = 0;

    /// What was half typed when the meeting was left without order; else empty.
    virtual std::string draft(const MeetingId& meeting) = 0;

    /// Everything that earlier closed meetings of this group, in this partnership, left open, the duties done and
    /// missed, and what the other groups wrote down since.
    virtual CarryOver carry_over(const PartnershipId& partnership, std::string_view group) = 0;
    /// The items of the partnership's latest closed meetings, of all its groups: newest meeting first, each in order.
    virtual std::vector<ItemRun> item_runs(const PartnershipId& partnership, std::size_t meetings) = 0;
    /// Open and proposed first by due date; `all`: done and dropped ones too.
    virtual std::vector<ActionSummary> actions(bool all) = 0;

    /// What the trends are made from, of one closed meeting, as text that trends write and read. Nothing when the
    /// meeting is not closed, or damaged.
    virtual std::optional<std::string> figures(const MeetingId& meeting) = 0;
    /// Oldest first; a month of several groups once for each.
    virtual std::vector<MonthFigures> figures_by_month() = 0;

    /// What was found of this in all meetings.
    virtual SearchAnswer search(const SearchQuery& query) = 0;
};

}  // namespace folkmoot
