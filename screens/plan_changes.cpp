// Reads what is typed behind the word plan, and makes the plan that it asks for.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "screens/plan.h"
#include "src/base/text.h"
#include "src/session/estimates.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::string_view on_an_item = "minutes, title, kind, lead, by, for, paper, before, out or usual";
constexpr int longest_minutes = 24 * 60;

Wrong needs(std::string_view what, std::string_view example) {
    return {fmt::format("That needs {}. Example: plan {}.", what, example)};
}

std::optional<Minutes> minutes_typed(const std::string& typed) {
    const auto number = whole_number(typed.substr(0, typed.find(' ')));
    const std::string unit = text::folded(first_word(typed).rest);
    const bool known = unit.empty() || std::string_view("minutes").starts_with(unit);
    if (!number || !known || *number < 0 || *number > longest_minutes) return std::nullopt;
    return Minutes{*number};
}

class PlanChanges {
public:
    explicit PlanChanges(const PlanView& view) : view_(view), plan_(view.plan) {}

    Read<PlanChanged> read(const std::string& typed) {
        auto read = read_plan(typed);
        if (auto* fault = std::get_if<Wrong>(&read)) return std::move(*fault);
        return PlanChanged{std::move(std::get<Plan>(read)), about_, moved_};
    }

private:
    Read<Plan> read_plan(const std::string& typed) {
        const auto [first, rest] = first_word(typed);
        if (const auto number = whole_number(first)) return read_item(*number, rest);
        using Reading = Read<Plan> (PlanChanges::*)(const std::string&);
        struct Row {
            std::string_view word;
            Reading reading;
        };
        static constexpr std::array rows{Row{"add", &PlanChanges::read_add},
                                         Row{"take", &PlanChanges::read_take},
                                         Row{"title", &PlanChanges::read_title},
                                         Row{"group", &PlanChanges::read_group},
                                         Row{"date", &PlanChanges::read_date_and_time},
                                         Row{"minutes", &PlanChanges::read_length},
                                         Row{"buffer", &PlanChanges::read_buffer},
                                         Row{"pace", &PlanChanges::read_pace},
                                         Row{"place", &PlanChanges::read_place},
                                         Row{"facilitate", &PlanChanges::read_facilitator},
                                         Row{"host", &PlanChanges::read_host},
                                         Row{"notes", &PlanChanges::read_note_taker},
                                         Row{"time", &PlanChanges::read_timekeeper},
                                         Row{"checkin", &PlanChanges::read_checkin},
                                         Row{"checkout", &PlanChanges::read_checkout},
                                         Row{"pulse", &PlanChanges::read_pulse},
                                         Row{"private", &PlanChanges::read_private}};
        const std::string word = text::folded(first);
        const auto row = std::ranges::find(rows, word, &Row::word);
        if (row != rows.end()) return (this->*row->reading)(rest);
        std::vector<std::string> known;
        for (const Row& each : rows) known.emplace_back(each.word);
        return Wrong{fmt::format(
            "\"{}\" is nothing of a plan. It can be {}, or the number of an item; and new, from, like, open or hold. "
            "Example: plan add Travel costs 10.",
            text::first(first, 40), text::list(known))};
    }

    Read<Plan> read_item(int number, const std::string& typed) {
        if (plan_.items.empty())
            return Wrong{"The agenda is empty. Put something on it first. Example: plan add Travel costs 10."};
        if (number < 1 || static_cast<std::size_t>(number) > plan_.items.size())
            return Wrong{fmt::format("There is no item {}. They go from 1 to {}.", number, plan_.items.size())};
        index_ = static_cast<std::size_t>(number) - 1;
        about_ = index_;
        const auto [what, rest] = first_word(typed);
        using Reading = Read<Plan> (PlanChanges::*)(const std::string&);
        struct Row {
            std::string_view word;
            Reading reading;
        };
        static constexpr std::array rows{
            Row{"minutes", &PlanChanges::item_minutes}, Row{"title", &PlanChanges::item_title},
            Row{"kind", &PlanChanges::item_kind},       Row{"lead", &PlanChanges::item_lead},
            Row{"by", &PlanChanges::item_proposer},     Row{"for", &PlanChanges::item_objectives},
            Row{"paper", &PlanChanges::item_paper},     Row{"before", &PlanChanges::item_before},
            Row{"out", &PlanChanges::item_out},         Row{"usual", &PlanChanges::item_usual}};
        const auto row = std::ranges::find(rows, text::folded(what), &Row::word);
        if (row != rows.end()) return (this->*row->reading)(rest);
        return Wrong{fmt::format("Of an item it can be {}{}. Example: plan {} minutes 20.", on_an_item,
                                 what.empty() ? "" : fmt::format(", not \"{}\"", text::first(what, 40)), number)};
    }

