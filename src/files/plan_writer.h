// Plans written for people: a plan as TOML, and new plans from templates, whose remarks are kept.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/plan.h"

namespace folkmoot {

/// Readable aloud; reads back as the same plan where its instrument is known, but for the groups and the glossary,
/// which only a partnership's own file holds.
std::string plan_to_toml(const Plan& plan);

struct TemplateInfo {
    std::string id;    ///< the file's name without .toml
    std::string name;  ///< from [template], else the first remark's first line, else the id
    std::string why;   ///< what it is for: from [template], else the rest of the first remark; may be empty
    std::filesystem::path path;
    bool operator==(const TemplateInfo&) const = default;
};

/// Those of a folder, in the order of their ids; none when there is no such folder. A template that is no TOML is
/// listed too, so that choosing it shows its faults.
std::vector<TemplateInfo> templates(const std::filesystem::path& folder);

/// What a new plan says that its template cannot know. Empty: as the template has it.
struct NewPlan {
    std::string title;
    std::optional<LocalTime> date;
    std::string zone;
    std::string group;
    std::string partnership_file;  ///< as [partnership] file = "..."
};

/// The template's text with these lines changed or added and everything else as it is. `name_or_path`: the id of a
/// template in `folder`, or a path (with a slash, or ending in .toml). Throws FaultyFile; Error when there is no such
/// template, naming those that are there.
std::string new_plan(std::string_view name_or_path, const std::filesystem::path& folder, const NewPlan& wanted);

/// Writes a file that people edit, atomically; what stood there before is kept beside it as NAME.bak,
/// and where that is comes back.
std::optional<std::filesystem::path> save_keeping_backup(const std::filesystem::path& path, std::string_view content);
/// " What was there before is in plan.toml.bak.", behind what was written; empty when nothing was there.
std::string before_in_words(const std::optional<std::filesystem::path>& kept);

}  // namespace folkmoot
