#include "src/app/preferences.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "src/base/text.h"
#include "src/files/settings_words.h"
#include "src/files/toml_value.h"

namespace folkmoot {

namespace {

constexpr std::string_view no_key = "none";

std::optional<Word> word_called(std::string_view name) {
    const auto row = std::ranges::find(all_words(), name, &WordInfo::name);
    return row == all_words().end() ? std::nullopt : std::optional(row->word);
}

std::vector<std::string> names_with_keys(const Keys& keys) {
    std::vector<std::string> names;
    for (const auto& row : all_words())
        if (!keys.of(row.word).empty()) names.emplace_back(row.name);
    return names;
}

/// The keys of the settings, without those that cannot be had; why not is added to `faults`.
Keys keys_of(const Settings& settings, std::vector<std::string>& faults) {
    Keys keys;
    std::vector<std::pair<std::string, std::string>> changes;
    for (const KeySetting& each : settings.keys) changes.emplace_back(each.word, each.key);
    const auto refused = keys.set_named(changes);
    for (std::size_t i = 0; i < refused.size(); ++i) {
        if (!refused[i].empty())
            faults.push_back(fmt::format("{}, line {}: {}", settings.shown_path, settings.keys[i].line, refused[i]));
    }
    return keys;
}

/// What stands behind "key"; nothing when the line is about another setting, such as keys without Enter.
std::optional<std::string> behind_key(const std::string& line) {
    const auto words = text::words(text::folded(line));
    const bool key = !words.empty() && (words.front() == "key" || words.front() == "keys");
    if (!key || (words.size() > 1 && words[1] == "without")) return std::nullopt;
    return line.substr(words.front().size());
}

std::string numbered(std::size_t number, std::size_t all, const std::string& said) {
    return fmt::format("{} of {}, {}", number, all, said);
}

ListItem line_of(const SettingInWords& setting, std::size_t number, std::size_t all) {
    ListItem line;
    line.text =
        numbered(number, all, fmt::format("{}, {}. It can be {}.", setting.name, setting.value, setting.can_be));
    if (setting.values.empty()) {
        line.acts.push_back({setting.name, {Word::settings, setting.key}, true, setting.begun});
        return line;
    }
    for (const auto& value : setting.values)
        line.acts.push_back({value, {Word::settings, fmt::format("{} {}", setting.key, value)}});
    const auto present = std::ranges::find(setting.values, setting.value) - setting.values.begin();
    line.enter = static_cast<std::size_t>(present + 1) % setting.values.size();
    return line;
}

const SettingInWords& with_key(const std::vector<SettingInWords>& all, const std::string& key) {
    const auto found = std::ranges::find(all, key, &SettingInWords::key);
    if (found == all.end()) throw Error("a setting is missing from the list of settings");
    return *found;
}

}  // namespace

Preferences::Preferences(std::filesystem::path path, Settings settings, bool reader, bool colour)
    : path_(std::move(path)), settings_(std::move(settings)), colour_(colour) {
    face_.reader = reader;
    take_from_settings("");
}

/// `changed`: the setting that the person has just changed; what the start decided otherwise gives way to it.
void Preferences::take_from_settings(const std::string& changed) {
    face_.width = settings_.width;
    face_.hints = settings_.hints;
    face_.errors_take_cursor = settings_.errors_take_cursor;
    face_.single_keys = settings_.single_keys;
    face_.keys_without_enter = settings_.keys_without_enter;
    if (changed == "profile") face_.reader = settings_.profile == "reader";
    face_.colour = settings_.colours && colour_;
    key_faults_.clear();
    face_.keys = keys_of(settings_, key_faults_);
    const DateWords dates = settings_.dates;
    face_.reworded = {};
    if (dates != DateWords::full) face_.reworded = [dates](std::string_view said) { return with_dates(said, dates); };
}

std::string Preferences::change(std::string_view typed) {
    const std::string line = text::one_line(typed);
    if (const auto behind = behind_key(line)) return change_key(*behind);
    const auto before = settings_in_words(in_force());
    const std::string key = change_setting(path_, line);
    settings_ = read_settings(path_);
    take_from_settings(key);
    const auto now = settings_in_words(in_force());
    const SettingInWords& changed = with_key(now, key);
    const std::string former = with_key(before, key).value;
    if (former == changed.value) return fmt::format("{}, {}, as before.", changed.name, changed.value);
    return fmt::format("{}, {}. Before, {}.", changed.name, changed.value, former);
}

/// "note N", "note none".
std::string Preferences::change_key(const std::string& typed) {
    const auto words = text::words(typed);
    const auto word = words.empty() ? std::nullopt : word_called(text::folded(words.front()));
    if (!word || words.size() != 2)
        throw Error(
            fmt::format("\"{}\" cannot be read. After key come a word, such as note, and one letter or mark, or "
                        "none. Example: settings key note N.",
                        text::first(text::one_line(typed), 60)));
    const std::string key = words[1] == no_key ? "" : words[1];
    if (const std::string why = face_.keys.why_not(*word, key); !why.empty()) throw Error(why);
    const std::string name(info(*word).name);
    const std::string former(face_.keys.of(*word));
    keep_setting(path_, "keys", name, toml_file::in_quotes(words[1]));
    settings_ = read_settings(path_);
    take_from_settings("keys");
    const auto said = [](std::string_view each) { return each.empty() ? "no key" : "key " + key_in_words(each); };
    return fmt::format("{}, {}. Before, {}.", name, said(key), said(former));
}

void Preferences::use(const std::string& profile, const std::string& face) {
    settings_.profile = profile;
    settings_.face = face;
    take_from_settings("profile");
    keep_setting(path_, "", "profile", toml_file::in_quotes(profile));
    keep_setting(path_, "", "face", toml_file::in_quotes(face));
}

/// What counts now, even when it was chosen for this start only.
Settings Preferences::in_force() const {
    Settings shown = settings_;
    shown.profile = face_.reader ? "reader" : "visual";
    return shown;
}

Page Preferences::page() const {
    Page page;
    const auto all = settings_in_words(in_force());
    List list;
    for (const auto& each : all) list.items.push_back(line_of(each, list.items.size() + 1, all.size() + 1));
    const std::size_t keys = names_with_keys(face_.keys).size();
    list.items.push_back({numbered(all.size() + 1, all.size() + 1,
                                   fmt::format("Keys, {} of them. Each word's key can be changed.", keys)),
                          {{"read them", {Word::settings, "keys"}}},
                          {"Type settings keys.", ""}});
    page.title = fmt::format("Settings, {}", text::count(list.items.size(), "line", "lines"));
    page.blocks.emplace_back(Hint{"To change one type its name and what it is to be. Example: settings bell off.",
                                  "On a line: Enter takes the next of what it can be, 1 the first, 2 the second; or it "
                                  "asks. {back} leads back."});
    page.blocks.emplace_back(std::move(list));
    page.blocks.emplace_back(
        Text{fmt::format("They are kept in {}, which any editor can change.",
                         path_.empty() ? std::string("no file: HOME is not set") : path_.string())});
    page.words = {Word::settings};
    return page;
}

Page Preferences::keys_page() const {
    Page page;
    const auto names = names_with_keys(face_.keys);
    List list;
    for (const auto& name : names) {
        const std::string key = key_in_words(face_.keys.of(*word_called(name)));
        list.items.push_back({numbered(list.items.size() + 1, names.size(), fmt::format("{}, key {}", name, key)),
                              {{fmt::format("key of {}, now {}", name, key), {Word::settings, "key " + name}, true}}});
    }
    page.title = fmt::format("Keys, {}", text::count(names.size(), "key", "keys"));
    page.blocks.emplace_back(Hint{"To change one type, for example, settings key note N; or none in place of N.",
                                  "On a line Enter asks for another key; none takes it away. {back} leads back. For a "
                                  "word without a key type, for example, :settings key agenda G."});
    page.blocks.emplace_back(std::move(list));
    page.words = {Word::settings};
    return page;
}

SettingsTold take_settings(Preferences& preferences, Renderer& renderer, const std::string& typed) {
    const std::string folded = text::folded(typed);
    if (folded.empty() || folded == "keys" || folded == "key") {
        renderer.read_out(folded.empty() ? preferences.page() : preferences.keys_page());
        return {};
    }
    const auto face_before = preferences.settings().face;
    SettingsTold told{preferences.change(typed), std::nullopt};
    renderer.settle(preferences.face());
    renderer.refresh_read(preferences.page());
    renderer.refresh_read(preferences.keys_page());
    const auto& face = preferences.settings().face;
    if (face && (face != face_before || folded.starts_with("face")))
        told.face = face == "linear" ? FaceKind::linear : FaceKind::screen;
    return told;
}

}  // namespace folkmoot
