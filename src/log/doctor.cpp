#include "src/log/doctor.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <utility>

#include "src/log/forget.h"
#include "src/log/migrations.h"
#include "src/log/parts.h"

namespace folkmoot {

namespace {

using log::Parts;
using log::StreamInfo;

class Examination {
public:
    Examination(Parts& parts, DoctorReport& report) : parts_(parts), report_(report), db_(parts.connection.db()) {}

    void run() {
        versions();
        settings();
        structure();
        modes();
        make_copies();
        streams();
        sums();
        drop_copies();
        words();
        forgotten();
    }

private:
    void good(std::string line) { report_.lines.push_back(std::move(line)); }
    void bad(std::string line) {
        report_.lines.push_back(std::move(line));
        report_.healthy = report_.sound = false;
    }

    void versions() {
        good(fmt::format("Log: {}. Its tables are version {}, this program's {}. SQLite {}.",
                         parts_.connection.path().string(), parts_.connection.pragma("user_version"),
                         log::newest_version, sqlite3_libversion()));
        if (parts_.connection.pragma("application_id") != std::to_string(log::application_id))
            bad("The file does not say that it is a log of Folkmoot.");
    }

    void settings() {
        const bool writing = parts_.connection.mode() == LogMode::write;
        const auto journal = parts_.connection.pragma("journal_mode");
        const bool wal = journal == "wal";
        std::vector<std::pair<std::string, std::string>> wanted = {
            {"foreign_keys", "1"}, {"trusted_schema", "0"}, {"cell_size_check", "1"}, {"mmap_size", "0"}};
        if (writing) {
            wanted.insert(wanted.end(), {{"synchronous", wal ? "2" : "3"},
                                         {"wal_autocheckpoint", "100"},
                                         {"journal_size_limit", "1048576"},
                                         {"secure_delete", "1"}});
        }
        std::string line = "Settings: journal_mode " + journal;
        bool as_wanted = wal || journal == "delete" || !writing;
        for (const auto& [name, value] : wanted) {
            // Without memory mapping in this SQLite, mmap_size answers nothing at all.
            const auto found = parts_.connection.pragma(name);
            line += fmt::format(", {} {}", name, found.empty() ? "none" : found);
            as_wanted = as_wanted && (found == value || (name == "mmap_size" && found.empty()));
        }
        int defensive = 0;
        sqlite3_db_config(db_.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
        line += fmt::format(", defensive {}.", defensive);
        if (as_wanted && defensive == 1)
            good("The settings of the file are as they should be.");
        else
            bad(line + " Not all of them are as they should be.");
    }

    void structure() {
        bool sound = true;
        SQLite::Statement check(db_, "PRAGMA integrity_check(100)");
        while (check.executeStep()) {
            const auto line = check.getColumn(0).getString();
            if (line == "ok") continue;
            bad("The file's structure is damaged: " + line);
            sound = false;
        }
        SQLite::Statement keys(db_, "PRAGMA foreign_key_check");
        while (keys.executeStep()) {
            bad(fmt::format("A row of {} belongs to nothing.", keys.getColumn(0).getString()));
            sound = false;
        }
        if (sound) good("The file's structure is sound.");
    }

    void modes() {
        bool ours = true;
        const auto look = [&](std::filesystem::path path, const char* suffix, mode_t others) {
            path += suffix;
            struct stat status {};
            if (::stat(path.c_str(), &status) != 0 || (status.st_mode & others) == 0) return;
            good(fmt::format("{} can be reached by others: its mode is {:04o}.", path.string(),
                             status.st_mode & 07777U));
            ours = report_.healthy = false;
        };
        for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"})
            look(parts_.connection.path(), suffix, 077);
        if (parts_.connection.path().parent_path().filename() == "folkmoot")
            look(parts_.connection.path().parent_path(), "", 077);
        if (ours) good("The files are for their owner only.");
    }

    void make_copies() {
        for (const auto table : log::stream_tables) copy(table);
        for (const auto& table : log::sum_tables) copy(table.name);
    }
    void copy(std::string_view table) {
        db_.exec(fmt::format("DROP TABLE IF EXISTS temp.d_{}", table));  // of one that was stopped
        db_.exec(fmt::format("CREATE TEMP TABLE d_{0} AS SELECT * FROM main.{0} WHERE 0", table));
    }
    void drop_copies() {
        for (const auto table : log::stream_tables) db_.exec(fmt::format("DROP TABLE temp.d_{}", table));
        for (const auto& table : log::sum_tables) db_.exec(fmt::format("DROP TABLE temp.d_{}", table.name));
    }

    [[nodiscard]] bool is_behind(const StreamInfo& stream) {
        SQLite::Statement query(db_, "SELECT 1 FROM main.dirty WHERE stream = ?");
        log::bind_all(query, stream.row);
        return query.executeStep();
    }

    void streams() {
        std::size_t meetings = 0, acts = 0, damaged = 0, different = 0, behind = 0;
        log::RowWriter rows(db_, "temp.d_");
        const auto all = parts_.store.all();
        const std::size_t all_meetings = log::meetings_in(all);
        for (const auto& stream : all) {
            if (stream.kind == StreamKind::meeting)
                parts_.watch.at({"Looking at every act", meetings++, all_meetings, "meetings"});
            try {
                const auto stored = parts_.store.read(stream);
                acts += stored.events.size();
                const auto folded = log::fold_stream(stream, stored);
                if (is_behind(stream)) {
                    ++behind;
                    continue;
                }
                std::visit([&](const auto& value) { rows.write(stream.row, value); }, folded);
                if (differs(stream)) ++different;
                rows.erase(stream.row);
            } catch (const std::exception& wrong) {
                ++damaged;
                bad(fmt::format("Damage: {}{}.", titled(stream), wrong.what()));
            }
        }
        if (damaged == 0)
            good(fmt::format("{} {}, {} acts: every one matches its sum and can be told again.", meetings,
                             meetings == 1 ? "meeting" : "meetings", acts));
        if (different == 0) good("The summaries are what the acts say.");
        if (behind > 0)
            good(fmt::format("{} of the streams have newer acts than summaries, which is in order.", behind));
    }

    /// The title helps to recognise what is damaged; it may itself be what is.
    std::string titled(const StreamInfo& stream) {
        SQLite::Statement query(db_, "SELECT title, date FROM main.p_meetings WHERE stream = ?");
        log::bind_all(query, stream.row);
        if (!query.executeStep()) return {};
        return fmt::format("{} of {}: ", query.getColumn(0).getString(), query.getColumn(1).getString());
    }

    bool differs(const StreamInfo& stream) {
        std::string tables;
        for (const auto table : log::stream_tables) {
            if (rows_differ(table, fmt::format(" WHERE stream = {}", stream.row))) tables += fmt::format(" {}", table);
        }
        if (tables.empty()) return false;
        bad(fmt::format("The summaries of {} are not what its acts say ({}). They can be made again from the acts.",
                        in_words(stream), tables.substr(1)));
        return true;
    }

    bool rows_differ(std::string_view table, const std::string& where) {
        const auto only_in = [&](const char* left, const char* right) {
            const auto sql = fmt::format("SELECT EXISTS(SELECT * FROM {0}{2}{3} EXCEPT SELECT * FROM {1}{2}{3})", left,
                                         right, table, where);
            return db_.execAndGet(sql).getInt() != 0;
        };
        return only_in("main.", "temp.d_") || only_in("temp.d_", "main.");
    }

    /// What several streams are summed up to, against their rows, which were held against the acts above.
    void sums() {
        if (db_.execAndGet("SELECT EXISTS(SELECT 1 FROM main.dirty)").getInt() != 0) return;  // said above
        {
            log::RowWriter rows(db_, "temp.d_");
            log::write_matters(db_, rows, all_of("matter", "p_touches"));
            try {
                log::write_months(db_, rows, all_of("slot", "p_figures"));
            } catch (const Error&) {  // a row that cannot be read differs from its acts, and was told
            }
        }
        if (rows_differ("p_matters", ""))
            bad("What earlier meetings left open is not summed up rightly. It can be made again from the acts.");
        if (rows_differ("p_months", ""))
            bad("The figures of the months are not summed up rightly. They can be made again from the acts.");
    }
    std::set<Id128> all_of(std::string_view column, std::string_view table) {
        std::set<Id128> all;
        SQLite::Statement query(db_, fmt::format("SELECT DISTINCT {} FROM main.{}", column, table));
        while (query.executeStep()) all.insert(log::id_of(query.getColumn(0)));
        return all;
    }

    /// The entries against the summaries, which were held against the acts above; then each word of the index against
    /// an index that is made of the entries here, in memory.
    void words() {
        if (parts_.search.missing()) {
            good("The index for searching is not made yet: the next search makes it.");
            return;
        }
        log::drop_index(db_, "d_search");
        log::make_index(db_, "d_search");
        {
            log::EntryWriter wanted(db_, "temp.d_search");
            for (const auto& stream : parts_.store.all()) {
                const auto put = [&](const log::SearchEntry& entry) { wanted.write(entry); };
                if (words_are_behind(stream))
                    log::entries_held(db_, stream.row, put);
                else
                    log::each_entry(db_, "main.", stream.row, put);
            }
        }
        if (rows_differ("search_entries", "") || !log::same_words(db_, "search", "d_search"))
            bad("The index for searching is not what the acts say. It can be made again from the acts: folkmoot doctor "
                "--rebuild.");
        else
            good("The index for searching is what the acts say.");
        log::drop_index(db_, "d_search");
    }

    void forgotten() {
        if (log::forgotten_in_clear(db_))
            bad("Words of somebody who was forgotten are in the log. They can be taken out: folkmoot forget.");
        if (db_.execAndGet("SELECT EXISTS(SELECT 1 FROM main.forgotten WHERE finished = 0)").getInt() != 0)
            bad("Something was to be forgotten, and that was not finished. To finish it: folkmoot forget.");
    }

    [[nodiscard]] bool words_are_behind(const StreamInfo& stream) {
        SQLite::Statement query(db_,
                                "SELECT 1 FROM main.search_behind WHERE stream = ?1 UNION SELECT 1 FROM main.dirty "
                                "WHERE stream = ?1");
        log::bind_all(query, stream.row);
        return query.executeStep();
    }

    Parts& parts_;
    DoctorReport& report_;
    SQLite::Database& db_;
};

}  // namespace

DoctorReport examine(Log& log) {
    DoctorReport report;
    auto& parts = log.parts();
    try {
        log.catch_up();
        const log::OneMoment moment(parts.connection.db());
        Examination(parts, report).run();
    } catch (const SQLite::Exception& failure) {
        report.lines.push_back(parts.connection.words_for(failure));
        report.healthy = report.sound = false;
    }
    return report;
}

}  // namespace folkmoot
