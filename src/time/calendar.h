// Dates and times of day as people say and write them. British English; the Gregorian calendar; zones by date's tz.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "src/time/stamp.h"

namespace folkmoot {

using Date = std::chrono::year_month_day;

/// A local date and time of day, as a plan has it; which moment that is depends on a zone.
struct LocalTime {
    Date date{};
    Minutes time{0};  ///< since midnight, 0 to 1439

    auto operator<=>(const LocalTime&) const = default;
};

Date date_of(const Stamp& stamp);  ///< the local date
LocalTime local_time_of(const Stamp& stamp);
Date plus_days(Date date, int count);
int days_between(Date from, Date to);  ///< to - from

/// The moment of a local time in a zone ("Europe/London"; empty: the machine's). In the hour that summer time skips:
/// the first moment after it; in the hour that comes twice: the first. Error when there is no such zone.
std::chrono::sys_seconds moment_of(const LocalTime& local, std::string_view zone);
/// Local time minus UTC of that zone at that moment.
Minutes offset_at(std::chrono::sys_seconds moment, std::string_view zone);
bool zone_exists(std::string_view zone);

std::string in_words(Date date);                  ///< "Tuesday 24 November 2026"
std::string month_in_words(Date date);            ///< "November 2026"
std::string in_words(const LocalTime& local);     ///< "Tuesday 24 November 2026, 14:00"
std::string time_of_day(Minutes since_midnight);  ///< "14:00"; wraps at 24 hours
std::string time_of_day(const Stamp& stamp);      ///< local, "14:00"
std::string iso(Date date);                       ///< "2026-11-24"
std::optional<Date> date_from_iso(std::string_view text);

/// "1 minute", "12 minutes", "1 hour", "1 hour 5 minutes"; under half a minute "less than a minute". Rounded to the
/// nearest minute, halves up.
std::string duration_in_words(Millis duration);

/// A date typed as people say it: today, tomorrow, friday (the next one after today), next friday (the one in the
/// week after this, weeks start on Monday), in 2 weeks, in 3 days, in a month, next week, 1 december, december 1,
/// 1 dec 2027, the 1st of december, 2026-12-01, 1/12/2026 (day first). A day and month without a year is the next
/// one from today on. Case does not matter. Nothing when it is no date.
std::optional<Date> read_date(std::string_view typed, Date today);

/// "14:00", "9", "9:30", "2pm", "2.30 pm"; nothing when it is no time of day.
std::optional<Minutes> read_time(std::string_view typed);

/// What read_date takes, for error messages: "friday, in 2 weeks, 1 december or 2026-12-01".
std::string_view date_examples();

}  // namespace folkmoot
