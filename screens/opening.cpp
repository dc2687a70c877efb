#include "screens/opening.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/captures.h"
#include "screens/everywhere.h"
#include "screens/reacting.h"
#include "screens/told.h"
#include "screens/vocabulary.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/session/news.h"
#include "src/session/terms.h"
#include "src/time/calendar.h"

namespace folkmoot::opening {
namespace {

std::string when_and_where(const View& view) {
    const State& state = view.state;
    std::string said = state.plan.scheduled ? in_words(*state.plan.scheduled) : in_words(local_time_of(view.now));
    if (!state.plan.place.empty()) said += ", " + state.plan.place.text;
    if (const auto end = timing(state, view.now).planned_end) said += ". Planned end " + time_of_day(*end);
    return said + ".";
}

void add_last_time(const State& state, std::vector<Block>& blocks) {
    const CarryOver& before = state.plan.carry_over;
    if (!before.last_meeting) {
        const std::size_t brought = state.matters.size();
        blocks.emplace_back(
            Text{"This is the group's first meeting in the log." +
                 (brought == 0 ? std::string()
                               : fmt::format(" {} brought from before it.",
                                             brought == 1 ? "1 matter is" : fmt::format("{} matters are", brought)))});
        return;
    }
    std::string said = "Last time: " + before.last_title.text;
    if (before.last_date) said += ", " + in_words(*before.last_date);
    said += state.minutes_agreed ? ". Its minutes are agreed." : ".";
    const Hint to_agree{"Type agree when its minutes are agreed, or amend to correct them.",
                        "{agree} when its minutes are agreed; {amend} corrects them."};
    blocks.emplace_back(Text{said, state.minutes_agreed ? Hint{} : to_agree});
    // What was done or dropped since is told there too, and is not open.
    const auto open =
        std::ranges::count_if(state.matters, [](const ReviewedMatter& each) { return !each.matter.settled_on; });
    if (open == 0) return;
    blocks.emplace_back(Text{fmt::format("{} open from earlier meetings.",
                                         open == 1 ? "1 matter is" : fmt::format("{} matters are", open))});
}

bool is_expected(const State& state, std::size_t index) {
    const Attendance* each = state.attendance_of(state.people[index].id);
    return each != nullptr && each->presence == Presence::expected;
}

/// Whoever comes back here has heard who could do what; why says it again.
bool was_left_once(const State& state) {
    return std::any_of(state.visited.begin(), state.visited.end(), [](Stage each) { return each > Stage::opening; });
}

std::vector<Act> acts_on(std::size_t seat) {
    const std::string number = fmt::format("{}", seat);
    return {{"is here", {Word::here, number}},
            {"sends apologies", {Word::away, number + ": apologies"}},
            {"comes later", {Word::late, number}},
            {"is away", {Word::away, number}},
            {"has left", {Word::left, number}}};
}

/// The first of whom nobody has said anything yet.
std::optional<std::size_t> first_expected(const State& state) {
    for (std::size_t i = 0; i < state.people.size(); ++i) {
        if (is_expected(state, i)) return i;
    }
    return std::nullopt;
}

List people_list(const State& state) {
    List list;
    list.when_empty = "Nobody is on the list yet. Example: here new Sam Field of Harbour Voices.";
    for (std::size_t i = 0; i < state.people.size(); ++i) {
        list.items.push_back({person_line(state, i), acts_on(i + 1)});
    }
    return list;
}

/// What only the facilitator should see: access needs, and concerns that are still open.
void add_hidden(const View& view, std::vector<Block>& blocks) {
    const bool needs = !access_lines(view.state).empty(), concerns = !concern_lines(view.state).empty();
    if (!needs && !concerns) return;
    blocks.emplace_back(Text{needs && concerns ? "Access needs and concerns are hidden."
                             : needs           ? "Access needs are hidden."
                                               : "Concerns are hidden.",
                             {"Type private to show them.", "{private} shows them."}});
}

void add_access(const View& view, std::vector<Block>& blocks) {
    const std::vector<std::string> needs = access_lines(view.state);
    if (needs.empty()) return;
    List list;
    for (const std::string& need : needs) list.items.push_back({need, {}});
    blocks.emplace_back(Heading{fmt::format("Access needs, {}", needs.size())});
    blocks.emplace_back(std::move(list));
}

void add_news(const State& state, std::vector<Block>& blocks) {
    const std::vector<News> news = news_that_touches(state);
    if (news.empty()) return;
    List list;
    for (std::size_t i = 0; i < news.size(); ++i)
        list.items.push_back({fmt::format("{} of {}, {}", i + 1, news.size(), in_words(news[i])), {}});
    blocks.emplace_back(Heading{fmt::format("Since we last met, {}", news.size())});
    blocks.emplace_back(std::move(list));
}

void add_concerns(const View& view, std::vector<Block>& blocks) {
    const std::vector<const ReviewedMatter*> concerns = earlier_concerns(view.state);
    if (concerns.empty()) return;
    const std::vector<std::string> lines = concern_lines(view.state);
    List list;
    for (std::size_t i = 0; i < concerns.size(); ++i) {
        const std::string named = fmt::format("concern {}", i + 1);
        ListItem item{lines[i], {}};
        if (!concerns[i]->closed && concerns[i]->verdict != event::Verdict::dropped)
            item.acts = {{named + ", what was agreed, which closes it", {Word::close, named + ":"}, true},
                         {"close it, without more words", {Word::close, named}}};
        list.items.push_back(std::move(item));
    }
    blocks.emplace_back(Heading{fmt::format("Concerns from earlier, {}", concerns.size())});
    blocks.emplace_back(std::move(list));
    const bool support = !view.state.plan.support.empty();
    blocks.emplace_back(Hint{std::string("To close one, type close concern, its number, a colon and what was agreed.") +
                                 (support ? " To talk to somebody about it, type support." : ""),
                             std::string("On a concern: Enter and what was agreed close it.") +
                                 (support ? " To talk to somebody about it: {support}." : "")});
}

/// `close concern N` means the one with that number here, else the meeting's own number N.
std::optional<Reaction> close_concern(const View& view, const Intent& intent) {
    const auto named = captures::concern_named(intent.argument);
    const std::vector<const ReviewedMatter*> concerns = earlier_concerns(view.state);
    const int number = named ? named->number.value_or(0) : 0;
    if (number < 1 || static_cast<std::size_t>(number) > concerns.size()) return std::nullopt;
    // Then it is the meeting's own of that number.
    if (concerns[static_cast<std::size_t>(number) - 1]->closed) return std::nullopt;
    return act(
        command::CloseConcern{std::nullopt, concerns[static_cast<std::size_t>(number) - 1]->matter.id, named->rest});
}

void add_purpose(const State& state, Date today, std::vector<Block>& blocks) {
    if (!state.plan.objectives.empty()) {
        const std::size_t all = state.plan.objectives.size();
        List list;
        for (std::size_t i = 0; i < all; ++i) {
            const Objective& objective = state.plan.objectives[i];
            std::string line = fmt::format("{} of {}, {}, {}", i + 1, all, objective.id, objective.text.text);
            if (objective.review) {
                line += (days_between(*objective.review, today) > 0 ? ", review was due " : ", review due ") +
                        in_words(*objective.review);
            }
            list.items.push_back({std::move(line), {}});
        }
        blocks.emplace_back(Heading{"Objectives, " + std::to_string(all)});
        blocks.emplace_back(std::move(list));
    }
    add_news(state, blocks);
    if (!state.plan.principles.empty()) {
        const std::size_t all = state.plan.principles.size();
        List list;
        for (std::size_t i = 0; i < all; ++i) {
            list.items.push_back({fmt::format("{} of {}, {}", i + 1, all, state.plan.principles[i].text), {}});
        }
        blocks.emplace_back(Heading{"How we work together, " + std::to_string(all)});
        blocks.emplace_back(std::move(list));
    }
}

/// A word that is explained makes room for the next.
void add_unexplained(const State& state, std::vector<Block>& blocks) {
    const std::vector<std::string> words = unexplained_on_agenda(state);
    if (words.empty()) return;
    blocks.emplace_back(
        List{{{text::sentence("Not in the glossary: " + vocabulary::named(words)),
               vocabulary::acts_on(words.front()),
               {fmt::format("Type term {0}: and what it means to explain one, or plain {0} when everybody knows it.",
                            words.front()),
                "{term} explains one, {plain} says that everybody knows it."}}},
             ""});
}

/// Duties that the plan names are said; the others are suggested.
void add_duties(const State& state, std::vector<Block>& blocks) {
    List list;
    if (state.facilitator && !state.name_of(*state.facilitator).empty()) {
        list.items.push_back({state.name_of(*state.facilitator) + " facilitates.", {}});
    } else if (auto said = told::suggested(state, Duty::facilitate, false); !said.empty()) {
        list.items.push_back({said,
                              {{"facilitates today", {Word::duty, "facilitate"}, true}},
                              {"Type duty facilitate and a name to settle it.", "Enter and a name settle it."}});
    }
    if (state.note_taker && !state.name_of(*state.note_taker).empty()) {
        list.items.push_back({state.name_of(*state.note_taker) + " takes notes.", {}});
    } else if (auto said = told::suggested(state, Duty::take_notes, false); !said.empty()) {
        list.items.push_back({said,
                              {{"takes notes today", {Word::duty, "notes"}, true}},
                              {"Type duty notes and a name to settle it.", "Enter and a name settle it."}});
    }
    if (state.host && !state.partner_name(*state.host).empty()) {
        list.items.push_back({state.partner_name(*state.host) + " hosts.", {}});
    }
    if (state.timekeeper && !state.name_of(*state.timekeeper).empty()) {
        list.items.push_back({state.name_of(*state.timekeeper) + " keeps the time.", {}});
    }
    if (auto said = told::suggested(state, Duty::speak_first, false); !said.empty()) {
        list.items.push_back({std::move(said), {}});
    }
    if (list.items.empty()) return;
    blocks.emplace_back(Heading{"Who does what"});
    blocks.emplace_back(std::move(list));
    blocks.emplace_back(Hint{"Type why for the reasons.", "{why} says the reasons."});
}

}  // namespace

std::vector<std::string> access_lines(const State& state) {
    std::vector<const Person*> needs;
    for (const Person& person : state.people) {
        const Attendance* attendance = state.attendance_of(person.id);
        const bool away = attendance != nullptr &&
                          (attendance->presence == Presence::away || attendance->presence == Presence::apologies);
        if (!person.access.empty() && !away) needs.push_back(&person);
    }
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        lines.push_back(fmt::format("{} of {}, {}, {}", i + 1, needs.size(), needs[i]->name.text,
                                    text::one_line(needs[i]->access.text)));
    }
    return lines;
}

