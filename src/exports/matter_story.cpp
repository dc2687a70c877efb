#include "src/exports/matter_story.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/story.h"
#include "src/exports/undone.h"
#include "src/session/narrate.h"

namespace folkmoot {

namespace {

std::string or_else(const std::string& raw, std::string_view otherwise) {
    std::string text = text::one_line(raw);
    return text.empty() ? std::string(otherwise) : text;
}

/// Follows one matter through the events of one meeting.
class Following {
public:
    Following(const CaptureId& id, const State& meeting) : id_(id), meeting_(meeting) {
        const auto begun = std::ranges::find(meeting.captures, id, &Capture::id);
        if (begun != meeting.captures.end()) number_ = begun->number;
    }

    bool operator()(const event::Captured& e) const { return e.id == id_; }
    bool operator()(const event::MatterReviewed& e) const { return e.matter == id_; }
    bool operator()(const event::MatterTaken& e) const { return e.matter == id_; }
    bool operator()(const event::MatterOwnerSet& e) const { return e.matter == id_; }
    bool operator()(const event::MatterDueSet& e) const { return e.matter == id_; }
    bool operator()(const event::ConcernClosed& e) const {
        return (e.matter && *e.matter == id_) || (e.number && number_ == e.number);
    }
    bool operator()(const event::Amended& e) const { return e.number && number_ == e.number; }
    bool operator()(const event::Undone& e) const { return is_about(e.sequence); }
    bool operator()(const event::Redone& e) const { return is_about(e.sequence); }
    template <class Numbered>
    requires requires(const Numbered& e) { e.number + 0U; }
    bool operator()(const Numbered& e) const { return number_ && e.number == *number_; }
    template <class Other>
    requires(!requires(const Other& e) { e.number + 0U; }) bool operator()(const Other&) const { return false; }

private:
    [[nodiscard]] bool is_about(Sequence sequence) const {
        const Recorded* act = meeting_.event_at(sequence);
        return act != nullptr && std::visit(*this, act->event);
    }

