#include "screens/attendance.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/session/typed_pieces.h"
#include "src/session/wanted_meetings.h"

namespace folkmoot {

namespace {

constexpr std::size_t most_shown = 200;  ///< lines of people at meetings

/// A file's name, and what stands behind it.
struct FileTyped {
    std::string name, rest;
};

Read<FileTyped> read_file_name(const std::string& typed) {
    const std::size_t mark = quotation_mark_at(typed, 0);
    std::size_t ends = mark;
    while (ends < typed.size() && (mark > 0 ? quotation_mark_at(typed, ends) == 0 : typed[ends] != ' ')) ++ends;
    if (mark > 0 && ends == typed.size())
        return Wrong{fmt::format(
            "The quotation mark before \"{}\" is not closed. Example: attendance to \"our attendance.csv\".",
            text::first(typed.substr(mark), 40))};
    const std::size_t after = ends + (mark > 0 ? quotation_mark_at(typed, ends) : 0);
    FileTyped file{typed.substr(mark, ends - mark), trimmed(typed.substr(after))};
    if (file.name.empty() || (mark == 0 && begins_with_meeting_filter(file.name)))
        return Wrong{
            "to needs a file's name right behind it. Example: attendance to attendance.csv, or with filters: "
            "attendance to march.csv after:2026-03-01."};
    const std::string next = file.rest.substr(0, file.rest.find(' '));
    if (!next.empty() && next.find(':') == std::string::npos)
        return Wrong{
            fmt::format("\"{}\" does not belong behind the file's name \"{}\". A name with blanks in it stands in "
                        "quotation marks, and filters come after it. Example: attendance to \"our attendance.csv\" "
                        "person:Asha.",
                        text::first(next, 40), text::first(file.name, 40))};
    return file;
}

/// Theirs alone, under the filters that were typed; nothing when that is so already, or there is no name to type.
std::optional<Act> theirs_alone(const AttendanceTotal& total, const AttendanceAsked& asked) {
    const std::string name = text::one_line(total.person);
    bool typable = !name.empty();
    for (std::size_t at = 0; at < name.size(); ++at) typable = typable && quotation_mark_at(name, at) == 0;
    if (!typable || !asked.filter.person.empty()) return std::nullopt;
    return Act{
        "read theirs alone",
        {Word::attendance, fmt::format("{}{}person:\"{}\"", asked.filters, asked.filters.empty() ? "" : " ", name)}};
}

List list_of(const std::vector<AttendanceTotal>& totals, const AttendanceAsked& asked) {
    List list;
    for (const AttendanceTotal& each : totals) {
        ListItem item{fmt::format("{} of {}, {}", list.items.size() + 1, totals.size(), in_words(each)), {}};
        if (auto act = theirs_alone(each, asked)) item.acts.push_back(std::move(*act));
        list.items.push_back(std::move(item));
    }
    return list;
}

/// Where the rows of each meeting begin, in their order; the end of them all is the last.
std::vector<std::size_t> beginnings(const std::vector<AttendanceRow>& rows) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (i == 0 || rows[i].meeting != rows[i - 1].meeting) all.push_back(i);
    all.push_back(rows.size());
    return all;
}

List list_of(const std::vector<AttendanceRow>& rows, std::size_t from, std::size_t to, std::size_t digits) {
    const std::string id = rows[from].meeting.shown(digits);
    List list;
    for (std::size_t i = from; i < to; ++i)
        list.items.push_back({fmt::format("{} of {}, {}", i - from + 1, to - from, in_words(rows[i])),
                              {{"read what happened", {Word::show, id}}}});
    list.items.front().how.typed = "to read the meeting type show " + id;
    return list;
}

}  // namespace

Read<AttendanceAsked> read_attendance(std::string_view typed, Date today) {
    AttendanceAsked asked;
    asked.filters = text::one_line(typed);
    if (text::folded(asked.filters.substr(0, asked.filters.find(' '))) == "to") {
        const auto file = read_file_name(trimmed(std::string_view(asked.filters).substr(2)));
        if (const auto* fault = std::get_if<Wrong>(&file)) return *fault;
        asked.to = std::get<FileTyped>(file).name;
        asked.filters = std::get<FileTyped>(file).rest;
    }
    const auto filter = read_meetings_wanted(asked.filters, today);
    if (const auto* fault = std::get_if<SearchFault>(&filter)) return Wrong{fault->why};
    asked.filter = std::get<MeetingFilter>(filter);
    return asked;
}

std::string nobody_because(const AttendanceList& list, const AttendanceAsked& asked) {
    if (asked.filters.empty())
        return list.still_open > 0 ? "The meeting is still open. Its attendance counts when it is closed."
                                   : "There is no closed meeting in the log yet.";
    // It would be the end of a name otherwise.
    const auto words = text::words(asked.filters);
    return std::string("Nobody was at a closed meeting that fits that.") +
           (std::ranges::find(words, "to") == words.end()
                ? ""
                : " To write a file, to and its name come first: attendance to attendance.csv person:Asha.");
}

Page attendance_page(const AttendanceList& list, const AttendanceAsked& asked, std::size_t digits) {
    const auto begins = beginnings(list.rows);
    Page page;
    page.title = fmt::format("Attendance, {} at {}", text::count(list.totals.size(), "person", "people"),
                             text::count(meetings_in(list), "meeting", "meetings"));
    if (!asked.filters.empty()) page.blocks.emplace_back(Text{"Those that fit: " + asked.filters});
    if (!list.totals.empty()) page.blocks.emplace_back(Heading{"In all"});
    page.blocks.emplace_back(list_of(list.totals, asked));
    std::get<List>(page.blocks.back()).when_empty = nobody_because(list, asked);
    std::size_t next = begins.size() - 1;
    for (; next > 0 && list.rows.size() - begins[next - 1] <= most_shown; --next) {
        page.blocks.emplace_back(Heading{meeting_in_words(list.rows[begins[next - 1]])});
        page.blocks.emplace_back(list_of(list.rows, begins[next - 1], begins[next], digits));
    }
    if (next > 0)
        page.blocks.emplace_back(
            Text{fmt::format("{} before these. before: and a date lists those, and attendance to and a "
                             "file's name writes all.",
                             text::count(next, "meeting came", "meetings came"))});
    if (list.still_open > 0 && !list.totals.empty()) page.blocks.emplace_back(Text{not_counted(list)});
    if (!list.totals.empty())
        page.blocks.emplace_back(
            Hint{"To write this as a file for a spreadsheet type attendance to and the file's name. To list less, type "
                 "attendance and group:, partner:, person:, objective:, before: or after:.",
                 "On a person Enter reads theirs alone, below a meeting what happened there. :attendance to and a "
                 "file's name writes this for a spreadsheet."});
    page.words = {Word::attendance, Word::show};
    return page;
}

}  // namespace folkmoot