    PlannedItem& item() { return plan_.items[index_]; }
    [[nodiscard]] std::string example(std::string_view rest) const { return fmt::format("{} {}", index_ + 1, rest); }

    Read<Plan> item_minutes(const std::string& typed) {
        const auto minutes = minutes_typed(typed);
        if (!minutes) return needs("minutes, from 0 to 1440", example("minutes 20"));
        item().minutes = *minutes;
        return plan_;
    }
    Read<Plan> item_title(const std::string& typed) {
        if (typed.empty()) return needs("a title", example("title Recruitment advert"));
        item().title = typed;
        return plan_;
    }
    Read<Plan> item_kind(const std::string& typed) {
        const auto kind = item_kind_from(text::folded(typed));
        if (!kind) return needs("inform, explore, decide, review or break", example("kind decide"));
        item().kind = *kind;
        return plan_;
    }
    Read<Plan> item_lead(const std::string& typed) {
        return with_person(typed, example("lead Asha"), [&](const std::string& name) { item().lead = name; });
    }
    Read<Plan> item_proposer(const std::string& typed) {
        return with_person(typed, example("by Asha"), [&](const std::string& name) { item().proposed = name; });
    }
    Read<Plan> item_objectives(const std::string& typed) {
        std::vector<std::string> known, chosen;
        if (!plan_.objectives.empty())
            for (const PlannedObjective& each : plan_.objectives) known.push_back(each.id);
        else if (view_.partnership)
            for (const Objective& each : view_.partnership->objectives) known.push_back(each.id);
        for (std::string word : text::words(typed)) {
            while (!word.empty() && word.back() == ',') word.pop_back();
            if (word.empty() || text::folded(word) == "and") continue;
            if (text::folded(word) == "none") continue;
            const auto found = std::ranges::find_if(
                known, [&](const std::string& each) { return text::folded(each) == text::folded(word); });
            if (found == known.end())
                return Wrong{fmt::format("\"{}\" is no objective. It can be {}, or none. Example: plan {}.",
                                         text::first(word, 40), known.empty() ? "none yet" : text::list(known, "or"),
                                         example("for O1"))};
            if (std::ranges::find(chosen, *found) == chosen.end()) chosen.push_back(*found);
        }
        if (typed.empty()) return needs("objectives by their short names, or none", example("for O1 O2"));
        item().objectives = chosen;
        return plan_;
    }
    Read<Plan> item_paper(const std::string& typed) {
        if (text::folded(typed) == "none") {
            item().papers.clear();
            return plan_;
        }
        PlannedPaper paper{typed, std::nullopt};
        const std::size_t sent = typed.rfind(" sent ");
        const std::size_t comma = typed.rfind(", ");
        if (sent == std::string::npos && comma != std::string::npos) {
            if (const auto day = sent_day(text::one_line(typed.substr(comma + 2))))
                paper = {typed.substr(0, comma), day};
        }
        if (sent != std::string::npos) {
            paper.title = text::one_line(typed.substr(0, sent));
            while (paper.title.ends_with(','))
                paper.title = text::one_line(paper.title.substr(0, paper.title.size() - 1));
            const std::string day = text::one_line(typed.substr(sent + 6));
            paper.sent = sent_day(day);
            if (!paper.sent)
                return Wrong{fmt::format("\"{}\" is no day. It can be {}. Example: plan {}.", text::first(day, 40),
                                         date_examples(), example("paper Draft advert sent 10 november"))};
        }
        if (paper.title.empty())
            return needs("the paper's title, and sent and a day when it went out; or none",
                         example("paper Draft advert sent 10 november"));
        const auto same = [&](const PlannedPaper& each) {
            return text::folded(each.title) == text::folded(paper.title);
        };
        if (const auto known = std::ranges::find_if(item().papers, same); known != item().papers.end())
            *known = paper;
        else
            item().papers.push_back(paper);
        return plan_;
    }
    /// Papers go out before the meeting: a day without a year is the last one before it.
    [[nodiscard]] std::optional<Date> sent_day(const std::string& typed) const {
        const Date by = plan_.date ? plan_.date->date : view_.today;
        const auto next = read_date(typed, view_.today);
        if (!next || days_between(by, *next) <= 0) return next;
        constexpr int year = 365;
        const auto earlier = read_date(typed, plus_days(view_.today, -year));
        const bool without_year = earlier && earlier->month() == next->month() && earlier->day() == next->day();
        return without_year && *earlier < *next ? earlier : next;
    }
    Read<Plan> item_before(const std::string& typed) {
        const auto to = whole_number(typed);
        const int count = static_cast<int>(plan_.items.size());
        const bool last = text::folded(typed) == "end";
        if (!last && (!to || *to < 1 || *to > count))
            return needs(fmt::format("the number of another item, from 1 to {}, or end", count), example("before 1"));
        const PlannedItem moved = item();
        auto place = last ? plan_.items.size() : static_cast<std::size_t>(*to) - 1;
        plan_.items.erase(plan_.items.begin() + static_cast<std::ptrdiff_t>(index_));
        if (place > index_) --place;
        plan_.items.insert(plan_.items.begin() + static_cast<std::ptrdiff_t>(place), moved);
        about_ = place;
        moved_ = place != index_;
        return plan_;
    }
    Read<Plan> item_out(const std::string& typed) {
        if (!typed.empty())
            return Wrong{
                fmt::format("out takes the item off the agenda, and nothing stands behind it. When a paper went "
                            "out is said so: plan {}.",
                            example("paper Draft advert sent 10 november"))};
        about_.reset();
        plan_.items.erase(plan_.items.begin() + static_cast<std::ptrdiff_t>(index_));
        return plan_;
    }
    Read<Plan> item_usual(const std::string&) {
        const auto usual = estimate(item(), view_.runs, plan_.group);
        if (!usual)
            return Wrong{"The log has no three items like it that were finished, so it cannot say what they took."};
        item().minutes =
            Minutes{std::max<Minutes::rep>(1, std::llround(static_cast<double>(usual->usual.count()) / plan_.pace))};
        return plan_;
    }

