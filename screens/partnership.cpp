#include "screens/partnership.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/base/text.h"
#include "src/session/partnership_words.h"
#include "src/time/threshold_words.h"

namespace folkmoot {

namespace {

std::string trimmed_line(std::string_view typed) { return text::one_line(typed); }

/// Opens a field for what stands behind "partnership WHAT".
Act change(std::string label, std::string what, std::string begun = "") {
    return {std::move(label), {Word::partnership, std::move(what)}, true, std::move(begun)};
}

std::string or_nothing(const std::string& said) { return said.empty() ? "nothing is written down yet" : said; }

/// A list under its heading, each line with its place in it.
class Lines {
public:
    explicit Lines(std::string heading) : heading_(std::move(heading)) {}

    void add(std::string line, std::vector<Act> acts, std::string typed = "") {
        lines_.push_back({std::move(line), std::move(acts), {std::move(typed), ""}});
    }
    /// A last line that adds one more.
    void to(Page& page, std::string more, Act add) {
        const std::size_t count = lines_.size();
        page.blocks.emplace_back(Heading{fmt::format("{}, {}", heading_, count)});
        List list;
        for (std::size_t i = 0; i < count; ++i) {
            lines_[i].text = fmt::format("{} of {}, {}", i + 1, count, lines_[i].text);
            list.items.push_back(std::move(lines_[i]));
        }
        const std::string typed = "type partnership " + add.intent.argument;
        list.items.push_back({std::move(more), {std::move(add)}, {typed, ""}});
        page.blocks.emplace_back(std::move(list));
    }

private:
    std::string heading_;
    std::vector<ListItem> lines_;
};

void add_ways(Page& page, const Ways& ways) {
    page.blocks.emplace_back(Heading{"How we work"});
    List list;
    const auto add = [&](std::string_view what, const std::string& now, std::string word, std::string begun) {
        const std::string typed = "type partnership " + word;
        list.items.push_back({fmt::format("{}: {}", what, or_nothing(now)),
                              {change("change it", std::move(word), std::move(begun))},
                              {typed, ""}});
    };
    const std::string stage = ways.stage ? std::string(in_words(*ways.stage)) : "";
    const std::string rule = ways.rule ? std::string(in_words(*ways.rule)) : "";
    const std::string papers =
        ways.papers_ahead ? text::count(static_cast<std::size_t>(*ways.papers_ahead), "day", "days") + " ahead" : "";
    add("Stage", stage, "stage", stage);
    list.items.push_back({"The stage's checklist",
                          {{"read and tick it", {Word::partnership, "checklist"}}},
                          {"type partnership checklist", ""}});
    add("Decisions", rule, "decisions", rule);
    add("Papers go out", papers, "papers", ways.papers_ahead ? fmt::format("{}", *ways.papers_ahead) : "");
    const std::string scale = ways.scale ? fmt::format("{} to {}", ways.scale->low, ways.scale->high) : "";
    const std::string least = ways.pulse_minimum ? fmt::format("{}", *ways.pulse_minimum) : "";
    add("A pulse keeps its counts from so many answers", least.empty() ? "4" : least, "pulse", least);
    const std::string warnings = text::list(in_words(ways.time_warnings));
    add("An item's time is said at", warnings.empty() ? "what each person has set" : warnings, "warnings", warnings);
    const std::string checkin = text::one_line(ways.checkin_question.text);
    const std::string checkout = text::one_line(ways.checkout_question.text);
    add("Scores at check-in and check-out", scale, "scale", scale);
    add("Check-in question", checkin, "checkin", checkin);
    add("Check-out question", checkout, "checkout", checkout);
    const std::string support = text::one_line(ways.support.text);
    add("Somebody to talk to", support, "support", support);
    for (std::size_t i = 0; i < ways.signposts.size(); ++i)
        list.items.push_back({"Where else to turn: " + text::one_line(ways.signposts[i].text),
                              {{"take it out", {Word::partnership, fmt::format("remove signpost {}", i + 1)}}}});
    list.items.push_back({"Add somewhere else to turn",
                          {change("somewhere else to turn", "signpost")},
                          {"type partnership signpost", ""}});
    page.blocks.emplace_back(std::move(list));
}

void add_people(Page& page, const Partnership& partnership, Date today) {
    Lines partners("Partners");
    for (const Partner& each : partnership.partners) partners.add(text::one_line(each.name.text), {});
    partners.to(page, "Add a partner", change("partner", "partner"));
    Lines people("People");
    for (const Person& each : partnership.people) {
        const std::string name = text::one_line(each.name.text);
        people.add(person_in_words(partnership, each, today),
                   {change("role", "role " + name + ":", text::one_line(each.role.text)),
                    change("away from and to", "away " + name + ":"),
                    change("access needs", "access " + name + ":", text::one_line(each.access.text))});
    }
    people.to(page, "Add a person", change("name of partner", "person"));
}

void add_what_for(Page& page, const Partnership& partnership, Date today) {
    Lines groups("Groups");
    for (const Words& each : partnership.groups) groups.add(text::one_line(each.text), {});
    groups.to(page, "Add a group", change("group", "group"));
    Lines objectives("Objectives");
    for (const Objective& each : partnership.objectives) {
        const std::string id = text::one_line(each.id);
        objectives.add(objective_in_words(each, today),
                       {change("text", fmt::format("objective {}:", id), text::one_line(each.text.text)),
                        change("to be reviewed on", fmt::format("objective {} review", id)),
                        {"is reached", {Word::partnership, fmt::format("objective {} reached", id)}},
                        {"is dropped", {Word::partnership, fmt::format("objective {} dropped", id)}}});
    }
    objectives.to(page, "Add an objective", change("id: text", "objective"));
}

void add_words(Page& page, const Partnership& partnership, Date today) {
    Lines principles("Principles");
    for (std::size_t i = 0; i < partnership.principles.size(); ++i)
        principles.add(text::one_line(partnership.principles[i].text),
                       {{"take it out", {Word::partnership, fmt::format("remove principle {}", i + 1)}}});
    principles.to(page, "Add a principle", change("principle", "principle"));
    const auto& review = partnership.ways.principles_review;
    page.blocks.emplace_back(List{{{review ? "The principles" + review_in_words(review, today).substr(1)
                                           : "No day is set to review the principles",
                                    {change("to be reviewed on", "review")},
                                    {"type partnership review", ""}}},
                                  ""});
    Lines glossary("Glossary");
    for (const Term& each : partnership.glossary) {
        const std::string word = text::one_line(each.word.text);
        const std::string meaning = text::one_line(each.meaning.text);
        glossary.add(fmt::format("{}: {}", word, meaning),
                     {change("meaning", fmt::format("term {}:", word), meaning),
                      {"take it out", {Word::partnership, fmt::format("remove term {}", word)}}});
    }
    glossary.to(page, "Add a word", change("word: meaning", "term"));
}

constexpr std::string_view allowed =
    "stage, checklist, decisions, papers, scale, pulse, warnings, checkin, checkout, support, signpost, partner, "
    "person, role, away, access, "
    "group, objective, principle, "
    "review, term or remove";

Wrong needs(std::string_view what, std::string_view example) {
    return {text::sentence(fmt::format("partnership {} needs {}. Example: partnership {}",
                                       example.substr(0, example.find(' ')), what, example))};
}

/// Reads one change. Each `read_` takes what is behind its first word.
class ChangeReader {
public:
    ChangeReader(const Partnership& partnership, Date today) : partnership_(partnership), today_(today) {
        sheet_.name = partnership.name.text;
    }

