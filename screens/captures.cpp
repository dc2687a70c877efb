#include "screens/captures.h"

#include <fmt/format.h>

#include <algorithm>

#include "screens/consent.h"
#include "screens/questions.h"
#include "screens/reacting.h"
#include "screens/vocabulary.h"
#include "screens/wording.h"
#include "src/base/text.h"
#include "src/time/calendar.h"

namespace folkmoot::captures {
namespace {

Reaction needs_words(Word word) {
    return wrong(fmt::format("{} needs words after it. Example: {}.", info(word).name, info(word).example));
}

Reaction capture(const View& view, Word word, CaptureKind kind, const std::string& text) {
    if (trimmed(text).empty()) return needs_words(word);
    return vocabulary::with_new_words(view, act(command::Capture{kind, text, "", std::nullopt, std::nullopt}), text);
}

/// "anonymous: we hurry": nobody is named anyway.
std::string without_anonymous(const std::string& text) {
    const auto halves = at_colon(text);
    const bool says_so =
        halves && (text::folded(halves->before) == "anonymous" || text::folded(halves->before) == "anonymously");
    return says_so ? halves->after : text;
}

/// It can be hard to say, and to hear: whom one can talk to is said with it.
Reaction capture_concern(const View& view, const std::string& text) {
    Reaction reaction = capture(view, Word::concern, CaptureKind::concern, without_anonymous(text));
    if (reaction.error || view.state.plan.support.empty()) return reaction;
    if (!reaction.said.empty()) reaction.said += ' ';
    reaction.said +=
        in_face(view, {"To talk to somebody about it, type support.", "To talk to somebody about it: {support}."});
    return reaction;
}

/// The number that the next thing written down will have; undone ones keep theirs.
CaptureNumber next_number(const State& state) {
    CaptureNumber highest = 0;
    for (const Recorded& recorded : state.events) {
        if (const auto* captured = std::get_if<event::Captured>(&recorded.event))
            highest = std::max(highest, captured->number);
    }
    return highest + 1;
}

/// What looked like an owner or a date and was none, and how to set one.
std::string unread_parts(const View& view, const ActionText& read) {
    std::string said;
    const char* colon = view.memory.on_full_screen ? ":" : "";
    if (!read.several_owners.empty()) {
        said += fmt::format("An action has one owner. It could be {}. To set one: {}owner {} NAME.",
                            read.several_owners, colon, next_number(view.state));
    } else if (!read.no_owner.empty()) {
        said += fmt::format("No owner was found: {} is not on the list. To set one: {}owner {} NAME.", read.no_owner,
                            colon, next_number(view.state));
    }
    if (read.due && days_between(*read.due, date_of(view.now)) > 0) {
        said += fmt::format("{}That day is past: {}. To change it: {}due {} DATE.", said.empty() ? "" : " ",
                            in_words(*read.due), colon, next_number(view.state));
    }
    if (!read.no_date.empty()) {
        said += fmt::format("{}{} was not read as a date. To set one: {}due {} DATE.", said.empty() ? "" : " ",
                            read.no_date, colon, next_number(view.state));
    }
    return said;
}

Reaction capture_action(const View& view, const std::string& text) {
    ActionText read = read_action(view.state, text, date_of(view.now));
    if (read.what.empty()) return needs_words(Word::action);
    const command::Capture action{CaptureKind::action, read.what, "", read.owner, read.due};
    Reaction reaction = act(action);
    reaction.said = unread_parts(view, read);
    reaction = vocabulary::with_new_words(view, std::move(reaction), read.what);
    if (read.could_be.empty()) return reaction;
    Reaction asking = ask_first(owner_question(view, read.could_be, action, reaction.said));
    asking.unexplained = std::move(reaction.unexplained);
    return asking;
}

/// What is being explained is no word that needs it; what it is explained with may be.
Reaction capture_term(const View& view, const std::string& text) {
    const auto halves = at_colon(text);
    if (!halves || halves->before.empty() || halves->after.empty()) {
        const auto asked = vocabulary::asked(view);
        return wrong(fmt::format("term needs the word, a colon and what it means. Example: {}.",
                                 asked.empty() ? std::string(info(Word::term).example)
                                               : fmt::format("term {}: what it means", asked.front())));
    }
    return vocabulary::with_new_words(
        view, act(command::Capture{CaptureKind::term, halves->after, halves->before, std::nullopt, std::nullopt}),
        halves->after);
}

/// "3, 5 and 8": the numbers that may be typed.
std::string numbers_of(const State& state, std::optional<CaptureKind> kind) {
    std::vector<std::string> numbers;
    for (const Capture& each : state.captures) {
        if (!each.removed && (!kind || each.kind == *kind)) numbers.push_back(fmt::format("{}", each.number));
    }
    return text::list(numbers, "or");
}

/// The word's example with a number that is there.
std::string example_with(Word word, const std::string& number) {
    auto words = text::words(info(word).example);
    std::string example;
    for (std::string& each : words) {
        if (whole_number(each) && example == info(word).name) each = number;
        example += (example.empty() ? "" : " ") + each;
    }
    return example;
}

/// The capture that a number names, or what is wrong with the number.
Read<const Capture*> read_capture(const State& state, const std::optional<int>& number, std::string_view typed,
                                  std::optional<CaptureKind> kind, Word word) {
    const std::string what = kind ? std::string(in_words(*kind)) : "text";
    const std::string numbers = numbers_of(state, kind);
    if (numbers.empty()) return Wrong{fmt::format("There is no {} in this meeting yet.", what)};
    const Capture* found = number && *number > 0 ? state.capture(static_cast<CaptureNumber>(*number)) : nullptr;
    if (found != nullptr && !found->removed && (!kind || found->kind == *kind)) return found;
    if (!number) {
        const std::string first = numbers.substr(0, numbers.find_first_of(", "));
        return Wrong{fmt::format("{} needs the number of the {}: {}. Example: {}.", info(word).name, what, numbers,
                                 example_with(word, first))};
    }
    if (found != nullptr && found->removed) return Wrong{fmt::format("Number {} was removed.", typed)};
    if (found != nullptr) {
        return Wrong{fmt::format("Number {} is not the number of {} {}. It can be {}.", typed,
                                 kind == CaptureKind::action ? "an" : "a", what, numbers)};
    }
    return Wrong{fmt::format("There is no {} number {}. It can be {}.", what, typed, numbers)};
}

Reaction edit(const View& view, const std::string& argument) {
    const Numbered read = leading_number(argument);
    const std::string typed = read.number ? fmt::format("{}", *read.number) : argument;
    return with(read_capture(view.state, read.number, typed, std::nullopt, Word::edit), [&](const Capture* old) {
        if (read.rest.empty()) {
            return wrong(fmt::format("edit {} needs the new text. It is now: {}", old->number,
                                     text::sentence(text::one_line(old->text.text))));
        }
        command::EditCapture changed{old->number, read.rest, "", std::nullopt, std::nullopt};
        if (old->kind == CaptureKind::action) {
            const ActionText action = read_action(view.state, read.rest, date_of(view.now));
            changed.text = action.what.empty() ? old->text.text : action.what;
            changed.owner = action.owner;
            changed.due = action.due;
        } else if (old->kind == CaptureKind::term) {
            if (const auto halves = at_colon(read.rest); halves && !halves->after.empty()) {
                changed.word = halves->before;
                changed.text = halves->after;
            }
        }
        return vocabulary::with_new_words(view, act(changed), changed.text);
    });
}

/// "7 2 1", "7-2-1", "7, 2 and 1": for, against, and abstained, which may be left out.
std::optional<Votes> read_votes(const std::string& typed) {
    std::string digits;
    for (const char c : typed) digits += (c >= '0' && c <= '9') ? c : ' ';
    std::vector<int> numbers;
    for (const std::string& word : text::words(digits)) {
        const auto number = whole_number(word);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    if (numbers.size() < 2 || numbers.size() > 3) return std::nullopt;
    numbers.resize(3, 0);
    return Votes{numbers[0], numbers[1], numbers[2]};
}

/// "consent round" asks everyone; the latest decision when no number is named.
Reaction consent_round(const View& view, const std::optional<int>& number) {
    const auto decisions = standing(view.state, CaptureKind::decision);
    const auto named = number || decisions.empty() ? number : std::optional<int>(decisions.back()->number);
    return with(
        read_capture(view.state, named, fmt::format("{}", number.value_or(0)), CaptureKind::decision, Word::rule),
        [&](const Capture* decision) { return consent::begin(view, *decision); });
}

Reaction rule(const View& view, const std::string& argument) {
    const Numbered read = leading_number(argument);
    const auto words = text::words(text::folded(read.rest));
    const auto named = words.empty() ? std::nullopt : decision_rule_from(words.front());
    if (argument.empty()) {
        return wrong("rule needs consent, consensus, lead, or vote with its numbers. Example: rule vote 7 2 1.");
    }
    if (!named) {
        return wrong(
            fmt::format("\"{}\" is no rule. It can be consent, consensus, lead, or vote with its numbers. "
                        "Example: rule vote 7 2 1.",
                        argument));
    }
    if (*named == DecisionRule::consent && words.size() == 2 && words[1] == "round")
        return consent_round(view, read.number);
    command::RuleDecision ruled{read.number ? static_cast<CaptureNumber>(*read.number) : 0, *named, std::nullopt};
    if (*named == DecisionRule::vote) {
        ruled.votes = read_votes(text::folded(read.rest).substr(words.front().size()));
        if (!ruled.votes) {
            return wrong("A vote needs its numbers: for, against and, if any, abstained. Example: rule vote 7 2 1.");
        }
    }
    return act(ruled);
}

Reaction reserve(const View& view, const std::string& argument) {
    if (argument.empty()) return needs_words(Word::reserve);
    command::Reserve reserved{0, std::nullopt, argument};
    std::string stranger;
    // A number is a decision's only when there is such a decision: "reserve 3 of us disagree" is words.
    const Numbered read = leading_number(argument);
    if (read.number && *read.number > 0 && !read.rest.empty()) {
        const Capture* decision = view.state.capture(static_cast<CaptureNumber>(*read.number));
        if (decision != nullptr && decision->kind == CaptureKind::decision && !decision->removed) {
            reserved.number = decision->number;
            reserved.text = read.rest;
        }
    }
    if (const auto halves = at_colon(reserved.text); halves && !halves->after.empty()) {
        const auto fits = people_matching(view.state, halves->before, true);
        if (fits.size() > 1)
            return wrong(std::get<Wrong>(read_person(view.state, halves->before, "reserve", true)).sentence);
        if (fits.size() == 1) {
            reserved.person = fits.front();
            reserved.text = halves->after;
        }
        if (fits.empty()) stranger = unknown_name(reserved.text);
    }
    Reaction reaction = act(reserved);
    if (!stranger.empty())
        reaction.said = fmt::format("No name was found: {} is not on the list. The words are kept whole.", stranger);
    return reaction;
}

/// Without a number the latest; "no" behind it takes that back.
Reaction principle(const std::string& argument) {
    const Numbered read = leading_number(argument);
    const std::string rest = text::folded(read.rest);
    if (!rest.empty() && rest != "no")
        return wrong(
            fmt::format("\"{}\" does not fit. principle takes a decision's number, and no when it stays a decision. "
                        "Examples: principle 2, or principle 2 no.",
                        text::first(argument, 40)));
    return act(command::MakePrinciple{read.number ? static_cast<CaptureNumber>(*read.number) : 0, rest.empty()});
}

/// Without a number the latest.
Reaction details(const View& view, const std::string& argument) {
    const auto decisions = standing(view.state, CaptureKind::decision);
    const auto number =
        argument.empty() && !decisions.empty() ? std::optional<int>(decisions.back()->number) : whole_number(argument);
    return with(read_capture(view.state, number, argument, CaptureKind::decision, Word::details),
                [](const Capture* decision) {
                    Reaction reaction;
                    reaction.go = Go::to_decision;
                    reaction.decision = decision->number;
                    return reaction;
                });
}

Reaction accept(const View& view, const std::string& argument) {
    std::vector<const Capture*> proposed;
    for (const Capture* each : standing(view.state, CaptureKind::action)) {
        if (each->action_state == ActionState::proposed) proposed.push_back(each);
    }
    if (argument.empty() && proposed.size() == 1) return act(command::AcceptAction{proposed.front()->number});
    const auto read = read_capture(view.state, whole_number(argument), argument, CaptureKind::action, Word::accept);
    return with(read, [](const Capture* action) { return act(command::AcceptAction{action->number}); });
}

Reaction owner(const View& view, const std::string& argument) {
    const Numbered read = leading_number(argument);
    const std::string typed = read.number ? fmt::format("{}", *read.number) : argument;
    return with(read_capture(view.state, read.number, typed, CaptureKind::action, Word::owner),
                [&](const Capture* action) {
                    if (text::folded(read.rest) == "nobody")
                        return act(command::SetOwner{action->number, std::nullopt});
                    return with(read_person(view.state, read.rest, fmt::format("owner {}", action->number), false),
                                [&](const PersonId& person) {
                                    return act(command::SetOwner{action->number, person});
                                });
                });
}

Reaction due(const View& view, const std::string& argument) {
    const Numbered read = leading_number(argument);
    const std::string typed = read.number ? fmt::format("{}", *read.number) : argument;
    return with(read_capture(view.state, read.number, typed, CaptureKind::action, Word::due),
                [&](const Capture* action) {
                    if (text::folded(read.rest) == "never") return act(command::SetDue{action->number, std::nullopt});
                    return with(read_day(read.rest, date_of(view.now)), [&](const Date& date) {
                        return act(command::SetDue{action->number, date});
                    });
                });
}

}  // namespace

std::optional<Reaction> on(const View& view, const Intent& intent) {
    const std::string& text = intent.argument;
    switch (intent.word) {
        case Word::note:
            return capture(view, Word::note, CaptureKind::note, text);
        case Word::decide:
            return capture(view, Word::decide, CaptureKind::decision, text);
        case Word::action:
            return capture_action(view, text);
        case Word::park:
            return capture(view, Word::park, CaptureKind::parked, text);
        case Word::ask:
            return capture(view, Word::ask, CaptureKind::question, text);
        case Word::term:
            return capture_term(view, text);
        case Word::plain:
            return vocabulary::plain(view, text);
        case Word::concern:
            return capture_concern(view, text);
        case Word::edit:
            return edit(view, text);
        case Word::remove: {
            const auto read = read_capture(view.state, whole_number(text), text, std::nullopt, Word::remove);
            return with(read, [](const Capture* old) { return act(command::RemoveCapture{old->number}); });
        }
        case Word::rule:
            return rule(view, text);
        case Word::reserve:
            return reserve(view, text);
        case Word::principle:
            return principle(text);
        case Word::revisit:
            return revisit(view, text, 0);
        case Word::details:
            return details(view, text);
        case Word::accept:
            return accept(view, text);
        case Word::owner:
            return owner(view, text);
        case Word::due:
            return due(view, text);
        case Word::close:
            return close_concern(view, intent);
        default:
            return std::nullopt;
    }
}

/// "2 in 3 months" has a number; "1 december" is a day.
Reaction revisit(const View& view, const std::string& argument, CaptureNumber otherwise) {
    const Numbered read = leading_number(argument);
    if (argument.empty() || (read.number && read.rest.empty()))
        return wrong("revisit needs a day, or never. Example: revisit in 3 months.");
    const auto on_day = [&](CaptureNumber number, const std::string& typed) {
        if (text::folded(typed) == "never") return act(command::DateDecision{number, std::nullopt});
        return with(read_day(typed, date_of(view.now)), [&](const Date& day) {
            return act(command::DateDecision{number, day});
        });
    };
    const auto is_day = [&](const std::string& typed) {
        return text::folded(typed) == "never" || read_date(typed, date_of(view.now));
    };
    // What is no day at all is said without the number of the decision, which a field puts before it.
    const bool of_this = read.number && *read.number == static_cast<int>(otherwise) && !is_day(argument);
    if (!(read.number && is_day(read.rest))) return on_day(otherwise, of_this ? read.rest : argument);
    return with(
        read_capture(view.state, read.number, fmt::format("{}", *read.number), CaptureKind::decision, Word::revisit),
        [&](const Capture* decision) { return on_day(decision->number, read.rest); });
}

std::optional<Numbered> concern_named(const std::string& argument) {
    constexpr std::string_view concern = "concern";
    if (!text::folded(argument).starts_with(concern)) return std::nullopt;
    const std::string rest = argument.substr(concern.size());
    if (!rest.empty() && rest.front() != ' ' && rest.front() != ':') return std::nullopt;
    Numbered named = leading_number(rest);
    if (!named.number && named.rest.starts_with(':')) named.rest = trimmed(named.rest.substr(1));
    return named;
}

/// As the opening numbers them; the one that the open item is about needs no number.
const ReviewedMatter* earlier_concern(const State& state, const std::optional<int>& number) {
    const std::vector<const ReviewedMatter*> concerns = earlier_concerns(state);
    if (!number) {
        const auto here = std::ranges::find_if(
            concerns, [&](const ReviewedMatter* each) { return each->taken && each->taken == state.place.item; });
        return here == concerns.end() ? nullptr : *here;
    }
    const auto place = static_cast<std::size_t>(*number);
    return *number >= 1 && place <= concerns.size() ? concerns[place - 1] : nullptr;
}

std::optional<Reaction> close_concern(const View& view, const Intent& intent) {
    const auto named = concern_named(intent.argument);
    if (!named) return std::nullopt;
    const std::string typed = named->number ? fmt::format("{}", *named->number) : named->rest;
    const auto read = read_capture(view.state, named->number, typed, CaptureKind::concern, Word::close);
    if (std::holds_alternative<Wrong>(read)) {
        if (const ReviewedMatter* earlier = earlier_concern(view.state, named->number))
            return act(command::CloseConcern{std::nullopt, earlier->matter.id, named->rest});
        if (const std::size_t all = earlier_concerns(view.state).size();
            all > 0 && named->number && standing(view.state, CaptureKind::concern).empty())
            return wrong(
                fmt::format("There is no concern {} here. Those from earlier go from 1 to {}. Example: close "
                            "concern 1: two items an hour.",
                            *named->number, all));
    }
    return with(read, [&](const Capture* each) {
        return act(command::CloseConcern{each->number, std::nullopt, named->rest});
    });
}

}  // namespace folkmoot::captures
