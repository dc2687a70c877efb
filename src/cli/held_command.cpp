#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/held_report.h"
#include "src/cli/known_person.h"
#include "src/cli/surroundings.h"

namespace folkmoot::cli {

void describe_held(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("held",
                                       "Show everything that is kept about a person\nWith --format json, to hand it "
                                       "over to them. It changes nothing");
    const auto held = std::make_shared<launch::Held>();
    command->add_option("name", held->name, "The person's whole name, or the beginning of their id")
        ->required()
        ->type_name("NAME");
    using launch::Format;
    add_format(*command, held->format, {Format::text, Format::json});
    command->footer("folkmoot held Asha");
    all.push_back({command, [held] { return *held; }});
}

Told show_held(const launch::Held& command, const Launch& launch, Clock& clock) {
    const auto log = open_log(launch, LogMode::read, clock);
    const auto held = held_of(*log, person_named(known_people(*log), command.name));
    const auto minutes = minutes_with(log->path(), held.person);
    if (command.format == launch::Format::json) return {text::printable(held_json(held, minutes)), 0};
    return {in_lines(held_lines(held, minutes)), 0, true};
}

}  // namespace folkmoot::cli
