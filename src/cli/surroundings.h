// What the environment says: the clock, the ids, the standard streams, where things are.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "src/base/id.h"
#include "src/cli/launch.h"
#include "src/log/log.h"
#include "src/session/records.h"
#include "src/time/clock.h"

namespace folkmoot {

struct TheClock {
    std::unique_ptr<Clock> clock;
    SetClock* set = nullptr;  ///< the same, when FOLKMOOT_CLOCK set it
};

/// Throws Usage for a FOLKMOOT_CLOCK that is no time.
TheClock clock_from_environment();

/// FOLKMOOT_SEED makes the ids of tests repeatable, and different from run to run on one log.
IdSource ids_from_environment(Records& records);

/// Descriptors 0 to 2 that were closed would be taken by the next file that is opened, the log even: they are filled.
/// Throws Error when it was the standard output.
void hold_standard_streams();

/// All of it to the standard output. Throws Error with the reason when it cannot be written.
void print_out(std::string_view text);
/// The same, wrapped at words to the width of a terminal when it goes to one.
void print_for_people(std::string_view text);
/// What its writer has made harmless goes to a pipe or a file byte for byte, and to a terminal like all else.
void print_for_programs(std::string_view text);
void print_error(std::string_view text);

/// A new empty folder that goes, with all that is in it, when this does.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::filesystem::path log_path(const Launch& launch);
/// How often long work is heard of.
inline constexpr std::chrono::seconds said_every{10};

/// Opened for a command of the shell: long work says on the standard error how far it is, and Ctrl-C stops it.
std::unique_ptr<Log> open_log(const Launch& launch, LogMode mode, Clock& clock);
/// What is typed to come back to the same log: "folkmoot", or with --log.
std::string program_words(const Launch& launch);

}  // namespace folkmoot
