#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/cli/keeper.h"
#include "src/cli/surroundings.h"
#include "src/log/log.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

/// One question; only the whole word does it.
bool agreed(const std::string& question) {
    print_for_people(question + "\n");
    print_out("[no] yes > ");
    std::string typed;
    return std::getline(std::cin, typed) && text::folded(text::one_line(typed)) == "yes";
}

/// Says what will be, and asks. False: leave everything as it is.
bool wanted(const std::vector<std::string>& lines, const std::string& question, bool yes) {
    print_for_people(in_lines(lines));
    if (yes) return true;
    if (::isatty(STDIN_FILENO) == 0)
        throw Error("Nothing was forgotten. Without a terminal nobody can be asked: add --yes to do it.");
    return agreed(question);
}

Told nothing_done() { return {"Nothing was forgotten. Everything is as it was.\n", 0, true}; }

Told told(const KeepingDone& done) { return {in_lines(done.lines), done.all ? 0 : 1, true}; }

ForgetAsked asked_by(const launch::Forget& command, Date today) {
    ForgetAsked asked{command.name, command.also, command.access_needs, std::nullopt};
    if (command.words_before.empty()) return asked;
    asked.words_before = day_typed(command.words_before, "--words-before", today);
    if (days_between(today, *asked.words_before) > 0)
        throw Usage(fmt::format("--words-before is {}, which is still to come.", in_words(*asked.words_before)));
    return asked;
}

void check(const launch::Forget& command) {
    const bool words = !command.words_before.empty();
    if (words && (!command.name.empty() || command.access_needs || !command.also.empty()))
        throw Usage("--words-before is for all people. It goes without a name, --access-needs and --also.");
    if (command.access_needs && command.name.empty())
        throw Usage("--access-needs needs a name. For example: folkmoot forget Asha --access-needs");
    if (command.access_needs && !command.also.empty())
        throw Usage("--also is for names in texts, and --access-needs looks at none.");
    for (const auto& each : command.also)
        if (text::one_line(each).empty()) throw Usage("--also needs a name, and an empty one is none.");
}

}  // namespace

void describe_forget(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand(
        "forget",
        "Blank a person's words and name, in the log and its backups\nIt says first what goes, what stays and what it "
        "cannot reach, and asks. Without a name it finishes what was begun, and does the backups that were away");
    const auto forgetting = std::make_shared<launch::Forget>();
    command->add_option("name", forgetting->name, "The person's whole name, or the beginning of their id")
        ->type_name("NAME");
    command->add_option("--also", forgetting->also, "A nickname or another spelling; it can be given more than once")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command->add_flag("--access-needs", forgetting->access_needs, "Erase their access needs alone");
    command
        ->add_option("--words-before", forgetting->words_before,
                     "In place of a person: what was said and noted in meetings that closed before this day")
        ->type_name("DATE");
    command->add_flag("--yes", forgetting->yes, "Do not ask");
    command->footer("folkmoot forget Asha");
    all.push_back({command, [forgetting] { return *forgetting; }});
}

Told run_forget(const launch::Forget& command, const Launch& launch, Clock& clock) {
    check(command);
    const auto log = open_log(launch, LogMode::write, clock);
    const ForgetAsked asked = asked_by(command, date_of(clock.now()));
    Keeper keeper(*log, clock, typed_in_shell);
    if (const auto begun = keeper.finish_begun(asked)) {
        if (begun->was_all || !begun->done.all) {
            log->finish();
            return told(begun->done);
        }
        print_for_people(told(begun->done).text);
    }
    if (asked.name.empty() && !asked.words_before)
        throw Usage(
            "Nothing that was begun is unfinished. Name a person, or say --words-before. For example: folkmoot forget "
            "Asha");
    const Forgetting found = keeper.forgetting(asked);
    if (found.question.empty()) return {in_lines(found.lines), 0, true};
    if (!wanted(found.lines, found.question, command.yes)) return nothing_done();
    const KeepingDone done = found.go();
    log->finish();
    return told(done);
}

}  // namespace folkmoot::cli
