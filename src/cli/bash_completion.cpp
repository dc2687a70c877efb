#include <algorithm>

#include <fmt/format.h>

#include "src/cli/completion.h"

namespace folkmoot::cli {

namespace {

/// Bash takes --format=json for three words, which is why "=" is looked for.
constexpr const char* script = R"(# Completes folkmoot in bash. Written by: folkmoot completion bash
_folkmoot() {{
    local typed=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}
    local at='' offered='' options='' files='' is_value='' i
    if [[ $typed == = ]]; then
        typed=''
    elif [[ $before == = ]]; then
        before=${{COMP_WORDS[COMP_CWORD - 2]}}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case $at:${{COMP_WORDS[i]}} in
        {})
            [[ ${{COMP_WORDS[i + 1]}} == = ]] && ((i++))
            ((i++))
            ;;
{}        esac
    done
    case $at:$before in
{}    esac
    if [[ -z $is_value ]]; then
        case $at in
{}        esac
        if [[ $typed == -* ]]; then
            offered=$options files=''
        fi
    fi
    mapfile -t COMPREPLY < <(compgen -W "$offered" -- "$typed")
    if [[ -n $files ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -f -- "$typed")
    fi
}}
complete -F _folkmoot folkmoot
)";

/// What is offered behind a command: those below it, what can stand there by itself, its options.
std::string behind(const CommandInWords& command, const std::vector<Place>& known) {
    std::vector<std::string> words = command.below, options;
    std::string files;
    for (const auto& [argument, commands] : known) {
        if (std::ranges::find(commands, command.name) == commands.end()) continue;
        options.insert(options.end(), argument.names.begin(), argument.names.end());
        if (!argument.names.empty()) continue;
        if (argument.file) files = " files=yes";
        words.insert(words.end(), argument.choices.begin(), argument.choices.end());
    }
    return fmt::format("        '{}') offered='{}' options='{}'{} ;;\n", command.name, fmt::join(words, " "),
                       fmt::join(options, " "), files);
}

}  // namespace

std::string bash_completion(const std::vector<CommandInWords>& all) {
    const auto known = places(all);
    std::vector<std::string> with_value;
    std::string walk, values, offers;
    for (const auto& place : known) {
        if (!takes_value(place.argument)) continue;
        with_value.push_back(pattern(place, " | "));
        values += fmt::format("    {}) is_value=yes offered='{}'{} ;;\n", with_value.back(),
                              fmt::join(place.argument.choices, " "), place.argument.file ? " files=yes" : "");
    }
    for (const auto& step : steps(all))
        walk += fmt::format("        '{}:{}') at='{}' ;;\n", step.from, step.word, step.to);
    for (const auto& command : all) offers += behind(command, known);
    return fmt::format(script, fmt::join(with_value, " | "), walk, values, offers);
}

}  // namespace folkmoot::cli
