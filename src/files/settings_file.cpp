#include "src/files/settings_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <system_error>

#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/files/plan_writer.h"
#include "src/files/table_reader.h"
#include "src/files/toml_edit.h"

namespace folkmoot {

using toml_file::FaultList;
using toml_file::TableReader;

namespace {

std::string choice(TableReader& table, std::string_view key, const std::vector<std::string>& choices) {
    auto word = table.text(key);
    if (word.empty() || std::ranges::find(choices, word) != choices.end()) return word;
    table.fault(key, text::list(choices, "or"));
    return {};
}

void read_thresholds(TableReader& root, Settings& settings, const FaultList& faults) {
    const auto before = faults.size();
    const auto typed = root.texts("thresholds");
    std::vector<Threshold> read;
    for (const auto& word : typed) {
        if (const auto threshold = threshold_from(word.text)) {
            read.push_back(*threshold);
            continue;
        }
        root.fault_at(word.line, fmt::format("{} in thresholds", toml_file::in_quotes(word.text)),
                      "half, a share such as 25 %, or the time left, such as 5 minutes");
    }
    if (root.has("thresholds") && faults.size() == before) settings.thresholds = std::move(read);
}

void read_switches(TableReader& root, Settings& settings) {
    settings.errors_take_cursor = root.yes_no("errors_take_cursor").value_or(settings.errors_take_cursor);
    settings.single_keys = root.yes_no("single_keys").value_or(settings.single_keys);
    settings.keys_without_enter = root.yes_no("keys_without_enter").value_or(settings.keys_without_enter);
    settings.last_minute_seconds = root.yes_no("last_minute_seconds").value_or(settings.last_minute_seconds);
    settings.colours = choice(root, "colours", {"auto", "none"}) != "none";
}

void read_all(TableReader& root, Settings& settings, const FaultList& faults) {
    if (auto face = choice(root, "face", {"linear", "screen"}); !face.empty()) settings.face = std::move(face);
    if (auto profile = choice(root, "profile", {"visual", "reader"}); !profile.empty())
        settings.profile = std::move(profile);
    const auto bell = choice(root, "bell", {"off", "important", "all"});
    if (bell == "off") settings.bell = Settings::Bell::off;
    if (bell == "all") settings.bell = Settings::Bell::all;
    settings.hints = choice(root, "hints", {"full", "short", "none"});
    if (root.has("width")) {
        const auto width = root.whole("width", 0, 1000);
        if (width && *width > 0 && *width < 20)
            root.fault("width", "a whole number from 20 to 1000, or 0 for the terminal's width");
        else
            settings.width = width.value_or(0);
    }
    read_switches(root, settings);
    if (const auto dates = choice(root, "dates", {"full", "short", "numbers"}); !dates.empty())
        settings.dates = dates == "short"     ? DateWords::without_weekday
                         : dates == "numbers" ? DateWords::numbers
                                              : DateWords::full;
    if (auto keys = root.table("keys")) {
        for (auto& [word, key] : keys->any_texts()) settings.keys.push_back({word, std::move(key.text), key.line});
    }
    settings.papers_ahead = root.whole("papers_ahead", 0, 365).value_or(settings.papers_ahead);
    settings.minutes_folder = root.text("minutes_folder");
    read_thresholds(root, settings, faults);
    root.finish();
}

}  // namespace

std::filesystem::path settings_path() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value == nullptr ? "" : value);
    };
    const auto config = variable("XDG_CONFIG_HOME");
    if (config.is_absolute()) return config / "folkmoot" / "settings.toml";
    const auto home = variable("HOME");
    return home.empty() ? home : home / ".config" / "folkmoot" / "settings.toml";
}

Settings read_settings(const std::filesystem::path& path) {
    Settings settings;
    std::error_code error;
    if (path.empty() || !std::filesystem::exists(path, error)) return settings;
    const auto shown = toml_file::shown_path(path);
    settings.shown_path = shown;
    try {
        if (std::filesystem::is_regular_file(path, error) && std::filesystem::file_size(path, error) == 0)
            return settings;
        const auto content = toml_file::parse(toml_file::read_content(path, "settings"), shown);
        FaultList faults(shown);
        TableReader root(content, "the settings", faults);
        read_all(root, settings, faults);
        settings.faults = faults.sorted();
    } catch (const FaultyFile& faulty) {
        settings.faults = faulty.faults();
    } catch (const Error& reason) {
        settings.faults = {{shown, 0, reason.what(), "a file that can be read"}};
    }
    return settings;
}

void keep_setting(const std::filesystem::path& path, std::string_view table, std::string_view key,
                  std::string_view written) {
    if (path.empty()) throw Error("There is no place for settings: neither XDG_CONFIG_HOME nor HOME is set.");
    std::error_code error;
    auto content = std::filesystem::exists(path, error) ? read_file(path) : std::string{};
    make_private_folder(path.parent_path());
    save_keeping_backup(path,
                        toml_file::with_value(std::move(content), table, key, written, toml_file::shown_path(path)));
}

}  // namespace folkmoot
