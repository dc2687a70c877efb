#include "src/exports/other_records.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/exports/story.h"

namespace folkmoot {

namespace {

std::vector<std::string> who_was_there(const State& meeting) {
    std::vector<std::string> names;
    for (const Attendance& each : meeting.attendance)
        if (each.presence == Presence::here || each.presence == Presence::left)
            names.push_back(text::one_line(meeting.name_of(each.person)));
    return names;
}

/// Two machines number differently, so a text is known by its kind and its words.
std::vector<std::string> written_down(const State& meeting) {
    std::vector<std::string> all;
    for (const Capture& each : meeting.captures) {
        if (each.removed) continue;
        const std::string term = text::one_line(each.word.text);
        all.push_back(fmt::format("{}, {}{}", in_words(each.kind), term.empty() ? "" : term + ": ",
                                  text::one_line(each.text.text)));
    }
    return all;
}

std::vector<std::string> without(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    std::vector<std::string> left;
    for (const std::string& each : some) {
        const std::string folded = text::folded(each);
        if (std::ranges::none_of(others, [&](const std::string& other) { return text::folded(other) == folded; }))
            left.push_back(each);
    }
    return left;
}

void add_people(std::vector<std::string>& lines, std::string_view where, const std::vector<std::string>& names) {
    if (!names.empty())
        lines.push_back(
            fmt::format("Only {}: {} {} there.", where, text::list(names), names.size() == 1 ? "was" : "were"));
}

void add_texts(std::vector<std::string>& lines, std::string_view where, const std::vector<std::string>& texts) {
    for (const std::string& each : texts) lines.push_back(text::sentence(fmt::format("Only {}: {}", where, each)));
}

std::string_view left_as(const AgendaItem& item) { return item.slot.outcome ? in_words(*item.slot.outcome) : "open"; }

constexpr std::string_view here = "in this record";
constexpr std::string_view there = "in the other";

}  // namespace

std::vector<MeetingSummary> other_records(Records& records, const MeetingSummary& meeting) {
    if (meeting.source.empty()) return {};
    auto others = records.meetings_from(meeting.source);
    std::erase_if(others,
                  [&](const MeetingSummary& each) { return each.id == meeting.id || each.date != meeting.date; });
    return others;
}

std::vector<std::string> differences(const State& ours, const State& theirs) {
    std::vector<std::string> lines;
    add_people(lines, here, without(who_was_there(ours), who_was_there(theirs)));
    add_people(lines, there, without(who_was_there(theirs), who_was_there(ours)));
    add_texts(lines, here, without(written_down(ours), written_down(theirs)));
    add_texts(lines, there, without(written_down(theirs), written_down(ours)));
    for (const AgendaItem& item : ours.agenda) {
        const auto title = text::folded(text::one_line(item.item.title.text));
        const auto same = std::ranges::find_if(theirs.agenda, [&](const AgendaItem& each) {
            return text::folded(text::one_line(each.item.title.text)) == title;
        });
        if (same != theirs.agenda.end() && left_as(item) != left_as(*same))
            lines.push_back(fmt::format("{}: {} {}, {} {}.", text::one_line(item.item.title.text), left_as(item), here,
                                        left_as(*same), there));
    }
    return lines;
}

std::vector<std::string> whole_story(Records& records, const MeetingSummary& meeting) {
    const State ours = fold(meeting.id, records.events(meeting.id));
    std::vector<std::string> lines = story(ours);
    for (const MeetingSummary& other : other_records(records, meeting)) {
        const State theirs = fold(other.id, records.events(other.id));
        lines.push_back(fmt::format("This meeting has another record, {}, which begins at {}.",
                                    other.id.shown(records.prefix_length()),
                                    theirs.opened ? time_of_day(*theirs.opened) : "no known time"));
        auto all = differences(ours, theirs);
        if (all.empty()) all.emplace_back("Who was there and what was written down is the same in both.");
        lines.insert(lines.end(), all.begin(), all.end());
    }
    return lines;
}

}  // namespace folkmoot
