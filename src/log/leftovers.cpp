#include "src/log/leftovers.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/log/blanking.h"

namespace folkmoot::log {

namespace {

/// Where names and free text can stand.
struct Place {
    const char* table;
    std::vector<const char*> columns;
};
const std::vector<Place>& places() {
    static const std::vector<Place> all = {
        {"words", {"text"}},
        {"words_instead", {"text"}},
        {"drafts", {"line"}},
        {"search_entries", {"text"}},
        {"p_partnerships", {"name", "key"}},
        {"p_meetings", {"title", "group_name", "partnership_name", "place", "source", "facilitator", "host"}},
        {"p_attendance", {"name", "partner"}},
        {"p_items", {"title", "lead", "lead_partner"}},
        {"p_captures", {"text", "word"}},
        {"p_pulse", {"text", "instrument"}},
        {"p_touches", {"text", "owner_name", "owner_partner"}},
        {"p_matters", {"text", "owner_name", "owner_partner"}},
        // Of the figures their names alone: what measures are called may well be a name.
        {"p_figures", {"group_name", "json_extract(figures, '$.series')"}},
        {"p_corrections", {"text"}},
        {"p_months", {"group_name", "json_extract(figures, '$.series')"}}};
    return all;
}

/// Shorter ones stand in numbers and sums by chance. VACUUM leaves nothing but what SQLite can read.
constexpr std::size_t shortest_in_bytes = 4;
constexpr std::size_t shortest_text = 8;
constexpr std::size_t around = 8;        ///< bytes on each side by which a place is known again
constexpr std::size_t may_be_cut = 400;  ///< longer values can be cut in two by SQLite's pages
constexpr std::size_t most_told = 5;

std::string small(std::string bytes) {
    for (char& c : bytes)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return bytes;
}

using Spot = std::tuple<std::string, std::string, std::string>;  ///< before, itself, behind

class ByteSearch {
public:
    ByteSearch(SQLite::Database& db, std::string file, const Sought& sought) : db_(db), file_(std::move(file)) {
        std::set<std::string> needles;
        for (const auto& name : sought.names)
            if (name.size() >= shortest_in_bytes) needles.insert(small(name));
        for (const auto& each : sought.texts)
            if (each.size() >= shortest_text) needles.insert(small(each));
        needles_.assign(needles.begin(), needles.end());
    }

    std::vector<std::string> run() {
        if (needles_.empty()) return {};
        sqlite3_file* handle = nullptr;
        sqlite3_file_control(db_.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &handle);
        sqlite3_int64 size = 0;
        if (handle == nullptr || handle->pMethods == nullptr || handle->pMethods->xFileSize(handle, &size) != SQLITE_OK)
            throw Error(fmt::format("{} cannot be searched.", file_));
        look_through(handle, size);
        if (hits_.empty()) return {};
        learn_what_stays();
        std::vector<std::string> told;
        for (const auto& hit : hits_) {
            if (told.size() == most_told) break;
            if (!stays(hit))
                told.push_back(
                    fmt::format("{} still holds \"{}\" at byte {}.", file_, text::one_line(hit.bytes), hit.at));
        }
        return told;
    }

private:
    struct Hit {
        sqlite3_int64 at = 0;
        std::size_t needle = 0;
        std::string before, bytes, behind;
    };

    void look_through(sqlite3_file* handle, sqlite3_int64 size) {
        constexpr sqlite3_int64 chunk = 1 << 20;
        const auto longest = std::ranges::max(needles_, {}, &std::string::size).size();
        const auto overlap = static_cast<sqlite3_int64>(longest) + sqlite3_int64{2 * around};
        for (sqlite3_int64 from = 0; from < size; from += chunk) {
            const auto begin = std::max<sqlite3_int64>(0, from - static_cast<sqlite3_int64>(around));
            const auto end = std::min(size, from + chunk + overlap);
            std::string bytes(static_cast<std::size_t>(end - begin), '\0');
            if (handle->pMethods->xRead(handle, bytes.data(), static_cast<int>(bytes.size()), begin) != SQLITE_OK)
                throw Error(fmt::format("{} cannot be searched.", file_));
            look(bytes, begin, from, std::min(size, from + chunk));
        }
    }

