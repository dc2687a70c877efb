#include "src/trends/trends.h"

#include <fmt/format.h>

#include <algorithm>

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

/// Error names the groups that there are.
void check_group(Records& records, const std::string& group) {
    if (group.empty()) return;
    const auto is_it = [&](const MeetingSummary& each) { return same_name(each.group, group); };
    if (std::ranges::any_of(records.meetings_wanted({group, {}, {}, {}, {}, {}}, 0), is_it)) return;
    std::vector<std::string> groups;
    for (const MeetingSummary& each : records.meetings(0)) add_once(groups, each.group);
    no_such("group", group, groups);
}

/// Only one partner's series where a measure is split by partner. All else stays whole.
void keep_partner(std::vector<Measure>& measures, const std::string& partner, std::span<const State> meetings) {
    std::vector<std::string> partners;
    for (const State& meeting : meetings) {
        for (const Partner& each : meeting.partners) add_once(partners, each.name.text);
    }
    const auto is_wanted = [&](const std::string& name) { return same_name(name, partner); };
    if (!meetings.empty() && std::ranges::none_of(partners, is_wanted)) no_such("partner", partner, partners);
    for (Measure& measure : measures) {
        if (measure.split == Split::partner)
            std::erase_if(measure.series, [&](const Series& series) { return !is_wanted(series.of); });
    }
}

}  // namespace

Chosen chosen_meetings(Records& records, const Selection& selection) {
    if (selection.from && selection.to && days_between(*selection.from, *selection.to) < 0)
        throw Error(fmt::format("There is no meeting from {} to {}: the first date is the later one.",
                                in_words(*selection.from), in_words(*selection.to)));
    check_group(records, selection.group);
    Chosen chosen;
    std::vector<MeetingSummary> closed;
    const bool dated = selection.from || selection.to;
    for (MeetingSummary& each : candidates(records, selection)) {
        if (!selection.group.empty() && !same_name(each.group, selection.group)) continue;
        if (!each.closed)
            chosen.still_open.push_back({each.id, each.date, each.title, each.group});
        else if (dated || closed.size() < meetings_looked_at)
            closed.push_back(std::move(each));
    }
    std::ranges::reverse(closed);
    std::ranges::reverse(chosen.still_open);
    for (const MeetingSummary& each : closed) {
        chosen.meetings.push_back(fold(each.id, records.events(each.id)));
        chosen.meetings.back().events.clear();  // folded and not needed any more: the bulk of a long meeting
    }
    return chosen;
}

Trends trends_of(std::span<const State> meetings, const Selection& selection) {
    Trends trends;
    trends.selection = selection;
    for (const State& each : meetings)
        trends.meetings.push_back({each.id, date_of(*each.opened), each.plan.title.text, each.plan.group.text});
    trends.measures = measures(meetings);
    if (!selection.partner.empty()) keep_partner(trends.measures, selection.partner, meetings);
    trends.looked_for_direction = looked_for_direction(trends.measures);
    trends.changed = what_changed(trends.measures);
    trends.worth_talking_about = worth_talking_about(trends.measures, meetings);
    return trends;
}

Trends trends_of(Records& records, const Selection& selection) {
    return trends_of(chosen_meetings(records, selection).meetings, selection);
}

std::string in_words(const std::vector<MeetingLine>& meetings, const Selection& selection) {
    if (meetings.empty()) {
        const bool all = selection.group.empty() && !selection.from && !selection.to;
        return all ? "No meeting is closed yet." : "No closed meeting is among those asked for.";
    }
    std::vector<std::string> groups;
    for (const MeetingLine& each : meetings) add_once(groups, each.group);
    std::string said = text::count(meetings.size(), "closed meeting", "closed meetings");
    if (!groups.empty()) said += " of " + text::list(groups);
    said += meetings.size() == 1
                ? fmt::format(", on {}.", in_words(meetings.front().date))
                : fmt::format(", from {} to {}.", in_words(meetings.front().date), in_words(meetings.back().date));
    return said;
}

}  // namespace folkmoot
