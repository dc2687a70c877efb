#include "src/time/calendar.h"

#include <date/tz.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <vector>

#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::weekday;
using std::chrono::year;

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                           "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> number_words = {"one",   "two",   "three", "four", "five",   "six",
                                                           "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
constexpr int most_ahead = 1000;
constexpr std::size_t shortest_name = 3;  // "fri", "dec"

std::string padded(long long number, std::size_t digits) {
    std::string shown = std::to_string(number);
    return shown.size() < digits ? std::string(digits - shown.size(), '0') + shown : shown;
}

// ---- Zones

/// The last year whose changes the zone files list one by one; date's tz knows none after it.
constexpr year last_listed{2037};
constexpr year first_like{2027};

/// A moment at which the clocks stand as they do at `moment`. After the last listed year the rules are weekdays of
/// months, so a listed year in which the month starts on the same weekday has the same changes. Eleven years in a
/// row have every such start.
sys_seconds listed_moment(sys_seconds moment) {
    const sys_days today = std::chrono::floor<days>(moment);
    const Date date{today};
    if (date.year() <= last_listed) return moment;
    const weekday start{sys_days(date.year() / date.month() / 1)};
    for (year like = first_like; like <= last_listed; ++like) {
        const sys_days like_start = like / date.month() / 1;
        if (weekday{like_start} != start) continue;
        const days into{static_cast<int>(static_cast<unsigned>(date.day())) - 1};
        return like_start + into + (moment - today);
    }
    return moment;
}

seconds machine_offset(sys_seconds moment) {
    // localtime_r need not look at TZ again by itself.
    tzset();
    const time_t when = moment.time_since_epoch().count();
    tm local{};
    if (localtime_r(&when, &local) == nullptr) return seconds{0};
    return seconds{local.tm_gmtoff};
}

const date::time_zone& named_zone(std::string_view zone) {
    try {
        return *date::locate_zone(std::string(zone));
    } catch (const std::exception&) {
        throw Error("There is no time zone \"" + text::one_line(zone) + "\".");
    }
}

using Offsets = std::function<seconds(sys_seconds)>;

Offsets offsets_of(std::string_view zone) {
    if (zone.empty()) return machine_offset;
    const date::time_zone& found = named_zone(zone);
    return [&found, name = std::string(zone)](sys_seconds moment) {
        try {
            return seconds{found.get_info(listed_moment(moment)).offset};
        } catch (const std::exception&) {
            throw Error("The time zone \"" + text::one_line(name) + "\" could not be read.");
        }
    };
}

/// The first moment of (early, late] at which the offset is no longer the one of `early`.
sys_seconds change_between(sys_seconds early, sys_seconds late, const Offsets& offset) {
    const seconds before = offset(early);
    while (late - early > seconds{1}) {
        const sys_seconds middle = early + (late - early) / 2;
        (offset(middle) == before ? early : late) = middle;
    }
    return late;
}

// ---- Reading dates

std::optional<int> number(std::string_view text, std::size_t most_digits) {
    if (text.empty() || text.size() > most_digits) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

/// The place of a name or its start ("dec", "thurs") in a list, from 0.
template <std::size_t size>
std::optional<unsigned> place_of(std::string_view word, const std::array<std::string_view, size>& names) {
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.size() < shortest_name) return std::nullopt;
    for (std::size_t i = 0; i < size; ++i) {
        if (lower(names[i]).starts_with(word)) return static_cast<unsigned>(i);
    }
    return std::nullopt;
}

std::optional<Date> checked(int y, unsigned m, unsigned d) {
    const Date date{year{y}, month{m}, day{d}};
    if (!date.ok() || y < 1) return std::nullopt;
    return date;
}

std::optional<Date> next_from(Date today, unsigned m, unsigned d) {
    // Nine years always hold a 29 February, also around 2100.
    for (int ahead = 0; ahead <= 8; ++ahead) {
        const auto date = checked(static_cast<int>(today.year()) + ahead, m, d);
        if (date && *date >= today) return date;
    }
    return std::nullopt;
}

/// "1", "1st", "22nd".
std::optional<unsigned> day_number(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    }
    const auto value = number(word, 2);
    if (!value) return std::nullopt;
    return static_cast<unsigned>(*value);
}

Date plus_months(Date date, int months) {
    const auto moved = date.year() / date.month() + std::chrono::months{months};
    const Date last{moved / std::chrono::last};
    return {moved.year(), moved.month(), std::min(date.day(), last.day())};
}

int days_after_monday(Date date) { return static_cast<int>(weekday{sys_days(date)}.iso_encoding()) - 1; }

