#include "src/files/plan_list.h"

#include <algorithm>
#include <system_error>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/files/toml_value.h"

namespace folkmoot {

namespace {

using toml_file::Value;

std::optional<PlanFile> plan_in(const std::filesystem::path& path) {
    try {
        const Value root = toml_file::parse(toml_file::read_content(path, "a plan"), toml_file::shown_path(path));
        const Value* meeting = root.find("meeting");
        if (meeting == nullptr || meeting->kind != Value::Kind::table) return std::nullopt;
        PlanFile found{path, text::one_line(path.filename().string()), std::nullopt};
        if (const Value* title = meeting->find("title"); title != nullptr && !title->text.empty())
            found.title = title->text;
        const Value* date = meeting->find("date");
        if (date != nullptr && (date->kind == Value::Kind::date || date->kind == Value::Kind::local_time))
            found.date = date->time.date;
        return found;
    } catch (const Error&) {
        return std::nullopt;
    }
}

bool comes_first(const PlanFile& one, const PlanFile& other) {
    if (one.date != other.date) return one.date > other.date;  // nothing is less than any date
    return one.path < other.path;
}

}  // namespace

std::vector<PlanFile> plans_in(const std::filesystem::path& folder, std::size_t most) {
    std::vector<PlanFile> found;
    std::error_code error;
    std::filesystem::directory_iterator entries(folder, error);
    for (; !error && entries != std::filesystem::directory_iterator(); entries.increment(error)) {
        if (entries->path().extension() != ".toml") continue;
        if (auto plan = plan_in(entries->path())) found.push_back(*std::move(plan));
    }
    std::ranges::sort(found, comes_first);
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace folkmoot
