// The command line as a value, taken from its description to the parser. What is said of it anywhere, help, the manual
// or a shell's completion, is made from this.
#pragma once

#include <string>
#include <vector>

namespace folkmoot {

/// An option, or a value that is typed by itself.
struct Argument {
    std::vector<std::string> names;  ///< "-o", "--output"; empty when it is a value by itself
    std::string value;               ///< "FILE"; empty for an option that takes none
    bool required = false;
    std::string text;                  ///< one plain sentence
    std::vector<std::string> choices;  ///< what can stand for the value, as far as it is known
    bool file = false;                 ///< the value is a file's name
};

struct CommandInWords {
    std::string name;                 ///< "log show"; empty for the program itself
    std::vector<std::string> text;    ///< plain sentences, one a paragraph
    std::string example;              ///< a whole line, as it is typed to a shell
    std::vector<Argument> arguments;  ///< its own; those of the program itself may be given to every command
    std::vector<std::string> below;   ///< "show", "list"
};

/// The program itself first, each command before those below it.
std::vector<CommandInWords> command_line();

/// "-o, --output FILE", "[PLAN.toml]"
std::string in_words(const Argument& argument);
/// "folkmoot minutes ID [OPTIONS]"
std::string typed_as(const CommandInWords& command);

/// The answer to --help. `all` is command_line(), `name` one of its names.
std::string help_on_command(const std::vector<CommandInWords>& all, const std::string& name);

}  // namespace folkmoot
