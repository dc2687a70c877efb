#include "src/exports/icalendar.h"

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/libical.h"
#include "src/exports/uuid.h"
#include "src/session/matters.h"

namespace folkmoot {

using calendar::Component;

namespace {

Component new_calendar() {
    Component made(ICAL_VCALENDAR_COMPONENT);
    made.text(ICAL_VERSION_PROPERTY, "2.0").text(ICAL_PRODID_PROPERTY, "-//Folkmoot//Folkmoot//EN");
    return made;
}

Component new_entry(icalcomponent_kind kind, const Id128& id, const Stamp& now) {
    Component made(kind);
    made.text(ICAL_UID_PROPERTY, uuid_of(id)).moment(ICAL_DTSTAMP_PROPERTY, now);
    made.moment(ICAL_LASTMODIFIED_PROPERTY, now);
    return made;
}

icalproperty_status status_of(ActionState state) {
    switch (state) {
        case ActionState::proposed:
        case ActionState::accepted:
            return ICAL_STATUS_NEEDSACTION;
        case ActionState::done:
            return ICAL_STATUS_COMPLETED;
        case ActionState::dropped:
            return ICAL_STATUS_CANCELLED;
    }
    return ICAL_STATUS_NEEDSACTION;
}

std::string or_else(const std::string& raw, std::string_view otherwise) {
    std::string line = text::one_line(raw);
    return line.empty() ? std::string(otherwise) : line;
}

std::string described(const ActionSummary& action) {
    std::string all = fmt::format("Owner: {}\nState: {}\nFrom: {}, {}", or_else(action.owner, "not agreed yet"),
                                  in_words(action.state), or_else(action.meeting_title, "a meeting without title"),
                                  in_words(action.since));
    if (const std::string group = text::one_line(action.group); !group.empty()) all += "\nGroup: " + group;
    if (action.carried > 0) all += fmt::format("\nIt was {}.", carried_in_words(action.carried));
    return all;
}

Component todo(const ActionSummary& action, const Stamp& now) {
    constexpr int all_of_it = 100;
    Component made = new_entry(ICAL_VTODO_COMPONENT, action.id, now);
    made.text(ICAL_SUMMARY_PROPERTY, or_else(action.what, "(no words)"));
    if (action.due) made.day(ICAL_DUE_PROPERTY, *action.due);
    made.status(status_of(action.state));
    if (action.state == ActionState::done) made.number(ICAL_PERCENTCOMPLETE_PROPERTY, all_of_it);
    made.text(ICAL_DESCRIPTION_PROPERTY, described(action)).own_text("X-FOLKMOOT-OWNER", action.owner);
    return made;
}

/// A line for each of what is known.
std::string described(const NextMeeting& next) {
    std::string all;
    const auto append = [&](std::string_view label, const std::string& raw) {
        const std::string text = text::one_line(raw);
        if (!text.empty()) all += fmt::format("{}{}: {}", all.empty() ? "" : "\n", label, text);
    };
    append("Facilitates", next.facilitator);
    append("Hosts", next.host);
    if (!text::one_line(next.place).empty()) append("Place", "as last time");
    append("Agreed", or_else(next.agreed_title, "at a meeting without title") + ", " + in_words(next.agreed_on));
    append("Partnership", next.partnership);
    return all;
}

LocalTime later_by(const LocalTime& time, Minutes length) {
    constexpr Minutes day = std::chrono::hours{24};
    const Minutes end = time.time + length;
    return {plus_days(time.date, static_cast<int>(end / day)), end % day};
}

Component entry(const NextMeeting& next, const Stamp& now) {
    Component made = new_entry(ICAL_VEVENT_COMPONENT, next.id, now);
    made.number(ICAL_SEQUENCE_PROPERTY, static_cast<int>(next.changes));
    const std::string group = text::one_line(next.group);
    made.text(ICAL_SUMMARY_PROPERTY, group.empty() ? "Next meeting" : group + ", next meeting");
    if (next.time) {
        const LocalTime begins{next.date, *next.time};
        made.local(ICAL_DTSTART_PROPERTY, begins);
        if (next.length > Minutes{0}) made.local(ICAL_DTEND_PROPERTY, later_by(begins, next.length));
    } else {
        made.day(ICAL_DTSTART_PROPERTY, next.date);
    }
    made.text(ICAL_LOCATION_PROPERTY, text::one_line(next.place)).text(ICAL_DESCRIPTION_PROPERTY, described(next));
    return made;
}

}  // namespace

std::string actions_ics(const std::vector<ActionSummary>& actions, const Stamp& now) {
    Component all = new_calendar();
    for (const ActionSummary& action : actions) all.add(todo(action, now));
    return all.written();
}

std::string next_meetings_ics(const std::vector<NextMeeting>& meetings, const Stamp& now) {
    Component all = new_calendar();
    for (const NextMeeting& meeting : meetings) all.add(entry(meeting, now));
    return all.written();
}

}  // namespace folkmoot
