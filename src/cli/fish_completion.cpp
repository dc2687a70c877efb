#include <set>

#include <fmt/format.h>

#include "src/cli/completion.h"

namespace folkmoot::cli {

namespace {

constexpr const char* script = R"(# Completes folkmoot in fish. Written by: folkmoot completion fish
function __folkmoot_at --description 'Whether the command that is typed is one of these'
    set -l at ''
    set -l skip no
    for word in (commandline -opc)[2..]
        if test $skip = yes
            set skip no
            continue
        end
        switch "$at:$word"
            case {}
                set skip yes
{}        end
    end
    contains -- "$at" $argv
end
complete -c folkmoot -f
{})";

std::string in_quotes(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "'";
}

/// Behind which commands; nothing when behind all of them.
std::string condition(const Place& place) {
    if (place.commands.front().empty() && place.commands.size() > 1) return "";
    std::string test = "__folkmoot_at";
    for (const auto& command : place.commands) test += " " + in_quotes(command);
    return " -n " + in_quotes(test);
}

std::string line(const Place& place) {
    const Argument& argument = place.argument;
    std::string all = "complete -c folkmoot" + condition(place);
    for (const auto& name : argument.names)
        all += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (takes_value(argument)) all += argument.file ? " -r" : " -x";
    if (!argument.choices.empty()) all += " -a " + in_quotes(fmt::format("{}", fmt::join(argument.choices, " ")));
    if (argument.file) all += " -F";
    return all + " -d " + in_quotes(argument.text) + "\n";
}

}  // namespace

std::string fish_completion(const std::vector<CommandInWords>& all) {
    std::set<std::string> with_value;
    std::string walk, offers;
    for (const auto& place : places(all)) {
        const Argument& argument = place.argument;
        if (takes_value(argument))
            for (const auto& name : argument.names) with_value.insert(in_quotes("*:" + name));
        if (!argument.names.empty() || argument.file || !argument.choices.empty()) offers += line(place);
    }
    for (const auto& step : steps(all)) {
        walk += fmt::format("            case {}\n                set at {}\n", in_quotes(step.from + ":" + step.word),
                            in_quotes(step.to));
        offers += fmt::format("complete -c folkmoot -n {} -a {} -d {}\n",
                              in_quotes("__folkmoot_at " + in_quotes(step.from)), step.word, in_quotes(step.text));
    }
    return fmt::format(script, fmt::join(with_value, " "), walk, offers);
}

}  // namespace folkmoot::cli
