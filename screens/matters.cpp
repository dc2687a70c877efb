#include "screens/matters.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "screens/captures.h"
#include "screens/everywhere.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot::matters {
namespace {

using event::Verdict;

bool is_concern(const ReviewedMatter& each) { return each.matter.kind == MatterKind::concern; }

/// What to look at once this one has been: said after the verdict, since the page is not shown again for it.
std::string what_is_next(const View& view, const CaptureId& looked_at_now) {
    const State& state = view.state;
    for (std::size_t i = 0; i < state.matters.size(); ++i) {
        const ReviewedMatter& each = state.matters[i];
        if (looked_at(each) || each.matter.id == looked_at_now) continue;
        const bool hidden = view.memory.private_hidden && is_concern(each);
        return fmt::format("Next, {} of {}: {}.", i + 1, state.matters.size(),
                           hidden ? std::string("a concern, hidden") : matter_in_words(state, each, date_of(view.now)));
    }
    return "All are looked at. " + in_face(view, {"Type next to go on.", "{next} goes on."});
}

Reaction act_on(const View& view, const CaptureId& matter, Command command) {
    Reaction reaction = act(std::move(command));
    // On the full screen the cursor goes on from the one that is due, and stays on any other.
    const auto due = first_not_looked_at(view.state);
    const bool goes_on = !due || view.state.matters[*due].matter.id == matter;
    if (!view.memory.on_full_screen || goes_on) reaction.said = what_is_next(view, matter);
    return reaction;
}

/// The matter that a number names; without a number the first one not yet looked at.
Read<const ReviewedMatter*> read_matter(const State& state, const std::optional<int>& number, std::string_view word) {
    const std::size_t all = state.matters.size();
    if (!number) {
        if (const auto first = first_not_looked_at(state)) return &state.matters[*first];
        return Wrong{fmt::format("All {} have been looked at. Say which one: {} 1.", all, word)};
    }
    if (*number >= 1 && static_cast<std::size_t>(*number) <= all) {
        return &state.matters[static_cast<std::size_t>(*number) - 1];
    }
    return Wrong{fmt::format("There is no number {} here. They go from 1 to {}. Example: {} 1.", *number, all, word)};
}

Wrong not_a_number(std::string_view typed, std::string_view word) {
    return {fmt::format("\"{}\" is no number of this list. Example: {} 1.", typed, word)};
}

Reaction done(const View& view, const std::string& typed) {
    const Numbered read = leading_number(typed);
    if (!read.number && !typed.empty()) return wrong(not_a_number(typed, "done").sentence);
    return with(read_matter(view.state, read.number, "done"), [&](const ReviewedMatter* reviewed) {
        const Matter& matter = reviewed->matter;
        if (matter.kind == MatterKind::concern) {
            const auto line = reviewed - view.state.matters.data() + 1;
            return wrong(
                fmt::format("To close a concern say what was agreed about it, or nothing. Example: close concern "
                            "{}: two items an hour.",
                            line));
        }
        return act_on(view, matter.id, command::Review{matter.id, Verdict::done, std::nullopt, ""});
    });
}

/// "keep", "keep 2", "keep friday", "keep 2 friday"; "keep 1 december" is a date.
Reaction keep(const View& view, const std::string& typed) {
    const Date today = date_of(view.now);
    const Numbered read = leading_number(typed);
    std::optional<int> number = read.number;
    std::optional<Date> due;
    if (number && !read.rest.empty()) due = read_date(read.rest, today);
    if (!typed.empty() && !due && !(number && read.rest.empty())) {
        // "keep 1 in a while" is about number 1; "keep 1 december" is a day.
        const bool of_line = number && *number >= 1 && static_cast<std::size_t>(*number) <= view.state.matters.size();
        number.reset();
        const bool whole = read_date(typed, today).has_value();
        const auto day = read_day(of_line && !whole ? read.rest : typed, today);
        if (const auto* fault = std::get_if<Wrong>(&day)) return wrong(fault->sentence + " Example: keep 1 friday.");
        due = std::get<Date>(day);
    }
    return with(read_matter(view.state, number, "keep"), [&](const ReviewedMatter* reviewed) {
        return act_on(view, reviewed->matter.id, command::Review{reviewed->matter.id, Verdict::kept, due, ""});
    });
}

Reaction drop(const View& view, const std::string& typed) {
    const Numbered read = leading_number(typed);
    std::string reason = read.rest;
    if (reason.starts_with(':')) reason = trimmed(reason.substr(1));
    if (reason.empty()) {
        return wrong("drop needs the reason, so that people know later. Example: drop 2: the fund has closed.");
    }
    return with(read_matter(view.state, read.number, "drop"), [&](const ReviewedMatter* reviewed) {
        return act_on(view, reviewed->matter.id,
                      command::Review{reviewed->matter.id, Verdict::dropped, std::nullopt, reason});
    });
}

Reaction accept(const View& view, const std::string& typed) {
    const Numbered read = leading_number(typed);
    if (!read.number && !typed.empty()) return wrong(not_a_number(typed, "accept").sentence);
    return with(read_matter(view.state, read.number, "accept"), [&](const ReviewedMatter* reviewed) {
        return act_on(view, reviewed->matter.id,
                      command::Review{reviewed->matter.id, Verdict::accepted, std::nullopt, ""});
    });
}

Reaction take(const View& view, const std::string& typed) {
    const Numbered read = leading_number(typed);
    if (!read.number && !typed.empty()) return wrong(not_a_number(typed, "take").sentence);
    std::optional<Minutes> minutes;
    if (!read.rest.empty()) {
        const auto length = read_minutes(read.rest, "take 2 10");
        if (const auto* fault = std::get_if<Wrong>(&length)) return wrong(fault->sentence);
        minutes = std::get<Minutes>(length);
    }
    return with(read_matter(view.state, read.number, "take"), [&](const ReviewedMatter* reviewed) {
        return act_on(view, reviewed->matter.id, command::Take{reviewed->matter.id, minutes});
    });
}

/// `close concern N` means line N here when that line is a concern, else the meeting's own number N.
Reaction close(const View& view, const Intent& intent) {
    const auto named = captures::concern_named(intent.argument);
    if (named && named->number) {
        const auto read = read_matter(view.state, named->number, "close concern");
        const auto* found = std::get_if<const ReviewedMatter*>(&read);
        if (found != nullptr && is_concern(**found)) {
            const CaptureId id = (*found)->matter.id;
            return act_on(view, id, command::CloseConcern{std::nullopt, id, named->rest});
        }
    }
    return everywhere::on(view, intent);
}

/// `owner N NAME` and `due N DATE` mean line N here when that is an action, else the meeting's own number N.
const ReviewedMatter* action_of_line(const State& state, const Numbered& read) {
    const auto all = static_cast<int>(state.matters.size());
    if (!read.number || *read.number < 1 || *read.number > all) return nullptr;
    const ReviewedMatter& found = state.matters[static_cast<std::size_t>(*read.number) - 1];
    return found.matter.kind == MatterKind::action ? &found : nullptr;
}

Reaction owner(const View& view, const Intent& intent) {
    const Numbered read = leading_number(intent.argument);
    const ReviewedMatter* action = action_of_line(view.state, read);
    if (action == nullptr) return everywhere::on(view, intent);
    const CaptureId id = action->matter.id;
    if (text::folded(read.rest) == "nobody") return act(command::SetMatterOwner{id, std::nullopt});
    return with(read_person(view.state, read.rest, fmt::format("owner {}", *read.number)), [&](const PersonId& person) {
        return act(command::SetMatterOwner{id, person});
    });
}

Reaction due(const View& view, const Intent& intent) {
    const Numbered read = leading_number(intent.argument);
    const ReviewedMatter* action = action_of_line(view.state, read);
    if (action == nullptr) return everywhere::on(view, intent);
    const CaptureId id = action->matter.id;
    if (text::folded(read.rest) == "never") return act(command::SetMatterDue{id, std::nullopt});
    return with(read_day(read.rest, date_of(view.now)), [&](const Date& date) {
        return act(command::SetMatterDue{id, date});
    });
}

bool can_be_taken(const ReviewedMatter& each) {
    const MatterKind kind = each.matter.kind;
    return kind == MatterKind::item || kind == MatterKind::parked || kind == MatterKind::question ||
           kind == MatterKind::decision;
}

/// A decision that is looked at again stands, or not, or is looked at another time, or is talked about today.
std::vector<Act> acts_on_decision(const std::string& number) {
    return {{"it stands", {Word::done, number}},
            {fmt::format("keep {} and look again on", number), {Word::keep, number}, true},
            {fmt::format("it does not stand, {}, the reason", number), {Word::drop, number + ":"}, true},
            {"take it up today", {Word::take, number}}};
}

bool something_to_take(const State& state) {
    return std::ranges::any_of(state.matters,
                               [](const ReviewedMatter& each) { return can_be_taken(each) && !each.taken; });
}

/// The same numbers mean the same: an item or a parked matter cannot be done, so it is taken up in that place.
std::vector<Act> acts_on(const ReviewedMatter& each, std::size_t position) {
    const std::string number = fmt::format("{}", position);
    if (each.matter.kind == MatterKind::decision) return acts_on_decision(number);
    std::vector<Act> acts;
    if (is_concern(each))
        acts.push_back(
            {fmt::format("close {}, what was agreed", number), {Word::close, "concern " + number + ":"}, true});
    else if (can_be_taken(each))
        acts.push_back({"take it up today", {Word::take, number}});
    else
        acts.push_back({"it is done", {Word::done, number}});
    acts.push_back({"keep it open", {Word::keep, number}});
    acts.push_back({fmt::format("drop {}, the reason", number), {Word::drop, number + ":"}, true});
    if (is_concern(each)) {
        acts.push_back({"close it, without more words", {Word::close, "concern " + number}});
        acts.push_back({"talk about it today", {Word::take, number}});
    }
    if (each.matter.kind == MatterKind::action) {
        acts.push_back({"its owner accepts it", {Word::accept, number}});
        acts.push_back({fmt::format("action {}, who takes it on", number), {Word::owner, number}, true});
        acts.push_back({fmt::format("action {}, by when", number), {Word::due, number}, true});
    }
    return acts;
}

/// Concerns keep their number in the list when they are hidden, so that the others do not change theirs.
List matter_list(const View& view) {
    const State& state = view.state;
    List list;
    list.when_empty = "Nothing is open from last time.";
    for (std::size_t i = 0; i < state.matters.size(); ++i) {
        if (view.memory.private_hidden && is_concern(state.matters[i])) {
            list.items.push_back({fmt::format("{} of {}, a concern, hidden", i + 1, state.matters.size()), {}});
            continue;
        }
        list.items.push_back({matter_line(state, i, date_of(view.now)), acts_on(state.matters[i], i + 1)});
    }
    return list;
}

std::string prompt(const View& view) {
    const State& state = view.state;
    const auto first = first_not_looked_at(state);
    if (!first) return "Actions, all looked at";
    return fmt::format("Actions, {} of {}", *first + 1, state.matters.size());
}

}  // namespace

