// The first page of the minutes: when, where, who, what for.
#include <algorithm>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"

namespace folkmoot::minutes_parts {

namespace {

using Lines = std::vector<Document::Line>;

void fact(Lines& lines, std::string_view label, const std::string& value) {
    if (!value.empty()) lines.push_back({.text = fmt::format("{}: {}", label, value)});
}

std::string planned_times(const State& state) {
    if (!state.plan.scheduled) return {};
    const LocalTime& planned = *state.plan.scheduled;
    std::string times = time_of_day(planned.time);
    if (state.plan.length.count() > 0) times += " to " + time_of_day(planned.time + state.plan.length);
    // A meeting that ran on another day than planned would mislead with the times alone.
    if (state.opened && date_of(*state.opened) != planned.date) return in_words(planned.date) + ", " + times;
    return times;
}

std::string end_in_words(const State& state) {
    if (!state.opened || !state.closed) return {};
    const Date last_day = date_of(*state.closed);
    if (last_day == date_of(*state.opened)) return time_of_day(*state.closed);
    return in_words(last_day) + ", " + time_of_day(*state.closed);
}

std::string person_or_nothing(const State& state, const std::optional<PersonId>& id) {
    return id ? person(state, *id) : std::string{};
}

bool took_part(const Attendance& attendance) {
    return attendance.presence == Presence::here || attendance.presence == Presence::left;
}

const Attendance* attendance_of(const State& state, const Person& someone) { return state.attendance_of(someone.id); }

std::string with_role(const Person& someone) {
    const std::string role = text::one_line(someone.role.text);
    const std::string name = one(someone.name);
    return role.empty() ? name : fmt::format("{} ({})", name, role);
}

Lines present_by_partner(const State& state) {
    Lines lines;
    const auto add = [&](const std::string& label, auto&& belongs) {
        std::vector<std::string> names;
        for (const Person& someone : state.people) {
            const Attendance* attendance = attendance_of(state, someone);
            if (attendance && took_part(*attendance) && belongs(someone)) names.push_back(with_role(someone));
        }
        if (!names.empty()) lines.push_back({.text = fmt::format("{}: {}", label, text::list(names))});
    };
    for (const Partner& each : state.partners)
        add(one(each.name), [&](const Person& someone) { return someone.partner == each.id; });
    add("No partner", [&](const Person& someone) { return !find_partner(state.partners, someone.partner); });
    return lines;
}

std::string names_with(const State& state, Presence presence) {
    std::vector<std::string> names;
    for (const Person& someone : state.people) {
        const Attendance* attendance = attendance_of(state, someone);
        if (!attendance || attendance->presence != presence) continue;
        const std::string reason = text::one_line(attendance->reason.text);
        names.push_back(reason.empty() ? one(someone.name) : fmt::format("{} ({})", one(someone.name), reason));
    }
    return text::list(names);
}

std::string came_late(const State& state) {
    std::vector<std::string> names;
    for (const Person& someone : state.people) {
        const Attendance* attendance = attendance_of(state, someone);
        if (!attendance || !took_part(*attendance) || !attendance->came_late) continue;
        const std::string name = one(someone.name);
        names.push_back(attendance->arrived ? fmt::format("{} ({})", name, time_of_day(*attendance->arrived)) : name);
    }
    return text::list(names);
}

std::string left_early(const State& state) {
    std::vector<std::string> names;
    for (const Person& someone : state.people) {
        const Attendance* attendance = attendance_of(state, someone);
        if (!attendance || attendance->presence != Presence::left) continue;
        const std::string name = one(someone.name);
        names.push_back(attendance->left ? fmt::format("{} ({})", name, time_of_day(*attendance->left)) : name);
    }
    return text::list(names);
}

std::size_t present_count(const State& state) {
    return static_cast<std::size_t>(std::count_if(state.attendance.begin(), state.attendance.end(), took_part));
}

/// "decision 2, actions 3 and 4": the numbers by which the items below can be found.
std::string captures_in_words(const State& state, const std::optional<ItemId>& item) {
    static constexpr CaptureKind kinds[] = {CaptureKind::decision, CaptureKind::action, CaptureKind::question,
                                            CaptureKind::parked, CaptureKind::note};
    std::string written;
    for (const CaptureKind kind : kinds) {
        std::vector<std::string> numbers;
        for (const Capture* capture : captures_of(state, kind, item))
            numbers.push_back(fmt::format("{}", capture->number));
        if (numbers.empty()) continue;
        if (!written.empty()) written += ", ";
        written += fmt::format("{}{} {}", in_words(kind), numbers.size() > 1 ? "s" : "", text::list(numbers));
    }
    return written;
}

}  // namespace

void add_facts(Document& document, const State& state) {
    if (!state.opened)
        paragraph(document, "This meeting has not begun.");
    else if (!state.closed)
        paragraph(document, "This meeting is still open: these minutes are not finished.");
    Lines lines;
    if (state.opened) {
        fact(lines, "Date", in_words(date_of(*state.opened)));
        fact(lines, "Began", time_of_day(*state.opened));
    }
    fact(lines, "Ended", end_in_words(state));
    if (state.closed) {
        const std::string lasted = duration_in_words(std::max(state.ran - state.left_out, Millis{0}));
        const bool gaps = state.left_out > Millis{0};
        fact(lines, "Lasted",
             gaps ? fmt::format("{} ({} left out)", lasted, duration_in_words(state.left_out)) : lasted);
    }
    fact(lines, "Planned", planned_times(state));
    fact(lines, "Place", text::one_line(state.plan.place.text));
    fact(lines, "Group", text::one_line(state.plan.group.text));
    fact(lines, "Partnership", text::one_line(state.plan.partnership_name.text));
    fact(lines, "Facilitator", person_or_nothing(state, state.facilitator));
    fact(lines, "Note taker", person_or_nothing(state, state.note_taker));
    fact(lines, "Timekeeper", person_or_nothing(state, state.timekeeper));
    fact(lines, "Host", state.host ? partner(state, *state.host) : std::string{});
    list(document, std::move(lines));
}

void add_attendance(Document& document, const State& state) {
    heading(document, 2, "Who was there");
    Lines lines = present_by_partner(state);
    if (lines.empty())
        paragraph(document, "Nobody is written down as present.");
    else
        paragraph(document, text::count(present_count(state), "person", "people") + " took part, by partner:");
    fact(lines, "Came late", came_late(state));
    fact(lines, "Left early", left_early(state));
    fact(lines, "Apologies", names_with(state, Presence::apologies));
    fact(lines, "Away", names_with(state, Presence::away));
    fact(lines, "Announced late, and not written down as arriving", names_with(state, Presence::late));
    fact(lines, "Not written down as present or away", names_with(state, Presence::expected));
    list(document, std::move(lines));
}

void add_summary(Document& document, const State& state) {
    Lines lines;
    for (const AgendaItem& each : state.agenda) {
        const std::string written = captures_in_words(state, each.item.id);
        const std::string end = written.empty() ? std::string{} : fmt::format(" Written down: {}.", written);
        fact(lines, one(each.item.title), text::sentence(outcome_in_words(state, each)) + end);
    }
    const std::string outside = captures_in_words(state, std::nullopt);
    if (!outside.empty()) fact(lines, "Outside the items", outside + ".");
    section(document, 2, "In short, for those who were away", std::move(lines));
}

void add_objectives(Document& document, const State& state) {
    Lines lines;
    for (const Objective& each : state.plan.objectives) {
        std::string line = fmt::format("{}: {}", text::one_line(each.id), one(each.text));
        if (each.review) line += fmt::format(" (to be reviewed on {})", in_words(*each.review));
        lines.push_back({.text = std::move(line)});
    }
    section(document, 2, "Objectives", std::move(lines));
}

void add_next_meeting(Document& document, const State& state) {
    heading(document, 2, "Next meeting");
    Lines lines;
    std::string when = state.next_date ? in_words(*state.next_date) : std::string{"no date yet"};
    if (state.next_date && state.next_time) when += ", " + time_of_day(*state.next_time);
    fact(lines, "Date", when);
    fact(lines, "Facilitates", person_or_nothing(state, state.next_facilitator));
    fact(lines, "Hosts", state.next_host ? partner(state, *state.next_host) : std::string{});
    list(document, std::move(lines));
}

}  // namespace folkmoot::minutes_parts