    void look(const std::string& bytes, sqlite3_int64 begin, sqlite3_int64 from, sqlite3_int64 until) {
        const auto lower = small(bytes);
        for (std::size_t needle = 0; needle < needles_.size(); ++needle) {
            const auto size = needles_[needle].size();
            for (auto at = lower.find(needles_[needle]); at != std::string::npos;
                 at = lower.find(needles_[needle], at + 1)) {
                const auto place = begin + static_cast<sqlite3_int64>(at);
                if (place < from || place >= until) continue;
                const auto left = std::min(at, around);
                hits_.push_back({place, needle, bytes.substr(at - left, left), bytes.substr(at, size),
                                 bytes.substr(at + size, around)});
            }
        }
    }

    /// How the values that are to stay hold the same bytes. What somebody put into tables of their own is not ours to
    /// change, and is told.
    void learn_what_stays() {
        std::vector<std::string> tables{"sqlite_schema"};
        SQLite::Statement names(db_, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0");
        while (names.executeStep())
            if (auto name = names.getColumn(0).getString(); is_ours(name)) tables.push_back(std::move(name));
        for (const auto& table : tables) {
            SQLite::Statement query(db_, fmt::format("SELECT * FROM main.\"{}\"", table));
            while (query.executeStep())
                for (int column = 0; column < query.getColumnCount(); ++column) {
                    const auto value = query.getColumn(column);
                    if (value.isText() || value.isBlob()) learn(bytes_of(value));
                }
        }
    }

    static bool is_ours(const std::string& table) {
        static const std::set<std::string> ours = {"streams", "events", "words",  "words_instead", "dirty",
                                                   "marks",   "drafts", "search", "forgotten",     "backups"};
        return ours.contains(table) || table.starts_with("p_") || table.starts_with("search_") ||
               table.starts_with("sqlite_");
    }

    void learn(std::string_view value) {
        if (value.size() < shortest_in_bytes) return;
        const auto lower = small(std::string(value));
        for (const auto& needle : needles_) {
            for (auto at = lower.find(needle); at != std::string::npos; at = lower.find(needle, at + 1)) {
                const auto left = std::min(at, around);
                const auto bytes = std::string(value.substr(at, needle.size()));
                const auto before = std::string(value.substr(at - left, left));
                const auto behind = std::string(value.substr(at + needle.size(), around));
                stays_.insert({before, bytes, behind});
                if (value.size() < may_be_cut) continue;
                if (before.size() == around) stays_.insert({before, bytes, ""});
                if (behind.size() == around) stays_.insert({"", bytes, behind});
            }
        }
    }

    [[nodiscard]] bool stays(const Hit& hit) const {
        for (std::size_t left = 0; left <= hit.before.size(); ++left)
            for (std::size_t right = 0; right <= hit.behind.size(); ++right)
                if (stays_.contains(
                        {hit.before.substr(hit.before.size() - left), hit.bytes, hit.behind.substr(0, right)}))
                    return true;
        return false;
    }

    SQLite::Database& db_;
    std::string file_;
    std::vector<std::string> needles_;
    std::vector<Hit> hits_;
    std::set<Spot> stays_;
};

void look_in_values(SQLite::Database& db, const std::string& file, const Sought& sought,
                    std::vector<std::string>& found) {
    for (const auto& place : places()) {
        if (!has_table(db, place.table)) continue;
        for (const char* column : place.columns) {
            std::size_t count = 0;
            SQLite::Statement query(db,
                                    fmt::format("SELECT {0} FROM main.{1} WHERE {0} IS NOT NULL", column, place.table));
            while (query.executeStep())
                if (const auto value = std::string(bytes_of(query.getColumn(0)));
                    sought.finder.replaced(value, instead_of_name) != value)
                    ++count;
            if (count > 0)
                found.push_back(fmt::format("{} still has the name in {} ({} of table {}).", file,
                                            text::count(count, "text", "texts"), column, place.table));
        }
    }
}

}  // namespace

std::vector<std::string> leftovers(SQLite::Database& db, const std::string& file, const Sought& sought) {
    std::vector<std::string> found;
    look_in_values(db, file, sought, found);
    const auto in_bytes = ByteSearch(db, file, sought).run();
    found.insert(found.end(), in_bytes.begin(), in_bytes.end());
    return found;
}

}  // namespace folkmoot::log
