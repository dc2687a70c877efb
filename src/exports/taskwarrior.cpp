#include "src/exports/taskwarrior.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/uuid.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

using Json = nlohmann::ordered_json;

/// "20261201T000000Z": a day's beginning, in UTC as Taskwarrior wants it.
std::string moment(Date date) {
    const auto begin = moment_of({date, Minutes{0}}, "");
    const auto day = std::chrono::floor<std::chrono::days>(begin);
    const Date utc{day};
    const std::chrono::hh_mm_ss time{begin - day};
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(utc.year()),
                       static_cast<unsigned>(utc.month()), static_cast<unsigned>(utc.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

const char* status_of(ActionState state) {
    switch (state) {
        case ActionState::proposed:
        case ActionState::accepted:
            return "pending";
        case ActionState::done:
            return "completed";
        case ActionState::dropped:
            return "deleted";
    }
    return "pending";
}

/// Owner and meeting have no place of their own in a list of tasks; an annotation is shown under its task.
std::string annotation(const ActionSummary& action) {
    const std::string owner = text::one_line(action.owner), title = text::one_line(action.meeting_title);
    return fmt::format("Owner {}, from {} on {}", owner.empty() ? "not agreed yet" : owner,
                       title.empty() ? "a meeting without title" : title, in_words(action.since));
}

Json task_of(const ActionSummary& action) {
    const std::string what = text::one_line(action.what), owner = text::one_line(action.owner);
    const std::string entry = moment(action.since);
    Json task = {{"uuid", uuid_of(action.id)},
                 {"description", what.empty() ? "(no words)" : what},
                 {"status", status_of(action.state)},
                 {"entry", entry}};
    if (action.due) task["due"] = moment(*action.due);
    std::string project = text::one_line(action.group);
    if (project.empty()) project = text::one_line(action.partnership);
    if (!project.empty()) task["project"] = project;
    task["tags"] = Json::array({"folkmoot"});
    if (action.state == ActionState::proposed) task["tags"].push_back("proposed");
    if (!owner.empty()) task["owner"] = owner;
    task["annotations"] = Json::array({{{"entry", entry}, {"description", annotation(action)}}});
    return task;
}

}  // namespace

TasksThere tasks_there(std::string_view exported) {
    TasksThere there;
    const auto read = [&](const Json& task, std::size_t number) {
        if (!task.is_object() || !task.contains("uuid") || !task.contains("status") || !task["uuid"].is_string() ||
            !task["status"].is_string())
            throw Error(fmt::format("task {} has no uuid or no status", number));
        const auto id = id_of_uuid(task["uuid"].get<std::string>());
        if (!id) throw Error(fmt::format("the uuid of task {} is not one", number));
        const auto status = task["status"].get<std::string>();
        if (status == "completed")
            there.done.push_back(*id);
        else if (status == "deleted")
            there.deleted.push_back(*id);
    };
    try {
        const Json all = Json::parse(exported);
        if (!all.is_array()) throw Error("it is not the list of tasks that task export writes");
        for (std::size_t i = 0; i < all.size(); ++i) read(all[i], i + 1);
    } catch (const Json::parse_error& error) {
        throw Error(fmt::format("at byte {} it is no JSON, which task export writes", error.byte));
    }
    return there;
}

std::string actions_taskwarrior(const std::vector<ActionSummary>& actions) {
    Json array = Json::array();
    for (const ActionSummary& action : actions) array.push_back(task_of(action));
    return array.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace folkmoot
