// A meeting as it is planned: what a plan file holds, by name, before the log knows it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "src/meeting/agenda.h"
#include "src/meeting/people.h"
#include "src/meeting/ways.h"
#include "src/time/calendar.h"

namespace folkmoot {

struct PlannedPerson {
    std::string id;  ///< 32 hexadecimal digits, or empty: matched by name
    std::string name;
    std::string partner;
    std::string role;
    std::string access;
    std::vector<AwayDates> away{};
    bool whole = false;  ///< all of it is said: an empty role takes the role away. Else what is empty stays as it was
    bool operator==(const PlannedPerson&) const = default;
};

struct PlannedPaper {
    std::string title;
    std::optional<Date> sent;
    bool operator==(const PlannedPaper&) const = default;
};

struct PlannedItem {
    std::string title;
    ItemKind kind = ItemKind::explore;
    Minutes minutes{0};  ///< as written; the pace is not counted in
    std::vector<std::string> objectives;
    std::string lead;  ///< a person's name, or empty
    std::vector<PlannedPaper> papers;
    std::string proposed{};  ///< by a person's name, or empty
    bool operator==(const PlannedItem&) const = default;
};

struct PlannedObjective {
    std::string id;
    std::string text;
    std::optional<Date> review;
    std::optional<ObjectiveEnd> end{};
    bool operator==(const PlannedObjective&) const = default;
};

struct PlannedPulse {
    std::string instrument;  ///< its id, the file's name without .toml
    std::string title;
    Scale scale{1, 5};
    std::vector<std::string> statements;    ///< those to be asked at this meeting
    std::string low_words{}, high_words{};  ///< what the ends of the scale mean; may be empty
    bool operator==(const PlannedPulse&) const = default;
};

/// An action from before this log began: a group that starts with Folkmoot brings what is still open.
struct PlannedAction {
    std::string text;
    std::string owner;  ///< a person's name, or empty
    std::optional<Date> due;
    bool accepted = false;  ///< its owner has taken it on
    bool operator==(const PlannedAction&) const = default;
};

struct Plan {
    std::string title;
    std::string group;
    std::string place;
    std::string facilitator, host, note_taker, timekeeper;  ///< people by name, the host a partner; or empty
    std::optional<LocalTime> date;
    std::string zone;    ///< empty: the machine's
    Minutes minutes{0};  ///< 0: no agreed length
    Minutes buffer{0};
    double pace = 1.0;
    bool private_view = false;  ///< start with the facilitator's own lines hidden (shared projector)

    std::string partnership;
    std::optional<Scale> scale;
    std::vector<std::string> principles;
    std::vector<std::string> partners;  ///< in order of first mention
    std::vector<PlannedPerson> people;
    std::vector<PlannedObjective> objectives;
    std::string checkin_question, checkout_question;
    std::optional<Minutes> checkin_minutes, checkout_minutes;  ///< nothing: a minute a person
    std::vector<PlannedItem> items;
    std::optional<PlannedPulse> pulse;
    // Of the partnership's file, when the plan names one.
    std::vector<std::string> groups;
    std::vector<std::pair<std::string, std::string>> glossary;  ///< word and meaning
    Ways ways;                                                  ///< without the scale and the questions
    std::vector<PlannedAction> actions;  ///< [[action]]: open from meetings that this log does not know
    bool operator==(const Plan&) const = default;
};

/// A planned slot's minutes with the pace counted in, to the nearest minute.
Minutes paced(Minutes minutes, double pace);

/// What a round is expected to take: as planned, or one minute a person.
Minutes round_minutes(const std::optional<Minutes>& planned, std::size_t people);

/// One line of the agenda with its expected times, as minutes after the start.
struct ScheduledLine {
    std::string title;
    Minutes begins{0};
    Minutes length{0};
    std::optional<std::size_t> item;  ///< index into Plan::items
};

/// Check-in, items, check-out in order, each with its expected beginning.
std::vector<ScheduledLine> schedule(const Plan& plan);

/// The sum of the schedule.
Minutes planned_sum(const Plan& plan);

}  // namespace folkmoot
