#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/cli/commands.h"
#include "src/cli/describe.h"
#include "src/cli/surroundings.h"
#include "src/exports/other_records.h"
#include "src/log/transfer.h"
#include "src/time/clock.h"

namespace folkmoot::cli {

namespace {

/// Longer than the longest event by far.
constexpr std::size_t longest_line = std::size_t{8} << 20U;

/// A file, or the standard input, line by line.
class LineFile {
public:
    explicit LineFile(const std::filesystem::path& path)
        : stdin_(path == "-"),
          name_(stdin_ ? "The standard input" : path.string()),
          file_(stdin_ ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (file_ < 0) fail(errno);
        struct stat status {};
        if (::fstat(file_, &status) == 0 && S_ISREG(status.st_mode)) size_ = static_cast<std::size_t>(status.st_size);
    }
    ~LineFile() {
        if (!stdin_ && file_ >= 0) ::close(file_);
    }
    LineFile(const LineFile&) = delete;
    LineFile& operator=(const LineFile&) = delete;

    /// False at the end.
    bool next(std::string& line) {
        for (std::size_t looked = at_;;) {
            const auto end = held_.find('\n', looked);
            if (end != std::string::npos || (ended_ && at_ < held_.size())) {
                const auto until = std::min(end, held_.size());
                line = held_.substr(at_, until - at_);
                at_ = std::min(until + 1, held_.size());
                ++number_;
                return true;
            }
            if (ended_) return false;
            if (held_.size() - at_ > longest_line) {
                ++number_;
                throw wrong(fmt::format("the line is longer than {} bytes, which no event is", longest_line));
            }
            looked = held_.size() - at_;
            held_.erase(0, at_);
            at_ = 0;
            more();
        }
    }
    [[nodiscard]] Error wrong(const std::string& why) const {
        return Error(fmt::format("{}, line {}: {}. Nothing was imported.", name_, number_, why));
    }
    [[nodiscard]] Error wrong_whole(const std::string& why) const {
        return Error(fmt::format("{}: {} Nothing was imported.", name_, why));
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::size_t number() const { return number_; }
    /// Nothing when it is not known how much is to come.
    [[nodiscard]] std::optional<std::size_t> percent() const {
        if (size_ == 0) return std::nullopt;
        return std::min<std::size_t>(100, (taken_ - (held_.size() - at_)) * 100 / size_);
    }

private:
    [[noreturn]] void fail(int why) const {
        throw Error(fmt::format("{} cannot be read: {}. Nothing was imported.", name_, reason_in_words(why)));
    }
    void more() {
        char bytes[65536];
        ssize_t got = 0;
        do got = ::read(file_, bytes, sizeof bytes);
        while (got < 0 && errno == EINTR);
        if (got < 0) fail(errno);
        ended_ = got == 0;
        taken_ += static_cast<std::size_t>(got);
        held_.append(bytes, static_cast<std::size_t>(got));
    }

    bool stdin_;
    std::string name_;
    int file_ = -1;
    std::size_t size_ = 0, taken_ = 0, number_ = 0, at_ = 0;
    bool ended_ = false;
    std::string held_;
};

/// In words, on the standard error, at most every ten seconds.
class Progress {
public:
    explicit Progress(Clock& clock) : clock_(clock), last_(clock.now()) {}
    void say(const LineFile& file, const ImportReport& report) {
        constexpr std::size_t seldom = 1000;
        if (file.number() % seldom != 0) return;
        const auto now = clock_.now();
        if (elapsed(last_, now) < said_every) return;
        last_ = now;
        const auto percent = file.percent();
        print_error(fmt::format("Reading {}: {}{} so far.\n", file.name(),
                                percent ? fmt::format("{} percent, ", *percent) : std::string(),
                                text::count(report.new_meetings, "new meeting", "new meetings")));
    }

private:
    Clock& clock_;
    Stamp last_;
};

std::vector<std::string> in_sentences(const ImportReport& report) {
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) parts.push_back(text::count(count, one, many));
    };
    add(report.new_meetings, "new meeting", "new meetings");
    add(report.longer_meetings, "meeting that goes on longer", "meetings that go on longer");
    add(report.new_partnerships, "new partnership", "new partnerships");
    add(report.longer_partnerships, "partnership with something new", "partnerships with something new");
    std::vector<std::string> lines;
    if (report.added == 0)
        lines.emplace_back("Everything in it was in the log already. Nothing was changed.");
    else
        lines.push_back(
            fmt::format("Imported: {}, {} in all.", text::list(parts), text::count(report.added, "act", "acts")));
    if (report.added > 0 && report.known > 0)
        lines.push_back(fmt::format("{} in the log already.", text::count(report.known, "act was", "acts were")));
    if (report.forgotten)
        lines.emplace_back("Some of it had been forgotten here before. Those names and words were left out again.");
    return lines;
}

/// New meetings of which the log has another record, made on another machine.
std::vector<std::string> recorded_twice(Records& records, const std::vector<MeetingId>& meetings) {
    std::vector<std::string> lines;
    const std::size_t digits = records.prefix_length();
    for (const MeetingId& id : meetings) {
        const auto found = records.meetings_by_prefix(id.hex());
        if (found.empty() || found.front().source.empty()) continue;
        for (const MeetingSummary& other : other_records(records, found.front()))
            lines.push_back(
                fmt::format("{}, {}, has two records: {} and {}. Both stay. What differs: folkmoot log show {}",
                            text::one_line(other.title), in_words(other.date), id.shown(digits), other.id.shown(digits),
                            id.shown(digits)));
    }
    return lines;
}

LinesHeader read_header(LineFile& file) {
    std::string line;
    if (!file.next(line)) throw file.wrong_whole("it is empty.");
    try {
        return header_from_line(line);
    } catch (const Error& error) {
        throw file.wrong(error.what());
    }
}

void read_events(LineFile& file, Import& import, Clock& clock) {
    Progress progress(clock);
    for (std::string line; file.next(line);) {
        try {
            import.take(event_from_line(line));
        } catch (const WriteError& error) {
            throw Error(fmt::format("{} Nothing was imported.", error.what()));
        } catch (const Error& error) {
            throw file.wrong(error.what());
        }
        progress.say(file, import.so_far());
    }
}

ImportReport finish(const LineFile& file, Import& import, const LinesHeader& header) {
    try {
        return import.finish(header);
    } catch (const WriteError& error) {
        throw Error(fmt::format("{} Nothing was imported.", error.what()));
    } catch (const Error& error) {
        throw file.wrong_whole(error.what());
    }
}

}  // namespace