    Read<Plan> read_add(const std::string& typed) {
        constexpr Minutes usual{10};
        PlannedItem added;
        added.title = typed;
        added.minutes = usual;
        std::string rest = typed;
        if (const std::size_t unit = rest.rfind(" min");
            unit != std::string::npos && std::string_view(" minutes").starts_with(rest.substr(unit)))
            rest = rest.substr(0, unit);
        const std::size_t blank = rest.rfind(' ');
        const auto minutes = blank == std::string::npos ? std::nullopt : whole_number(rest.substr(blank + 1));
        if (minutes && *minutes >= 0 && *minutes <= longest_minutes) {
            added.title = text::one_line(rest.substr(0, blank));
            added.minutes = Minutes{*minutes};
        }
        if (added.title.empty()) return needs("a title, and minutes at its end", "add Travel costs 10");
        if (text::folded(added.title) == "break") added.kind = ItemKind::pause;
        if (!minutes)
            if (const auto likely = estimate(added, view_.runs, plan_.group);
                likely && likely->like == Estimate::Like::title)
                added.minutes = likely->usual;
        return with_new(added);
    }
    Read<Plan> read_take(const std::string& typed) {
        const auto number = whole_number(typed);
        if (view_.ideas.empty()) return Wrong{"There is nothing more that could be on the agenda from earlier."};
        if (!number || *number < 1 || static_cast<std::size_t>(*number) > view_.ideas.size())
            return needs(fmt::format("a number from 1 to {}, of the list of what could be on it", view_.ideas.size()),
                         "take 1");
        return with_new(view_.ideas[static_cast<std::size_t>(*number) - 1].item);
    }
    Read<Plan> with_new(const PlannedItem& added) {
        about_ = place_for(added, plan_);
        plan_.items.insert(plan_.items.begin() + static_cast<std::ptrdiff_t>(*about_), added);
        return plan_;
    }

