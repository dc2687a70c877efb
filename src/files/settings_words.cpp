#include "src/files/settings_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "src/base/text.h"
#include "src/files/toml_value.h"

namespace folkmoot {

namespace {

constexpr int narrowest = 20;
constexpr int widest = 1000;
constexpr int longest_ahead = 365;

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

std::string bell_word(Settings::Bell bell) {
    return bell == Settings::Bell::off ? "off" : bell == Settings::Bell::all ? "all" : "important";
}

std::string dates_word(DateWords dates) {
    return dates == DateWords::full ? "full" : dates == DateWords::numbers ? "numbers" : "short";
}

std::string on_off(bool on) { return on ? "on" : "off"; }

SettingInWords chosen(std::string key, std::string name, std::string value, std::vector<std::string> values,
                      std::string can_be) {
    return {std::move(key), std::move(name), std::move(value), std::move(can_be), std::move(values), "", "", ""};
}

SettingInWords switched(std::string key, std::string name, bool on, std::string can_be) {
    return chosen(std::move(key), std::move(name), on_off(on), {"on", "off"}, std::move(can_be));
}

void add_typed(std::vector<SettingInWords>& all, const Settings& settings) {
    const auto thresholds = in_words(settings.thresholds);
    const auto number = [](int value) { return std::to_string(value); };
    all.push_back({"thresholds",
                   "Times said",
                   thresholds.empty() ? "no time" : text::list(thresholds),
                   "others or none",
                   {},
                   "half, a share such as 25 %, or the time left, such as 5 minutes, with commas between; or none",
                   "half, 5 minutes, 1 minute",
                   thresholds.empty() ? "none" : joined(thresholds)});
    all.push_back({"width",
                   "Width of plain lines",
                   settings.width == 0 ? "the terminal's" : number(settings.width) + " columns",
                   fmt::format("{} to {}{}", narrowest, widest, settings.width == 0 ? " columns" : ", or terminal"),
                   {},
                   fmt::format("a number of columns from {} to {}, or terminal", narrowest, widest),
                   "60",
                   settings.width == 0 ? "terminal" : number(settings.width)});
    all.push_back({"papers_ahead",
                   "Papers ahead",
                   text::count(static_cast<std::size_t>(settings.papers_ahead), "day", "days"),
                   fmt::format("0 to {}", longest_ahead),
                   {},
                   fmt::format("a number of days from 0 to {}", longest_ahead),
                   "14",
                   number(settings.papers_ahead)});
    all.push_back({"minutes_folder",
                   "Minutes folder",
                   settings.minutes_folder.empty() ? "beside the log" : settings.minutes_folder,
                   "any folder",
                   {},
                   "a folder's whole path, which begins with a slash or with ~/, or beside the log",
                   "~/minutes",
                   settings.minutes_folder.empty() ? "beside the log" : settings.minutes_folder});
}

/// A setting's key, and what was typed behind its name.
struct Named {
    const SettingInWords* setting;
    std::string value;
};

/// "minutes folder ~/m", "minutes_folder ~/m", "minutes ~/m".
std::optional<Named> named(const std::vector<SettingInWords>& all, const std::string& typed) {
    for (const auto& each : all) {
        for (const bool spaced : {true, false}) {
            std::string name = each.key;
            if (spaced) std::ranges::replace(name, '_', ' ');
            const std::string begins = text::folded(typed.substr(0, name.size()));
            if (begins == name && (typed.size() == name.size() || typed[name.size()] == ' '))
                return Named{&each, text::one_line(typed.substr(name.size()))};
        }
    }
    const auto blank = std::min(typed.find(' '), typed.size());
    const std::string first = text::folded(typed.substr(0, blank));
    const SettingInWords* found = nullptr;
    for (const auto& each : all) {
        if (first.empty() || !each.key.starts_with(first)) continue;
        if (found != nullptr) return std::nullopt;
        found = &each;
    }
    if (found == nullptr) return std::nullopt;
    return Named{found, text::one_line(typed.substr(blank))};
}

std::string as_typed(const SettingInWords& setting) {
    std::string name = setting.key;
    std::ranges::replace(name, '_', ' ');
    return name;
}

[[noreturn]] void refuse(const Named& named) {
    const SettingInWords& setting = *named.setting;
    const std::string allowed = setting.values.empty() ? setting.allowed : text::list(setting.values, "or");
    const std::string example = setting.values.empty() ? setting.example : setting.values.front();
    const std::string typed = named.value.empty() ? "" : fmt::format(", not \"{}\"", text::first(named.value, 60));
    throw Error(fmt::format("{} can be {}{}. Example: settings {} {}.", setting.name, allowed, typed, as_typed(setting),
                            example));
}

std::optional<int> whole(const std::string& typed, int low, int high) {
    int value = 0;
    const auto* end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, value);
    const std::string unit = text::folded(text::one_line(std::string(read.ptr, end)));
    const bool known = unit.empty() || unit == "days" || unit == "day" || unit == "columns";
    if (read.ec != std::errc{} || !known || value < low || value > high) return std::nullopt;
    return value;
}

std::optional<std::string> thresholds_written(const std::string& typed) {
    if (text::folded(typed) == "none") return "[]";
    const auto thresholds = thresholds_from(typed);
    if (!thresholds) return std::nullopt;
    std::vector<std::string> written;
    for (const std::string& each : in_words(*thresholds)) written.push_back(toml_file::in_quotes(each));
    return "[" + joined(written) + "]";
}

std::optional<std::string> folder_written(const std::string& typed) {
    if (text::folded(typed) == "beside the log") return toml_file::in_quotes("");
    std::string path = typed;
    if (path == "~" || path.starts_with("~/")) {
        const char* home = std::getenv("HOME");
        if (home == nullptr || *home == '\0') return std::nullopt;
        path = home + path.substr(1);
    }
    if (!path.starts_with('/')) return std::nullopt;
    std::error_code error;
    if (std::filesystem::exists(path, error) && !std::filesystem::is_directory(path, error))
        throw Error(
            fmt::format("{} is a file, and minutes need a folder. Example: settings minutes folder ~/minutes.", path));
    return toml_file::in_quotes(path);
}

/// What stands in the file for what was typed; nothing when it is none of what is allowed.
std::optional<std::string> written(const Named& named) {
    const SettingInWords& setting = *named.setting;
    const std::string value = text::folded(named.value);
    if (!setting.values.empty()) {
        if (std::ranges::find(setting.values, value) == setting.values.end()) return std::nullopt;
        if (setting.values.front() == "on") return value == "on" ? "true" : "false";
        return toml_file::in_quotes(value);
    }
    if (named.value.empty()) return std::nullopt;
    if (setting.key == "thresholds") return thresholds_written(named.value);
    if (setting.key == "minutes_folder") return folder_written(named.value);
    if (setting.key == "width" && value.starts_with("terminal")) return "0";
    if (setting.key == "width" && value == "the terminal's") return "0";
    const auto number = setting.key == "width" ? whole(value, narrowest, widest) : whole(value, 0, longest_ahead);
    return number ? std::optional(std::to_string(*number)) : std::nullopt;
}

}  // namespace

