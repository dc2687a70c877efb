#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>

#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/surroundings.h"
#include "src/exports/taskwarrior.h"
#include "src/log/log.h"
#include "src/session/actions_desk.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

std::string what_it_holds(const std::filesystem::path& from) {
    if (from != "-") return read_file(from);
    std::string all{std::istreambuf_iterator<char>(std::cin), {}};
    if (std::cin.bad()) throw Error("The standard input cannot be read. Nothing was changed.");
    return all;
}

TasksThere read_tasks(const std::filesystem::path& from) {
    try {
        return tasks_there(what_it_holds(from));
    } catch (const Error& error) {
        const std::string name = from == "-" ? "The standard input" : from.string();
        const std::string why = error.what();
        throw Error(why.starts_with(name) ? why : fmt::format("{}: {}. Nothing was changed.", name, why));
    }
}

/// Marks what is done there as done here, one act each.
class Marking {
public:
    Marking(Log& log, const Stamp& now) : log_(log), now_(now), actions_(log.actions(true)) {}

    void done(const Id128& id) {
        const auto* action = find(id);
        if (action == nullptr) return;
        if (is_over(action->state)) {
            ++known_;
            return;
        }
        const auto told = ActionsDesk(log_, log_).act(action->id, desk::Finish{}, now_);
        if (const auto* refusal = std::get_if<Refusal>(&told)) {
            lines_.push_back("Left as it was: " + refusal->why);
            ++refused_;
            return;
        }
        lines_.push_back(std::get<std::string>(told));
        ++marked_;
    }

    void deleted(const Id128& id) {
        const auto* action = find(id);
        if (action == nullptr || is_over(action->state)) return;
        lines_.push_back(
            fmt::format("Deleted there, and still open here: {}. Dropping it needs the reason: folkmoot "
                        "actions drop {} REASON",
                        text::one_line(action->what), action->id.shown(8)));
    }

    [[nodiscard]] std::vector<std::string> told() const {
        auto lines = lines_;
        std::string sum = marked_ == 0 ? "Nothing new is done."
                                       : fmt::format("{} done now.", text::count(marked_, "action is", "actions are"));
        if (known_ > 0) sum += fmt::format(" {} settled before.", text::count(known_, "was", "were"));
        if (others_ > 0)
            sum += fmt::format(" {} of no action of this log.", text::count(others_, "task is", "tasks are"));
        lines.push_back(sum);
        return lines;
    }
    [[nodiscard]] bool all_marked() const { return refused_ == 0; }

private:
    const ActionSummary* find(const Id128& id) {
        const auto found = std::ranges::find_if(actions_, [&](const auto& each) { return each.id == CaptureId(id); });
        if (found != actions_.end()) return &*found;
        ++others_;
        return nullptr;
    }

    Log& log_;
    Stamp now_;
    std::vector<ActionSummary> actions_;
    std::vector<std::string> lines_;
    std::size_t marked_ = 0, known_ = 0, others_ = 0, refused_ = 0;
};

}  // namespace

void describe_actions_import(CLI::App& actions, Descriptions& all) {
    auto* command = actions.add_subcommand(
        "import",
        "Mark as done what Taskwarrior says is done\nThe file is what task export wrote, of tasks that came from "
        "folkmoot actions --format taskwarrior. The same file twice changes nothing more");
    const auto taken = std::make_shared<launch::ActionsImport>();
    command->add_option("file", taken->from, "The file; - is the standard input")->required()->type_name("FILE");
    command->footer("folkmoot actions import tasks.json");
    refuse_options_above(actions, *command);
    all.push_back({command, [taken] { return *taken; }});
}

Told import_actions(const launch::ActionsImport& command, const Launch& launch, Clock& clock) {
    const TasksThere there = read_tasks(command.from);
    const auto log = open_log(launch, LogMode::write, clock);
    std::vector<std::string> lines = log->notices();
    Marking marking(*log, clock.now());
    for (const Id128& each : there.done) marking.done(each);
    for (const Id128& each : there.deleted) marking.deleted(each);
    log->finish();
    const auto told = marking.told();
    lines.insert(lines.end(), told.begin(), told.end());
    return {in_lines(lines), marking.all_marked() ? 0 : 1, true};
}

}  // namespace folkmoot::cli