    Read<PartnershipSheet> read(const std::string& what, const std::string& rest) {
        using Reading = Read<PartnershipSheet> (ChangeReader::*)(const std::string&);
        struct Row {
            std::string_view word;
            Reading reading;
        };
        static constexpr std::array rows{Row{"stage", &ChangeReader::read_stage},
                                         Row{"decisions", &ChangeReader::read_decisions},
                                         Row{"papers", &ChangeReader::read_papers},
                                         Row{"scale", &ChangeReader::read_scale},
                                         Row{"pulse", &ChangeReader::read_pulse},
                                         Row{"warnings", &ChangeReader::read_warnings},
                                         Row{"checkin", &ChangeReader::read_checkin},
                                         Row{"checkout", &ChangeReader::read_checkout},
                                         Row{"support", &ChangeReader::read_support},
                                         Row{"signpost", &ChangeReader::read_signpost},
                                         Row{"partner", &ChangeReader::read_partner_name},
                                         Row{"person", &ChangeReader::read_person_of},
                                         Row{"role", &ChangeReader::read_role},
                                         Row{"access", &ChangeReader::read_access},
                                         Row{"away", &ChangeReader::read_away},
                                         Row{"group", &ChangeReader::read_group},
                                         Row{"objective", &ChangeReader::read_objective},
                                         Row{"principle", &ChangeReader::read_principle},
                                         Row{"review", &ChangeReader::read_review},
                                         Row{"term", &ChangeReader::read_term},
                                         Row{"remove", &ChangeReader::read_remove}};
        const auto row = std::ranges::find(rows, what, &Row::word);
        if (row == rows.end())
            return Wrong{
                fmt::format("\"{}\" is nothing of a partnership. It can be {}. Example: partnership support "
                            "Nadia, 01632 960123.",
                            text::first(what, 40), allowed)};
        return (this->*row->reading)(rest);
    }

private:
    Read<PartnershipSheet> read_stage(const std::string& rest) {
        sheet_.ways.stage = partnership_stage_from(rest);
        if (sheet_.ways.stage) return sheet_;
        return needs("starting, working together or what comes next", "stage working together");
    }
    Read<PartnershipSheet> read_decisions(const std::string& rest) {
        sheet_.ways.rule = decision_rule_from(text::folded(rest));
        if (sheet_.ways.rule) return sheet_;
        return needs("consent, consensus, vote or lead", "decisions consent");
    }
    Read<PartnershipSheet> read_papers(const std::string& rest) {
        constexpr int most = 365;
        const auto days = whole_number(rest.substr(0, rest.find(' ')));
        if (!days || *days < 0 || *days > most) return needs("a number of days, from 0 to 365", "papers 14");
        sheet_.ways.papers_ahead = *days;
        return sheet_;
    }
    Read<PartnershipSheet> read_scale(const std::string& rest) {
        constexpr int highest = 100;
        const std::size_t to = rest.find(" to ");
        const auto low = whole_number(trimmed_line(rest.substr(0, to)));
        const auto high = to == std::string::npos ? std::nullopt : whole_number(trimmed_line(rest.substr(to + 4)));
        if (!low || !high || *low < 0 || *low >= *high || *high > highest)
            return needs("its two ends, the lower one first, from 0 to 100", "scale 1 to 5");
        sheet_.ways.scale = Scale{*low, *high};
        return sheet_;
    }
    Read<PartnershipSheet> read_pulse(const std::string& rest) {
        constexpr int most = 1000;
        const auto least = whole_number(rest.substr(0, rest.find(' ')));
        if (!least || *least < least_answers || *least > most)
            return needs("the number of answers from which counts are kept, 4 or more", "pulse 6");
        sheet_.ways.pulse_minimum = *least;
        return sheet_;
    }
    Read<PartnershipSheet> read_warnings(const std::string& rest) {
        const auto warnings = thresholds_from(rest);
        if (!warnings)
            return needs("half, a share such as 25 %, or the time left, such as 5 minutes or 30 seconds",
                         "warnings half, 5 minutes, 1 minute");
        sheet_.ways.time_warnings = *warnings;
        return sheet_;
    }
    Read<PartnershipSheet> read_checkin(const std::string& rest) {
        if (rest.empty()) return needs("the question", "checkin What do you bring with you today?");
        sheet_.ways.checkin_question = Words{rest};
        return sheet_;
    }
    Read<PartnershipSheet> read_checkout(const std::string& rest) {
        if (rest.empty()) return needs("the question", "checkout What do you take away?");
        sheet_.ways.checkout_question = Words{rest};
        return sheet_;
    }
    Read<PartnershipSheet> read_support(const std::string& rest) {
        if (rest.empty()) return needs("who it is and how to reach them", "support Nadia, 01632 960123");
        sheet_.ways.support = Words{rest};
        return sheet_;
    }
    Read<PartnershipSheet> read_signpost(const std::string& rest) {
        if (rest.empty())
            return needs("who else can help, and how to reach them", "signpost Citizens Advice, 01632 960001");
        sheet_.ways.signposts = partnership_.ways.signposts;
        sheet_.ways.signposts.emplace_back(rest);
        return sheet_;
    }
    Read<PartnershipSheet> read_partner_name(const std::string& rest) {
        if (rest.empty()) return needs("a name", "partner Harbour Voices");
        sheet_.partners = {rest};
        return sheet_;
    }
    Read<PartnershipSheet> read_person_of(const std::string& rest) {
        const std::size_t of = rest.rfind(" of ");
        const std::string name = trimmed_line(rest.substr(0, of));
        if (name.empty() || of == std::string::npos)
            return needs("a name and a partner", "person Asha of Harbour Voices");
        sheet_.people = {{"", name, trimmed_line(rest.substr(of + 4)), "", ""}};
        if (const Person* known = exactly(name)) {
            sheet_.people.front().role = known->role.text;
            sheet_.people.front().access = known->access.text;
            sheet_.people.front().whole = true;
        }
        return sheet_;
    }
    Read<PartnershipSheet> read_role(const std::string& rest) {
        return with_person(rest, "role Asha: co-chair", [](PlannedPerson& person, const std::string& said) {
            person.role = said;
            return true;
        });
    }
    Read<PartnershipSheet> read_access(const std::string& rest) {
        return with_person(rest, "access Asha: live captions", [](PlannedPerson& person, const std::string& said) {
            person.access = said;
            return true;
        });
    }
    Read<PartnershipSheet> read_away(const std::string& rest) {
        constexpr std::string_view example = "away Asha: 1 december to 20 december";
        return with_person(rest, example, [&](PlannedPerson& person, const std::string& said) {
            const std::size_t to = said.find(" to ");
            const auto from = read_date(trimmed_line(said.substr(0, to)), today_);
            const auto until = to == std::string::npos ? from : read_date(trimmed_line(said.substr(to + 4)), today_);
            if (!from || !until || days_between(*from, *until) < 0) return false;
            person.away.push_back({*from, *until});
            return true;
        });
    }
    Read<PartnershipSheet> read_group(const std::string& rest) {
        if (rest.empty()) return needs("a name", "group Advisory board");
        sheet_.groups = {rest};
        return sheet_;
    }
    Read<PartnershipSheet> read_objective(const std::string& rest) {
        constexpr std::string_view example = "objective O5: Pay travel in advance";
        const std::size_t ends = rest.find_first_of(": ");
        const std::string id = rest.substr(0, ends);
        const std::string said = ends == std::string::npos ? "" : trimmed_line(rest.substr(ends + 1));
        if (id.empty() || said.empty()) return needs("its short name and its text", example);
        const auto known = std::ranges::find(partnership_.objectives, id, &Objective::id);
        const bool is_known = known != partnership_.objectives.end();
        PlannedObjective objective{id, is_known ? known->text.text : "", is_known ? known->review : std::nullopt};
        if (rest[ends] == ':') {
            objective.text = said;
        } else if (!is_known) {
            return Wrong{
                fmt::format("There is no objective {}. Example: partnership {}.", text::first(id, 20), example)};
        } else if (const auto end = end_from(said)) {
            objective.end = end;
        } else if (said.starts_with("review ")) {
            objective.review = read_date(trimmed_line(said.substr(7)), today_);
            if (!objective.review) return needs("a day", "objective " + id + " review 31 january");
        } else {
            return needs("a colon and its text, or review and a day, reached or dropped", example);
        }
        sheet_.objectives = {objective};
        return sheet_;
    }
    Read<PartnershipSheet> read_principle(const std::string& rest) {
        if (rest.empty()) return needs("its text", "principle One person speaks at a time.");
        for (const Words& each : partnership_.principles) sheet_.principles.push_back(each.text);
        sheet_.principles.push_back(rest);
        return sheet_;
    }
    Read<PartnershipSheet> read_review(const std::string& rest) {
        sheet_.ways.principles_review = read_date(rest, today_);
        if (sheet_.ways.principles_review) return sheet_;
        return needs("a day on which the principles are looked at again", "review 31 january");
    }
    Read<PartnershipSheet> read_term(const std::string& rest) {
        const auto halves = at_colon(rest);
        if (!halves || halves->before.empty() || halves->after.empty())
            return needs("a word, a colon and what it means", "term PPI: people involved in research");
        sheet_.glossary = {{halves->before, halves->after}};
        return sheet_;
    }
    Read<PartnershipSheet> read_remove(const std::string& rest) {
        const std::string what = rest.substr(0, rest.find(' '));
        const std::string which =
            rest.find(' ') == std::string::npos ? "" : trimmed_line(rest.substr(rest.find(' ') + 1));
        if (what == "term" && !which.empty()) {
            sheet_.glossary = {{which, ""}};
            return sheet_;
        }
        const auto number = whole_number(which);
        if (what == "principle" && number && *number > 0 && *number <= int_size(partnership_.principles)) {
            if (partnership_.principles.size() == 1)
                return Wrong{"The last principle stays. Write down another one first, and then take this one out."};
            for (const Words& each : partnership_.principles) sheet_.principles.push_back(each.text);
            sheet_.principles.erase(sheet_.principles.begin() + *number - 1);
            return sheet_;
        }
        if (what == "signpost" && number && *number > 0 && *number <= int_size(partnership_.ways.signposts)) {
            if (partnership_.ways.signposts.size() == 1)
                return Wrong{"The last one stays. Write down another one first, and then take this one out."};
            sheet_.ways.signposts = partnership_.ways.signposts;
            sheet_.ways.signposts.erase(sheet_.ways.signposts.begin() + *number - 1);
            return sheet_;
        }
        return needs("principle or signpost and a number that is there, or term and the word", "remove principle 2");
    }