std::vector<std::string> concern_lines(const View& view) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < view.state.matters.size(); ++i) {
        if (is_concern(view.state.matters[i])) lines.push_back(matter_line(view.state, i, date_of(view.now)));
    }
    return lines;
}

Page page(const View& view) {
    const State& state = view.state;
    Page page;
    page.title = fmt::format("Actions from last time, {}", text::count(state.matters.size(), "matter", "matters"));
    page.blocks.emplace_back(matter_list(view));
    const bool concerns =
        std::ranges::any_of(state.matters, [](const ReviewedMatter& each) { return is_concern(each) && !each.closed; });
    page.blocks.emplace_back(
        Hint{fmt::format("Type done, keep{} drop and a reason{}; without a number it is the one in the prompt. {}"
                         "Type next to go on.",
                         something_to_take(state) ? "," : " or", something_to_take(state) ? ", or take" : "",
                         concerns ? "A concern: close concern, its number and what was agreed. " : ""),
             fmt::format("{} 2 keeps it, 3 drops it with a reason, 4 is for its owner to accept. {{next}} goes on.",
                         something_to_take(state)
                             ? "On an action Enter says done; on what was carried or parked it takes it up."
                             : "On a line: Enter says done.")});
    page.focus = first_not_looked_at(state);
    page.prompt = prompt(view);
    std::vector<Word> words{Word::done, Word::keep, Word::drop, Word::accept};
    if (something_to_take(state)) words.push_back(Word::take);
    for (const Word word : {Word::next, Word::owner, Word::due, Word::close}) words.push_back(word);
    page.words = everywhere::words_after(view, std::move(words));
    return page;
}

Reaction on(const View& view, const Intent& intent) {
    const std::string& text = intent.argument;
    const bool about_item = text::folded(text) == "item" || text::folded(text).starts_with("item ");
    switch (intent.word) {
        case Word::done:
            return done(view, text);
        case Word::keep:
            return keep(view, text);
        case Word::drop:
            if (about_item) break;
            return drop(view, text);
        case Word::accept:
            return accept(view, text);
        case Word::take:
            return take(view, text);
        case Word::owner:
            return owner(view, intent);
        case Word::due:
            return due(view, intent);
        case Word::close:
            return close(view, intent);
        case Word::next:
            if (first_not_looked_at(view.state)) return ask_first(unlooked_question(view));
            return act(command::Next{});
        default:
            break;
    }
    return everywhere::on(view, intent);
}

}  // namespace folkmoot::matters
