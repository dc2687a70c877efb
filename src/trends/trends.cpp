#include "src/trends/trends.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/trends/findings.h"
#include "src/trends/measures.h"

namespace folkmoot {

namespace {

bool same_name(const std::string& one, const std::string& other) { return text::folded(one) == text::folded(other); }

void add_once(std::vector<std::string>& names, const std::string& name) {
    const std::string shown = text::one_line(name);
    if (!shown.empty() && std::ranges::find(names, shown) == names.end()) names.push_back(shown);
}

[[noreturn]] void no_such(std::string_view kind, const std::string& wanted, const std::vector<std::string>& names) {
    const std::string typed = text::one_line(wanted);
    if (names.empty()) throw Error(fmt::format("There is no {} called \"{}\": no meeting names any.", kind, typed));
    throw Error(fmt::format("There is no {} called \"{}\". It can be {}.", kind, typed, text::list(names, "or")));
}

/// Meetings that may be of a selection, newest first. With many meetings in the log, not all of them.
std::vector<MeetingSummary> candidates(Records& records, const Selection& selection) {
    if (!selection.group.empty() || selection.from || selection.to)
        return records.meetings_wanted({selection.group, {}, {}, {}, selection.from, selection.to}, 0);
    const auto open = records.open_meetings();
    auto all = records.meetings(meetings_looked_at + open.size());
    std::erase_if(all, [](const MeetingSummary& each) { return !each.closed; });
    all.insert(all.end(), open.begin(), open.end());
    return all;
}

/// The group that is meant: by its name, else by the beginning of one of its words. Error names the groups that there
/// are.
std::string group_called(Records& records, const std::string& typed) {
    if (typed.empty()) return "";
    std::vector<std::string> fitting, groups;
    for (const MeetingSummary& each : records.meetings_wanted({typed, {}, {}, {}, {}, {}}, 0)) {
        if (same_name(each.group, typed)) return typed;
        add_once(fitting, each.group);
    }
    if (fitting.size() == 1) return fitting.front();
    for (const MeetingSummary& each : records.meetings(0)) add_once(groups, each.group);
    no_such("group", typed, fitting.empty() ? groups : fitting);
}

/// Only one partner's series where a measure is split by partner. All else stays whole.
void keep_partner(std::vector<Measure>& measures, const std::string& partner) {
    std::vector<std::string> partners;
    for (const Measure& measure : measures) {
        for (const Series& series : measure.series) {
            if (measure.split == Split::partner) add_once(partners, series.of);
        }
    }
    const auto is_wanted = [&](const std::string& name) { return same_name(name, partner); };
    if (std::ranges::none_of(partners, is_wanted)) no_such("partner", partner, partners);
    for (Measure& measure : measures) {
        if (measure.split == Split::partner)
            std::erase_if(measure.series, [&](const Series& series) { return !is_wanted(series.of); });
    }
}

MeetingLine line_of(const MeetingSummary& meeting) {
    return {meeting.id, meeting.date, meeting.title, meeting.group, meeting.partnership};
}

struct Lines {
    std::vector<MeetingLine> closed, still_open;  ///< oldest first
};

/// `selection`: its group is called by its whole name afterwards.
Lines chosen_lines(Records& records, Selection& selection) {
    if (selection.from && selection.to && days_between(*selection.from, *selection.to) < 0)
        throw Error(fmt::format("There is no meeting from {} to {}: the first date is the later one.",
                                in_words(*selection.from), in_words(*selection.to)));
    selection.group = group_called(records, selection.group);
    Lines chosen;
    const bool dated = selection.from || selection.to;
    for (const MeetingSummary& each : candidates(records, selection)) {
        if (!selection.group.empty() && !same_name(each.group, selection.group)) continue;
        if (!each.closed)
            chosen.still_open.push_back(line_of(each));
        else if (dated || chosen.closed.size() < meetings_looked_at)
            chosen.closed.push_back(line_of(each));
    }
    std::ranges::reverse(chosen.closed);
    std::ranges::reverse(chosen.still_open);
    return chosen;
}

/// The newest meeting of each group of each partnership.
std::vector<std::size_t> last_of_each_group(std::span<const MeetingLine> meetings) {
    std::vector<std::size_t> last;
    std::set<std::pair<std::string, std::string>> as_written, seen;  // few ways to write it, so few are folded
    for (std::size_t left = meetings.size(); left > 0; --left) {
        const MeetingLine& each = meetings[left - 1];
        if (as_written.emplace(each.partnership, each.group).second &&
            seen.emplace(text::folded(each.partnership), text::folded(each.group)).second)
            last.push_back(left - 1);
    }
    return last;
}

/// Damage of a meeting is an error here, as it is where the meeting is read.
Figures kept_of(Records& records, const MeetingId& meeting) {
    const auto kept = records.figures(meeting);
    return kept ? figures_in(*kept) : figures_of(fold(meeting, records.events(meeting)));
}

std::vector<Point> points_of(Records& records, std::span<const MeetingLine> meetings) {
    std::vector<Point> points;
    for (const MeetingLine& each : meetings) points.push_back({each.id, each.date, kept_of(records, each.id)});
    return points;
}

Date month_of(Date day) { return day.year() / day.month() / 1; }

/// A month that is wanted only in part: its meetings, one by one.
bool is_cut(Date month, const Selection& selection) {
    const Date last = month.year() / month.month() / std::chrono::last;
    return (selection.from && days_between(month, *selection.from) > 0) ||
           (selection.to && days_between(*selection.to, last) > 0);
}

std::vector<Point> points_by_month(Records& records, std::span<const MeetingLine> meetings,
                                   const Selection& selection) {
    std::map<Date, Figures> months;
    for (const MonthFigures& each : records.figures_by_month()) {
        const bool outside = days_between(meetings.back().date, each.month) > 0 ||
                             days_between(each.month, month_of(meetings.front().date)) > 0;
        if (outside || is_cut(each.month, selection)) continue;
        if (selection.group.empty() || same_name(each.group, selection.group))
            add(months[each.month], figures_in(each.figures));
    }
    for (const MeetingLine& each : meetings) {
        if (is_cut(month_of(each.date), selection)) add(months[month_of(each.date)], kept_of(records, each.id));
    }
    std::vector<Point> points;
    for (auto& [month, figures] : months) points.push_back({{}, month, std::move(figures)});
    return points;
}

/// `last`: of the newest meeting of each group.
Trends told(std::vector<MeetingLine> meetings, std::span<const Point> points, std::span<const Figures> last,
            const Selection& selection) {
    Trends trends;
    trends.selection = selection;
    trends.by_month = !points.empty() && points.front().is_month();
    trends.meetings = std::move(meetings);
    trends.measures = measures(points);
    if (!selection.partner.empty() && !points.empty()) keep_partner(trends.measures, selection.partner);
    trends.looked_for_direction = looked_for_direction(trends.measures);
    trends.changed = what_changed(trends.measures);
    trends.worth_talking_about = worth_talking_about(trends.measures, last);
    return trends;
}

}  // namespace

Chosen chosen_meetings(Records& records, const Selection& selection) {
    Chosen chosen;
    chosen.selection = selection;
    Lines lines = chosen_lines(records, chosen.selection);
    chosen.still_open = std::move(lines.still_open);
    for (const MeetingLine& each : lines.closed) {
        chosen.meetings.push_back(fold(each.id, records.events(each.id)));
        chosen.meetings.back().events.clear();  // folded and not needed any more: the bulk of a long meeting
    }
    return chosen;
}

Trends trends_of(std::span<const State> meetings, const Selection& selection) {
    std::vector<MeetingLine> lines;
    for (const State& each : meetings)
        lines.push_back({each.id, date_of(*each.opened), each.plan.title.text, each.plan.group.text,
                         each.plan.partnership_name.text});
    const auto points = points_of(meetings);
    std::vector<Figures> last;
    for (const std::size_t place : last_of_each_group(lines)) last.push_back(points[place].figures);
    return told(std::move(lines), points, last, selection);
}

Trends trends_of(Records& records, const Selection& asked) {
    Selection selection = asked;
    std::vector<MeetingLine> lines = chosen_lines(records, selection).closed;
    std::vector<Figures> last;
    for (const std::size_t place : last_of_each_group(lines)) last.push_back(kept_of(records, lines[place].id));
    const auto points =
        lines.size() > most_by_meeting ? points_by_month(records, lines, selection) : points_of(records, lines);
    return told(std::move(lines), points, last, selection);
}

std::string by_month_in_words(const Trends& trends) {
    if (!trends.by_month) return "";
    return fmt::format(
        "These are more than {} meetings, so the figures are by month: each is the mean of its meetings' "
        "figures.",
        most_by_meeting);
}

std::string in_words(const std::vector<MeetingLine>& meetings, const Selection& selection) {
    if (meetings.empty()) {
        const bool all = selection.group.empty() && !selection.from && !selection.to;
        return all ? "No meeting is closed yet." : "No closed meeting is among those asked for.";
    }
    std::vector<std::string> groups;
    for (const MeetingLine& each : meetings) add_once(groups, each.group);
    const bool newest = meetings.size() == meetings_looked_at && !selection.from && !selection.to;
    std::string said = newest ? fmt::format("The newest {} closed meetings", meetings_looked_at)
                              : text::count(meetings.size(), "closed meeting", "closed meetings");
    if (!groups.empty()) said += " of " + text::list(groups);
    said += meetings.size() == 1
                ? fmt::format(", on {}.", in_words(meetings.front().date))
                : fmt::format(", from {} to {}.", in_words(meetings.front().date), in_words(meetings.back().date));
    return said;
}

}  // namespace folkmoot
