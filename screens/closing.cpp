#include "screens/closing.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/everywhere.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/told.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/session/rota.h"
#include "src/time/calendar.h"

namespace folkmoot::closing {
namespace {

/// What there is none of is said in one sentence, without headings.
void add_read_back(const State& state, std::vector<Block>& blocks) {
    const auto decisions = standing(state, CaptureKind::decision);
    const auto actions = standing(state, CaptureKind::action);
    if (decisions.empty() && actions.empty()) {
        blocks.emplace_back(Text{"No decisions and no actions were written down."});
        return;
    }
    const auto add = [&](const std::vector<const Capture*>& found, std::string_view heading, std::string_view none) {
        if (found.empty()) {
            blocks.emplace_back(Text{std::string(none)});
            return;
        }
        blocks.emplace_back(Heading{fmt::format("{}, {}", heading, found.size())});
        blocks.emplace_back(capture_list(state, found, ""));
    };
    add(decisions, "Decisions", "No decisions were written down.");
    add(actions, "Actions", "No actions were written down.");
    // Beside them, as the page's end may be out of sight.
    if (!actions.empty())
        blocks.emplace_back(Hint{"", "On an action: Enter says that its owner accepts. 2 new text, 3 owner, 4 date."});
}

std::vector<const AgendaItem*> unsettled(const State& state) {
    std::vector<const AgendaItem*> items;
    for (const AgendaItem& line : state.agenda) {
        if (is_unsettled(line)) items.push_back(&line);
    }
    return items;
}

void add_numbered(std::vector<Block>& blocks, std::string_view heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    List list;
    for (std::size_t i = 0; i < lines.size(); ++i)
        list.items.push_back({fmt::format("{} of {}, {}", i + 1, lines.size(), lines[i]), {}});
    blocks.emplace_back(Heading{fmt::format("{}, {}", heading, lines.size())});
    blocks.emplace_back(std::move(list));
}

/// Items without an outcome, questions and concerns: what must not be lost.
void add_unfinished(const View& view, std::vector<Block>& blocks) {
    const State& state = view.state;
    std::vector<std::string> open;
    for (const AgendaItem* line : unsettled(state)) {
        open.push_back(
            fmt::format("item {}, {}, no outcome yet", item_number(state, line->item.id), line->item.title.text));
    }
    for (const Capture& each : state.captures) {
        const bool concern = each.kind == CaptureKind::concern && !each.closed && !view.memory.private_hidden;
        const bool matters = each.kind == CaptureKind::question || each.kind == CaptureKind::parked || concern;
        if (each.removed || !matters) continue;
        open.push_back(fmt::format("{} {}, {}", in_words(each.kind), each.number, text::one_line(each.text.text)));
    }
    add_numbered(blocks, "Still open", open);
}

/// What leaves this meeting for a later one, so that the room hears it before it is closed.
void add_carried(const View& view, std::vector<Block>& blocks) {
    const State& state = view.state;
    std::vector<std::string> carried;
    for (const AgendaItem& line : state.agenda) {
        if (line.slot.outcome != Outcome::carried && line.slot.outcome != Outcome::parked) continue;
        carried.push_back(fmt::format("item {}, {}, {}", item_number(state, line.item.id), line.item.title.text,
                                      in_words(*line.slot.outcome)));
    }
    for (const ReviewedMatter& each : state.matters) {
        if (each.matter.kind == MatterKind::concern && view.memory.private_hidden) continue;
        const bool settled = each.verdict == event::Verdict::done || each.verdict == event::Verdict::dropped ||
                             went_on_as_item(each) || each.closed;
        if (!settled) carried.push_back(matter_in_words(state, each, date_of(view.now)));
    }
    add_numbered(blocks, "Kept for a later meeting", carried);
}

std::string next_date(const State& state) {
    if (!state.next_date) return "The next meeting has no date yet.";
    std::string said = "Next meeting " + in_words(*state.next_date);
    if (state.next_time) said += ", " + time_of_day(*state.next_time);
    return said + ".";
}

std::string next_facilitator(const State& state) {
    if (state.next_facilitator) return state.name_of(*state.next_facilitator) + " facilitates next time.";
    const std::string said = told::suggested(state, Duty::facilitate, true);
    return said.empty() ? "Nobody facilitates next time yet." : "Next time " + said;
}

std::string next_host(const State& state) {
    if (state.next_host) return state.partner_name(*state.next_host) + " hosts next time.";
    const std::string said = told::suggested(state, Duty::host, true);
    return said.empty() ? "" : "Next time " + said;
}

/// What stands in the field already, so that Enter twice settles what is suggested.
std::string suggested_person(const State& state) {
    const auto found = state.next_facilitator ? std::nullopt : suggest(state, Duty::facilitate, true);
    return found ? state.name_of(found->person) : "";
}

std::string suggested_partner(const State& state) {
    const auto found = state.next_host ? std::nullopt : suggest(state, Duty::host, true);
    return found ? state.partner_name(found->partner) : "";
}

std::string how_to_settle(const std::string& suggested) {
    return suggested.empty() ? "Enter and a name settle it." : "Enter twice settles it.";
}

std::string where_the_minutes_go(const View& view) {
    return view.memory.minutes_folder.empty() ? "The minutes are written when the meeting is closed."
                                              : fmt::format("The minutes go to {}.", view.memory.minutes_folder);
}

Reaction close(const View& view) {
    return ask_first(unsettled(view.state).empty() ? close_question(view) : unsettled_question(view));
}

}  // namespace

Page page(const View& view) {
    const State& state = view.state;
    Page page;
    page.title = fmt::format("Closing, {}, {}",
                             text::count(standing(state, CaptureKind::decision).size(), "decision", "decisions"),
                             text::count(standing(state, CaptureKind::action).size(), "action", "actions"));
    add_read_back(state, page.blocks);
    add_unfinished(view, page.blocks);
    add_carried(view, page.blocks);
    page.blocks.emplace_back(Heading{"Next time"});
    List next_time;
    next_time.items.push_back({next_date(state),
                               {{"next meeting", {Word::meet, ""}, true}},
                               {state.next_date ? "" : "Example: meet 15 december 14:00.",
                                state.next_date ? "" : "Enter gives it one, like 15 december."}});
    next_time.items.push_back({next_facilitator(state),
                               {{"facilitates next time", {Word::facilitate, ""}, true, suggested_person(state)}},
                               {state.next_facilitator ? "" : "Type facilitate and a name.",
                                state.next_facilitator ? "" : how_to_settle(suggested_person(state))}});
    if (std::string host = next_host(state); !host.empty())
        next_time.items.push_back({std::move(host),
                                   {{"hosts next time", {Word::host, ""}, true, suggested_partner(state)}},
                                   {state.next_host ? "" : "Type host and a partner.",
                                    state.next_host ? "" : how_to_settle(suggested_partner(state))}});
    page.blocks.emplace_back(std::move(next_time));
    page.blocks.emplace_back(Text{where_the_minutes_go(view)});
    page.blocks.emplace_back(
        Hint{"Type accept and an action's number when its owner agrees, and close when all is right.",
             "{next} closes the meeting."});
    page.prompt = "Closing";
    page.words = everywhere::words_after(view, {Word::accept, Word::owner, Word::due, Word::meet, Word::facilitate,
                                                Word::host, Word::close, Word::next});
    return page;
}

Reaction on(const View& view, const Intent& intent) {
    const std::string& text = intent.argument;
    switch (intent.word) {
        case Word::meet:
            return with(read_day_and_time(text, date_of(view.now)), [](const DayAndTime& read) {
                return act(command::SetNextMeeting{read.date, read.time});
            });
        case Word::facilitate:
            return with(read_person(view.state, text, "facilitate"),
                        [](const PersonId& person) { return act(command::SetNextFacilitator{person}); });
        case Word::host:
            return with(read_partner(view.state, text, "host"),
                        [](const PartnerId& partner) { return act(command::SetNextHost{partner}); });
        case Word::close:
            if (text.empty()) return close(view);
            break;
        case Word::next:
            return close(view);
        case Word::skip:
            return wrong("The closing cannot be skipped. Type close, or quit to leave the meeting open.");
        default:
            break;
    }
    return everywhere::on(view, intent);
}

Page closed_page(const View& view) {
    const State& state = view.state;
    Page page;
    page.title = "Closed, " + state.plan.title.text;
    page.blocks.emplace_back(
        Text{fmt::format("The meeting was closed at {}, with {} and {}.", time_of_day(*state.closed),
                         text::count(standing(state, CaptureKind::decision).size(), "decision", "decisions"),
                         text::count(standing(state, CaptureKind::action).size(), "action", "actions"))});
    if (!view.memory.minutes_folder.empty()) {
        page.blocks.emplace_back(Text{fmt::format("The minutes are in {}.", view.memory.minutes_folder)});
    }
    if (state.next_date) page.blocks.emplace_back(Text{next_date(state)});
    page.blocks.emplace_back(Hint{"Type quit to leave, or undo to open the meeting again.",
                                  "{quit} leaves. {undo} opens the meeting again."});
    page.prompt = "Closed";
    page.words = {Word::quit,   Word::undo,   Word::who,      Word::agenda, Word::voices, Word::where,
                  Word::time,   Word::again,  Word::history,  Word::help,   Word::retry,  Word::private_,
                  Word::screen, Word::linear, Word::settings, Word::message};
    return page;
}

Reaction on_closed(const View& view, const Intent& intent) {
    if (intent.word == Word::next || intent.word == Word::close) {
        Reaction reaction;
        reaction.go = Go::quit;
        return reaction;
    }
    const Page here = closed_page(view);
    const bool possible = std::find(here.words.begin(), here.words.end(), intent.word) != here.words.end();
    if (possible) return everywhere::on(view, intent);
    return wrong("The meeting is closed. Type quit to leave, or undo to open it again.");
}

}  // namespace folkmoot::closing
