// A folder that goes away, a log in it, and ways to look at the file from outside.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "src/log/log.h"
#include "src/session/engine.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

class LogFolder {
public:
    LogFolder();
    ~LogFolder();
    LogFolder(const LogFolder&) = delete;
    LogFolder& operator=(const LogFolder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// folkmoot.db in it.
    [[nodiscard]] std::filesystem::path log() const { return path_ / "folkmoot.db"; }

private:
    std::filesystem::path path_;
};

/// What a person with sqlite3 could do: runs SQL, or gives SQLite's words for why not.
std::string raw(const std::filesystem::path& log, const std::string& sql);
/// The first column of the first row.
std::string raw_value(const std::filesystem::path& log, const std::string& sql);
/// The same without the triggers, as a damaged disk would.
void damage(const std::filesystem::path& log, const std::string& sql);
/// Every row of every summary table, as text, in order.
std::vector<std::string> all_summaries(const std::filesystem::path& log);

std::string content(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& bytes);
unsigned mode_of(const std::filesystem::path& file);
/// What opening it says, or empty when it opens.
std::string refusal(const std::filesystem::path& log, LogMode mode);

bool has(const std::string& text, const std::string& part);
/// What it throws, or empty.
template <class F>
std::string error_of(F&& act) {
    try {
        act();
        return {};
    } catch (const std::exception& why) {
        return why.what();
    }
}

/// Meetings of the sample plan, one month after the other, in a log.
class Run {
public:
    Run(Log& log, const Plan& plan, Stamp now, IdSource& ids);
    std::string act(const Command& command);
    /// What trying the unkept act again says.
    std::string retry();
    void close();
    [[nodiscard]] const State& state() const { return engine_.state(); }
    [[nodiscard]] Matter matter(std::string_view text) const;

private:
    Stamp now_;
    Engine engine_;
};

/// The sample plan with another title.
Plan plan_called(const std::string& title);
Stamp months_later(int months);

}  // namespace folkmoot::test
