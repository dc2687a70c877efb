#include "src/cli/forget_report.h"

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/known_person.h"
#include "src/time/calendar.h"

namespace folkmoot::cli {

namespace {

constexpr std::size_t most_examples = 5;

void add_examples(std::vector<std::string>& lines, const std::vector<std::string>& texts) {
    for (std::size_t at = 0; at < texts.size() && at < most_examples; ++at)
        lines.push_back("  " + text::one_line(texts[at]));
    if (texts.size() > most_examples) lines.push_back(fmt::format("  And {} more.", texts.size() - most_examples));
}

std::string figures(const ForgetPreview& found) {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) parts.push_back(text::count(count, one, many));
    };
    add(found.names, "entry with the name", "entries with the name");
    add(found.roles, "entry of a role", "entries of a role");
    add(found.access, "entry of access needs", "entries of access needs");
    add(found.said, "answer in words in a round", "answers in words in rounds");
    add(found.captures, "text that was written down", "texts that were written down");
    add(found.reasons, "reason that was given", "reasons that were given");
    add(found.reservations, "reservation", "reservations");
    return parts.empty() ? "nothing of their own" : text::list(parts);
}

void add_backups(std::vector<std::string>& lines, const ForgetPreview& found, ForgetTyping typing) {
    for (const auto& each : found.backups) lines.push_back(fmt::format("The same in the backup {}.", each.string()));
    for (const auto& each : found.lost_backups)
        lines.push_back(fmt::format("Not reached: the backup {}, which is not there. When it is there again, type: {}",
                                    each.string(), typing.forget));
}

}  // namespace

std::vector<std::string> preview_lines(const KnownPerson& person, const ForgetWish& wish, const ForgetPreview& found,
                                       const std::vector<std::filesystem::path>& minutes, ForgetTyping typing) {
    std::vector<std::string> lines;
    if (wish.access_only) {
        lines.push_back(fmt::format("{}. What goes: {}.", name_of(person),
                                    text::count(found.access, "entry of access needs", "entries of access needs")));
        lines.emplace_back("What stays: the name, and everything else.");
        add_backups(lines, found, typing);
        lines.emplace_back("Not reached: exports, plans, and copies that were made by hand.");
        return lines;
    }
    lines.push_back(fmt::format("{}. What goes, in {}: {}.", name_of(person),
                                text::count(found.meetings, "meeting", "meetings"), figures(found)));
    if (!found.mentions.empty()) {
        lines.push_back(fmt::format("In {} that others said or wrote, \"somebody\" will stand in place of the name:",
                                    text::count(found.mentions.size(), "text", "texts")));
        add_examples(lines, found.mentions);
    }
    if (!found.shared.empty()) {
        lines.push_back(
            fmt::format("In {} a part of the name may mean somebody else, and is left. To take it as well, "
                        "add {} and the word:",
                        text::count(found.shared.size(), "text", "texts"), typing.also));
        add_examples(lines, found.shared);
    }
    if (!found.ordinary.empty()) {
        lines.push_back(
            fmt::format("In {} it is written small and is an ordinary word, and is left. To take it as "
                        "well, add {} and the word:",
                        text::count(found.ordinary.size(), "text", "texts"), typing.also));
        add_examples(lines, found.ordinary);
    }
    lines.emplace_back(
        "What stays, without a name: that there was somebody of this partner, how long they were there, how often and "
        "how "
        "long they spoke, their scores, and what was decided. A plan that names them makes them known again.");
    add_backups(lines, found, typing);
    for (const auto& each : minutes) lines.push_back(fmt::format("Not reached: the minutes {}.", each.string()));
    lines.emplace_back(
        "Not reached: minutes in other folders, exports, plans, copies that were made by hand, and what was printed or "
        "sent.");
    return lines;
}

std::vector<std::string> preview_lines(Date before, const ForgetPreview& found, ForgetTyping typing) {
    std::vector<std::string> lines;
    lines.push_back(fmt::format("Meetings that were closed before {}. What goes, in {}: {}.", in_words(before),
                                text::count(found.meetings, "meeting", "meetings"),
                                found.all() == 0 ? "nothing more" : figures(found)));
    lines.emplace_back(
        "What stays: names, attendance, agendas, turns and times, scores, decisions with how they were made, terms, "
        "and "
        "that something was said or written down.");
    if (found.kept_open > 0)
        lines.push_back(
            fmt::format("{} too: {} still to be dealt with.",
                        found.kept_open == 1 ? "One text stays" : fmt::format("{} texts stay", found.kept_open),
                        found.kept_open == 1 ? "it is" : "they are"));
    add_backups(lines, found, typing);
    lines.emplace_back(
        "Not reached: minutes that are written, exports, copies that were made by hand, and what was printed or sent.");
    return lines;
}

std::vector<std::string> report_lines(const ForgetReport& report, const std::filesystem::path& log,
                                      ForgetTyping typing) {
    std::vector<std::string> lines;
    if (report.texts > 0) lines.push_back(fmt::format("Forgotten: {}.", text::count(report.texts, "text", "texts")));
    for (const auto& each : report.backups) lines.push_back(fmt::format("Done in the backup {} too.", each.string()));
    lines.insert(lines.end(), report.lost.begin(), report.lost.end());
    if (report.left.empty()) {
        lines.push_back(fmt::format("Every byte of {}{} was searched, and nothing of it was found.", log.string(),
                                    report.backups.empty() ? "" : " and of the backups"));
        return lines;
    }
    lines.emplace_back("It is not finished:");
    for (const auto& each : report.left) lines.push_back("  " + each);
    lines.push_back(fmt::format("To try again, type: {}", typing.forget));
    return lines;
}

}  // namespace folkmoot::cli
