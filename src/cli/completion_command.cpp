#include <algorithm>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/completion.h"
#include "src/cli/describe.h"
#include "src/files/data_folder.h"
#include "src/files/plan_writer.h"

namespace folkmoot::cli {

void describe_completion(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand(
        "completion", "Write the file from which a shell completes what is typed: for bash, zsh or fish");
    const auto completion = std::make_shared<launch::Completion>();
    command
        ->add_option_function<std::string>(
            "shell",
            [completion](const std::string& typed) {
                if (typed == "bash")
                    completion->shell = launch::Shell::bash;
                else if (typed == "zsh")
                    completion->shell = launch::Shell::zsh;
                else if (typed == "fish")
                    completion->shell = launch::Shell::fish;
                else
                    throw CLI::ValidationError(fmt::format("The shell is bash, zsh or fish, not {}", typed));
            },
            "Which shell it is for: bash, zsh or fish")
        ->required()
        ->type_name("SHELL|bash|zsh|fish");
    command->footer("folkmoot completion bash");
    all.push_back({command, [completion] { return *completion; }});
}

namespace {

bool is_below(const CommandInWords& lower, const CommandInWords& upper) {
    return upper.name.empty() ? !lower.name.empty() : lower.name.starts_with(upper.name + " ");
}

/// Behind such a command its own option of that name is meant, not the one above.
bool has_one_like(const CommandInWords& command, const Argument& option) {
    return std::ranges::any_of(command.arguments, [&](const Argument& own) {
        return std::ranges::find_first_of(own.names, option.names) != own.names.end();
    });
}

}  // namespace

std::vector<Place> places(const std::vector<CommandInWords>& all) {
    std::vector<Place> found;
    for (const auto& command : all) {
        for (const auto& argument : command.arguments) {
            Place place{argument, {command.name}};
            for (const auto& each : all)
                if (!argument.names.empty() && is_below(each, command) && !has_one_like(each, argument))
                    place.commands.push_back(each.name);
            found.push_back(std::move(place));
        }
    }
    return found;
}

std::string pattern(const Place& place, std::string_view between) {
    std::vector<std::string> all;
    for (const auto& name : place.argument.names) {
        if (place.commands.front().empty()) {
            all.push_back("*:" + name);
            continue;
        }
        for (const auto& command : place.commands) all.push_back(fmt::format("'{}:{}'", command, name));
    }
    return fmt::format("{}", fmt::join(all, between));
}

std::vector<Step> steps(const std::vector<CommandInWords>& all) {
    std::vector<Step> found;
    for (const auto& command : all) {
        if (command.name.empty()) continue;
        const auto blank = command.name.find_last_of(' ');
        const bool inner = blank != std::string::npos;
        found.push_back({inner ? command.name.substr(0, blank) : "",
                         inner ? command.name.substr(blank + 1) : command.name, command.name, command.text.front()});
    }
    return found;
}

bool takes_value(const Argument& argument) { return !argument.names.empty() && !argument.value.empty(); }

Told show_completion(const launch::Completion& command) {
    auto all = command_line();
    for (auto& each : all)
        for (auto& argument : each.arguments)
            if (argument.value == "TEMPLATE")
                for (const auto& known : templates(data_folder() / "templates")) argument.choices.push_back(known.id);
    switch (command.shell) {
        case launch::Shell::bash:
            return {bash_completion(all)};
        case launch::Shell::zsh:
            return {zsh_completion(all)};
        case launch::Shell::fish:
            return {fish_completion(all)};
    }
    return {};
}

}  // namespace folkmoot::cli
