// The subcommands that say something and end.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "src/cli/launch.h"
#include "src/session/records.h"

namespace folkmoot {

class Clock;
class Log;

/// What a command says on the standard output, and with which exit status it ends.
struct Told {
    std::string text;
    int status = 0;
    bool for_people = false;    ///< sentences, which a terminal's width may wrap
    bool for_programs = false;  ///< a file of another program's form, which the locale must not change
};

/// Nothing when the command needs a face. Throws Error in plain words.
std::optional<Told> run_command(const Launch& launch, Clock& clock);

/// The meeting whose id begins so; "last" is the newest. Error names the choices when it is none or several.
MeetingSummary find_meeting(Records& records, const std::string& id);

namespace cli {

Told check_plan(const launch::PlanCheck& command);
Told show_plan(const launch::PlanShow& command);
Told next_plan_file(const launch::PlanNext& command, Records& records);
Told new_plan_file(const launch::PlanNew& command, Clock& clock);
Told list_meetings(const launch::LogList& command, Records& records, Clock& clock);
Told show_next(const launch::LogNext& command, Records& records, Clock& clock);
Told show_attendance(const launch::LogAttendance& command, Records& records, Clock& clock);
Told search_log(const launch::LogSearch& command, const Launch& launch, Clock& clock);
Told show_meeting(const launch::LogShow& command, Records& records);
Told tell_story(const launch::LogStory& command, Records& records);
Told show_minutes(const launch::Minutes& command, Records& records);
Told list_actions(const launch::Actions& command, Records& records, Clock& clock);
Told act_on_action(const launch::ActionAct& command, const Launch& launch, Clock& clock);
Told import_actions(const launch::ActionsImport& command, const Launch& launch, Clock& clock);
Told show_trends(const launch::Trends& command, Records& records, Clock& clock);
Told show_review(const launch::Review& command, Records& records, Clock& clock);
Told show_manual(const launch::Manual& command);
Told show_completion(const launch::Completion& command);
Told export_log(const launch::Export& command, const Launch& launch, Clock& clock);
Told show_partnership(const launch::PartnershipShow& command, Records& records, Clock& clock);
Told export_partnership(const launch::PartnershipExport& command, Records& records);
Told import_partnership(const launch::PartnershipImport& command, const Launch& launch, Clock& clock);
Told import_log(const launch::Import& command, const Launch& launch, Clock& clock);
/// A file of `export` into a new log. Throws Error that names file and line; then nothing of it is in the log.
void import_into(Log& log, const std::filesystem::path& from, Clock& clock);
Told show_held(const launch::Held& command, const Launch& launch, Clock& clock);
Told run_forget(const launch::Forget& command, const Launch& launch, Clock& clock);
Told run_backup(const launch::Backup& command, const Launch& launch, Clock& clock);
Told run_doctor(const launch::Doctor& command, const Launch& launch, Clock& clock);

/// The day that was typed behind an option, none for an empty text. Throws Usage when it is no date.
std::optional<Date> day_typed(const std::string& typed, const char* option, Date today);

/// The action whose id begins so, whatever became of it. Error names the choices when it is none or several.
ActionSummary find_action(Records& records, const std::string& typed);

/// What is looked for, from the words of a command line. Throws Usage when it cannot be read.
SearchQuery search_typed(const std::vector<std::string>& words, Clock& clock);

/// The name that was typed behind an option, empty when there was none. Throws Usage for an empty one, which would
/// silently mean all.
std::string name_typed(const std::optional<std::string>& typed, const char* option);

/// Lines for people, made harmless, each with its end.
std::string in_lines(const std::vector<std::string>& lines);

}  // namespace cli

}  // namespace folkmoot