    Read<Plan> read_title(const std::string& typed) {
        if (typed.empty()) return needs("a title", "title Working group 8");
        plan_.title = typed;
        return plan_;
    }
    Read<Plan> read_group(const std::string& typed) {
        if (typed.empty()) return needs("the group's name", "group Working group");
        plan_.group = typed;
        return plan_;
    }
    Read<Plan> read_place(const std::string& typed) {
        if (typed.empty()) return needs("where you meet, and how to get in", "place Harbour Hall, room 2, step-free");
        plan_.place = typed;
        return plan_;
    }
    Read<Plan> read_date_and_time(const std::string& typed) {
        constexpr Minutes morning{10 * 60};
        const auto read = read_day_and_time(typed, view_.today);
        if (const auto* fault = std::get_if<Wrong>(&read))
            return typed.empty() ? needs("a day, and perhaps a time", "date friday 14:00") : *fault;
        const auto& when = std::get<DayAndTime>(read);
        plan_.date = LocalTime{when.date, when.time.value_or(plan_.date ? plan_.date->time : morning)};
        return plan_;
    }
    Read<Plan> read_length(const std::string& typed) {
        const auto minutes = minutes_typed(typed);
        if (!minutes) return needs("the minutes from beginning to end, from 0 to 1440", "minutes 90");
        plan_.minutes = *minutes;
        return plan_;
    }
    Read<Plan> read_buffer(const std::string& typed) {
        const auto minutes = minutes_typed(typed);
        if (!minutes) return needs("the minutes that are kept free, from 0 to 1440", "buffer 10");
        plan_.buffer = *minutes;
        return plan_;
    }
    Read<Plan> read_pace(const std::string& typed) {
        constexpr std::array<std::string_view, 5> allowed{"0.75", "1", "1.25", "1.5", "2"};
        constexpr std::array values{0.75, 1.0, 1.25, 1.5, 2.0};
        for (std::size_t i = 0; i < allowed.size(); ++i) {
            if (typed != allowed[i] && typed != fmt::format("{}.0", allowed[i])) continue;
            plan_.pace = values[i];
            return plan_;
        }
        return needs("0.75, 1, 1.25, 1.5 or 2: with 1.5 every item takes half as long again", "pace 1.5");
    }
    Read<Plan> read_facilitator(const std::string& typed) {
        return with_person(typed, "facilitate Asha", [&](const std::string& name) { plan_.facilitator = name; });
    }
    Read<Plan> read_note_taker(const std::string& typed) {
        return with_person(typed, "notes Asha", [&](const std::string& name) { plan_.note_taker = name; });
    }
    Read<Plan> read_timekeeper(const std::string& typed) {
        return with_person(typed, "time Asha", [&](const std::string& name) { plan_.timekeeper = name; });
    }
    Read<Plan> read_host(const std::string& typed) {
        std::vector<std::string> names = plan_.partners;
        if (names.empty() && view_.partnership)
            for (const Partner& each : view_.partnership->partners) names.push_back(text::one_line(each.name.text));
        return with_name(typed, names, "partner", "host Harbour Voices",
                         [&](const std::string& name) { plan_.host = name; });
    }
    Read<Plan> read_round(const std::string& typed, std::string& question, std::optional<Minutes>& minutes,
                          std::string_view which) {
        const auto [first, rest] = first_word(typed);
        if (text::folded(first) == "minutes") {
            const auto said = minutes_typed(rest);
            if (!said) return needs("minutes, from 0 to 1440", fmt::format("{} minutes 8", which));
            minutes = *said;
            return plan_;
        }
        if (typed.empty())
            return needs("the question, or minutes and a number",
                         fmt::format("{} What do you bring with you today?", which));
        question = typed;
        return plan_;
    }
    Read<Plan> read_checkin(const std::string& typed) {
        return read_round(typed, plan_.checkin_question, plan_.checkin_minutes, "checkin");
    }
    Read<Plan> read_checkout(const std::string& typed) {
        return read_round(typed, plan_.checkout_question, plan_.checkout_minutes, "checkout");
    }
    Read<Plan> read_pulse(const std::string& typed) {
        if (text::folded(typed) == "none") {
            plan_.pulse.reset();
            return plan_;
        }
        if (typed.empty())
            return needs(fmt::format("an instrument, such as {}, or none", text::list(view_.instruments, "or")),
                         "pulse working-together");
        // One of the group's own stands beside the plan: whether it is there the file's reading says.
        plan_.pulse.emplace();
        plan_.pulse->instrument = typed;
        return plan_;
    }
    Read<Plan> read_private(const std::string& typed) {
        const std::string said = text::folded(typed);
        if (said != "yes" && said != "no")
            return needs("yes, when the facilitator's own lines are hidden at first, or no", "private yes");
        plan_.private_view = said == "yes";
        return plan_;
    }

