#include <fmt/format.h>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/cli/surroundings.h"
#include "src/exports/partnership_text.h"
#include "src/files/partnership_file.h"
#include "src/files/plan_writer.h"
#include "src/log/log.h"
#include "src/session/partnership_desk.h"
#include "src/time/calendar.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

/// The one that is named, else the only one. Error names those that there are.
Partnership partnership_wanted(Records& records, const std::string& name) {
    auto all = records.partnerships();
    if (all.empty())
        throw Error("There is no partnership in the log yet. Bring one in with: folkmoot partnership import FILE.toml");
    std::vector<std::string> names;
    for (Partnership& each : all) {
        if (text::folded(each.name.text) == text::folded(name)) return std::move(each);
        names.push_back(text::one_line(each.name.text));
    }
    if (name.empty() && all.size() == 1) return std::move(all.front());
    if (name.empty())
        throw Usage(
            fmt::format("The log has several partnerships: {}. Name one with --partnership.", text::list(names)));
    throw Error(fmt::format("There is no partnership called \"{}\". It can be {}.", text::one_line(name),
                            text::list(names, "or")));
}

}  // namespace

void describe_partnership(CLI::App& app, Descriptions& all) {
    auto* partnership = app.add_subcommand("partnership", "Who works together, for what, and how");
    partnership->require_subcommand(0, 1);
    partnership->callback([partnership] {
        if (partnership->get_subcommands().empty())
            throw CLI::RequiredError("partnership needs show, import or export; one of them");
    });
    auto* show = partnership->add_subcommand("show", "Read the partnership: partners, people, objectives, principles");
    const auto shown = std::make_shared<launch::PartnershipShow>();
    show->add_option("--partnership", shown->name, "Its name, where the log has several")->type_name("NAME");
    auto* in = partnership->add_subcommand("import",
                                           "Take in a partnership's file\nWhat is new or different becomes part of the "
                                           "log, and is said. What the file does "
                                           "not name stays as it is");
    const auto taken = std::make_shared<launch::PartnershipImport>();
    in->add_option("file", taken->file, "The partnership's file")->required()->type_name("FILE.toml");
    auto* out = partnership->add_subcommand(
        "export", "Write the partnership as a file for any editor\nAccess needs are in it: keep it as safe as the log");
    const auto written = std::make_shared<launch::PartnershipExport>();
    out->add_option("-o,--output", written->to, "Where to write it")->type_name("FILE.toml");
    out->add_option("--partnership", written->name, "Its name, where the log has several")->type_name("NAME");
    partnership->footer("folkmoot partnership show");
    show->footer("folkmoot partnership show");
    in->footer("folkmoot partnership import partnership.toml");
    out->footer("folkmoot partnership export -o partnership.toml");
    all.push_back({show, [shown] { return *shown; }});
    all.push_back({in, [taken] { return *taken; }});
    all.push_back({out, [written] { return *written; }});
}

Told show_partnership(const launch::PartnershipShow& command, Records& records, Clock& clock) {
    const Partnership partnership = partnership_wanted(records, command.name);
    return {in_lines(partnership_lines(partnership, date_of(clock.now()))), 0, true};
}

Told export_partnership(const launch::PartnershipExport& command, Records& records) {
    const std::string content = partnership_to_toml(sheet_of(partnership_wanted(records, command.name)));
    if (command.to.empty()) return {content, 0};
    const auto kept = save_keeping_backup(command.to, content);
    return {fmt::format("The partnership is in {}.{} Access needs are in it: keep it as safe as the log itself.\n",
                        command.to.string(), before_in_words(kept)),
            0, true};
}

Told import_partnership(const launch::PartnershipImport& command, const Launch& launch, Clock& clock) {
    const PartnershipSheet sheet = read_partnership(command.file);
    const auto log = open_log(launch, LogMode::write, clock);
    std::vector<std::string> lines = log->notices();
    IdSource ids = ids_from_environment(*log);
    auto changed = PartnershipDesk(*log, *log).change(sheet, ids, clock.now());
    if (changed.empty()) changed.emplace_back("Everything in it was in the log already. Nothing was changed.");
    lines.insert(lines.end(), changed.begin(), changed.end());
    log->finish();
    return {in_lines(lines), 0, true};
}

}  // namespace folkmoot::cli
