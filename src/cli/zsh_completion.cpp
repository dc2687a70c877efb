#include <algorithm>

#include <fmt/format.h>

#include "src/cli/completion.h"

namespace folkmoot::cli {

namespace {

/// Both ways in: found by the completion system in its folder, or read with "source".
constexpr const char* script = R"(#compdef folkmoot
# Completes folkmoot in zsh. Written by: folkmoot completion zsh
_folkmoot() {{
    local at='' typed=${{words[CURRENT]}} i
    local -a commands options
    for ((i = 2; i < CURRENT; i++)); do
        case $at:${{words[i]}} in
        ({}) ((i++)) ;;
{}        esac
    done
    case $at:${{words[CURRENT - 1]}} in
{}    esac
    case $at in
{}    esac
    if [[ $typed == -* ]]; then
        _describe -o option options
    elif (( $#commands )); then
        _describe command commands
    fi
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _folkmoot "$@"
else
    compdef _folkmoot folkmoot
fi
)";

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

/// One entry of _describe's: a name, a colon, what is said of it.
std::string entry(const std::string& name, const std::string& text) { return " " + in_quotes(name + ":" + text); }

std::string offer(const Argument& argument) {
    std::string said;
    if (!argument.choices.empty()) said += fmt::format("compadd -- {}; ", fmt::join(argument.choices, " "));
    if (argument.file) said += "_files; ";
    return said;
}

std::string behind(const CommandInWords& command, const std::vector<Place>& known, const std::vector<Step>& all_steps) {
    std::string commands, options, values;
    for (const auto& step : all_steps)
        if (step.from == command.name) commands += entry(step.word, step.text);
    for (const auto& [argument, behind_which] : known) {
        if (std::ranges::find(behind_which, command.name) == behind_which.end()) continue;
        for (const auto& name : argument.names) options += entry(name, argument.text);
        if (argument.names.empty()) values += offer(argument);
    }
    return fmt::format(
        "    ('{}')\n        commands=({} )\n        options=({} )\n        [[ $typed == -* ]] || {{ {}true }}\n"
        "        ;;\n",
        command.name, commands, options, values);
}

}  // namespace

std::string zsh_completion(const std::vector<CommandInWords>& all) {
    const auto known = places(all);
    const auto all_steps = steps(all);
    std::vector<std::string> with_value;
    std::string walk, values, offers;
    for (const auto& place : known) {
        if (!takes_value(place.argument)) continue;
        with_value.push_back(pattern(place, "|"));
        values += fmt::format("    ({}) {}return ;;\n", with_value.back(), offer(place.argument));
    }
    for (const auto& step : all_steps)
        walk += fmt::format("        ('{}:{}') at='{}' ;;\n", step.from, step.word, step.to);
    for (const auto& command : all) offers += behind(command, known, all_steps);
    return fmt::format(script, fmt::join(with_value, "|"), walk, values, offers);
}

}  // namespace folkmoot::cli