void describe_import(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("import",
                                       "Take in what export wrote, all of it or nothing\nWhat is in the log already is "
                                       "not taken twice, so that the logs "
                                       "of two machines can be brought together. The help topic \"moving\" says more");
    const auto taken = std::make_shared<launch::Import>();
    command->add_option("file", taken->from, "The file; - is the standard input")->required()->type_name("FILE");
    command->add_flag("--skip-differing", taken->skip_differing,
                      "Leave out meetings that went on differently here, and take the rest");
    command->footer("folkmoot import harbour.jsonl");
    all.push_back({command, [taken] { return *taken; }});
}

void import_into(Log& log, const std::filesystem::path& from, Clock& clock) {
    LineFile file(from);
    const LinesHeader header = read_header(file);
    Import import(log);
    read_events(file, import, clock);
    finish(file, import, header);
}

Told import_log(const launch::Import& command, const Launch& launch, Clock& clock) {
    LineFile file(command.from);
    const LinesHeader header = read_header(file);
    const auto log = open_log(launch, LogMode::write, clock);
    std::vector<std::string> lines = log->notices();
    std::vector<MeetingId> new_meetings;
    {
        Import import(*log);
        read_events(file, import, clock);
        std::string differing;
        for (const auto& each : import.so_far().differing) differing += each + " ";
        if (!differing.empty() && !command.skip_differing)
            throw file.wrong_whole(differing +
                                   "To leave such meetings as they are here and take the rest, add "
                                   "--skip-differing.");
        const ImportReport report = finish(file, import, header);
        const auto said = in_sentences(report);
        lines.insert(lines.end(), said.begin(), said.end());
        for (const auto& each : report.differing) lines.push_back("Left out: " + each);
        new_meetings = report.meetings;
    }
    for (const auto& each : recorded_twice(*log, new_meetings)) lines.push_back(each);
    log->finish();
    return {in_lines(lines), 0, true};
}

}  // namespace folkmoot::cli
