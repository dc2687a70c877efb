// The partnership at home: read, and changed.
#include <fmt/format.h>

#include <algorithm>

#include "screens/explained.h"
#include "screens/partnership.h"
#include "screens/stage.h"
#include "src/app/program.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/files/data_folder.h"
#include "src/files/partnership_file.h"
#include "src/files/plan_writer.h"
#include "src/files/stage_file.h"
#include "src/page/keys.h"
#include "src/session/terms.h"

namespace folkmoot {

/// The one that was read last, else the only one. Error when there is none, or which is not said.
Partnership Program::partnership_meant() const {
    auto all = desk_.records.partnerships();
    std::vector<std::string> names;
    for (Partnership& each : all) {
        if (each.id == partnership_read_) return std::move(each);
        names.push_back(text::one_line(each.name.text));
    }
    if (all.empty())
        throw Error(
            "There is no partnership in the log yet. One comes with the first meeting, or from a file. Example: "
            "partnership import harbour.toml.");
    if (all.size() > 1)
        throw Error(fmt::format("There are several partnerships: {}. Say which one. Example: partnership of {}.",
                                text::list(names), names.front()));
    return std::move(all.front());
}

void Program::choose_partnership(const std::string& name) {
    std::vector<std::string> names;
    for (const Partnership& each : desk_.records.partnerships()) {
        if (text::folded(each.name.text) == text::folded(name)) partnership_read_ = each.id;
        names.push_back(text::one_line(each.name.text));
    }
    if (std::ranges::none_of(names, [&](const auto& each) { return text::folded(each) == text::folded(name); }))
        throw Error(fmt::format("There is no partnership called \"{}\". It can be {}.", text::first(name, 40),
                                names.empty() ? "none yet" : text::list(names, "or")));
}

/// Its checklist, when that was read last.
Page Program::page_of_partnership() const {
    const Partnership partnership = partnership_meant();
    if (checklist_read_) return stage_page(read_stage(*checklist_read_, data_folder() / "stages"), partnership.ways);
    return partnership_page(partnership, date_of(desk_.clock.now()));
}

/// A plan that is being made takes its people and its ways from there.
void Program::look_at_partnership_again() {
    desk_.renderer.refresh_read(page_of_partnership());
    if (plan_) desk_.renderer.refresh_read(plan_page(look_at_plan()));
}

/// Alone it is read; "of" and a name say which one; all else changes it.
void Program::take_partnership_word(const std::string& typed) {
    std::string what = text::one_line(typed);
    if (what.starts_with("of ")) {
        choose_partnership(what.substr(3));
        what.clear();
    }
    if (what.empty()) {
        checklist_read_.reset();
        return desk_.renderer.read_out(page_of_partnership());
    }
    const auto [typed_first, rest] = first_word(what);
    const std::string first = text::folded(typed_first);
    if (first == "checklist") return show_checklist(rest);
    if (first == "tick" || first == "untick") return tick(rest, first == "tick");
    if (first == "import") return import_partnership(rest);
    if (first == "export") return export_partnership(rest);
    const Partnership partnership = partnership_meant();
    partnership_read_ = partnership.id;
    const auto read = read_partnership_change(partnership, what, date_of(desk_.clock.now()));
    if (const auto* fault = std::get_if<Wrong>(&read)) return say(Kind::error, fault->sentence);
    const auto changed = partnership_desk_.change(std::get<PartnershipSheet>(read), desk_.ids, desk_.clock.now());
    if (changed.empty()) return say(Kind::plain, "That is how it stands already.");
    changes_.emplace_back(PartnershipChange{});
    look_at_partnership_again();
    std::string all;
    for (const std::string& each : changed) all += (all.empty() ? "" : " ") + each;
    say(Kind::plain, all);
}

/// As in a shell. What the file does not name stays as it is.
void Program::import_partnership(const std::string& file) {
    if (file.empty()) throw Error("import needs a partnership's file. Example: partnership import harbour.toml.");
    const PartnershipSheet sheet = read_partnership(file);
    const bool known = desk_.records.partnership(sheet.name).has_value();
    const auto changed = partnership_desk_.change(sheet, desk_.ids, desk_.clock.now());
    if (changed.empty()) return say(Kind::plain, "Everything in it was in the log already. Nothing was changed.");
    if (known) changes_.emplace_back(PartnershipChange{});
    choose_partnership(text::one_line(sheet.name));
    look_at_partnership_again();
    desk_.renderer.announce(
        {.text = fmt::format("Taken in, {}.{}\n{}", text::count(changed.size(), "change", "changes"),
                             known ? "" : " The partnership is new here: undo does not take that back.",
                             fmt::join(changed, "\n")),
         .to_read = true});
}

/// What stood in the file before is kept beside it.
void Program::export_partnership(const std::string& file) {
    if (file.empty()) throw Error("export needs a file's name. Example: partnership export harbour.toml.");
    const Partnership partnership = partnership_meant();
    const auto kept = save_keeping_backup(file, partnership_to_toml(sheet_of(partnership)));
    say(Kind::plain,
        fmt::format("The partnership is in {}.{} Access needs are in it: keep it as safe as the log itself.",
                    text::one_line(file), before_in_words(kept)));
}

/// Of the stage that is named, else of the one that the partnership is in.
void Program::show_checklist(const std::string& typed) {
    const Partnership partnership = partnership_meant();
    partnership_read_ = partnership.id;
    const auto stage = typed.empty() ? partnership.ways.stage : partnership_stage_from(typed);
    if (!stage && !typed.empty())
        throw Error(
            fmt::format("\"{}\" is no stage. It can be starting, working together or what comes next. Example: "
                        "partnership checklist starting.",
                        text::first(typed, 40)));
    if (!stage)
        throw Error(
            "The partnership's stage is not written down yet, so say which checklist. Example: partnership checklist "
            "starting. To write the stage down: partnership stage starting.");
    checklist_read_ = *stage;
    desk_.renderer.read_out(page_of_partnership());
}

void Program::tick(const std::string& typed, bool ticked) {
    const Partnership partnership = partnership_meant();
    const auto stage = checklist_read_ ? checklist_read_ : partnership.ways.stage;
    checklist_read_ = stage;
    if (!stage) throw Error("Read a checklist first. Example: partnership checklist starting.");
    const StageSheet sheet = read_stage(*stage, data_folder() / "stages");
    const auto number = whole_number(typed);
    if (!number || *number < 1 || static_cast<std::size_t>(*number) > sheet.checks.size())
        throw Error(
            fmt::format("{} needs the number of a line of the checklist, from 1 to {}. Example: partnership "
                        "tick 1.",
                        ticked ? "tick" : "untick", sheet.checks.size()));
    const StageCheck& check = sheet.checks[static_cast<std::size_t>(*number) - 1];
    PartnershipSheet change;
    change.name = partnership.name.text;
    change.ways.checks = with_tick(partnership.ways, *stage, check, ticked).checks;
    if (partnership_desk_.change(change, desk_.ids, desk_.clock.now()).empty())
        return say(Kind::plain, "That is how it stands already.");
    changes_.emplace_back(PartnershipChange{});
    look_at_partnership_again();
    say(Kind::plain, fmt::format("{}: {}", ticked ? "Ticked" : "Not ticked any more", text::sentence(check.text)));
}

/// As in a meeting it is only read: nothing of it is kept, in `history` neither.
void Program::take_support_word() {
    const Partnership partnership = partnership_meant();
    std::string said = support_in_words(partnership.ways.support, partnership.ways.signposts);
    if (said.empty())
        said =
            in_face("Nobody to talk to is written down yet. To write it down, type partnership support NAME, NUMBER.");
    desk_.renderer.announce({.text = said, .to_read = true});
}

std::string Program::in_face(const std::string& how) const {
    return desk_.renderer.face() == FaceKind::screen ? with_colons(how) : how;
}

void Program::take_glossary_word(const std::string& typed) {
    const std::vector<Term> terms = in_order(partnership_meant().glossary);
    const std::string add = "To add a word, type partnership term WORD: MEANING.";
    const auto read_aside = [&](std::string said) {
        desk_.renderer.announce({.text = std::move(said), .to_read = true});
    };
    if (typed.empty())
        return read_aside(terms.empty() ? in_face("The glossary is empty. " + add) : glossary_in_words(terms));
    const auto read = explained(terms, typed);
    if (const auto* said = std::get_if<std::string>(&read)) return read_aside(*said);
    const std::string& fault = std::get<Wrong>(read).sentence;
    say(Kind::error, terms_called(terms, typed).empty() ? fault + " " + add : fault);
}

}  // namespace folkmoot
