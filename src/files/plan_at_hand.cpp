#include "src/files/plan_at_hand.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "src/base/atomic_file.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/files/plan_edit.h"
#include "src/files/plan_writer.h"
#include "src/files/toml_value.h"

namespace folkmoot {

namespace {

std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& name) {
    std::error_code ignored;
    auto path = folder / (name + ".toml");
    for (int number = 2; std::filesystem::exists(path, ignored); ++number)
        path = folder / fmt::format("{}-{}.toml", name, number);
    return path;
}

}  // namespace

std::string file_name_for(std::string_view title) {
    constexpr std::size_t longest = 60;
    std::string name;
    for (const char c : text::plain(title)) {
        const bool keeps = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (keeps)
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    name.resize(std::min(name.size(), longest));
    while (!name.empty() && name.back() == '-') name.pop_back();
    return name.empty() ? "meeting" : name;
}

PlanAtHand::PlanAtHand(std::filesystem::path file) : file_(std::move(file)) { read_again(); }

PlanAtHand PlanAtHand::begun(const std::filesystem::path& folder, std::string_view content) {
    const auto shown = toml_file::shown_path(folder);
    const Plan plan = read_plan_text(std::string(content), folder / "new plan");
    const auto file = free_name(folder, file_name_for(plan.title));
    write_file_atomically(file, content);
    PlanAtHand made(file);
    made.begun_here_ = true;
    return made;
}

void PlanAtHand::read_again() {
    content_ = toml_file::read_content(file_, "a plan");
    plan_ = read_plan_text(content_, file_);
}

void PlanAtHand::write(const std::string& content) {
    const Plan read = read_plan_text(content, file_);
    if (toml_file::read_content(file_, "a plan") != content_) {
        earlier_.clear();
        read_again();
        throw Error(fmt::format("{} was changed elsewhere meanwhile. It was read anew; please say it once more.",
                                toml_file::shown_path(file_)));
    }
    if (backed_up_ || begun_here_)
        write_file_atomically(file_, content);
    else
        save_keeping_backup(file_, content);
    backed_up_ = true;
    content_ = content;
    plan_ = read;
}

void PlanAtHand::change(const Plan& after) {
    const std::string before = content_;
    write(with_changes(content_, plan_, after, toml_file::shown_path(file_)));
    earlier_.push_back(before);
}

bool PlanAtHand::take_back() {
    if (earlier_.empty()) return false;
    const std::string before = earlier_.back();
    write(before);
    earlier_.pop_back();
    return true;
}

void PlanAtHand::throw_away() {
    std::error_code failed;
    std::filesystem::remove(file_, failed);
    if (failed) throw Error(fmt::format("{} cannot be deleted: {}.", toml_file::shown_path(file_), failed.message()));
}

}  // namespace folkmoot
