// What a person has set, in force in the running program.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/files/settings_file.h"
#include "src/page/page.h"
#include "src/render/renderer.h"

namespace folkmoot {

class Preferences {
public:
    /// `reader`: the profile of this start; the command line and the environment go before the settings until the
    /// person changes that very setting. `colour`: the environment allows it.
    Preferences(std::filesystem::path path, Settings settings, bool reader, bool colour);

    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const FaceSettings& face() const { return face_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Keys that cannot be had, in sentences.
    [[nodiscard]] const std::vector<std::string>& key_faults() const { return key_faults_; }

    /// Keeps "bell off" or "key note N", and counts from now on: what was changed, with its former value. Throws Error.
    std::string change(std::string_view typed);
    /// Like change, for the first start: what cannot be kept counts for this run all the same.
    void use(const std::string& profile, const std::string& face);

    /// One line a setting, with its present value and what it can be.
    [[nodiscard]] Page page() const;
    /// One line a key.
    [[nodiscard]] Page keys_page() const;

private:
    [[nodiscard]] Settings in_force() const;
    std::string change_key(const std::string& typed);
    void take_from_settings(const std::string& changed);

    std::filesystem::path path_;
    Settings settings_;
    bool colour_;
    FaceSettings face_;
    std::vector<std::string> key_faults_;
};

/// What the word settings led to.
struct SettingsTold {
    std::string said;              ///< empty: a page is being read
    std::optional<FaceKind> face;  ///< to be changed to
};

/// `settings`, `settings keys` and `settings NAME VALUE`, the same at home and in a meeting. Throws Error.
SettingsTold take_settings(Preferences& preferences, Renderer& renderer, const std::string& typed);

}  // namespace folkmoot
