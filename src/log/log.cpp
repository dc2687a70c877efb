#include "src/log/log.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <utility>

#include "src/log/parts.h"

namespace folkmoot {

namespace {

/// So many meetings are put into the index in a moment that nobody notices.
constexpr std::size_t a_moments_worth = 25;
/// The most that one transaction takes, so that its journal stays small.
constexpr std::size_t a_large_part = 1000;

/// As Log::catch_up: what cannot be done now is done before the next search.
void catch_up_search(log::Parts& parts, std::size_t most) {
    if (parts.connection.mode() != LogMode::write) return;
    try {
        parts.search.catch_up(most);
    } catch (const SQLite::Exception&) {  // nothing is lost: a search looks at what is not in the index as well
    }
}

}  // namespace

std::filesystem::path default_log_path() {
    const auto folder = [](const char* name) -> std::filesystem::path {
        const char* value = std::getenv(name);
        if (value == nullptr) return {};
        const std::filesystem::path path(value);
        return path.is_absolute() ? path : std::filesystem::path();  // the XDG rules: a relative path does not count
    };
    if (const auto data = folder("XDG_DATA_HOME"); !data.empty()) return data / "folkmoot" / "folkmoot.db";
    if (const auto home = folder("HOME"); !home.empty()) return home / ".local" / "share" / "folkmoot" / "folkmoot.db";
    throw Error("There is no place for the log: neither XDG_DATA_HOME nor HOME is set. Name a file with --log.");
}

std::unique_ptr<Log> Log::open(const std::filesystem::path& path, LogMode mode) {
    try {
        auto log = std::unique_ptr<Log>(new Log(std::make_unique<log::Parts>(path, mode)));
        if (log->parts_->store.is_for_review())
            log->parts_->connection.add_notice(
                "This is a copy for review. It can be read, and nothing can be added to it.");
        return log;
    } catch (const SQLite::Exception& failure) {
        throw Error(log::failure_in_words(path, failure, 0));
    }
}

Log::Log(std::unique_ptr<log::Parts> parts) : parts_(std::move(parts)) {}
Log::~Log() = default;

const std::vector<std::string>& Log::notices() const { return parts_->connection.notices(); }
const std::filesystem::path& Log::path() const { return parts_->connection.path(); }
LogMode Log::mode() const { return parts_->connection.mode(); }
bool Log::is_for_review() {
    return parts_->ask([this] { return parts_->store.is_for_review(); });
}
bool Log::unclean_end() const { return parts_->connection.unclean_end(); }

std::vector<std::string> Log::quick_check() {
    return parts_->ask([this] {
        std::vector<std::string> findings;
        SQLite::Statement check(parts_->connection.db(), "PRAGMA quick_check(20)");
        while (check.executeStep()) {
            if (auto line = check.getColumn(0).getString(); line != "ok") findings.push_back(std::move(line));
        }
        return findings;
    });
}

void Log::when_long(GoOn go_on) { parts_->watch.set(std::move(go_on)); }

void Log::catch_up() {
    try {
        parts_->summaries.catch_up();
    } catch (const Error&) {  // nothing is lost: the next query, the end or the next start tries again and says so
    }
}

std::vector<std::string> Log::use_idle_moment() {
    catch_up();
    catch_up_search(*parts_, a_moments_worth);
    if (!unclean_end() || std::exchange(parts_->checked, true)) return {};
    try {
        const auto findings = quick_check();
        if (findings.empty()) return {};
        return {
            fmt::format("The log {} has {} that should not be there. Nothing was changed. To look closer, leave "
                        "this meeting open and run the doctor command.",
                        path().string(), findings.size() == 1 ? "a fault" : "faults")};
    } catch (const Error& error) {
        return {fmt::format("The log could not be checked after its last end: {}", error.what())};
    }
}

void Log::rebuild() {
    parts_->summaries.rebuild();
    try {
        parts_->search.clear();
        while (parts_->search.catch_up(a_large_part)) {
        }
    } catch (const SQLite::Exception& failure) {
        throw WriteError(parts_->connection.words_for(failure));
    }
}

bool Log::search_behind() {
    return parts_->ask([&] { return parts_->search.behind(); });
}

SearchAnswer Log::search(const SearchQuery& query) {
    if (mode() == LogMode::write) {
        try {
            parts_->summaries.catch_up();
            while (parts_->search.catch_up(a_large_part)) {
            }
        } catch (const WriteError&) {         // a full disk: what is behind is laid over in memory
        } catch (const SQLite::Exception&) {  // the same
        }
    }
    return parts_->ask_summaries([&] { return parts_->search.find(query); });
}

void Log::finish() {
    if (mode() != LogMode::write) return;
    try {
        parts_->summaries.catch_up();
    } catch (const WriteError&) {  // a full disk: the next start does it
    }
    catch_up_search(*parts_, a_moments_worth);
    auto& db = parts_->connection.db();
    sqlite3_busy_timeout(db.getHandle(), 0);  // readers may stay; nobody waits for them here
    db.tryExec("PRAGMA analysis_limit = 400; PRAGMA optimize");
    db.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
}

void Log::append(std::span<const StreamAppend> appends) { parts_->store.append(appends); }

}  // namespace folkmoot
