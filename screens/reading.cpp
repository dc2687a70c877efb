#include "screens/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "screens/near_names.h"
#include "src/base/text.h"

namespace folkmoot {
namespace {

constexpr std::size_t most_names = 12;
constexpr int longest_minutes = 600;

/// "1 Asha or 2 Ben Okafor": seat numbers stand before the names because they can be typed too.
std::string seats_and_names(const State& state, const std::vector<PersonId>& people) {
    std::vector<std::string> names;
    for (const PersonId& id : people) names.push_back(fmt::format("{} {}", state.seat_of(id), state.name_of(id)));
    return text::list(names, "or");
}

std::string join(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string joined;
    for (std::size_t i = from; i < from + count; ++i) joined += (joined.empty() ? "" : " ") + words[i];
    return joined;
}

Wrong unknown_person(const State& state, std::string_view typed, std::string_view word) {
    if (state.people.empty()) {
        return {"Nobody is on the list of people yet. Example: here new Sam Field of Harbour Voices."};
    }
    const std::string& first = state.people.front().name.text;
    if (whole_number(typed)) {
        return {fmt::format("There is no seat {}. Seats go from 1 to {}. Example: {} 1 for {}.", typed,
                            state.people.size(), word, first)};
    }
    const auto near = people_near(state, typed);
    if (near.empty()) return {fmt::format("Nobody here is called \"{}\". Type who for the list.", typed)};
    return {fmt::format("Nobody here is called \"{}\". Perhaps {}. Example: {} {}.", typed,
                        seats_and_names(state, near), word, state.seat_of(near.front()))};
}

Wrong ambiguous_person(const State& state, std::string_view typed, const std::vector<PersonId>& fits) {
    std::vector<std::string> names;
    for (const PersonId& id : fits) names.push_back(state.name_of(id));
    if (names.size() > most_names) names.resize(most_names);
    return {fmt::format("{} could be {}. Type more of the name, or the seat number, {}.", typed,
                        text::list(names, "or"), state.seat_of(fits.front()))};
}

enum class Fit { none, shortened, exact };

/// How a typed name fits one that is known, with accents or without: "zoe" is Zoë, "jo" shortens José.
Fit fit_without_accents(const std::string& known, const std::string& typed) {
    const std::string name = text::plain(known);
    const std::string wanted = text::plain(typed);
    if (wanted.empty()) return Fit::none;
    if (name == wanted) return Fit::exact;
    return text::name_matches(name, wanted) ? Fit::shortened : Fit::none;
}

/// Indices of the known names that fit. The closer way wins: exact, exact without accents, then shortenings, where
/// accents that were typed count if any name has them.
std::vector<std::size_t> names_fitting(const std::vector<std::string>& known, const std::string& typed) {
    std::vector<std::size_t> exact;
    std::vector<std::size_t> plain;
    std::vector<std::size_t> accented;
    std::vector<std::size_t> fits;
    const bool has_accents = text::plain(typed) != text::folded(typed);
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (text::folded(known[i]) == text::folded(typed)) exact.push_back(i);
        if (has_accents && text::name_matches(known[i], typed)) accented.push_back(i);
        const Fit fit = fit_without_accents(known[i], typed);
        if (fit == Fit::exact) plain.push_back(i);
        if (fit != Fit::none) fits.push_back(i);
    }
    for (auto* closest : {&exact, &plain, &accented}) {
        if (!closest->empty()) return *closest;
    }
    return fits;
}

/// Splits at commas, semicolons and the word "and".
std::vector<std::string> parts_of(std::string_view typed) {
    std::vector<std::string> parts{""};
    std::string spaced;
    for (const char c : typed) spaced += (c == ',' || c == ';') ? std::string(" , ") : std::string(1, c);
    for (const std::string& word : text::words(spaced)) {
        if (word == "," || text::folded(word) == "and") {
            parts.emplace_back();
        } else {
            parts.back() += (parts.back().empty() ? "" : " ") + word;
        }
    }
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return parts;
}

/// The longest run of words from `from` on that is one person; how many words it took.
Read<std::pair<PersonId, std::size_t>> person_at(const State& state, const std::vector<std::string>& words,
                                                 std::size_t from, std::string_view word) {
    std::optional<Wrong> ambiguous;
    for (std::size_t count = words.size() - from; count > 0; --count) {
        const std::string candidate = join(words, from, count);
        const auto fits = people_matching(state, candidate);
        if (fits.size() == 1) return std::pair{fits.front(), count};
        if (fits.size() > 1 && !ambiguous) ambiguous = ambiguous_person(state, candidate, fits);
    }
    if (ambiguous) return *ambiguous;
    return unknown_person(state, words[from], word);
}

/// One to four words after the last "by".
std::string unread_date(std::string_view typed) {
    const std::size_t at = typed.rfind(" by ");
    if (at == std::string_view::npos) return "";
    const auto words = text::words(typed.substr(at + 4));
    return words.empty() || words.size() > 4 ? "" : join(words, 0, words.size());
}

}  // namespace

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

