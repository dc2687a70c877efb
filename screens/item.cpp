#include "screens/item.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/agenda.h"
#include "screens/everywhere.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot::item {
namespace {

std::string facts(const State& state, const AgendaItem& line) {
    std::string said = capitalised(std::string(in_words(line.item.kind)));
    if (line.allotted() > Minutes{0}) said += ", " + duration_in_words(line.allotted());
    if (line.allotted() > line.item.planned) {
        said += fmt::format(", {} of them added", duration_in_words(line.allotted() - line.item.planned));
    }
    if (line.item.lead && !state.name_of(*line.item.lead).empty()) said += ", led by " + state.name_of(*line.item.lead);
    if (line.item.proposed && !state.name_of(*line.item.proposed).empty())
        said += ", put forward by " + state.name_of(*line.item.proposed);
    if (line.item.from_matter) said += ", taken up from an earlier meeting";
    return said + ".";
}

std::string objective_line(const State& state, const std::string& id) {
    const auto found = std::find_if(state.plan.objectives.begin(), state.plan.objectives.end(),
                                    [&](const Objective& each) { return each.id == id; });
    return found == state.plan.objectives.end() ? "Objective " + id
                                                : fmt::format("Objective {}, {}", id, found->text.text);
}

std::string paper_line(const Paper& paper, Date today) {
    if (!paper.sent) return fmt::format("Paper, {}, no date of sending", paper.title.text);
    const int days = days_between(*paper.sent, today);
    const std::string ago =
        days > 0 ? fmt::format(", {} ago", text::count(static_cast<std::size_t>(days), "day", "days")) : std::string();
    return fmt::format("Paper, {}, sent {}{}", paper.title.text, in_words(*paper.sent), ago);
}

/// The decision or the concerns of earlier meetings that the item is about.
std::vector<const ReviewedMatter*> talked_about(const State& state, const AgendaItem& line) {
    std::vector<const ReviewedMatter*> found;
    for (const ReviewedMatter& each : state.matters)
        if (each.taken == line.item.id && !went_on_as_item(each)) found.push_back(&each);
    return found;
}

bool is_concern(const ReviewedMatter* each) { return each->matter.kind == MatterKind::concern; }
bool is_to_be_settled(const ReviewedMatter* each) { return !each->verdict && !each->closed; }

/// As the opening numbers them.
std::size_t number_of_concern(const State& state, const ReviewedMatter& concern) {
    const auto all = earlier_concerns(state);
    return static_cast<std::size_t>(std::ranges::find(all, &concern) - all.begin()) + 1;
}

/// What it says, and what can be said of it.
ListItem earlier_line(const View& view, const ReviewedMatter& reviewed) {
    const Matter& matter = reviewed.matter;
    const bool concern = matter.kind == MatterKind::concern;
    if (concern && view.memory.private_hidden) return {"A concern from an earlier meeting, hidden", {}};
    const std::string named =
        concern ? fmt::format("concern {}", number_of_concern(view.state, reviewed)) : std::string("decision");
    ListItem item{
        fmt::format("{} from {}, {}", capitalised(named), in_words(matter.since), clipped(matter.text.text, 300)), {}};
    const bool said = reviewed.verdict || reviewed.closed;
    if (said) item.text += ", " + verdict_so_far(reviewed);
    if (reviewed.due) item.text += ", to be looked at again on " + in_words(*reviewed.due);
    if (concern) {
        if (!reviewed.closed)
            item.acts = {{named + ", what was agreed, which closes it", {Word::close, named + ":"}, true}};
    } else {
        item.acts = {{"the decision stands", {Word::revisit, "stands"}},
                     {"the decision is looked at again on", {Word::revisit, ""}, true},
                     {"the decision does not stand, the reason", {Word::revisit, "no:"}, true}};
    }
    return item;
}

List background(const View& view, const AgendaItem& line) {
    const State& state = view.state;
    const Date today = date_of(view.now);
    List list;
    for (const ReviewedMatter* each : talked_about(state, line)) list.items.push_back(earlier_line(view, *each));
    for (const std::string& id : line.item.objectives) list.items.push_back({objective_line(state, id), {}});
    for (const Paper& paper : line.item.papers) list.items.push_back({paper_line(paper, today), {}});
    return list;
}

std::string time_here(const View& view) {
    const Timing at = timing(view.state, view.now);
    if (!at.slot_left) return "";
    // Nothing is used yet: the item's length has just been said.
    const AgendaItem* line = view.state.open_item();
    if (line != nullptr && duration_in_words(*at.slot_left) == duration_in_words(line->allotted())) return "";
    if (*at.slot_left < Millis{0}) return duration_in_words(-*at.slot_left) + " over its time.";
    return capitalised(duration_in_words(*at.slot_left)) + " left.";
}

void add_speaking(const State& state, const AgendaItem& line, std::vector<Block>& blocks) {
    if (line.slot.speaking) {
        blocks.emplace_back(Text{state.name_of(line.slot.speaking->person) + " is speaking now."});
    }
    if (line.slot.queue.empty()) return;
    List list;
    for (std::size_t i = 0; i < line.slot.queue.size(); ++i) {
        const Hand& hand = line.slot.queue[i];
        // Without "of 3": another hand would change every line, and readers would say all of them again.
        std::string said = fmt::format("{}, {}", i + 1, state.name_of(hand.person));
        if (!hand.reason.empty()) said += ", " + text::one_line(hand.reason.text);
        list.items.push_back(
            {std::move(said),
             {{"speaks", {Word::speak, fmt::format("{}", state.seat_of(hand.person))}},
              {"does not want to speak any more", {Word::down, fmt::format("{}", state.seat_of(hand.person))}}}});
    }
    blocks.emplace_back(Heading{fmt::format("Waiting to speak, {}", line.slot.queue.size())});
    blocks.emplace_back(std::move(list));
}

/// Who is here, with the numbers that a key and a number take: "Seats: 1 Asha, 3 Ben."
std::string seats_in_words(const State& state) {
    std::string said;
    for (const PersonId& id : state.present())
        said += fmt::format("{}{} {}", said.empty() ? "Seats: " : ", ", state.seat_of(id), state.name_of(id));
    return said.empty() ? "" : said + ".";
}

bool is_first_opened(const State& state, const AgendaItem& line) {
    const auto first = std::min_element(state.agenda.begin(), state.agenda.end(), [](const auto& a, const auto& b) {
        return a.slot.opened && (!b.slot.opened || a.slot.opened->wall < b.slot.opened->wall);
    });
    return first != state.agenda.end() && first->item.id == line.item.id;
}

/// The newest decision of which nobody has said how it was made: its place among the captures.
std::optional<std::size_t> undescribed_decision(const std::vector<const Capture*>& captures) {
    const auto found = std::find_if(captures.rbegin(), captures.rend(), [](const Capture* each) {
        return each->kind == CaptureKind::decision && !each->rule && each->reservations.empty();
    });
    if (found == captures.rend()) return std::nullopt;
    return static_cast<std::size_t>(captures.rend() - found) - 1;
}

std::size_t lines_in_lists(const std::vector<Block>& blocks) {
    std::size_t lines = 0;
    for (const Block& block : blocks) {
        if (const auto* list = std::get_if<List>(&block)) lines += list->items.size();
    }
    return lines;
}

/// "stands", a day, or "no" and the reason: of the decision that the item looks at again.
std::optional<Reaction> revisit(const View& view, const AgendaItem& line, const std::string& typed) {
    const auto all = talked_about(view.state, line);
    if (all.empty() || is_concern(all.front())) return std::nullopt;
    const ReviewedMatter* earlier = all.front();
    const auto review = [&](event::Verdict verdict, std::optional<Date> due, std::string reason) {
        return act(command::Review{earlier->matter.id, verdict, due, std::move(reason)});
    };
    const std::string folded = text::folded(typed);
    if (folded == "stands" || folded == "yes") return review(event::Verdict::done, std::nullopt, "");
    if (folded.starts_with("no") && (folded.size() == 2 || folded[2] == ' ' || folded[2] == ':')) {
        std::string reason = trimmed(typed.substr(2));
        if (reason.starts_with(':')) reason = trimmed(reason.substr(1));
        if (reason.empty())
            return wrong(
                "revisit no needs the reason, so that people know later. Example: revisit no: it costs too "
                "much.");
        return review(event::Verdict::dropped, std::nullopt, std::move(reason));
    }
    if (const auto day = read_date(typed, date_of(view.now))) return review(event::Verdict::kept, *day, "");
    // A number may name a decision of this meeting.
    if (leading_number(typed).number) return std::nullopt;
    return wrong(
        fmt::format("Of the earlier decision revisit can say stands, a day such as {}, or no and the "
                    "reason{}. Example: revisit stands.",
                    date_examples(), typed.empty() ? "" : fmt::format(", not \"{}\"", text::first(typed, 40))));
}

/// The words are named at the first item; later only the one that goes on.
Hint what_to_do(const State& state, const AgendaItem& line, bool decided) {
    if (const auto all = talked_about(state, line); !state.paused && std::ranges::any_of(all, is_to_be_settled)) {
        if (is_concern(all.front()))
            return {"Type close concern, its number, a colon and what was agreed, which closes it; or next.",
                    "On a concern: Enter and what was agreed close it. {next} goes on."};
        return {"Type revisit stands, revisit and a new day, or revisit no and the reason; then next.",
                "On the decision: Enter, it stands; 2, look at it again; 3, it does not stand. {next} goes on."};
    }
    if (state.paused) return {"Type resume to go on.", "The clock is stopped. {resume} goes on."};
    if (line.item.kind == ItemKind::pause)
        return {"Type next when the break is over.", "{next} goes on when the break is over."};
    const bool undecided = line.item.kind == ItemKind::decide && unfinished(state, line);
    if (!is_first_opened(state, line) && undecided)
        return {"Type decide and the decision, then next.", "{decide}: the decision. {next} goes on."};
    // The line below says it too.
    if (decided && !(is_first_opened(state, line) && line.item.kind == ItemKind::decide))
        return {
            "Type details to say how it was decided, rule consent round to ask everyone, or next when the item is "
            "done.",
            "Enter on the decision: how it was decided. {next} goes on."};
    if (!is_first_opened(state, line)) return {"Type next when it is done.", "{next} goes on when it is done."};
    if (line.item.kind == ItemKind::decide) {
        return {"Type speak and a seat number, decide and the decision, then next.",
                "{speak} and a seat number: who speaks. {decide}: the decision, and Enter on it: how it was decided. "
                "{extend}: more time. {next} goes on."};
    }
    return {"Type speak and a seat number, note and a few words, then next.",
            "{speak} and a seat number: who speaks. {note}: a note. {extend}: more time. {next} goes on."};
}

Page no_item_page(const View& view) {
    Page page;
    page.title = fmt::format("Items, {}", text::count(view.state.agenda.size(), "item", "items"));
    page.blocks.emplace_back(
        Hint{"No item is open. Type next to go on, or go and an item's number.", "No item is open. {next} goes on."});
    page.prompt = "Items";
    page.words = everywhere::words_after(view, {Word::next, Word::go, Word::agenda, Word::add});
    return page;
}

Reaction leave_with_next(const View& view, const AgendaItem& line) {
    if (unfinished(view.state, line)) return ask_first(unfinished_question(view, line));
    return agenda::leave(Outcome::done);
}

/// With what they asked to speak about, if they said.
Reaction call(const AgendaItem& line, const PersonId& person) {
    Reaction reaction = act(command::Speak{person});
    const auto hand = std::find_if(line.slot.queue.begin(), line.slot.queue.end(),
                                   [&](const Hand& each) { return each.person == person; });
    if (hand != line.slot.queue.end() && !hand->reason.empty())
        reaction.said = text::sentence("About: " + text::one_line(hand->reason.text));
    return reaction;
}

/// Without a name the first of those who wait and are not speaking.
Reaction speak(const View& view, const AgendaItem& line, const std::string& typed) {
    if (!typed.empty()) {
        return with(read_person(view.state, typed, "speak", true),
                    [&](const PersonId& person) { return call(line, person); });
    }
    for (const Hand& hand : line.slot.queue) {
        if (!line.slot.speaking || line.slot.speaking->person != hand.person) return call(line, hand.person);
    }
    return wrong("Nobody is waiting to speak. Type speak and a name or a seat number. Example: speak 1.");
}

Reaction hand(const View& view, const std::string& typed) {
    const auto halves = at_colon(typed);
    return with(read_person(view.state, halves ? halves->before : typed, "hand", true), [&](const PersonId& person) {
        return act(command::RaiseHand{person, halves ? halves->after : ""});
    });
}

Reaction down(const View& view, const AgendaItem& line, const std::string& typed) {
    if (line.slot.queue.empty()) return wrong("No hand is raised.");
    if (typed.empty() && line.slot.queue.size() == 1) return act(command::LowerHand{line.slot.queue.front().person});
    return with(read_person(view.state, typed, "down", true),
                [](const PersonId& person) { return act(command::LowerHand{person}); });
}

/// "5", "5 minutes consent", "5 from 3", "5 consent from 3".
Reaction extend(const View& view, const std::string& typed) {
    constexpr std::string_view example = "extend 5 consent, or extend 5 from 3";
    std::string minutes;
    command::Extend extended;
    const auto words = text::words(text::folded(typed));
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "consent") {
            extended.consent = true;
        } else if (words[i] == "from") {
            std::string from = i + 1 < words.size() ? words[i + 1] : "";
            const auto read = read_item(view.state, from, "extend 5 from");
            if (const auto* fault = std::get_if<Wrong>(&read)) return wrong(fault->sentence);
            extended.from = std::get<ItemId>(read);
            ++i;
        } else if (words[i] != "by" && words[i] != "with") {
            minutes += (minutes.empty() ? "" : " ") + words[i];
        }
    }
    return with(read_minutes(minutes, example), [&](const Minutes& length) {
        extended.minutes = length;
        return act(extended);
    });
}

}  // namespace

