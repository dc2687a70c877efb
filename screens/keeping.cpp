#include "screens/keeping.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "src/base/text.h"

namespace folkmoot {

namespace {

/// What follows the words at the beginning, whatever their case and the blanks between them.
std::optional<std::string> after_words(const std::string& typed, std::initializer_list<std::string_view> wanted) {
    std::string rest = trimmed(typed);
    for (const std::string_view word : wanted) {
        const std::size_t ends = std::min(rest.find(' '), rest.size());
        if (text::folded(rest.substr(0, ends)) != word) return std::nullopt;
        rest = trimmed(rest.substr(ends));
    }
    return rest;
}

/// A day without its year is read as the next one; here it is the last one that is meant.
Date last_one(Date date, const std::string& typed, Date today) {
    const bool has_year = std::ranges::any_of(text::words(typed), [](const std::string& word) {
        return std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; }) >= 4;
    });
    if (has_year || days_between(today, date) <= 0) return date;
    const Date earlier = date - std::chrono::years{1};
    return earlier.ok() ? earlier : Date{earlier.year() / earlier.month() / std::chrono::last};
}

/// Cut at each "also" that stands as a word between others.
std::vector<std::string> at_also(const std::string& typed) {
    std::vector<std::string> parts{""};
    for (const std::string& word : text::words(typed)) {
        if (text::folded(word) == "also") {
            parts.emplace_back();
            continue;
        }
        if (!parts.back().empty()) parts.back() += ' ';
        parts.back() += word;
    }
    return parts;
}

Read<ForgetAsked> read_names(const std::string& typed) {
    auto parts = at_also(typed);
    for (const std::string& each : parts)
        if (each.empty())
            return Wrong{"also needs a name before it and a name behind it. Example: forget Ann Lee also Annie."};
    ForgetAsked asked;
    asked.name = parts.front();
    asked.also.assign(parts.begin() + 1, parts.end());
    return asked;
}

}  // namespace

Page keeping_page(std::span<const Keeping::Someone> people) {
    Page page;
    page.title = fmt::format("Keeping, {} in the log", text::count(people.size(), "person", "people"));
    List log;
    const auto add = [&](const std::string& said, const std::string& typed, Act act) {
        log.items.push_back({fmt::format("{} of 4, {}", log.items.size() + 1, said), {std::move(act)}, {typed, ""}});
    };
    add("Make a copy of the log", "type backup", {"make it", {Word::backup, ""}});
    add("Make a copy for staff to read, without access needs", "type backup for review",
        {"make it", {Word::backup, "for review"}});
    add("Look the log over for damage", "type doctor", {"look it over", {Word::doctor, ""}});
    add("Forget what was said in old meetings", "type forget words before and a day",
        {"forget words before, a day", {Word::forget, "words before "}, true});
    page.blocks.emplace_back(Heading{"The log"});
    page.blocks.emplace_back(std::move(log));
    page.blocks.emplace_back(Heading{"The people in it"});
    List list;
    list.when_empty = "The log knows nobody yet.";
    for (const auto& each : people)
        list.items.push_back({fmt::format("{} of {}, {}", list.items.size() + 1, people.size(), each.name),
                              {{"read what is kept about them", {Word::held, each.typed}},
                               {"forget them", {Word::forget, each.typed}},
                               {"erase their access needs", {Word::forget, "access needs of " + each.typed}}}});
    page.blocks.emplace_back(std::move(list));
    if (!people.empty())
        page.blocks.emplace_back(
            Hint{"For what is kept about somebody type held and their name. To forget them type "
                 "forget and their whole name: it says first what goes, and asks.",
                 "On a person: Enter reads what is kept about them, 2 forgets them, 3 erases their "
                 "access needs. Before anything goes you are asked."});
    page.help = "keeping";
    page.words = {Word::held, Word::forget, Word::backup, Word::doctor};
    return page;
}

Page held_page(const std::vector<std::string>& lines, const std::string& typed) {
    Page page;
    page.title = lines.empty() ? "Nothing is kept" : "What is kept about " + text::sentence(lines.front());
    List list;
    for (std::size_t i = 1; i < lines.size(); ++i) list.items.push_back({lines[i], {}});
    list.items.push_back({"Forget all of it", {{"forget it", {Word::forget, typed}}}, {"type forget " + typed, ""}});
    page.blocks.emplace_back(std::move(list));
    page.blocks.emplace_back(
        Text{fmt::format("To hand it over as a file, type in a shell: folkmoot held \"{}\" --format json", typed)});
    page.help = "keeping";
    page.words = {Word::forget, Word::held};
    return page;
}

Read<ForgetAsked> read_forget(const std::string& typed, Date today) {
    if (trimmed(typed).empty()) return ForgetAsked{};
    if (const auto day = after_words(typed, {"words", "before"})) {
        if (day->empty()) return Wrong{"words before needs a day. Example: forget words before 1 january 2024."};
        const auto read = read_day(*day, today);
        if (const auto* fault = std::get_if<Wrong>(&read)) return *fault;
        ForgetAsked asked;
        asked.words_before = last_one(std::get<Date>(read), *day, today);
        return asked;
    }
    if (const auto name = after_words(typed, {"access", "needs", "of"})) {
        if (name->empty()) return Wrong{"access needs of needs a name. Example: forget access needs of Asha."};
        ForgetAsked asked;
        asked.name = *name;
        asked.access_needs = true;
        return asked;
    }
    return read_names(typed);
}

BackupAsked read_backup(const std::string& typed) {
    if (const auto file = after_words(typed, {"for", "review"})) return {true, *file};
    return {false, trimmed(typed)};
}

}  // namespace folkmoot