std::vector<SettingInWords> settings_in_words(const Settings& settings) {
    std::vector<SettingInWords> all{
        chosen("profile", "Profile", settings.profile.value_or("visual"), {"visual", "reader"},
               "visual or reader, for ears and fingers"),
        chosen("face", "Face", settings.face.value_or("screen"), {"screen", "linear"},
               "screen or linear, plain lines of text"),
        switched("errors_take_cursor", "Errors take the cursor", settings.errors_take_cursor,
                 "on, until the next key, or off"),
        chosen("hints", "Hints", settings.hints.empty() ? "full" : settings.hints, {"full", "short", "none"},
               "full, short or none"),
        chosen("bell", "Bell", bell_word(settings.bell), {"off", "important", "all"},
               "off, important or all, for errors too"),
        switched("single_keys", "Single keys", settings.single_keys, "on, or off, with a colon before words"),
        switched("keys_without_enter", "Keys without Enter", settings.keys_without_enter, "on or off, in plain lines"),
        switched("last_minute_seconds", "Last minute in seconds", settings.last_minute_seconds, "on or off"),
        chosen("colours", "Colours", settings.colours ? "auto" : "none", {"auto", "none"}, "auto or none"),
        chosen("dates", "Dates", dates_word(settings.dates), {"full", "short", "numbers"},
               "full, short or numbers, such as 2026-11-24"),
    };
    add_typed(all, settings);
    return all;
}

std::string change_setting(const std::filesystem::path& path, std::string_view typed) {
    const std::string line = text::one_line(typed);
    const auto all = settings_in_words(read_settings(path));
    const auto found = named(all, line);
    if (!found) {
        std::vector<std::string> names;
        for (const auto& each : all) names.push_back(as_typed(each));
        names.emplace_back("key");
        throw Error(fmt::format("\"{}\" is no setting. It can be {}. Example: settings bell off.",
                                text::first(line, 60), text::list(names, "or")));
    }
    const auto value = written(*found);
    if (!value) refuse(*found);
    keep_setting(path, "", found->setting->key, *value);
    return found->setting->key;
}

}  // namespace folkmoot
