#include "src/time/date_words.h"

#include <algorithm>

#include "src/time/calendar.h"

namespace folkmoot {

namespace {

/// The words with which a text begins, as many as a date in full has; what follows the year is left out.
std::string_view first_words(std::string_view text) {
    constexpr int before_the_year = 3;
    constexpr std::size_t digits = 4;
    std::size_t at = 0;
    for (int i = 0; i < before_the_year; ++i) {
        const std::size_t blank = text.find(' ', at);
        if (blank == std::string_view::npos) return {};
        at = blank + 1;
    }
    return text.substr(0, at + digits);
}

}  // namespace

std::string with_dates(std::string_view text, DateWords words) {
    if (words == DateWords::full) return std::string(text);
    // Any day will do: a date in full has its year.
    constexpr Date today = std::chrono::year{2000} / std::chrono::January / 1;
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins =
            text[at] >= 'A' && text[at] <= 'Z' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(');
        const std::string_view found = begins ? first_words(text.substr(at)) : std::string_view();
        const auto date = found.empty() ? std::nullopt : read_date(found, today);
        // Only what stands exactly as dates are said is one.
        if (!date || in_words(*date) != found) {
            all += text[at++];
            continue;
        }
        all += words == DateWords::numbers ? iso(*date) : std::string(found.substr(found.find(' ') + 1));
        at += found.size();
    }
    return all;
}

}  // namespace folkmoot