std::optional<Date> moved_by(Date today, int amount, std::string_view unit) {
    // Farther ahead than this is a slip of the fingers, and years keep their four digits.
    if (amount > most_ahead) return std::nullopt;
    if (unit.ends_with('s')) unit.remove_suffix(1);
    if (unit == "day") return plus_days(today, amount);
    if (unit == "week") return plus_days(today, 7 * amount);
    if (unit == "fortnight") return plus_days(today, 14 * amount);
    if (unit == "month") return plus_months(today, amount);
    if (unit == "year") return plus_months(today, 12 * amount);
    return std::nullopt;
}

std::optional<int> amount_in_words(std::string_view word) {
    if (word == "a" || word == "an") return 1;
    for (std::size_t i = 0; i < number_words.size(); ++i) {
        if (number_words[i] == word) return static_cast<int>(i) + 1;
    }
    return number(word, 4);
}

using Words = std::vector<std::string>;

/// "2026-12-01", "1/12/2026", "1.12.26", "1/12".
std::optional<Date> date_in_numbers(std::string_view typed, Date today) {
    if (const auto date = date_from_iso(typed)) return date;
    const char mark = typed.find('/') != std::string_view::npos ? '/' : '.';
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= typed.size();) {
        const std::size_t end = std::min(typed.find(mark, from), typed.size());
        parts.push_back(typed.substr(from, end - from));
        from = end + 1;
    }
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    const auto d = number(parts[0], 2);
    const auto m = number(parts[1], 2);
    if (!d || !m) return std::nullopt;
    if (parts.size() == 2) {
        // "2.30" is a time to most people, so that only the slash makes a date without a year.
        return mark == '/' ? next_from(today, static_cast<unsigned>(*m), static_cast<unsigned>(*d)) : std::nullopt;
    }
    const auto y = number(parts[2], 4);
    if (!y || (parts[2].size() != 4 && parts[2].size() != 2)) return std::nullopt;
    return checked(parts[2].size() == 2 ? 2000 + *y : *y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

/// "1 december", "december 1", either with a year behind it.
std::optional<Date> day_and_month(const Words& words, Date today) {
    if (words.size() < 2 || words.size() > 3) return std::nullopt;
    const bool day_first = day_number(words[0]).has_value();
    const auto d = day_number(words[day_first ? 0 : 1]);
    const auto m = place_of(words[day_first ? 1 : 0], month_names);
    if (!d || !m) return std::nullopt;
    if (words.size() == 2) return next_from(today, *m + 1, *d);
    const auto y = number(words[2], 4);
    if (!y || words[2].size() != 4) return std::nullopt;
    return checked(*y, *m + 1, *d);
}

/// today, tomorrow, friday, next friday, next week, in 2 weeks.
std::optional<Date> relative_date(const Words& words, Date today) {
    if (words.size() == 1 && words[0] == "today") return today;
    if (words.size() == 1 && words[0] == "tomorrow") return plus_days(today, 1);
    if (words.size() == 3 && words[0] == "day" && words[1] == "after" && words[2] == "tomorrow") {
        return plus_days(today, 2);
    }
    if (words.size() == 3 && words[0] == "in") {
        const auto amount = amount_in_words(words[1]);
        return amount ? moved_by(today, *amount, words[2]) : std::nullopt;
    }
    const bool next = words.size() == 2 && words[0] == "next";
    if (next && (words[1] == "week" || words[1] == "month" || words[1] == "year")) return moved_by(today, 1, words[1]);
    if (words.size() != 1 && !next) return std::nullopt;
    const auto wanted = place_of(words.back(), weekday_names);
    if (!wanted) return std::nullopt;
    const int ahead = static_cast<int>(*wanted) - days_after_monday(today);
    if (next) return plus_days(today, ahead + 7);
    return plus_days(today, ahead > 0 ? ahead : ahead + 7);
}

Words date_words(std::string_view typed) {
    std::string spaced = lower(text::one_line(typed));
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    Words words = text::words(spaced);
    // "the 1st of december", "on friday", "this friday" say no more than "1 december" and "friday".
    std::erase_if(words, [](const std::string& word) {
        return word == "the" || word == "of" || word == "on" || word == "by" || word == "this";
    });
    if (!words.empty() && words.back().ends_with('.')) words.back().pop_back();
    return words;
}

// ---- Reading times

/// Takes "am" or "pm" off the end, written in any way; the hours to add to an hour of 0 to 11.
std::optional<int> take_half_of_day(std::string& typed) {
    for (const std::string_view ending : {"am", "a.m.", "a.m", "pm", "p.m.", "p.m"}) {
        if (!typed.ends_with(ending)) continue;
        typed.resize(typed.size() - ending.size());
        while (typed.ends_with(' ')) typed.pop_back();
        return ending.front() == 'p' ? 12 : 0;
    }
    return std::nullopt;
}

}  // namespace

Date date_of(const Stamp& stamp) { return Date{std::chrono::floor<days>(stamp.local())}; }

LocalTime local_time_of(const Stamp& stamp) {
    const auto midnight = std::chrono::floor<days>(stamp.local());
    return {Date{midnight}, std::chrono::floor<Minutes>(stamp.local() - midnight)};
}

