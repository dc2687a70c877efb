#include "src/time/threshold_words.h"

#include <fmt/format.h>

#include <charconv>

#include "src/base/text.h"

namespace folkmoot {

std::optional<Threshold> threshold_from(const std::string& typed) {
    const auto folded = text::folded(typed);
    if (folded == "half") return Threshold{Threshold::Kind::share_gone, 0.5, Millis{0}};
    int count = 0;
    const auto* end = folded.data() + folded.size();
    const auto number = std::from_chars(folded.data(), end, count);
    if (number.ec != std::errc{}) return std::nullopt;
    const auto unit = text::one_line(std::string_view(number.ptr, static_cast<std::size_t>(end - number.ptr)));
    if (unit == "%" && count >= 1 && count <= 99)
        return Threshold{Threshold::Kind::share_gone, count / 100.0, Millis{0}};
    if ((unit == "minutes" || unit == "minute") && count >= 1 && count <= 1440)
        return Threshold{Threshold::Kind::time_left, 0.5, Minutes{count}};
    if ((unit == "seconds" || unit == "second") && count >= 1 && count <= 3600)
        return Threshold{Threshold::Kind::time_left, 0.5, std::chrono::seconds{count}};
    return std::nullopt;
}

std::optional<std::vector<Threshold>> thresholds_from(std::string typed) {
    constexpr std::string_view last = " and ";
    if (const auto at = typed.find(last); at != std::string::npos) typed.replace(at, last.size(), ",");
    std::vector<Threshold> all;
    for (std::size_t at = 0; at <= typed.size();) {
        const std::size_t end = std::min(typed.find(',', at), typed.size());
        const auto each = threshold_from(text::one_line(typed.substr(at, end - at)));
        if (!each) return std::nullopt;
        all.push_back(*each);
        at = end + 1;
    }
    return all;
}

std::string in_words(const Threshold& threshold) {
    if (threshold.kind == Threshold::Kind::share_gone)
        return threshold.share == 0.5 ? "half" : fmt::format("{:.0f} %", 100 * threshold.share);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(threshold.left).count();
    return seconds % 60 == 0 ? text::count(static_cast<std::size_t>(seconds / 60), "minute", "minutes")
                             : text::count(static_cast<std::size_t>(seconds), "second", "seconds");
}

std::vector<std::string> in_words(const std::vector<Threshold>& thresholds) {
    std::vector<std::string> all;
    for (const Threshold& each : thresholds) all.push_back(in_words(each));
    return all;
}

}  // namespace folkmoot
