#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/manual.h"
#include "src/cli/version.h"
#include "src/exports/html.h"
#include "src/exports/man.h"
#include "src/exports/plain_text.h"
#include "src/files/data_folder.h"
#include "src/files/settings_file.h"

namespace folkmoot::cli {

void describe_manual(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("manual", "Read the whole manual: commands, words, settings and files");
    const auto manual = std::make_shared<launch::Manual>();
    using launch::Format;
    add_format(*command, manual->format, {Format::text, Format::man, Format::html});
    command->footer("folkmoot manual --format html");
    all.push_back({command, [manual] { return *manual; }});
}

Told show_manual(const launch::Manual& command) {
    Keys keys;
    std::vector<std::pair<std::string, std::string>> changes;
    for (const KeySetting& each : read_settings(settings_path()).keys) changes.emplace_back(each.word, each.key);
    keys.set_named(changes);  // what cannot be had is said where the settings are used
    const Document manual = manual_of(command_line(), help_texts(data_folder() / "help"), keys);
    if (command.format == launch::Format::man) return {to_man(manual, "folkmoot", version)};
    if (command.format == launch::Format::html) return {to_html(manual)};
    return {to_plain_text(manual), 0, true};
}

}  // namespace folkmoot::cli
