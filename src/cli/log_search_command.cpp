#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/failure.h"
#include "src/cli/surroundings.h"
#include "src/exports/found_list.h"
#include "src/log/log.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

constexpr std::size_t usual_limit = 20;

/// A shell takes the quotation marks of person:"Asha Rao" away; what it gives is one argument still, and so they can be
/// put back.
std::string as_typed(const std::string& argument) {
    const auto colon = argument.find(':');
    const bool filter = colon != std::string::npos && colon > 0 &&
                        std::all_of(argument.begin(), argument.begin() + static_cast<std::ptrdiff_t>(colon),
                                    [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (!filter || argument.find(' ') == std::string::npos || argument.find('"') != std::string::npos) return argument;
    if (argument.find(' ') == colon + 1) return argument;
    return fmt::format("{}:\"{}\"", argument.substr(0, colon), argument.substr(colon + 1));
}

/// One argument with blanks may be a filter with its quoted value, or a whole search that was quoted.
bool has_two_readings(const std::vector<std::string>& words) {
    return words.size() == 1 && as_typed(words.front()) != words.front();
}

std::string line_of(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) line += (line.empty() ? "" : " ") + as_typed(word);
    return line;
}

/// The log for reading. An index that is behind is brought up to date first when nobody else is writing.
std::unique_ptr<Log> log_to_search(const Launch& launch, Clock& clock) {
    auto log = open_log(launch, LogMode::read, clock);
    if (!log->search_behind()) return log;
    log.reset();
    try {
        return open_log(launch, LogMode::write, clock);
    } catch (const Error&) {  // a meeting runs, or the log can only be read: it is searched all the same
        return open_log(launch, LogMode::read, clock);
    }
}

}  // namespace

void describe_log_search(CLI::App& log, Descriptions& all) {
    auto* command = log.add_subcommand(
        "search",
        "Find words in agenda items and in what was written down, the best first\nWords in quotation marks stand "
        "together, and adv* is the beginning of a word\nThe filters are person: (who has the action or leads the "
        "item), "
        "group:, objective:, kind: (item, note, decision, action, parked, question, term or concern), before: and "
        "after: "
        "(a date), and is:open\nCase and accents do not matter");
    const auto search = std::make_shared<launch::LogSearch>();
    using launch::Format;
    command->add_option("words", search->words, "What to look for")->required()->type_name("WORDS");
    command->add_option("--limit", search->limit, "At most so many finds; 20 when it is not said")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000));
    add_format(*command, search->format, {Format::text, Format::json, Format::csv});
    command->footer("folkmoot log search large type kind:decision after:2026-09-01");
    all.push_back({command, [search] { return *search; }});
}

SearchQuery search_typed(const std::vector<std::string>& words, Clock& clock) {
    auto read = read_search(line_of(words), date_of(clock.now()));
    if (has_two_readings(words) && std::holds_alternative<SearchFault>(read))
        read = read_search(words.front(), date_of(clock.now()));
    if (const auto* fault = std::get_if<SearchFault>(&read)) throw Usage(fault->why);
    return std::get<SearchQuery>(std::move(read));
}

Told search_log(const launch::LogSearch& command, const Launch& launch, Clock& clock) {
    const SearchQuery query = search_typed(command.words, clock);
    const auto log = log_to_search(launch, clock);
    auto answer = log->search(query);
    if (answer.found.empty() && has_two_readings(command.words)) {
        const auto other = read_search(command.words.front(), date_of(clock.now()));
        if (const auto* whole = std::get_if<SearchQuery>(&other)) answer = log->search(*whole);
    }
    const std::size_t digits = log->prefix_length();
    if (log->mode() == LogMode::write) log->finish();
    const std::size_t all = answer.found.size();
    const bool people = command.format == launch::Format::text;
    const std::size_t limit = command.limit > 0 ? command.limit : people ? usual_limit : all;
    if (all > limit) answer.found.resize(limit);
    if (command.format == launch::Format::json) return {found_json(answer.found), 0};
    if (command.format == launch::Format::csv) return {found_csv(answer.found), 0};
    if (all == 0) return {fmt::format("Nothing was found for: {}\n", text::one_line(line_of(command.words))), 0, true};
    auto lines = found_lines(answer.found, digits);
    if (answer.more) {
        lines.push_back(
            fmt::format("There is more than {} finds; the newest of them were looked at. Add a word or a "
                        "filter to find less.",
                        most_finds));
    }
    if (all > limit) lines.push_back(fmt::format("The first {} of {}. More of them: --limit {}.", limit, all, all));
    return {in_lines(lines), 0, true};
}

}  // namespace folkmoot::cli
