#include "src/app/minutes_files.h"

#include <fmt/format.h>

#include "src/base/atomic_file.h"
#include "src/exports/html.h"
#include "src/exports/markdown.h"
#include "src/exports/minutes.h"
#include "src/exports/plain_text.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

std::string slug(std::string_view title) {
    constexpr std::size_t longest = 60;
    std::string result;
    for (const char c : title) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            result.push_back(c);
        else if (c >= 'A' && c <= 'Z')
            result.push_back(static_cast<char>(c - 'A' + 'a'));
        else if (!result.empty() && result.back() != '-')
            result.push_back('-');
        if (result.size() == longest) break;
    }
    while (result.ends_with('-')) result.pop_back();
    return result.empty() ? "meeting" : result;
}

}  // namespace

std::string minutes_name(const State& state) {
    return fmt::format("{}-{}-{}", iso(date_of(state.opened.value_or(Stamp{}))), slug(state.plan.title.text),
                       state.id.shown());
}

MinutesFiles write_minutes(const State& state, const std::filesystem::path& folder) {
    const Document document = minutes_of(state);
    const std::string name = minutes_name(state);
    MinutesFiles files{folder / (name + ".md"), folder / (name + ".txt")};
    make_private_folder(folder);
    write_file_atomically(files.markdown, to_markdown(document));
    write_file_atomically(files.text, to_plain_text(document));
    return files;
}

std::filesystem::path write_large_minutes(const State& state, const std::filesystem::path& folder) {
    std::filesystem::path file = folder / (minutes_name(state) + "-large.html");
    make_private_folder(folder);
    write_file_atomically(file, to_html(minutes_of(state), Letters::large));
    return file;
}

}  // namespace folkmoot
