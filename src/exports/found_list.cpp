#include "src/exports/found_list.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "src/base/text.h"
#include "src/exports/csv.h"

namespace folkmoot {

namespace {

using Json = nlohmann::ordered_json;

std::string label(const FoundText& found) {
    std::string word(found.kind.capture ? in_words(*found.kind.capture) : in_words(found.kind));
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return found.number == 0 ? word : fmt::format("{} {}", word, found.number);
}

void append(std::string& line, const std::string& raw, std::string_view before = "") {
    const std::string part = text::one_line(raw);
    if (!part.empty()) line += fmt::format(", {}{}", before, part);
}

std::string line_of(const FoundText& found, std::size_t digits) {
    std::string words = text::one_line(found.context);
    if (words.empty()) words = "(no words)";
    std::string line = fmt::format("{}  {}: {}", found.meeting.shown(digits), label(found), words);
    append(line, found.person, found.kind.capture ? "" : "led by ");
    const bool decision = found.kind.capture == CaptureKind::decision;
    if (found.due) append(line, in_words(*found.due), decision ? "to be looked at again on " : "due ");
    append(line, found.state);
    append(line, found.item, "item ");
    append(line, found.meeting_title.empty() ? "a meeting without title" : found.meeting_title);
    append(line, in_words(found.date));
    append(line, found.group);
    return line;
}

Json text_or_null(const std::string& raw) { return raw.empty() ? Json(nullptr) : Json(text::printable(raw)); }

}  // namespace

std::vector<std::string> found_lines(const std::vector<FoundText>& found, std::size_t digits) {
    std::vector<std::string> lines;
    for (const FoundText& each : found) lines.push_back(line_of(each, digits));
    return lines;
}

std::string found_json(const std::vector<FoundText>& found) {
    Json array = Json::array();
    for (const FoundText& each : found)
        array.push_back({{"meeting", each.meeting.hex()},
                         {"meeting_title", text_or_null(each.meeting_title)},
                         {"date", iso(each.date)},
                         {"group", text_or_null(each.group)},
                         {"kind", in_words(each.kind)},
                         {"number", each.number == 0 ? Json(nullptr) : Json(each.number)},
                         {"text", text_or_null(each.text)},
                         {"context", text_or_null(each.context)},
                         {"item", text_or_null(each.item)},
                         {"person", text_or_null(each.person)},
                         {"due", each.due ? Json(iso(*each.due)) : Json(nullptr)},
                         {"state", text_or_null(each.state)}});
    return array.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string found_csv(const std::vector<FoundText>& found) {
    std::string csv = csv_line(
        {"meeting", "meeting_title", "date", "group", "kind", "number", "text", "item", "person", "due", "state"});
    for (const FoundText& each : found)
        csv += csv_line({each.meeting.hex(), csv_cell(each.meeting_title), iso(each.date), csv_cell(each.group),
                         std::string(in_words(each.kind)), each.number == 0 ? "" : fmt::format("{}", each.number),
                         csv_cell(each.text), csv_cell(each.item), csv_cell(each.person),
                         each.due ? iso(*each.due) : std::string{}, csv_cell(each.state)});
    return csv;
}

}  // namespace folkmoot
