#include "src/cli/keeper.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/cli/forget_report.h"
#include "src/cli/held_report.h"
#include "src/cli/known_person.h"
#include "src/log/backup.h"
#include "src/log/doctor.h"
#include "src/log/forget.h"
#include "src/log/log.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

std::vector<Keeping::Someone> Keeper::people() {
    std::vector<Someone> found;
    const auto known = known_people(log_);
    for (const KnownPerson& each : known) {
        if (each.names.empty()) continue;
        const std::string& name = each.names.front();
        const auto called_so = std::ranges::count_if(known, [&](const KnownPerson& other) {
            return std::ranges::any_of(other.names,
                                       [&](const auto& one) { return text::plain(one) == text::plain(name); });
        });
        found.push_back({name_of(each), called_so > 1 ? each.id.shown() : text::one_line(name)});
    }
    std::ranges::sort(found, {}, [](const Someone& each) { return text::plain(each.name); });
    return found;
}

std::vector<std::string> Keeper::held(const std::string& name) {
    const Held held = held_of(log_, person_named(known_people(log_), name));
    return held_lines(held, minutes_with(log_.path(), held.person));
}

std::optional<Keeping::Begun> Keeper::finish_begun(const ForgetAsked& asked) {
    if (!forgetting_unfinished(log_)) return std::nullopt;
    // The name may be the one that was blanked before it was broken off.
    const bool was_all = !asked.words_before && (asked.name.empty() || !is_known(known_people(log_), asked.name));
    auto names = was_all ? asked.also : std::vector<std::string>{};
    if (was_all && !asked.name.empty()) names.push_back(asked.name);
    Begun begun{{{"What was begun earlier is finished now."}, true}, was_all};
    const ForgetReport report = finish_forgetting(log_, names);
    const auto said = report_lines(report, log_.path(), typing_);
    begun.done.lines.insert(begun.done.lines.end(), said.begin(), said.end());
    begun.done.all = report.left.empty();
    return begun;
}

Forgetting Keeper::forgetting(const ForgetAsked& asked) {
    return asked.words_before ? of_words(*asked.words_before) : of_person(asked);
}

Forgetting Keeper::of_person(const ForgetAsked& asked) {
    const KnownPerson person = person_named(known_people(log_), asked.name);
    ForgetWish wish;
    wish.person = person.id;
    wish.access_only = asked.access_needs;
    wish.also = asked.also;
    const ForgetPreview found = preview(log_, wish);
    const std::string& name = person.names.front();
    if (asked.access_needs && found.access == 0 && found.backups.empty())
        return {{fmt::format("No access needs of {} are in the log.", name)}, ""};
    return {preview_lines(person, wish, found, minutes_with(log_.path(), person), typing_),
            asked.access_needs ? fmt::format("Erase the access needs of {}?", name)
                               : fmt::format("Forget {}? This cannot be undone.", name),
            [this, wish] {
                const ForgetReport report = forget(log_, wish, clock_.now());
                return KeepingDone{report_lines(report, log_.path(), typing_), report.left.empty()};
            }};
}

Forgetting Keeper::of_words(Date before) {
    if (days_between(date_of(clock_.now()), before) > 0)
        throw Error(fmt::format("{} is still to come. Name a day that has been.", in_words(before)));
    ForgetWish wish;
    wish.before = before;
    const ForgetPreview found = preview(log_, wish);
    if (found.all() == 0 && found.backups.empty())
        return {{fmt::format("No meeting that was closed before {} has words to forget.", in_words(before))}, ""};
    return {preview_lines(before, found, typing_), "Forget these words? This cannot be undone.", [this, wish] {
                const ForgetReport report = forget(log_, wish, clock_.now());
                return KeepingDone{report_lines(report, log_.path(), typing_), report.left.empty()};
            }};
}

std::vector<std::string> Keeper::back_up(const std::filesystem::path& to, bool for_review) {
    const Stamp now = clock_.now();
    BackupWish wish;
    wish.for_review = for_review;
    wish.to = to.empty() ? usual_backup(log_.path(), date_of(now), for_review) : to;
    IdSource ids;
    const auto checked = make_backup(log_, wish, now, ids);
    std::vector<std::string> lines{fmt::format("The backup is in {}. It was checked, and is sound.", wish.to.string())};
    for (const auto& line : checked)
        if (line.find("can be reached by others") != std::string::npos) lines.push_back("But " + line);
    lines.emplace_back(
        for_review ? "It is for reading: folkmoot --log with its name opens it. It has no access needs, no words "
                     "from the rounds and no reasons for asking to speak. Concerns stand at the end of their "
                     "meeting. Names are in it, so keep it safe."
                   : "All names and words are in it: keep it as safe as the log itself. To go back to it, put it "
                     "in the log's place while no meeting runs.");
    return lines;
}

KeepingDone Keeper::look_over(bool rebuild) {
    KeepingDone done;
    if (rebuild) {
        log_.rebuild();
        done.lines.emplace_back("The summaries and the index for searching were made anew.");
    }
    const DoctorReport report = examine(log_);
    done.lines.insert(done.lines.end(), report.lines.begin(), report.lines.end());
    done.all = report.healthy;
    return done;
}

}  // namespace folkmoot::cli
