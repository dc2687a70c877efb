#include "src/session/attendance.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

namespace {

/// As the log finds people and partners by a name that was typed.
bool is_wanted(const std::string& name, const std::string& typed) {
    return typed.empty() || text::name_matches(text::plain(name), text::plain(typed));
}

/// To the nearest minute, halves up, as durations are said.
Minutes whole(Millis present) { return std::chrono::floor<Minutes>(present + std::chrono::seconds{30}); }

std::optional<PersonId> timekeeper_of(const State& meeting) { return meeting.timekeeper; }

std::vector<AttendanceRow> rows_of(const State& meeting, const MeetingFilter& filter) {
    std::vector<AttendanceRow> rows;
    for (const Attendance& each : meeting.attendance) {
        const Person* person = find_person(meeting.people, each.person);
        if (person == nullptr || !each.arrived || !is_wanted(person->name.text, filter.person)) continue;
        AttendanceRow row;
        row.partner = meeting.partner_name(person->partner);
        if (!is_wanted(row.partner, filter.partner)) continue;
        row.meeting = meeting.id;
        row.date = date_of(*meeting.opened);
        row.title = meeting.plan.title.text;
        row.group = meeting.plan.group.text;
        row.partnership = meeting.plan.partnership_name.text;
        row.person_id = each.person;
        row.person = person->name.text;
        row.arrived = *each.arrived;
        row.left = each.left.value_or(*meeting.closed);
        row.present = whole(each.present_at(*meeting.closed));
        row.role = person->role.text;
        row.duties = duties_of(meeting, each.person);
        rows.push_back(std::move(row));
    }
    return rows;
}

void add(DutiesHad& all, const DutiesHad& more) {
    all.facilitated += more.facilitated;
    all.took_notes += more.took_notes;
    all.kept_time += more.kept_time;
    all.items_led += more.items_led;
}

void add(std::vector<AttendanceTotal>& totals, const AttendanceRow& row) {
    auto total = std::ranges::find(totals, row.person_id, &AttendanceTotal::person_id);
    if (total == totals.end()) {
        total = totals.emplace(total);
        total->person_id = row.person_id;
    }
    total->person = row.person;
    total->partner = row.partner;
    total->partnership = row.partnership;
    total->role = row.role;
    ++total->meetings;
    total->present += row.present;
    add(total->duties, row.duties);
}

std::string or_else(const std::string& raw, std::string_view otherwise) {
    std::string text = text::one_line(raw);
    return text.empty() ? std::string(otherwise) : text;
}

std::string person_of(const std::string& person, const std::string& partner) {
    const std::string organisation = text::one_line(partner);
    return or_else(person, "(name not known)") + (organisation.empty() ? "" : ", " + organisation);
}

std::string how_long(Minutes present) { return duration_in_words(std::chrono::duration_cast<Millis>(present)); }

/// ", led 2 items"; nothing when there is none.
std::string led(std::size_t items) { return items == 0 ? "" : ", led " + text::count(items, "item", "items"); }

}  // namespace

DutiesHad duties_of(const State& meeting, const PersonId& whom) {
    DutiesHad had;
    had.facilitated = meeting.facilitator == whom ? 1 : 0;
    had.took_notes = meeting.note_taker == whom ? 1 : 0;
    had.kept_time = timekeeper_of(meeting) == whom ? 1 : 0;
    had.items_led = static_cast<std::size_t>(std::ranges::count_if(meeting.agenda, [&](const AgendaItem& each) {
        return each.item.lead == whom && each.slot.opened && each.item.kind != ItemKind::pause;
    }));
    return had;
}

AttendanceList attendance_list(Records& records, const MeetingFilter& filter) {
    AttendanceList list;
    auto meetings = filter.wants_all() ? records.meetings(0) : records.meetings_wanted(filter, 0);
    std::ranges::reverse(meetings);
    for (const MeetingSummary& each : meetings) {
        if (!each.closed) {
            ++list.still_open;
            continue;
        }
        for (AttendanceRow& row : rows_of(fold(each.id, records.events(each.id)), filter)) {
            add(list.totals, row);
            list.rows.push_back(std::move(row));
        }
    }
    std::ranges::stable_sort(list.totals, {}, [](const AttendanceTotal& each) { return text::folded(each.person); });
    return list;
}

std::size_t meetings_in(const AttendanceList& list) {
    std::size_t meetings = 0;
    for (std::size_t i = 0; i < list.rows.size(); ++i)
        if (i == 0 || list.rows[i].meeting != list.rows[i - 1].meeting) ++meetings;
    return meetings;
}

std::string meeting_in_words(const AttendanceRow& row) {
    return fmt::format("{}, {}", in_words(row.date), or_else(row.title, "Meeting without title"));
}

std::string in_words(const AttendanceRow& row) {
    std::string line = fmt::format("{}, {}, from {} to {}", person_of(row.person, row.partner), how_long(row.present),
                                   time_of_day(row.arrived), time_of_day(row.left));
    if (const std::string role = text::one_line(row.role); !role.empty()) line += ", role " + role;
    if (row.duties.facilitated > 0) line += ", facilitated";
    if (row.duties.took_notes > 0) line += ", took notes";
    if (row.duties.kept_time > 0) line += ", kept time";
    return line + led(row.duties.items_led);
}

std::string in_words(const AttendanceTotal& total) {
    std::string line = fmt::format("{}: {} at {}", person_of(total.person, total.partner), how_long(total.present),
                                   text::count(total.meetings, "meeting", "meetings"));
    const auto add = [&](std::string_view did, std::size_t how_many) {
        if (how_many > 0) line += fmt::format(", {} {}", did, text::count(how_many, "meeting", "meetings"));
    };
    add("facilitated", total.duties.facilitated);
    add("took notes at", total.duties.took_notes);
    add("kept time at", total.duties.kept_time);
    return line + led(total.duties.items_led);
}

std::string not_counted(const AttendanceList& list) {
    if (list.still_open == 0) return {};
    return fmt::format("Not counted: {} still open.",
                       text::count(list.still_open, "meeting that is", "meetings that are"));
}

}  // namespace folkmoot
