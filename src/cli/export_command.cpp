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
#include "src/log/transfer.h"

namespace folkmoot::cli {

namespace {

constexpr std::size_t chunk = 65536;

/// A file that takes its name when it is whole; until then nothing stands at its place but what stood there.
class NewFile {
public:
    explicit NewFile(std::filesystem::path to) : to_(std::move(to)), making_(to_) {
        making_ += ".new";
        if (std::filesystem::is_directory(to_))
            throw Error(fmt::format("{} is a folder. Name a file with -o.", to_.string()));
        file_ = ::open(making_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file_ < 0) fail(errno);
    }
    ~NewFile() {
        if (file_ < 0) return;
        ::close(file_);
        std::error_code none;
        std::filesystem::remove(making_, none);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(errno);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void keep() {
        if (::fsync(file_) != 0) fail(errno);
        ::close(std::exchange(file_, -1));
        rename_durably(making_, to_);
    }

private:
    [[noreturn]] void fail(int why) {
        throw Error(fmt::format("{} cannot be written: {}. Nothing was exported.", to_.string(), reason_in_words(why)));
    }
    std::filesystem::path to_, making_;
    int file_ = -1;
};

/// Writes everything in pieces, so that a log of any size fits into memory.
std::size_t write_lines(Log& log, const std::function<void(std::string_view)>& write) {
    std::string waiting;
    std::size_t events = 0;
    const auto add = [&](const std::string& line) {
        waiting += line + "\n";
        if (waiting.size() < chunk) return;
        write(waiting);
        waiting.clear();
    };
    export_events(
        log, [&](const LinesHeader& header) { add(to_line(header)); },
        [&](const EventLine& event) {
            add(to_line(event));
            ++events;
        });
    write(waiting);
    return events;
}

}  // namespace

void describe_export(CLI::App& app, Descriptions& all) {
    auto* command = app.add_subcommand("export",
                                       "Write everything that is in the log as text, one event a line\nWhat import "
                                       "takes back. The help topic \"moving\" "
                                       "says what stands in it");
    const auto everything = std::make_shared<launch::Export>();
    command->add_option("-o,--output", everything->to, "Where to write it")->type_name("FILE");
    command->footer("folkmoot export -o harbour.jsonl");
    all.push_back({command, [everything] { return *everything; }});
}

Told export_log(const launch::Export& command, const Launch& launch, Clock& clock) {
    const auto log = open_log(launch, LogMode::read, clock);
    if (command.to.empty()) {
        write_lines(*log, [](std::string_view bytes) { print_out(bytes); });
        return {};
    }
    NewFile file(command.to);
    const auto events = write_lines(*log, [&](std::string_view bytes) { file.write(bytes); });
    file.keep();
    return {fmt::format("{} exported to {}. All names and words are in it: keep it as safe as the log itself.\n",
                        text::count(events, "event was", "events were"), command.to.string()),
            0, true};
}

}  // namespace folkmoot::cli