std::vector<PersonId> people_matching(const State& state, std::string_view typed, bool prefer_here) {
    const std::string name = trimmed(typed);
    if (name.empty()) return {};
    if (const auto seat = whole_number(name)) {
        const auto index = static_cast<std::size_t>(*seat) - 1;
        if (*seat < 1 || index >= state.people.size()) return {};
        return {state.people[index].id};
    }
    std::vector<std::string> known;
    for (const Person& person : state.people) known.push_back(person.name.text);
    std::vector<PersonId> fits;
    for (const std::size_t index : names_fitting(known, name)) fits.push_back(state.people[index].id);
    if (prefer_here && fits.size() > 1) {
        std::vector<PersonId> here;
        std::copy_if(fits.begin(), fits.end(), std::back_inserter(here),
                     [&](const PersonId& id) { return state.is_here(id); });
        if (!here.empty()) return here;
    }
    return fits;
}

Read<PersonId> read_person(const State& state, std::string_view typed, std::string_view word, bool prefer_here) {
    const std::string name = trimmed(typed);
    const auto fits = people_matching(state, name, prefer_here);
    if (fits.size() == 1) return fits.front();
    if (!fits.empty()) return ambiguous_person(state, name, fits);
    if (!name.empty()) return unknown_person(state, name, word);
    const std::string example = state.people.empty() ? "Asha" : state.people.front().name.text;
    return Wrong{fmt::format("{} needs a name or a seat number. Example: {} {}, or {} 1.", word, word, example, word)};
}

Read<std::vector<PersonId>> read_people(const State& state, std::string_view typed, std::string_view word) {
    std::vector<PersonId> people;
    const auto parts = parts_of(typed);
    if (parts.empty()) return std::get<Wrong>(read_person(state, "", word));
    for (const std::string& part : parts) {
        const auto words = text::words(part);
        for (std::size_t at = 0; at < words.size();) {
            const auto read = person_at(state, words, at, word);
            if (const auto* wrong = std::get_if<Wrong>(&read)) return *wrong;
            const auto& [person, count] = std::get<0>(read);
            if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
            at += count;
        }
    }
    return people;
}

Read<PartnerId> read_partner(const State& state, std::string_view typed, std::string_view word) {
    const std::string name = trimmed(typed);
    std::vector<std::string> all;
    for (const Partner& partner : state.partners) {
        if (text::folded(partner.name.text) == text::folded(name)) return partner.id;
        all.push_back(partner.name.text);
    }
    const auto fits = name.empty() ? std::vector<std::size_t>() : names_fitting(all, name);
    if (fits.size() == 1) return state.partners[fits.front()].id;
    const std::string example = all.empty() ? "Harbour Voices" : all.front();
    if (name.empty()) return Wrong{fmt::format("{} needs a partner's name. Example: {} {}.", word, word, example)};
    if (fits.size() > 1) {
        std::vector<std::string> names;
        for (const std::size_t index : fits) names.push_back(all[index]);
        return Wrong{fmt::format("{} could be {}. Type more of the name.", name, text::list(names, "or"))};
    }
    if (all.size() > most_names) all.resize(most_names);
    return Wrong{fmt::format("No partner is called \"{}\". Partners here: {}. Example: {} {}.", name, text::list(all),
                             word, example)};
}

