#include "src/files/settings_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "src/base/text.h"

namespace folkmoot {

namespace {

std::string in_words(const Threshold& threshold) {
    if (threshold.kind == Threshold::Kind::share_gone)
        return threshold.share == 0.5 ? "half" : fmt::format("{:.0f} %", 100 * threshold.share);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(threshold.left).count();
    return seconds % 60 == 0 ? text::count(static_cast<std::size_t>(seconds / 60), "minute", "minutes")
                             : text::count(static_cast<std::size_t>(seconds), "second", "seconds");
}

std::string bell_word(Settings::Bell bell) {
    switch (bell) {
        case Settings::Bell::off:
            return "off";
        case Settings::Bell::important:
            return "important";
        case Settings::Bell::all:
            return "all";
    }
    return "";
}

}  // namespace

std::vector<SettingInWords> settings_in_words(const Settings& settings) {
    std::vector<std::string> thresholds;
    for (const Threshold& each : settings.thresholds) thresholds.push_back(in_words(each));
    return {
        {"profile",
         fmt::format("Profile, {}: visual is for eyes, reader for screen readers and braille",
                     settings.profile.value_or("visual")),
         {"visual", "reader"}},
        {"face",
         fmt::format("Face, {}: the full screen, or plain lines", settings.face.value_or("screen where it can be")),
         {"screen", "linear"}},
        {"hints",
         fmt::format("Hints, {}: what the screens say about their keys",
                     settings.hints.empty() ? "full" : settings.hints),
         {"full", "short", "none"}},
        {"bell",
         fmt::format("Bell, {}: important is for the time and for what could not be kept", bell_word(settings.bell)),
         {"off", "important", "all"}},
        {"thresholds",
         fmt::format("Time is said at {}", thresholds.empty() ? "no threshold" : text::list(thresholds)),
         {}},
        {"width",
         settings.width == 0 ? std::string("Width of plain lines, the terminal's")
                             : fmt::format("Width of plain lines, {} columns", settings.width),
         {}},
        {"papers_ahead",
         fmt::format("Papers are to be sent {} ahead",
                     text::count(static_cast<std::size_t>(settings.papers_ahead), "day", "days")),
         {}},
        {"minutes_folder",
         "Minutes are written " +
             (settings.minutes_folder.empty() ? std::string("beside the log") : "to " + settings.minutes_folder),
         {}},
    };
}

std::string change_setting(const std::filesystem::path& path, const std::string& typed) {
    const auto words = text::words(text::folded(typed));
    const auto all = settings_in_words(read_settings(path));
    const auto found = words.empty() ? all.end() : std::ranges::find(all, words.front(), &SettingInWords::key);
    std::vector<std::string> keys;
    for (const auto& each : all) {
        if (!each.values.empty()) keys.push_back(each.key);
    }
    if (found == all.end() || found->values.empty())
        throw Error(
            fmt::format("\"{}\" is no setting that can be changed here. It can be {}; the others are in {}. "
                        "Example: settings bell off.",
                        text::one_line(typed), text::list(keys, "or"), path.string()));
    const std::string value = words.size() == 2 ? words[1] : "";
    if (std::ranges::find(found->values, value) == found->values.end())
        throw Error(fmt::format("{} can be {}, not \"{}\". Example: settings {} {}.", found->key,
                                text::list(found->values, "or"), value, found->key, found->values.front()));
    keep_setting(path, found->key, value);
    return fmt::format("Kept: {} {}. It counts from the next start.", found->key, value);
}

}  // namespace folkmoot
