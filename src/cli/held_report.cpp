#include "src/cli/held_report.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/cli/known_person.h"
#include "src/time/calendar.h"

namespace folkmoot::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string minutes_and_seconds(Millis length) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(length).count();
    if (seconds < 60) return text::count(static_cast<std::size_t>(seconds), "second", "seconds");
    return text::count(static_cast<std::size_t>((seconds + 30) / 60), "minute", "minutes");
}

std::string where(const std::string& title, Date date) {
    return title.empty() ? "The partnership" : fmt::format("{}, {}", title, in_words(date));
}

std::string answer_in_words(const HeldMeeting::Said& said) {
    std::string line = fmt::format("{}: {}", text::first(std::string(in_words(said.round)), 40), said.answer);
    if (said.score) line += fmt::format(", {}", *said.score);
    if (!said.words.empty()) line += fmt::format(", \"{}\"", said.words);
    return text::sentence(line);
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

void add_meeting(std::vector<std::string>& lines, const HeldMeeting& meeting) {
    lines.push_back(fmt::format("Meeting {}: {}{}. {}, {} present.", meeting.id.shown(),
                                where(meeting.title, meeting.date), meeting.closed ? "" : ", still open",
                                capital(meeting.presence),
                                text::count(static_cast<std::size_t>(meeting.present.count()), "minute", "minutes")));
    if (!meeting.apology.empty()) lines.push_back(fmt::format("  Why they were away: \"{}\".", meeting.apology));
    if (!meeting.duties.empty()) lines.push_back(fmt::format("  Duties: {}.", text::list(meeting.duties)));
    if (!meeting.leads.empty()) lines.push_back(fmt::format("  Led: {}.", text::list(meeting.leads)));
    if (meeting.turns > 0)
        lines.push_back(fmt::format("  {} of speaking, {} in all.", text::count(meeting.turns, "turn", "turns"),
                                    minutes_and_seconds(meeting.spoke)));
    for (const auto& said : meeting.answers) lines.push_back("  " + capital(answer_in_words(said)));
    for (const auto& reason : meeting.hands)
        lines.push_back(reason.empty() ? "  Asked to speak." : fmt::format("  Asked to speak: \"{}\".", reason));
    for (const auto& action : meeting.actions) lines.push_back(fmt::format("  Action: {}", text::sentence(action)));
    for (const auto& each : meeting.reservations)
        lines.push_back(fmt::format("  Reservation: {}", text::sentence(each)));
}

template <class T>
Json maybe(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json paths(const std::vector<std::filesystem::path>& all) {
    Json list = Json::array();
    for (const auto& each : all) list.push_back(each.string());
    return list;
}

Json texts(const std::vector<HeldText>& all) {
    Json list = Json::array();
    for (const auto& each : all) {
        const bool of_meeting = !each.meeting.empty();
        list.push_back({{"meeting", of_meeting ? Json(each.meeting.hex()) : Json(nullptr)},
                        {"title", each.title},
                        {"date", of_meeting ? Json(iso(each.date)) : Json(nullptr)},
                        {"what", in_words(each.use)},
                        {"text", each.text},
                        {"may_be_another", each.shared}});
    }
    return list;
}

Json json_of(const HeldMeeting& meeting) {
    Json answers = Json::array();
    for (const auto& said : meeting.answers)
        answers.push_back({{"round", in_words(said.round)},
                           {"answer", said.answer},
                           {"score", maybe(said.score)},
                           {"words", said.words}});
    return {{"id", meeting.id.hex()},
            {"title", meeting.title},
            {"group", meeting.group},
            {"date", iso(meeting.date)},
            {"closed", meeting.closed},
            {"presence", meeting.presence},
            {"apology", meeting.apology},
            {"minutes_present", meeting.present.count()},
            {"turns", meeting.turns},
            {"seconds_spoken", std::chrono::duration_cast<std::chrono::seconds>(meeting.spoke).count()},
            {"duties", meeting.duties},
            {"led", meeting.leads},
            {"answers", std::move(answers)},
            {"asked_to_speak", meeting.hands},
            {"actions", meeting.actions},
            {"reservations", meeting.reservations}};
}

}  // namespace

std::string line_of(const BackupNote& backup) {
    return fmt::format("{} of {}: {}{}.", backup.for_review ? "Copy for review" : "Backup",
                       in_words(date_of(backup.at)), backup.path.string(),
                       backup.there ? "" : ", which is not there now");
}

std::vector<std::string> held_lines(const Held& held, const std::vector<std::filesystem::path>& minutes) {
    std::vector<std::string> lines;
    lines.push_back(fmt::format("{} ({}). In the log by the id {}.", name_of(held.person), held.person.partnership,
                                held.person.id.shown()));
    if (held.person.names.size() > 1)
        lines.push_back(fmt::format("Was called: {}.", text::list(std::vector<std::string>(
                                                           held.person.names.begin() + 1, held.person.names.end()))));
    lines.push_back(held.roles.empty() ? "No role is written down." : fmt::format("Role: {}.", text::list(held.roles)));
    if (held.in_review_copy)
        lines.emplace_back("This is a copy for review: access needs and words from rounds were left out of it.");
    lines.push_back(held.access.empty()
                        ? (held.in_review_copy ? "No access needs are in it." : "No access needs are written down.")
                        : fmt::format("Access needs: {}.", text::list(held.access)));
    lines.push_back(text::count(held.meetings.size(), "meeting", "meetings") + ".");
    for (const auto& meeting : held.meetings) add_meeting(lines, meeting);
    if (!held.earlier.empty()) lines.emplace_back("Words that were said again or undone, and are kept:");
    for (const auto& each : held.earlier)
        lines.push_back(fmt::format("  {}, {}: \"{}\".", where(each.title, each.date), in_words(each.use), each.text));
    lines.push_back(held.texts.empty() ? "The name stands in no other text."
                                       : fmt::format("The name stands in {}:",
                                                     text::count(held.texts.size(), "other text", "other texts")));
    for (const auto& each : held.texts)
        lines.push_back(fmt::format("  {}, {}{}: \"{}\".", where(each.title, each.date), in_words(each.use),
                                    each.shared ? ", which may mean somebody else" : "", each.text));
    if (held.backups.empty()) lines.emplace_back("No backup of the log is on record.");
    for (const auto& each : held.backups) lines.push_back(line_of(each));
    for (const auto& each : minutes) lines.push_back(fmt::format("Minutes with the name: {}.", each.string()));
    lines.emplace_back(
        "Not looked at: minutes in other folders, what was exported, copied by hand, printed or sent, plans, and "
        "answers to the pulse, which have no names.");
    return lines;
}

std::string held_json(const Held& held, const std::vector<std::filesystem::path>& minutes) {
    Json meetings = Json::array(), backups = Json::array();
    for (const auto& each : held.meetings) meetings.push_back(json_of(each));
    for (const auto& each : held.backups)
        backups.push_back({{"path", each.path.string()},
                           {"date", iso(date_of(each.at))},
                           {"for_review", each.for_review},
                           {"there", each.there}});
    const Json all{
        {"format", "folkmoot-held"},
        {"schema", 1},
        {"id", held.person.id.hex()},
        {"names", held.person.names},
        {"partner", held.person.partner},
        {"partnership", held.person.partnership},
        {"roles", held.roles},
        {"access_needs", held.access},
        {"meetings", std::move(meetings)},
        {"earlier_words", texts(held.earlier)},
        {"mentions", texts(held.texts)},
        {"backups", std::move(backups)},
        {"minutes_with_the_name", paths(minutes)},
        {"not_looked_at",
         {"minutes in other folders", "exports", "copies made by hand", "what was printed or sent", "plans"}}};
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace folkmoot::cli
