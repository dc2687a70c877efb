#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/cli/forget_report.h"
#include "src/cli/known_person.h"
#include "src/cli/surroundings.h"
#include "src/log/forget.h"
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

Told done(Log& log, std::vector<std::string> lines, const ForgetReport& report) {
    const auto said = report_lines(report, log.path());
    lines.insert(lines.end(), said.begin(), said.end());
    log.finish();
    return {in_lines(lines), report.left.empty() ? 0 : 1, true};
}

Told finish_begun(Log& log, const std::string& name, const std::vector<std::string>& also) {
    auto names = also;
    if (!name.empty()) names.push_back(name);
    return done(log, {"What was begun earlier is finished now."}, finish_forgetting(log, names));
}

Told forget_person(Log& log, const launch::Forget& command, const std::vector<KnownPerson>& people, Clock& clock) {
    const auto person = person_named(people, command.name);
    ForgetWish wish;
    wish.person = person.id;
    wish.access_only = command.access_needs;
    wish.also = command.also;
    const auto found = preview(log, wish);
    if (command.access_needs && found.access == 0 && found.backups.empty())
        return {fmt::format("No access needs of {} are in the log.\n", person.names.front()), 0, true};
    const auto minutes = minutes_with(log.path(), person);
    const auto question = command.access_needs ? fmt::format("Erase the access needs of {}?", person.names.front())
                                               : fmt::format("Forget {}? This cannot be undone.", person.names.front());
    if (!wanted(preview_lines(person, wish, found, minutes), question, command.yes)) return nothing_done();
    return done(log, {}, forget(log, wish, clock.now()));
}

Told forget_words(Log& log, const launch::Forget& command, Clock& clock) {
    ForgetWish wish;
    const Date today = date_of(clock.now());
    wish.before = day_typed(command.words_before, "--words-before", today);
    if (days_between(today, *wish.before) > 0)
        throw Usage(fmt::format("--words-before is {}, which is still to come.", in_words(*wish.before)));
    const auto found = preview(log, wish);
    if (found.all() == 0 && found.backups.empty())
        return {fmt::format("No meeting that was closed before {} has words to forget.\n", in_words(*wish.before)), 0,
                true};
    if (!wanted(preview_lines(*wish.before, found), "Forget these words? This cannot be undone.", command.yes))
        return nothing_done();
    return done(log, {}, forget(log, wish, clock.now()));
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
    const auto log = Log::open(log_path(launch), LogMode::write);
    const auto people = known_people(*log);
    const bool person = !command.name.empty();
    const bool begun = forgetting_unfinished(*log);
    if (begun && (!person || !is_known(people, command.name)) && command.words_before.empty())
        return finish_begun(*log, command.name, command.also);
    if (begun) {
        const auto told = finish_begun(*log, "", {});
        print_for_people(told.text);
        if (told.status != 0) return {"", told.status};
    }
    if (person) return forget_person(*log, command, people, clock);
    if (!command.words_before.empty()) return forget_words(*log, command, clock);
    throw Usage(
        "Nothing that was begun is unfinished. Name a person, or say --words-before. For example: folkmoot forget "
        "Asha");
}

}  // namespace folkmoot::cli
