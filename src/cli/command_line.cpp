#include "src/cli/command_line.h"

#include <algorithm>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/describe.h"

namespace folkmoot {

namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

Argument taken_from(const CLI::Option& option) {
    Argument argument;
    for (const auto& name : option.get_snames()) argument.names.push_back("-" + name);
    for (const auto& name : option.get_lnames()) argument.names.push_back("--" + name);
    argument.required = option.get_required();
    argument.text = text::sentence(option.get_description());
    if (option.get_items_expected_max() == 0) return argument;
    // A check adds its own words behind a colon.
    argument.choices = split(split(option.get_type_name(), ':').front(), '|');
    argument.value = argument.choices.front();
    argument.choices.erase(argument.choices.begin());
    argument.file = argument.value == "FILE" || argument.value.ends_with(".toml");
    return argument;
}

void take(const CLI::App& app, const std::string& name, std::vector<CommandInWords>& all) {
    CommandInWords command;
    command.name = name;
    for (const auto& line : split(app.get_description(), '\n')) command.text.push_back(text::sentence(line));
    command.example = app.get_footer();
    for (const auto* option : app.get_options())
        if (option != app.get_help_ptr() || name.empty()) command.arguments.push_back(taken_from(*option));
    const auto below = app.get_subcommands([](const CLI::App*) { return true; });
    for (const auto* each : below) command.below.push_back(each->get_name());
    all.push_back(command);
    for (const auto* each : below) take(*each, name.empty() ? each->get_name() : name + " " + each->get_name(), all);
}

bool is_option(const Argument& argument) { return !argument.names.empty(); }

std::string line_about(const CommandInWords& command) {
    std::string line = command.name;
    for (const auto& argument : command.arguments)
        if (!is_option(argument)) line += " " + in_words(argument);
    return fmt::format("{}: {}\n", line, command.text.front());
}

std::string lines_about(const std::vector<Argument>& arguments, bool options) {
    std::string lines;
    for (const auto& argument : arguments)
        if (is_option(argument) == options) lines += fmt::format("{}: {}\n", in_words(argument), argument.text);
    return lines;
}

std::string for_every_command(const CommandInWords& program) {
    std::vector<std::string> names;
    for (const auto& argument : program.arguments) names.push_back(in_words(argument));
    return fmt::format("Also, as before every command: {}.\n", text::list(names));
}

}  // namespace

namespace cli {

std::vector<CommandInWords> taken_from(const CLI::App& app) {
    std::vector<CommandInWords> all;
    take(app, "", all);
    return all;
}

}  // namespace cli

std::string in_words(const Argument& argument) {
    if (!is_option(argument)) return argument.required ? argument.value : "[" + argument.value + "]";
    std::string names;
    for (const auto& name : argument.names) names += (names.empty() ? "" : ", ") + name;
    return argument.value.empty() ? names : names + " " + argument.value;
}

std::string typed_as(const CommandInWords& command) {
    std::string line = command.name.empty() ? "folkmoot" : "folkmoot " + command.name;
    if (std::ranges::any_of(command.arguments, is_option)) line += " [OPTIONS]";
    for (const auto& argument : command.arguments)
        if (!is_option(argument)) line += " " + in_words(argument);
    return command.below.empty() ? line : line + " [COMMAND]";
}

std::string help_on_command(const std::vector<CommandInWords>& all, const std::string& name) {
    const auto& command = *std::ranges::find(all, name, &CommandInWords::name);
    std::string help;
    for (const auto& line : command.text) help += line + "\n";
    help += fmt::format("Typed as: {}\n", typed_as(command));
    if (!command.example.empty()) help += fmt::format("For example: {}\n", command.example);
    if (const auto values = lines_about(command.arguments, false); !values.empty()) help += "\n" + values;
    if (!command.below.empty()) {
        help += "\nCommands\n";
        const std::string start = name.empty() ? "" : name + " ";
        for (const auto& each : all)
            if (each.name.size() > start.size() && each.name.starts_with(start)) help += line_about(each);
    }
    if (const auto options = lines_about(command.arguments, true); !options.empty())
        help += (name.empty() ? "\nOptions, for every command\n" : "\nOptions\n") + options;
    if (!name.empty()) return help + "\n" + for_every_command(all.front());
    return help + "\nMore about a command: folkmoot run --help. All of it: folkmoot manual.\n";
}

}  // namespace folkmoot