Date plus_days(Date date, int count) { return Date{sys_days(date) + days{count}}; }

int days_between(Date from, Date to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

std::chrono::sys_seconds moment_of(const LocalTime& local, std::string_view zone) {
    const Offsets offset = offsets_of(zone);
    const sys_seconds as_utc = sys_days(local.date) + local.time;
    const seconds before = offset(as_utc - days{1});
    const seconds after = offset(as_utc + days{1});
    // With the larger offset comes the earlier moment: the first of two, where a clock time comes twice.
    const sys_seconds early = as_utc - std::max(before, after);
    const sys_seconds late = as_utc - std::min(before, after);
    if (early + offset(early) == as_utc) return early;
    if (late + offset(late) == as_utc) return late;
    return change_between(early, late, offset);
}

Minutes offset_at(std::chrono::sys_seconds moment, std::string_view zone) {
    return std::chrono::floor<Minutes>(offsets_of(zone)(moment));
}

bool zone_exists(std::string_view zone) {
    try {
        return zone.empty() || !named_zone(zone).name().empty();
    } catch (const Error&) {
        return false;
    }
}

std::string in_words(Date date) {
    if (!date.ok()) return "no date";
    return std::string(weekday_names[static_cast<std::size_t>(days_after_monday(date))]) + " " +
           std::to_string(static_cast<unsigned>(date.day())) + " " + month_in_words(date);
}

std::string month_in_words(Date date) {
    if (!date.ok()) return "no month";
    return std::string(month_names[static_cast<unsigned>(date.month()) - 1]) + " " +
           std::to_string(static_cast<int>(date.year()));
}

std::string in_words(const LocalTime& local) { return in_words(local.date) + ", " + time_of_day(local.time); }

std::string time_of_day(Minutes since_midnight) {
    constexpr Minutes whole_day = days{1};
    const Minutes shown = (since_midnight % whole_day + whole_day) % whole_day;
    return padded(shown.count() / 60, 2) + ":" + padded(shown.count() % 60, 2);
}

std::string time_of_day(const Stamp& stamp) { return time_of_day(local_time_of(stamp).time); }

std::string iso(Date date) {
    return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

std::optional<Date> date_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = number(text.substr(0, 4), 4);
    const auto m = number(text.substr(5, 2), 2);
    const auto d = number(text.substr(8, 2), 2);
    if (!y || !m || !d) return std::nullopt;
    return checked(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

std::string duration_in_words(Millis duration) {
    const Millis size = duration < Millis{0} ? -duration : duration;
    if (size > Millis{0} && size < seconds{30}) return "less than a minute";
    const auto rounded = static_cast<std::size_t>(std::chrono::floor<Minutes>(size + seconds{30}).count());
    const std::size_t hours = rounded / 60;
    const std::size_t minutes = rounded % 60;
    if (hours == 0) return text::count(minutes, "minute", "minutes");
    if (minutes == 0) return text::count(hours, "hour", "hours");
    return text::count(hours, "hour", "hours") + " " + text::count(minutes, "minute", "minutes");
}

std::optional<Date> read_date(std::string_view typed, Date today) {
    Words words = date_words(typed);
    if (words.empty() || !today.ok()) return std::nullopt;
    if (const auto date = relative_date(words, today)) return date;
    // "Friday 27 November": a weekday in front must be the right one, or one of the two is a slip.
    const auto wanted = words.size() > 1 ? place_of(words[0], weekday_names) : std::nullopt;
    if (wanted) words.erase(words.begin());
    const auto date = words.size() == 1 ? date_in_numbers(words[0], today) : day_and_month(words, today);
    if (date && wanted && days_after_monday(*date) != static_cast<int>(*wanted)) return std::nullopt;
    return date;
}

std::optional<Minutes> read_time(std::string_view typed) {
    std::string time = lower(text::one_line(typed));
    if (time.starts_with("at ")) time.erase(0, 3);
    if (time == "noon" || time == "midday") return Minutes{12 * 60};
    const auto half_of_day = take_half_of_day(time);
    const std::size_t mark = std::min(time.find_first_of(":."), time.size());
    const auto hour = number(std::string_view(time).substr(0, mark), 2);
    std::optional<int> minute = 0;
    if (mark < time.size()) {
        const std::string_view behind = std::string_view(time).substr(mark + 1);
        minute = behind.size() == 2 ? number(behind, 2) : std::nullopt;
    }
    if (!hour || !minute || *minute > 59) return std::nullopt;
    if (!half_of_day) return *hour < 24 ? std::optional(Minutes{*hour * 60 + *minute}) : std::nullopt;
    if (*hour < 1 || *hour > 12) return std::nullopt;
    return Minutes{(*hour % 12 + *half_of_day) * 60 + *minute};
}

std::string_view date_examples() { return "friday, in 2 weeks, 1 december or 2026-12-01"; }

}  // namespace folkmoot
