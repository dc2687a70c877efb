#include "src/session/wanted_meetings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "src/base/text.h"
#include "src/session/typed_pieces.h"

namespace folkmoot {

namespace {

constexpr std::array<std::string_view, 6> known{"group", "partner", "person", "objective", "before", "after"};
constexpr std::string_view filters = "group:, partner:, person:, objective:, before: and after:";

SearchFault stands_alone(const std::string& word) {
    const std::string shown = text::first(word, 40);
    return {
        fmt::format("\"{0}\" stands by itself. Say what it is: group:{0}, partner:{0}, person:{0}, objective:{0}, or "
                    "a date with before: or after:. To find words in all meetings, type search {0}.",
                    shown)};
}

SearchFault needs_value(const std::string& filter) {
    const bool date = filter == "before" || filter == "after";
    return {fmt::format("{}: needs its value right after it, such as: {}.", filter,
                        date                    ? filter + ":2026-12-01"
                        : filter == "objective" ? "objective:O1"
                        : filter == "person"    ? "person:Asha, or person:\"Asha Rao\""
                        : filter == "partner"   ? "partner:\"City Council\""
                                                : "group:\"Working group\"")};
}

std::optional<SearchFault> take(MeetingFilter& wanted, const TypedPiece& piece, Date today) {
    if (piece.filter.empty()) return stands_alone(piece.text);
    if (std::ranges::find(known, piece.filter) == known.end())
        return SearchFault{fmt::format("\"{}:\" is no filter of meetings. The filters are {}.", piece.filter, filters)};
    if (piece.text.empty()) return needs_value(piece.filter);
    if (piece.filter == "group") wanted.group = piece.text;
    if (piece.filter == "partner") wanted.partner = piece.text;
    if (piece.filter == "person") wanted.person = piece.text;
    if (piece.filter == "objective") wanted.objective = piece.text;
    if (piece.filter != "before" && piece.filter != "after") return std::nullopt;
    const auto date = read_date(piece.text, today);
    if (!date) {
        return SearchFault{fmt::format(
            "{0}: needs a date, and \"{1}\" is none. A date is written {0}:2026-12-01, or {0}:\"1 december 2026\".",
            piece.filter, text::first(piece.text, 40))};
    }
    // As in a search: before the day, and on the day or later.
    if (piece.filter == "before")
        wanted.to = plus_days(*date, -1);
    else
        wanted.from = *date;
    return std::nullopt;
}

/// Where nothing but filters can stand, the words behind one are the rest of its value: group:Working group.
std::vector<TypedPiece> whole_values(const std::vector<TypedPiece>& typed) {
    std::vector<TypedPiece> whole;
    for (const TypedPiece& piece : typed) {
        if (piece.filter.empty() && !whole.empty() && !whole.back().filter.empty() && !whole.back().text.empty())
            whole.back().text += " " + piece.text;
        else
            whole.push_back(piece);
    }
    return whole;
}

}  // namespace

bool begins_with_meeting_filter(std::string_view word) {
    const std::size_t colon = word.find(':');
    return colon != std::string_view::npos &&
           std::ranges::find(known, text::folded(word.substr(0, colon))) != known.end();
}

std::variant<MeetingFilter, SearchFault> read_meetings_wanted(std::string_view typed, Date today) {
    const auto read = typed_pieces(typed, known);
    if (const auto* fault = std::get_if<SearchFault>(&read)) return *fault;
    MeetingFilter wanted;
    std::set<std::string> seen;
    for (const TypedPiece& piece : whole_values(std::get<std::vector<TypedPiece>>(read))) {
        if (!piece.filter.empty() && !seen.insert(piece.filter).second)
            return SearchFault{fmt::format("{}: stands there twice. Type each filter once.", piece.filter)};
        if (const auto fault = take(wanted, piece, today)) return *fault;
    }
    return wanted;
}

}  // namespace folkmoot