    CaptureId id_;
    const State& meeting_;
    std::optional<CaptureNumber> number_;
};

const Matter* brought(const State& meeting, const CaptureId& id) {
    const auto& matters = meeting.plan.carry_over.matters;
    const auto found = std::ranges::find(matters, id, &Matter::id);
    return found == matters.end() ? nullptr : &*found;
}

std::string where_of(const State& meeting) {
    std::string where = or_else(meeting.plan.title.text, "A meeting without title");
    if (meeting.opened) where += ", " + in_words(date_of(*meeting.opened));
    const std::string group = text::one_line(meeting.plan.group.text);
    return group.empty() ? where : where + ", " + group;
}

MatterPart part_of(const CaptureId& id, const State& meeting) {
    MatterPart part{where_of(meeting), meeting.id, {}};
    if (const Matter* matter = brought(meeting, id))
        part.lines.push_back(matter->carried > 0
                                 ? fmt::format("It comes from earlier, {}.", carried_in_words(matter->carried))
                                 : "It comes from earlier.");
    const std::set<Sequence> undone = undone_acts(meeting);
    const Following is_about(id, meeting);
    State so_far;
    so_far.id = meeting.id;
    for (const Recorded& recorded : meeting.events) {
        apply(so_far, recorded);
        if (!std::visit(is_about, recorded.event)) continue;
        const std::string said = said_of(meeting, recorded, undone, so_far);
        if (!said.empty()) part.lines.push_back(fmt::format("{}  {}", time_of_day(recorded.at), said));
    }
    return part;
}

/// `before`: what was said of it between meetings the last time.
std::string kept_in_words(const partnership_event::ActionKept& kept, const partnership_event::ActionKept* before,
                          const Partnership& partnership) {
    const bool again = before != nullptr && is_over(before->state) && !is_over(kept.state);
    const Person* owner = kept.owner ? find_person(partnership.people, *kept.owner) : nullptr;
    std::string said = fmt::format("{}, {}{}", in_words(kept.state),
                                   owner == nullptr ? "no owner yet" : text::one_line(owner->name.text),
                                   kept.due ? ", due " + in_words(*kept.due) : ", no date");
    if (!kept.why.empty()) said += ", because: " + text::one_line(kept.why.text);
    if (again) said = "open again: " + said;
    if (said.front() >= 'a' && said.front() <= 'z') said.front() = static_cast<char>(said.front() - 'a' + 'A');
    return text::sentence(said);
}

/// How an action stands after all that.
MatterPart standing_of(const ActionSummary& action) {
    std::string said = fmt::format("{}{}", is_over(action.state) ? "" : "Still open, ", in_words(action.state));
    if (!is_over(action.state)) {
        if (action.due) said += ", due " + in_words(*action.due);
        if (action.carried > 0) said += ", " + carried_in_words(action.carried);
    }
    if (said.front() >= 'a' && said.front() <= 'z') said.front() = static_cast<char>(said.front() - 'a' + 'A');
    return {"Now", {}, {text::sentence(said)}};
}

std::string what_it_is(const CaptureId& id, const std::vector<State>& meetings) {
    for (const State& meeting : meetings) {
        const auto begun = std::ranges::find(meeting.captures, id, &Capture::id);
        if (begun == meeting.captures.end()) continue;
        const std::string term = text::one_line(begun->word.text);
        return fmt::format("{} {}, {}{}", in_words(begun->kind), begun->number, term.empty() ? "" : term + ": ",
                           or_else(begun->text.text, "(no words)"));
    }
    for (const State& meeting : meetings)
        if (const Matter* matter = brought(meeting, id))
            return "a matter from before this log, " + or_else(matter->text.text, "(no words)");
    return "something that is not in this log";
}

}  // namespace

MatterStory matter_story(const CaptureId& id, const std::vector<State>& meetings,
                         const std::optional<Partnership>& partnership) {
    std::vector<std::pair<Stamp, MatterPart>> parts;
    for (const State& meeting : meetings) parts.emplace_back(meeting.opened.value_or(Stamp{}), part_of(id, meeting));
    if (partnership) {
        const partnership_event::ActionKept* before = nullptr;
        for (const auto& [at, kept] : partnership->actions) {
            if (kept.action != id) continue;
            parts.emplace_back(
                at, MatterPart{
                        "Between meetings, " + in_words(date_of(at)), {}, {kept_in_words(kept, before, *partnership)}});
            before = &kept;
        }
    }
    std::erase_if(parts, [](const auto& each) { return each.second.lines.empty(); });
    std::ranges::stable_sort(parts, {}, [](const auto& each) { return each.first.wall; });
    MatterStory story{what_it_is(id, meetings), {}};
    for (auto& [at, part] : parts) story.parts.push_back(std::move(part));
    return story;
}

MatterStory story_of(Records& records, const CaptureId& id, const std::string& partnership) {
    std::vector<State> meetings;
    for (const MeetingSummary& each : records.meetings_with(id))
        meetings.push_back(fold(each.id, records.events(each.id)));
    MatterStory story = matter_story(id, meetings, records.partnership(partnership));
    const auto actions = records.actions(true);
    const auto action = std::ranges::find(actions, id, &ActionSummary::id);
    if (action != actions.end()) story.parts.push_back(standing_of(*action));
    return story;
}

CaptureId captured_as(const State& meeting, int number) {
    const Capture* found = number > 0 ? meeting.capture(static_cast<CaptureNumber>(number)) : nullptr;
    if (found != nullptr) return found->id;
    if (meeting.captures.empty()) throw Error("Nothing was written down in that meeting.");
    throw Error(fmt::format("Nothing has the number {} in that meeting. Its numbers go from {} to {}.", number,
                            meeting.captures.front().number, meeting.captures.back().number));
}

std::vector<std::string> story_lines(const MatterStory& story) {
    std::vector<std::string> lines{"The story of " + story.what};
    for (const MatterPart& part : story.parts) {
        lines.push_back(part.where);
        for (const std::string& each : part.lines) lines.push_back("  " + each);
    }
    return lines;
}

}  // namespace folkmoot