std::vector<std::string> concern_lines(const State& state) {
    std::vector<std::string> lines;
    for (const ReviewedMatter* each : earlier_concerns(state)) {
        const std::string now = looked_at(*each) ? verdict_so_far(*each) : "open";
        lines.push_back(fmt::format("Concern {}, {}, {}, from {}", lines.size() + 1,
                                    clipped(each->matter.text.text, 200), now, in_words(each->matter.since)));
    }
    return lines;
}

Page page(const View& view) {
    const State& state = view.state;
    Page page;
    page.title =
        fmt::format("Opening, {}, {}", state.plan.title.text, text::count(state.people.size(), "person", "people"));
    page.blocks.emplace_back(Text{when_and_where(view)});
    add_last_time(state, page.blocks);
    page.blocks.emplace_back(
        Heading{fmt::format("People, {} of {} here", state.present().size(), state.people.size())});
    page.blocks.emplace_back(Hint{
        "",
        "On a person: Enter is here, 2 apologies, 3 comes later, 4 away, 5 left. {here} and all: everyone is here. "
        "{next} goes on."});
    page.blocks.emplace_back(people_list(state));
    if (view.memory.private_hidden) {
        add_hidden(view, page.blocks);
    } else {
        add_access(view, page.blocks);
        add_concerns(view, page.blocks);
    }
    add_purpose(state, date_of(view.now), page.blocks);
    if (!was_left_once(state)) {
        add_unexplained(state, page.blocks);
        add_duties(state, page.blocks);
    }
    page.blocks.emplace_back(
        Hint{"Type here and names or seat numbers, or here all. Type next when everyone is here.", ""});
    if (state.agenda.empty())
        page.blocks.emplace_back(Text{"The agenda is empty.",
                                      {"Type add item, a title and minutes, to put something on it.",
                                       ":add item, a title and minutes, puts something on it."}});
    page.focus = first_expected(state);
    page.prompt = "Opening";
    page.words =
        everywhere::words_after(view, {Word::here, Word::away, Word::late, Word::agree, Word::duty, Word::next});
    page.words.push_back(Word::amend);
    return page;
}

/// The cursor goes on by itself, and whoever listens hears only what was said.
Reaction on(const View& view, const Intent& intent) {
    if (intent.word == Word::close) {
        if (auto closed = close_concern(view, intent)) return *std::move(closed);
    }
    Reaction reaction = everywhere::on(view, intent);
    if (!view.memory.on_full_screen || !reaction.said.empty() || reaction.commands.size() != 1) return reaction;
    const auto* attends = std::get_if<command::Attend>(&reaction.commands.front());
    if (attends == nullptr || attends->people.size() != 1) return reaction;
    // Somebody else's line keeps the cursor.
    const auto first = first_expected(view.state);
    if (!first || view.state.people[*first].id != attends->people.front()) return reaction;
    for (std::size_t i = 0; i < view.state.people.size(); ++i) {
        if (!is_expected(view.state, i) || view.state.people[i].id == attends->people.front()) continue;
        reaction.said = fmt::format("Next, {}.", view.state.people[i].name.text);
        return reaction;
    }
    return reaction;
}

}  // namespace folkmoot::opening
