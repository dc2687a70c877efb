// Completion for shells, made from the command line as a value. Only for this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/cli/command_line.h"

namespace folkmoot::cli {

/// A file that the shell reads. `all` is command_line().
std::string bash_completion(const std::vector<CommandInWords>& all);
std::string zsh_completion(const std::vector<CommandInWords>& all);
std::string fish_completion(const std::vector<CommandInWords>& all);

/// An option that takes a value, or a value by itself, and the commands behind which it can stand.
struct Place {
    Argument argument;
    std::vector<std::string> commands;
};

/// In order, those of the program itself first: they can stand behind every command.
std::vector<Place> places(const std::vector<CommandInWords>& all);

/// For `case` of bash and zsh, with this between: 'log:--format' | 'log list:--format', or *:--log where it can stand
/// behind every command.
std::string pattern(const Place& place, std::string_view between);

/// From which command which word leads to which: {"log", "show", "log show"}.
struct Step {
    std::string from, word, to;
    std::string text;  ///< what is said of it
};
std::vector<Step> steps(const std::vector<CommandInWords>& all);

/// Whether it is an option behind which a value stands.
bool takes_value(const Argument& argument);

}  // namespace folkmoot::cli