Read<ItemId> read_item(const State& state, std::string_view typed, std::string_view word) {
    const std::string name = trimmed(typed);
    if (state.agenda.empty()) return Wrong{"The agenda has no items. Example: add item Any other business 10."};
    if (name.empty()) return Wrong{fmt::format("{} needs an item's number. Example: {} 2.", word, word)};
    if (const auto number = whole_number(name)) {
        if (*number >= 1 && static_cast<std::size_t>(*number) <= state.agenda.size()) {
            return state.agenda[static_cast<std::size_t>(*number) - 1].item.id;
        }
        return Wrong{fmt::format("There is no item {}. Items go from 1 to {}. Type agenda to read them.", name,
                                 state.agenda.size())};
    }
    std::vector<const Item*> fits;
    for (const AgendaItem& line : state.agenda) {
        if (text::folded(line.item.title.text) == text::folded(name)) return line.item.id;
        if (text::name_matches(line.item.title.text, name)) fits.push_back(&line.item);
    }
    if (fits.size() == 1) return fits.front()->id;
    if (fits.empty()) {
        return Wrong{
            fmt::format("No item is called \"{}\". Items go from 1 to {}; type agenda to read them. Example: {} 2.",
                        name, state.agenda.size(), word)};
    }
    std::vector<std::string> titles;
    for (const Item* item : fits) titles.push_back(item->title.text);
    return Wrong{fmt::format("{} could be {}. Type the item's number.", name, text::list(titles, "or"))};
}

std::optional<int> whole_number(std::string_view typed) {
    int value = 0;
    const char* end = typed.data() + typed.size();
    const auto [stopped, problem] = std::from_chars(typed.data(), end, value);
    if (problem != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

Read<int> read_number(std::string_view typed, int low, int high, std::string_view what, std::string_view example) {
    const auto number = whole_number(trimmed(typed));
    if (number && *number >= low && *number <= high) return *number;
    return Wrong{fmt::format("\"{}\" does not fit. {} from {} to {}, in whole numbers. Example: {}.", trimmed(typed),
                             what, low, high, example)};
}

Read<Minutes> read_minutes(std::string_view typed, std::string_view example) {
    std::string digits = text::folded(trimmed(typed));
    for (const std::string_view unit : {"minutes", "minute", "mins", "min", "m"}) {
        if (digits.ends_with(unit)) {
            digits = trimmed(std::string_view(digits).substr(0, digits.size() - unit.size()));
            break;
        }
    }
    const auto number = whole_number(digits);
    if (number && *number >= 1 && *number <= longest_minutes) return Minutes{*number};
    if (trimmed(typed).empty()) return Wrong{fmt::format("How many minutes is missing. Example: {}.", example)};
    return Wrong{fmt::format("\"{}\" is no number of minutes. It can be a whole number from 1 to {}. Example: {}.",
                             trimmed(typed), longest_minutes, example)};
}

Read<Date> read_day(std::string_view typed, Date today) {
    std::string day = trimmed(typed);
    while (day.ends_with('.')) day.pop_back();
    if (const auto date = read_date(day, today)) return *date;
    if (day.empty()) return Wrong{fmt::format("A date is missing. It can be {}.", date_examples())};
    return Wrong{fmt::format("\"{}\" is no date. It can be {}.", day, date_examples())};
}

Read<DayAndTime> read_day_and_time(std::string_view typed, Date today) {
    const auto day = read_day(typed, today);
    if (const auto* date = std::get_if<Date>(&day)) return DayAndTime{*date, std::nullopt};
    const auto words = text::words(typed);
    for (std::size_t taken = 1; taken <= 2 && taken < words.size(); ++taken) {
        std::size_t days = words.size() - taken;
        const auto time = read_time(join(words, days, taken));
        if (!time) continue;
        if (days > 1 && text::folded(words[days - 1]) == "at") --days;
        std::string before = join(words, 0, days);
        while (before.ends_with(',')) before.pop_back();
        if (const auto date = read_date(before, today)) return DayAndTime{*date, time};
    }
    return Wrong{std::get<Wrong>(day).sentence + " A time may follow: 15 december 14:00."};
}

std::string unknown_name(std::string_view typed) {
    const std::size_t colon = typed.find(':');
    const auto words = text::words(typed.substr(0, colon));
    const bool digits = std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word.find_first_of("0123456789") != std::string::npos;
    });
    const bool blank_after = colon + 1 < typed.size() && typed[colon + 1] == ' ';
    if (words.empty() || words.size() > 2 || digits || !blank_after) return "";
    return join(words, 0, words.size());
}

