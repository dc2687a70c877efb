// Who was at which meeting for how long, read at home or written for a spreadsheet.
#include <fmt/format.h>

#include "screens/attendance.h"
#include "src/app/program.h"
#include "src/base/atomic_file.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/exports/attendance_list.h"

namespace folkmoot {

namespace {

namespace fs = std::filesystem;

/// Where the file is to be, as it is said: whole, and not there yet.
fs::path new_file(const fs::path& typed) {
    std::error_code none;
    fs::path to = fs::absolute(typed, none);
    if (none) to = typed;
    const std::string shown = text::one_line(to.string());
    if (fs::is_directory(to, none)) throw Error(fmt::format("{} is a folder. Name a file in it.", shown));
    if (fs::exists(fs::symlink_status(to, none)))
        throw Error(fmt::format("{} is there already, and is left as it is. Name another file.", shown));
    return to;
}

}  // namespace

void Program::take_attendance_word(const std::string& typed) {
    const auto read = read_attendance(typed, date_of(desk_.clock.now()));
    if (const auto* fault = std::get_if<Wrong>(&read)) return say(Kind::error, fault->sentence);
    const auto& asked = std::get<AttendanceAsked>(read);
    const AttendanceList list = attendance_list(desk_.records, asked.filter);
    if (asked.to.empty()) return desk_.renderer.read_out(attendance_page(list, asked, desk_.records.prefix_length()));
    if (list.rows.empty()) return say(Kind::error, "No file was written. " + nobody_because(list, asked));
    const fs::path to = new_file(asked.to);
    write_file_atomically(to, attendance_csv(list, false));
    say(Kind::plain, fmt::format("The attendance is in {}: {} at {}.", text::one_line(to.string()),
                                 text::count(list.totals.size(), "person", "people"),
                                 text::count(meetings_in(list), "meeting", "meetings")));
}

}  // namespace folkmoot