    /// By name or its beginning; "nobody" takes the name out.
    template <class Set>
    Read<Plan> with_person(const std::string& typed, std::string_view example, Set set) {
        std::vector<std::string> names;
        for (const PlannedPerson& each : plan_.people) names.push_back(text::one_line(each.name));
        if (names.empty() && view_.partnership)
            for (const Person& each : view_.partnership->people) names.push_back(text::one_line(each.name.text));
        return with_name(typed, names, "person", example, set);
    }
    template <class Set>
    Read<Plan> with_name(const std::string& typed, const std::vector<std::string>& names, std::string_view what,
                         std::string_view example, Set set) {
        if (text::folded(typed) == "nobody") {
            set("");
            return plan_;
        }
        std::vector<std::string> fitting;
        const auto fits = [&](auto is_like) {
            if (fitting.empty()) std::ranges::copy_if(names, std::back_inserter(fitting), is_like);
        };
        fits([&](const std::string& each) { return text::folded(each) == text::folded(typed); });
        if (!typed.empty()) {
            fits([&](const std::string& each) { return text::plain(each) == text::plain(typed); });
            fits([&](const std::string& each) { return text::name_matches(text::plain(each), text::plain(typed)); });
        }
        // Some names are on no keyboard here.
        if (const auto number = whole_number(typed);
            fitting.empty() && number && *number >= 1 && static_cast<std::size_t>(*number) <= names.size())
            fitting = {names[static_cast<std::size_t>(*number) - 1]};
        if (fitting.size() == 1) {
            set(fitting.front());
            return plan_;
        }
        // Without a list of names any name will do: the meeting says when it knows nobody of it.
        if (names.empty() && !typed.empty()) {
            set(typed);
            return plan_;
        }
        if (typed.empty()) return needs(fmt::format("a {}'s name", what), example);
        return Wrong{fmt::format(
            "\"{}\" is {}. It can be {}. Example: plan {}.", text::first(typed, 40),
            fitting.empty() ? fmt::format("no {} of this plan", what) : std::string("the beginning of several names"),
            text::list(fitting.empty() ? names : fitting, "or"), example)};
    }

    const PlanView& view_;
    Plan plan_;
    std::size_t index_ = 0;
    std::optional<std::size_t> about_;
    bool moved_ = false;
};

}  // namespace

Read<PlanChanged> read_plan_change(const PlanView& view, std::string_view typed) {
    return PlanChanges(view).read(text::one_line(typed));
}

}  // namespace folkmoot