Page page(const View& view) {
    const State& state = view.state;
    const AgendaItem* line = state.open_item();
    if (line == nullptr) return no_item_page(view);
    const std::size_t number = item_number(state, line->item.id);
    Page page;
    page.title = fmt::format("Item {} of {}, {}", number, state.agenda.size(), line->item.title.text);
    page.blocks.emplace_back(Text{facts(state, *line)});
    // The full screen has the time in a row of its own, or says it when asked: here it would change under every key.
    if (const std::string left = time_here(view); !left.empty()) page.blocks.emplace_back(Hint{left, ""});
    if (List list = background(view, *line); !list.items.empty()) {
        page.blocks.emplace_back(std::move(list));
    }
    add_speaking(state, *line, page.blocks);
    if (line->item.kind != ItemKind::pause) page.blocks.emplace_back(Hint{"", seats_in_words(state)});
    const auto captures = captures_here(view);
    const auto undescribed = undescribed_decision(captures);
    // Enter says how it was made, so the cursor is there; whoever waits to speak comes first. A decision that was
    // written last keeps it when that is said: on a line above, the next key would act on something else.
    const bool decided_last = !captures.empty() && captures.back()->kind == CaptureKind::decision;
    const auto left = std::ranges::find(captures, view.memory.decision_left, &Capture::number);
    const auto needed = left != captures.end() ? std::optional(static_cast<std::size_t>(left - captures.begin()))
                        : undescribed || !decided_last ? undescribed
                                                       : std::optional(captures.size() - 1);
    if (needed && line->slot.queue.empty()) page.focus = lines_in_lists(page.blocks) + *needed;
    if (!captures.empty()) {
        page.blocks.emplace_back(Heading{fmt::format("Written down here, {}", captures.size())});
        page.blocks.emplace_back(capture_list(state, captures, ""));
    }
    const bool decided =
        std::ranges::any_of(captures, [](const Capture* each) { return each->kind == CaptureKind::decision; });
    page.blocks.emplace_back(what_to_do(state, *line, decided));
    page.prompt = fmt::format("Item {}", number);
    std::vector<Word> words{Word::speak, Word::hand, Word::decide, Word::note, Word::action, Word::next, Word::extend};
    if (line->item.kind == ItemKind::decide) std::rotate(words.begin(), words.begin() + 2, words.begin() + 3);
    for (const Word word :
         {Word::park, Word::term, Word::time, Word::stop, Word::down, Word::done, Word::carry, Word::skip})
        words.push_back(word);
    page.words = everywhere::words_after(view, std::move(words));
    return page;
}

Reaction on(const View& view, const Intent& intent) {
    const AgendaItem* line = view.state.open_item();
    if (line == nullptr) return everywhere::on(view, intent);
    const std::string& text = intent.argument;
    switch (intent.word) {
        case Word::speak:
            return speak(view, *line, text);
        case Word::stop:
            return act(command::StopSpeaking{});
        case Word::hand:
            return hand(view, text);
        case Word::down:
            return down(view, *line, text);
        case Word::revisit:
            if (auto said = revisit(view, *line, text)) return *std::move(said);
            break;
        case Word::extend:
            return extend(view, text);
        case Word::next:
            return leave_with_next(view, *line);
        case Word::done:
            return agenda::leave(Outcome::done);
        case Word::carry:
            if (text.empty()) return agenda::leave(Outcome::carried);
            break;
        case Word::park:
            if (text.empty()) return agenda::leave(Outcome::parked);
            break;
        default:
            break;
    }
    return everywhere::on(view, intent);
}

}  // namespace folkmoot::item
