// What is read at home of earlier meetings: what happened, the minutes, and how one thing went on.
#include <fmt/format.h>

#include <algorithm>

#include "screens/reading.h"
#include "src/app/minutes_files.h"
#include "src/app/program.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/matter_story.h"
#include "src/exports/minutes.h"
#include "src/exports/minutes_for.h"
#include "src/exports/other_records.h"
#include "src/exports/plain_text.h"

namespace folkmoot {

namespace {

List list_of(const std::vector<std::string>& lines, std::string when_empty) {
    List list;
    list.when_empty = std::move(when_empty);
    for (const auto& line : lines) list.items.push_back({line, {}});
    return list;
}

std::vector<std::string> lines_of(const std::string& all) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        if (end > at) lines.push_back(all.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

Page page_of(const MatterStory& story, std::size_t digits) {
    const auto meetings =
        std::ranges::count_if(story.parts, [](const MatterPart& each) { return each.meeting.has_value(); });
    Page page;
    page.title = fmt::format("Story of {}, {}", story.what.substr(0, story.what.find(',')),
                             text::count(static_cast<std::size_t>(meetings), "meeting", "meetings"));
    const std::size_t name_ends = story.what.find(", ");
    if (name_ends != std::string::npos)
        page.blocks.emplace_back(Text{text::sentence(story.what.substr(name_ends + 2))});
    for (const MatterPart& part : story.parts) {
        page.blocks.emplace_back(Heading{part.where});
        List list = list_of(part.lines, "");
        if (part.meeting) {
            const std::string id = part.meeting->shown(digits);
            for (ListItem& each : list.items) each.acts.push_back({"read the meeting", {Word::show, id}});
            if (!list.items.empty()) list.items.front().how.typed = "to read the meeting type show " + id;
        }
        page.blocks.emplace_back(std::move(list));
    }
    page.blocks.emplace_back(Hint{"", "Enter reads the meeting."});
    page.words = {Word::show, Word::story};
    return page;
}

/// "[ID] [for NAME, or large]"; without an id it is the newest meeting. No id can be read as "for" or "large".
struct MinutesTyped {
    std::string id, person;
    bool large = false;  ///< written in large print
};

MinutesTyped read_minutes_typed(const std::string& typed) {
    std::vector<std::string> words = text::words(typed);
    MinutesTyped asked{"last", "", false};
    const auto is_large = [&] { return !words.empty() && text::folded(words.front()) == "large"; };
    if (!words.empty() && text::folded(words.front()) != "for" && !is_large()) {
        asked.id = words.front();
        words.erase(words.begin());
    }
    if (is_large() && words.size() == 1) {
        asked.large = true;
        return asked;
    }
    if (words.empty()) return asked;
    const std::string shown = asked.id == "last" ? "3f2a" : text::first(asked.id, 40);
    if (text::folded(words.front()) != "for")
        throw Error(
            fmt::format("\"{}\" does not belong behind the meeting's id. For one person's minutes type for and their "
                        "name, for large print type large. Example: minutes {} for Asha.",
                        text::first(words.front(), 40), shown));
    for (auto word = words.begin() + 1; word != words.end(); ++word)
        asked.person += (asked.person.empty() ? "" : " ") + *word;
    if (asked.person.empty())
        throw Error(
            fmt::format("for needs the name of somebody of that meeting. Example: minutes {} for Asha.", shown));
    return asked;
}

}  // namespace

void Program::show_meeting(const std::string& id) {
    const MeetingSummary meeting = desk_.find_meeting(id);
    meeting_read_ = meeting.id;
    actions_read_last_ = false;
    const auto lines = whole_story(desk_.records, meeting);
    Page page;
    page.title = lines.empty() ? meeting.title : lines.front();
    page.blocks.emplace_back(list_of({lines.begin() + (lines.empty() ? 0 : 1), lines.end()}, "Nothing happened."));
    desk_.renderer.read_out(page);
}

void Program::show_minutes(const std::string& typed) {
    const MinutesTyped asked = read_minutes_typed(typed);
    const MeetingId meeting = desk_.find_meeting(asked.id).id;
    if (asked.large) {
        const auto file =
            write_large_minutes(fold(meeting, desk_.records.events(meeting)), desk_.settings.minutes_folder);
        return desk_.renderer.announce(
            {.text = fmt::format("The minutes in large print are in {}, for a browser or a printer.",
                                 text::one_line(file.string())),
             .to_read = true});
    }
    const Page page = minutes_page(meeting, asked.person);
    meeting_read_ = meeting;
    actions_read_last_ = false;
    desk_.renderer.read_out(page);
}

Page Program::minutes_page(const MeetingId& meeting, const std::string& person) const {
    const State state = fold(meeting, desk_.records.events(meeting));
    Page page;
    page.title = (state.closed ? "Minutes of " : "Minutes so far of ") + state.plan.title.text;
    Document document;
    if (person.empty()) {
        document = minutes_of(state);
    } else {
        const PersonId whom = person_called(state, person);
        page.title += " for " + state.name_of(whom);
        document = minutes_for(state, whom, actions_elsewhere(desk_.records, state, whom));
    }
    page.blocks.emplace_back(list_of(lines_of(to_plain_text(document)), "There is nothing yet."));
    if (state.closed) {
        page.blocks.emplace_back(
            Hint{"If something is wrong, type amend, who says so, a colon and what is right. undo takes it back.",
                 "If something is wrong, :amend corrects it. {undo} takes the correction back."});
        page.help = "between";
        page.words = {Word::amend, Word::undo};
    }
    return page;
}

/// Behind `story`: a number of the list of actions or of the minutes, whichever was read last, or a meeting and a
/// number.
void Program::show_story(const std::string& typed) {
    const auto words = text::words(typed);
    const auto number = words.empty() ? std::nullopt : whole_number(words.back());
    if (!number || words.size() > 2)
        throw Error(
            "story needs the number of an action or of what was written down. Example: story 3, or with the "
            "meeting's id: story 3f2a 3.");
    const std::size_t digits = desk_.records.prefix_length();
    if (words.size() == 1 && actions_read_last_) {
        if (*number < 1 || static_cast<std::size_t>(*number) > actions_read_.size())
            throw Error(fmt::format("The list of actions has no number {}. It goes from 1 to {}.", *number,
                                    actions_read_.size()));
        const ActionSummary& action = actions_read_[static_cast<std::size_t>(*number) - 1];
        return desk_.renderer.read_out(page_of(story_of(desk_.records, action.id, action.partnership), digits));
    }
    if (words.size() == 1 && !meeting_read_)
        throw Error(
            "Read the actions or a meeting's minutes first, whose number that is, or type the meeting's id before "
            "it. Example: story 3f2a 3.");
    const MeetingSummary meeting = desk_.find_meeting(words.size() == 2 ? words.front() : meeting_read_->hex());
    const CaptureId id = captured_as(fold(meeting.id, desk_.records.events(meeting.id)), *number);
    desk_.renderer.read_out(page_of(story_of(desk_.records, id, meeting.partnership), digits));
}

}  // namespace folkmoot