/// "Zoë and Ben": the names, when each part of it is somebody here.
std::string several_people(const State& state, const std::string& typed) {
    std::string spaced = typed;
    for (std::size_t at = spaced.find(" and "); at != std::string::npos; at = spaced.find(" and "))
        spaced.replace(at, 5, ",");
    std::vector<std::string> names;
    for (std::size_t from = 0; from <= spaced.size();) {
        const std::size_t end = std::min(spaced.find(',', from), spaced.size());
        const auto fits = people_matching(state, trimmed(std::string_view(spaced).substr(from, end - from)));
        if (fits.size() != 1) return "";
        names.push_back(state.name_of(fits.front()));
        from = end + 1;
    }
    return names.size() > 1 ? text::list(names, "or") : "";
}

ActionText read_action(const State& state, std::string_view typed, Date today) {
    ActionText read;
    read.what = trimmed(typed);
    if (const auto halves = at_colon(read.what); halves && !halves->after.empty()) {
        auto fits = people_matching(state, halves->before);
        if (fits.empty()) read.no_owner = unknown_name(read.what);
        if (fits.empty()) read.several_owners = several_people(state, halves->before);
        if (!fits.empty()) read.what = halves->after;
        if (fits.size() == 1) read.owner = fits.front();
        if (fits.size() > 1) read.could_be = std::move(fits);
    }
    const std::string lower = read.what;
    for (std::size_t at = lower.find(" by "); at != std::string::npos; at = lower.find(" by ", at + 1)) {
        const auto day = read_day(std::string_view(lower).substr(at + 4), today);
        if (const auto* date = std::get_if<Date>(&day)) {
            read.due = *date;
            read.what = trimmed(std::string_view(lower).substr(0, at));
            while (read.what.ends_with(',')) read.what = trimmed(read.what.substr(0, read.what.size() - 1));
            return read;
        }
    }
    read.no_date = unread_date(read.what);
    return read;
}

Numbered leading_number(std::string_view typed) {
    const std::string all = trimmed(typed);
    const std::size_t end = all.find_first_not_of("0123456789");
    const std::size_t length = end == std::string::npos ? all.size() : end;
    if (length == 0 ||
        (length < all.size() && std::string_view(" :.,)\t\n").find(all[length]) == std::string_view::npos)) {
        return {std::nullopt, all};
    }
    const auto number = whole_number(std::string_view(all).substr(0, length));
    if (!number) return {std::nullopt, all};
    std::string rest = trimmed(std::string_view(all).substr(length));
    if (!rest.empty() && std::string_view(":.,)").find(rest.front()) != std::string_view::npos)
        rest = trimmed(rest.substr(1));
    return {number, rest};
}

std::optional<Halves> at_colon(std::string_view typed) {
    const std::size_t colon = typed.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    return Halves{trimmed(typed.substr(0, colon)), trimmed(typed.substr(colon + 1))};
}

FirstWord first_word(std::string_view typed) {
    const std::string line = text::one_line(typed);
    const std::size_t ends = std::min(line.find(' '), line.size());
    return {line.substr(0, ends), text::one_line(line.substr(ends))};
}

}  // namespace folkmoot
