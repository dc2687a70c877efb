#include "src/cli/parse.h"

#include <functional>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/describe.h"
#include "src/cli/version.h"
#include "src/files/nearest.h"

namespace folkmoot {

namespace {

constexpr int usage_status = 2;

constexpr const char* about =
    "Folkmoot runs structured meetings from a terminal and remembers them.\n"
    "Without a command it opens the home screen.";

/// "folkmoot", or with the command that was named, as deep as it was.
std::string named(const CLI::App& app) {
    std::string name = "folkmoot";
    for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
        at = at->get_subcommands().front();
        name += " " + at->get_name();
    }
    return name;
}

/// A command that a slip of the fingers made into what was typed in its place.
std::string meant(const CLI::App& app, const std::vector<std::string>& arguments) {
    if (!app.get_subcommands().empty() || arguments.empty()) return "";
    std::vector<std::string> known;
    for (const CLI::App* each : app.get_subcommands({})) known.push_back(each->get_name());
    for (const std::string& each : arguments)
        if (const auto near = each.starts_with("-") ? std::nullopt : nearest(each, known))
            return fmt::format(" Did you mean {}?", *near);
    return "";
}

/// CLI11's own sentences, made one that begins and ends as ours do.
Finished wrong(const CLI::App& app, const std::vector<std::string>& arguments, const std::string& what) {
    return {usage_status, "",
            fmt::format("folkmoot: {}{} Type {} --help for how it is used.\n", text::sentence(text::one_line(what)),
                        meant(app, arguments), named(app))};
}

/// "--log: 1 required FILE missing"; what stands before the colon is the option's name.
std::string without_value(const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();
    return what.substr(0, what.find(':')) + " needs a value after it";
}

struct Faces {
    bool linear = false;
    bool screen = false;
    std::string log;
};

void describe_options(CLI::App& app, Launch& launch, Faces& faces) {
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.set_help_flag("-h,--help", "Say how it is used, and end");
    app.set_version_flag("--version", fmt::format("folkmoot {}", version), "Say which version it is, and end");
    app.add_option("--log", faces.log, "The log's file, in place of your own")
        ->type_name("FILE")
        ->check([](const std::string& typed) {
            // It would silently mean the person's own log.
            return typed.empty() ? std::string("--log needs a file's name, and an empty one is none") : std::string();
        });
    auto* linear = app.add_flag("--linear", faces.linear, "Plain lines of text");
    app.add_flag("--screen", faces.screen, "The full screen")->excludes(linear);
    app.add_flag("--reader", launch.reader, "The profile for screen readers and braille, for this run");
}

void finish(Launch& launch, const Faces& faces, const cli::Descriptions& all) {
    if (!faces.log.empty()) launch.log = faces.log;
    if (faces.linear) launch.face = Face::linear;
    if (faces.screen) launch.face = Face::screen;
    for (const auto& each : all)
        if (each.command->parsed()) launch.command = each.make();
}

void describe_all(CLI::App& app, Launch& launch, Faces& faces, cli::Descriptions& all) {
    describe_options(app, launch, faces);
    cli::describe_run(app, all);
    cli::describe_resume(app, all);
    cli::describe_follow(app, all);
    cli::describe_plan(app, all);
    cli::describe_partnership(app, all);
    cli::describe_log(app, all);
    cli::describe_minutes(app, all);
    cli::describe_actions(app, all);
    cli::describe_trends(app, all);
    cli::describe_review(app, all);
    cli::describe_export(app, all);
    cli::describe_import(app, all);
    cli::describe_held(app, all);
    cli::describe_forget(app, all);
    cli::describe_backup(app, all);
    cli::describe_doctor(app, all);
    cli::describe_demo(app, all);
    cli::describe_manual(app, all);
    cli::describe_completion(app, all);
    app.footer("folkmoot demo");
}

/// Of the command that was named, as deep as it was.
std::string help(const CLI::App& app) {
    std::string name;
    for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
        at = at->get_subcommands().front();
        name += (name.empty() ? "" : " ") + at->get_name();
    }
    return help_on_command(cli::taken_from(app), name);
}

}  // namespace

namespace cli {

namespace {

void add_format_to(CLI::App& command, const std::vector<launch::Format>& allowed,
                   const std::function<void(launch::Format)>& set) {
    const std::map<launch::Format, std::string> names{
        {launch::Format::text, "text"},      {launch::Format::json, "json"},
        {launch::Format::csv, "csv"},        {launch::Format::markdown, "markdown"},
        {launch::Format::html, "html"},      {launch::Format::man, "man"},
        {launch::Format::ics, "ics"},        {launch::Format::taskwarrior, "taskwarrior"},
        {launch::Format::todotxt, "todotxt"}};
    std::map<std::string, launch::Format> by_name;
    std::vector<std::string> words;
    for (const auto each : allowed) {
        by_name[names.at(each)] = each;
        words.push_back(names.at(each));
    }
    const std::string choices = text::list(words, "or");
    command
        .add_option_function<std::string>(
            "--format",
            [set, by_name, choices](const std::string& typed) {
                const auto found = by_name.find(typed);
                if (found == by_name.end())
                    throw CLI::ValidationError(fmt::format("--format is {}, not {}", choices, typed));
                set(found->second);
            },
            fmt::format("How it is written: {}", choices))
        ->type_name(fmt::format("WORD|{}", fmt::join(words, "|")));
}

}  // namespace

void add_format(CLI::App& command, launch::Format& format, const std::vector<launch::Format>& allowed) {
    add_format_to(command, allowed, [&format](launch::Format typed) { format = typed; });
}

void add_format(CLI::App& command, std::optional<launch::Format>& format, const std::vector<launch::Format>& allowed) {
    add_format_to(command, allowed, [&format](launch::Format typed) { format = typed; });
}

void refuse_options_above(CLI::App& above, CLI::App& below) {
    below.callback([&above, &below] {
        const std::string command = fmt::format("folkmoot {} {}", above.get_name(), below.get_name());
        for (const CLI::Option* option : above.get_options()) {
            if (option->count() == 0) continue;
            const std::string name = option->get_name();
            throw CLI::ValidationError(
                below.get_option_no_throw(name) == nullptr
                    ? fmt::format("{} does not go with {}, whose own options {} --help names", name, command, command)
                    : fmt::format("{} belongs behind {}. For example: {} {} ...", name, below.get_name(), command,
                                  name));
        }
    });
}

}  // namespace cli

std::vector<CommandInWords> command_line() {
    CLI::App app(about, "folkmoot");
    Launch launch;
    Faces faces;
    cli::Descriptions all;
    describe_all(app, launch, faces, all);
    return cli::taken_from(app);
}

std::variant<Launch, Finished> parse(const std::vector<std::string>& arguments) {
    CLI::App app(about, "folkmoot");
    Launch launch;
    Faces faces;
    cli::Descriptions all;
    describe_all(app, launch, faces, all);
    try {
        // CLI11 takes them from the back.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        return Finished{0, help(app), "", true};
    } catch (const CLI::CallForVersion& call) {
        return Finished{0, std::string(call.what()) + "\n", ""};
    } catch (const CLI::ArgumentMismatch& error) {
        return wrong(app, arguments, without_value(error));
    } catch (const CLI::ParseError& error) {
        return wrong(app, arguments, error.what());
    }
    finish(launch, faces, all);
    return launch;
}

}  // namespace folkmoot
