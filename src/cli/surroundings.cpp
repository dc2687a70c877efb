#include "src/cli/surroundings.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include <fmt/format.h>

#include "src/base/ascii.h"
#include "src/base/atomic_file.h"
#include "src/base/text.h"
#include "src/cli/failure.h"
#include "src/log/log.h"

namespace folkmoot {

namespace {

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// What a terminal of this locale can show, made harmless on the way out.
std::string shown(std::string_view text) {
    const std::string harmless = text::printable(text);
    return locale_is_utf8() ? harmless : ascii_form(harmless);
}

/// Plain for a pipe and a file, which other programs read.
std::string fitted(std::string_view text, int descriptor) {
    constexpr std::size_t continued = 4;
    constexpr unsigned narrowest = 20;
    struct winsize size {};
    const bool known = ::isatty(descriptor) != 0 && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0;
    std::string clean = shown(text);
    if (!known || size.ws_col < narrowest || clean.empty()) return clean;
    if (clean.ends_with('\n')) clean.pop_back();
    std::string all;
    for (const auto& line : text::wrap(clean, size.ws_col, continued)) all += line + "\n";
    return all;
}

}  // namespace

TheClock clock_from_environment() {
    const char* text = std::getenv("FOLKMOOT_CLOCK");
    if (text == nullptr || *text == '\0') return {system_clock(), nullptr};
    const auto set = SetClock::from(text);
    if (!set)
        throw Usage(fmt::format("FOLKMOOT_CLOCK is \"{}\", which is no time. For example: 2026-11-24T14:00:00Z.",
                                text::one_line(text)));
    auto clock = std::make_unique<SetClock>(*set);
    SetClock* the_same = clock.get();
    return {std::move(clock), the_same};
}

IdSource ids_from_environment(Records& records) {
    const char* seed = std::getenv("FOLKMOOT_SEED");
    if (seed == nullptr || *seed == '\0') return IdSource{};
    return IdSource(fmt::format("{} {}", seed, records.meetings(0).size()));
}

void hold_standard_streams() {
    bool output_closed = false;
    for (int descriptor = 0; descriptor <= 2; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) != -1) continue;
        output_closed = output_closed || descriptor == 1;
        // The lowest free number is taken, which is this one.
        if (::open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY) < 0) throw Error("/dev/null cannot be opened.");
    }
    if (output_closed) throw Error("The standard output is closed, so that nothing could be shown. Nothing was begun.");
}

namespace {

void print_all(const std::string& bytes) {
    if (!write_all(STDOUT_FILENO, bytes))
        throw Error(fmt::format("The output could not be written: {}.", reason_in_words(errno)));
}

}  // namespace

void print_out(std::string_view text) { print_all(shown(text)); }
void print_for_programs(std::string_view text) {
    print_all(::isatty(STDOUT_FILENO) != 0 ? shown(text) : std::string(text));
}
void print_for_people(std::string_view text) { print_all(fitted(text, STDOUT_FILENO)); }
void print_error(std::string_view text) { write_all(STDERR_FILENO, fitted(text, STDERR_FILENO)); }

ScratchFolder::ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "folkmoot-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw Error(fmt::format("No folder could be made in {}: {}.", std::filesystem::temp_directory_path().string(),
                                reason_in_words(errno)));
    path_ = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code left_behind;
    std::filesystem::remove_all(path_, left_behind);
}

std::filesystem::path log_path(const Launch& launch) { return launch.log ? *launch.log : default_log_path(); }

std::unique_ptr<Log> open_log(const Launch& launch, LogMode mode, Clock& clock) {
    auto log = Log::open(log_path(launch), mode);
    log->when_long([&clock, last = clock.now()](const LongWork& work) mutable {
        const auto now = clock.now();
        if (elapsed(last, now) >= said_every) {
            last = now;
            print_error(in_words(work) + "\n");
        }
        return true;
    });
    return log;
}

std::string program_words(const Launch& launch) {
    if (!launch.log) return "folkmoot";
    const std::string path = launch.log->string();
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-+,:@%=";
    if (path.find_first_not_of(plain) == std::string::npos) return "folkmoot --log " + path;
    std::string quoted = "'";
    for (const char c : path) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return "folkmoot --log " + quoted + "'";
}

}  // namespace folkmoot
