#include "src/cli/commands.h"

#include <fmt/format.h>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/cli/surroundings.h"
#include "src/log/log.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

struct Runner {
    const Launch& launch;
    Clock& clock;

    [[nodiscard]] std::unique_ptr<Log> reading() const { return open_log(launch, LogMode::read, clock); }

    std::optional<Told> operator()(const launch::Home&) const { return std::nullopt; }
    std::optional<Told> operator()(const launch::Run&) const { return std::nullopt; }
    std::optional<Told> operator()(const launch::Resume&) const { return std::nullopt; }
    std::optional<Told> operator()(const launch::Follow&) const { return std::nullopt; }
    std::optional<Told> operator()(const launch::Demo&) const { return std::nullopt; }
    std::optional<Told> operator()(const launch::PlanCheck& command) const { return cli::check_plan(command); }
    std::optional<Told> operator()(const launch::PlanShow& command) const { return cli::show_plan(command); }
    std::optional<Told> operator()(const launch::PlanNew& command) const { return cli::new_plan_file(command, clock); }
    std::optional<Told> operator()(const launch::PlanNext& command) const {
        return cli::next_plan_file(command, *reading());
    }
    std::optional<Told> operator()(const launch::PartnershipShow& command) const {
        return cli::show_partnership(command, *reading(), clock);
    }
    std::optional<Told> operator()(const launch::PartnershipExport& command) const {
        return cli::export_partnership(command, *reading());
    }
    std::optional<Told> operator()(const launch::PartnershipImport& command) const {
        return cli::import_partnership(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::LogList& command) const {
        return cli::list_meetings(command, *reading(), clock);
    }
    std::optional<Told> operator()(const launch::LogNext& command) const {
        return cli::show_next(command, *reading(), clock);
    }
    std::optional<Told> operator()(const launch::LogAttendance& command) const {
        return cli::show_attendance(command, *reading(), clock);
    }
    std::optional<Told> operator()(const launch::LogSearch& command) const {
        return cli::search_log(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::LogStory& command) const {
        return cli::tell_story(command, *reading());
    }
    std::optional<Told> operator()(const launch::LogShow& command) const {
        return cli::show_meeting(command, *reading());
    }
    std::optional<Told> operator()(const launch::Minutes& command) const {
        return cli::show_minutes(command, *reading());
    }
    std::optional<Told> operator()(const launch::Actions& command) const {
        return cli::list_actions(command, *reading(), clock);
    }
    std::optional<Told> operator()(const launch::ActionAct& command) const {
        return cli::act_on_action(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::ActionsImport& command) const {
        return cli::import_actions(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::Trends& command) const {
        return cli::show_trends(command, *reading(), clock);
    }
    std::optional<Told> operator()(const launch::Review& command) const {
        return cli::show_review(command, *reading(), clock);
    }
    std::optional<Told> operator()(const launch::Export& command) const {
        return cli::export_log(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::Import& command) const {
        return cli::import_log(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::Held& command) const { return cli::show_held(command, launch, clock); }
    std::optional<Told> operator()(const launch::Forget& command) const {
        return cli::run_forget(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::Backup& command) const {
        return cli::run_backup(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::Doctor& command) const {
        return cli::run_doctor(command, launch, clock);
    }
    std::optional<Told> operator()(const launch::Manual& command) const { return cli::show_manual(command); }
    std::optional<Told> operator()(const launch::Completion& command) const { return cli::show_completion(command); }
};

}  // namespace

std::optional<Told> run_command(const Launch& launch, Clock& clock) {
    return std::visit(Runner{launch, clock}, launch.command);
}

std::string cli::in_lines(const std::vector<std::string>& lines) {
    std::string all;
    for (const auto& line : lines) all += text::printable(line) + "\n";
    return all;
}

MeetingSummary find_meeting(Records& records, const std::string& id) {
    constexpr std::size_t choices = 5;
    const bool last = text::folded(id) == "last";
    auto found = last ? records.meetings(1) : records.meetings_by_prefix(text::folded(id));
    if (found.size() == 1) return found.front();
    const bool several = !found.empty();
    if (!several) found = records.meetings(choices);
    if (found.empty()) throw Error("There is no meeting in the log yet.");
    const std::size_t digits = records.prefix_length();
    std::vector<std::string> names;
    for (const auto& each : found)
        names.push_back(fmt::format("{} ({}, {})", each.id.shown(digits), each.title, in_words(each.date)));
    throw Error(several ? fmt::format("\"{}\" begins the ids of {} meetings: {}.", id, found.size(), text::list(names))
                        : fmt::format("No meeting's id begins with \"{}\". The latest: {}.", id, text::list(names)));
}

}  // namespace folkmoot
