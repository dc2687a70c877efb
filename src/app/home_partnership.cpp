// The partnership at home: read, and changed.
#include <fmt/format.h>

#include <algorithm>

#include "screens/partnership.h"
#include "src/app/program.h"
#include "src/base/error.h"
#include "src/base/text.h"

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
            "There is no partnership in the log yet. One comes with the first meeting, or from a file: folkmoot "
            "partnership import FILE.toml");
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

Page Program::page_of_partnership() const { return partnership_page(partnership_meant(), date_of(desk_.clock.now())); }

/// Alone it is read; "of" and a name say which one; all else changes it.
void Program::take_partnership_word(const std::string& typed) {
    std::string what = text::one_line(typed);
    if (what.starts_with("of ")) {
        choose_partnership(what.substr(3));
        what.clear();
    }
    if (what.empty()) return desk_.renderer.read_out(page_of_partnership());
    const Partnership partnership = partnership_meant();
    partnership_read_ = partnership.id;
    const auto read = read_partnership_change(partnership, what, date_of(desk_.clock.now()));
    if (const auto* fault = std::get_if<Wrong>(&read)) return say(Kind::error, fault->sentence);
    const auto changed = partnership_desk_.change(std::get<PartnershipSheet>(read), desk_.ids, desk_.clock.now());
    if (changed.empty()) return say(Kind::plain, "That is how it stands already.");
    changes_.emplace_back(PartnershipChange{});
    desk_.renderer.refresh_read(page_of_partnership());
    std::string all;
    for (const std::string& each : changed) all += (all.empty() ? "" : " ") + each;
    say(Kind::plain, all);
}

}  // namespace folkmoot
