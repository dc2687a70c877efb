// What earlier meetings of a group left open, and who took which turn when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/agenda.h"
#include "src/meeting/capture.h"
#include "src/meeting/ids.h"
#include "src/meeting/words.h"
#include "src/time/calendar.h"

namespace folkmoot {

/// What an item is called that takes up a concern: what the concern says may name somebody, and everyone reads the
/// agenda.
inline constexpr std::string_view concern_item_title = "How we are working";

enum class MatterKind { action, item, parked, concern, question, decision };

/// Something open from an earlier meeting. An action keeps its capture's id; a carried item has one derived from it.
struct Matter {
    CaptureId id;
    MatterKind kind = MatterKind::action;
    Words text;
    MeetingId meeting;              ///< where it began
    Date since{};                   ///< that meeting's date
    std::optional<PersonId> owner;  ///< actions
    Words owner_name;
    std::optional<Date> due;
    bool accepted = false;  ///< actions
    int carried = 0;        ///< meetings that it has been carried over, this one not counted
    Minutes planned{0};     ///< items
    std::vector<std::string> objectives;
    ItemKind item_kind = ItemKind::explore;  ///< items
    std::optional<PersonId> lead;            ///< items
    std::optional<Date> settled_on;  ///< actions: done or dropped since the group's last meeting, between meetings
    Words settled_why;               ///< why it was dropped; empty: it was done
    bool operator==(const Matter&) const = default;
};

/// The turns that are shared out.
enum class Duty { speak_first, facilitate, host, take_notes, keep_time };

/// "carried once", "carried twice", "carried 3 times".
std::string carried_in_words(int times);

std::string_view in_words(Duty duty);  ///< "speaks first", "facilitates", "hosts", "takes notes", "keeps time"

/// Somebody had a duty at a meeting.
struct DutyDone {
    Duty duty = Duty::speak_first;
    PersonId person;  ///< empty for a host
    PartnerId partner;
    Date date{};
    bool operator==(const DutyDone&) const = default;
};

/// What another group of the partnership wrote down: a decision, an action or a term.
struct News {
    Words group;
    Date date{};  ///< of its meeting
    CaptureKind kind = CaptureKind::decision;
    Words text;
    Words word;                           ///< of a term
    std::vector<std::string> objectives;  ///< of the item in which it was written down
    bool operator==(const News&) const = default;
};

/// What a group's log says when its next meeting opens.
struct CarryOver {
    std::vector<Matter> matters;   ///< oldest first
    std::vector<DutyDone> duties;  ///< oldest first
    std::vector<DutyDone> missed;  ///< turns agreed for the meeting of that date, which somebody else took; not made up
    std::vector<News> news;        ///< of the other groups, since this one last met; oldest first
    std::optional<MeetingId> last_meeting;
    Words last_title;
    std::optional<Date> last_date;
    std::optional<PersonId> next_facilitator;  ///< agreed at the last closing
    std::optional<PartnerId> next_host;
    bool operator==(const CarryOver&) const = default;
};

}  // namespace folkmoot
