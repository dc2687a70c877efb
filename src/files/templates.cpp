#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "src/base/atomic_file.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/files/plan_writer.h"
#include "src/files/toml_edit.h"
#include "src/files/toml_value.h"

namespace folkmoot {

namespace {

/// The remark at the top of a file: its lines up to the first that is no remark or says nothing.
std::vector<std::string> first_remark(std::string_view content) {
    std::vector<std::string> lines;
    while (content.starts_with('#')) {
        const auto end = std::min(content.find('\n'), content.size());
        auto line = text::one_line(content.substr(1, end - 1));
        if (line.empty()) break;
        lines.push_back(std::move(line));
        content.remove_prefix(std::min(end + 1, content.size()));
    }
    return lines;
}

void describe_from_remark(TemplateInfo& info, std::string_view content) {
    const auto lines = first_remark(content);
    if (lines.empty()) return;
    info.name = lines.front();
    for (std::size_t i = 1; i < lines.size(); ++i) info.why += (i == 1 ? "" : " ") + lines[i];
}

void describe_from_table(TemplateInfo& info, const toml_file::Value& root) {
    const auto* table = root.find("template");
    if (table == nullptr) return;
    if (const auto* name = table->find("name"); name != nullptr && !name->text.empty()) info.name = name->text;
    if (const auto* why = table->find("why"); why != nullptr && !why->text.empty()) info.why = why->text;
}

TemplateInfo describe(const std::filesystem::path& path) {
    const auto id = text::one_line(path.stem().string());
    TemplateInfo info{id, id, {}, path};
    try {
        const auto content = toml_file::read_content(path, "a template");
        describe_from_remark(info, content);
        describe_from_table(info, toml_file::parse(content, toml_file::shown_path(path)));
    } catch (const Error&) {
        // Choosing it says what is wrong.
    }
    return info;
}

std::filesystem::path template_path(std::string_view name_or_path, const std::filesystem::path& folder) {
    const bool is_path = name_or_path.find('/') != std::string_view::npos || name_or_path.ends_with(".toml");
    if (is_path) return std::filesystem::path(name_or_path);
    std::vector<std::string> ids;
    for (const auto& known : templates(folder)) {
        if (text::folded(known.id) == text::folded(name_or_path)) return known.path;
        ids.push_back(known.id);
    }
    throw Error(fmt::format("There is no template {}; known: {}.", text::one_line(name_or_path),
                            ids.empty() ? "none in " + toml_file::shown_path(folder) : text::list(ids)));
}

}  // namespace

std::vector<TemplateInfo> templates(const std::filesystem::path& folder) {
    std::vector<TemplateInfo> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".toml") found.push_back(describe(entry.path()));
    std::ranges::sort(found, {}, &TemplateInfo::id);
    return found;
}

std::string new_plan(std::string_view name_or_path, const std::filesystem::path& folder, const NewPlan& wanted) {
    const auto path = template_path(name_or_path, folder);
    const auto shown = toml_file::shown_path(path);
    auto content = toml_file::read_content(path, "a template");
    const auto set = [&](std::string_view table, std::string_view key, const std::string& written) {
        content = toml_file::with_value(std::move(content), table, key, written, shown);
    };
    const auto set_text = [&](std::string_view table, std::string_view key, const std::string& value) {
        if (!value.empty()) set(table, key, toml_file::in_quotes(text::one_line(value)));
    };
    set_text("meeting", "title", wanted.title);
    if (wanted.date)
        set("meeting", "date", fmt::format("{}T{}:00", iso(wanted.date->date), time_of_day(wanted.date->time)));
    set_text("meeting", "zone", wanted.zone);
    set_text("meeting", "group", wanted.group);
    set_text("partnership", "file", wanted.partnership_file);
    return content;
}

std::optional<std::filesystem::path> save_keeping_backup(const std::filesystem::path& path, std::string_view content) {
    std::error_code error;
    std::optional<std::filesystem::path> kept;
    // A file that is kept elsewhere and linked here shall stay linked.
    const auto target = std::filesystem::is_symlink(path, error) ? std::filesystem::weakly_canonical(path) : path;
    if (std::filesystem::exists(target, error)) {
        if (!std::filesystem::is_regular_file(target, error))
            throw Error(text::printable(target.string()) + " is not an ordinary file, so nothing was written to it.");
        kept = target;
        *kept += ".bak";
        write_file_atomically(*kept, read_file(target));
    }
    write_file_atomically(target, content);
    return kept;
}

std::string before_in_words(const std::optional<std::filesystem::path>& kept) {
    return kept ? fmt::format(" What was there before is in {}.", text::one_line(kept->string())) : "";
}

}  // namespace folkmoot