    template <class T>
    static int int_size(const std::vector<T>& all) {
        return static_cast<int>(all.size());
    }

    static std::optional<ObjectiveEnd> end_from(const std::string& said) {
        for (const auto end : {ObjectiveEnd::reached, ObjectiveEnd::dropped})
            if (text::folded(said) == in_words(end)) return end;
        return std::nullopt;
    }

    [[nodiscard]] const Person* exactly(const std::string& name) const {
        const auto found = std::ranges::find_if(partnership_.people, [&](const Person& each) {
            return text::folded(each.name.text) == text::folded(name);
        });
        return found == partnership_.people.end() ? nullptr : &*found;
    }

    /// "NAME: what is said of them".
    template <class Set>
    Read<PartnershipSheet> with_person(const std::string& rest, std::string_view example, Set set) {
        const auto halves = at_colon(rest);
        if (!halves || halves->before.empty()) return needs("a name, a colon and what is said", example);
        const auto fitting = people_called(partnership_, halves->before);
        if (fitting.size() != 1) {
            std::vector<std::string> names;
            for (const Person& each : fitting.empty() ? partnership_.people : fitting)
                names.push_back(text::one_line(each.name.text));
            return Wrong{fmt::format("\"{}\" is {}. It can be {}.", text::first(halves->before, 40),
                                     fitting.empty() ? "nobody of the partnership" : "several people",
                                     names.empty() ? "nobody yet" : text::list(names, "or"))};
        }
        const Person& person = fitting.front();
        const Partner* partner = find_partner(partnership_.partners, person.partner);
        PlannedPerson planned{person.id.hex(),
                              person.name.text,
                              partner == nullptr ? "" : partner->name.text,
                              person.role.text,
                              person.access.text,
                              person.away,
                              true};
        if (!set(planned, halves->after)) return needs("days that are days", example);
        sheet_.people = {planned};
        return sheet_;
    }

    const Partnership& partnership_;
    Date today_;
    PartnershipSheet sheet_;
};

}  // namespace

Page partnership_page(const Partnership& partnership, Date today) {
    Page page;
    const std::string name = text::one_line(partnership.name.text);
    page.title = fmt::format("{}, {}", name.empty() ? "The partnership" : name,
                             text::count(partnership.people.size(), "person", "people"));
    page.blocks.emplace_back(
        Hint{"Type partnership and one of these words to change it. undo takes it back.",
             "Enter changes a line, {undo} takes back. Of a person Enter is the role, 2 when they are away, "
             "3 access needs; of an objective 2 is its review, 3 reached, 4 dropped."});
    add_ways(page, partnership.ways);
    add_people(page, partnership, today);
    add_what_for(page, partnership, today);
    add_words(page, partnership, today);
    page.help = "together";
    page.words = {Word::partnership, Word::undo};
    return page;
}

Read<PartnershipSheet> read_partnership_change(const Partnership& partnership, std::string_view typed, Date today) {
    const auto [word, rest] = first_word(typed);
    return ChangeReader(partnership, today).read(text::folded(word), rest);
}

}  // namespace folkmoot
