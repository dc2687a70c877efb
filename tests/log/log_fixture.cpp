#include "tests/log/log_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/catch.h"

namespace folkmoot::test {

namespace {

Opening prepared(Log& log, const Plan& plan, const Stamp& now, IdSource& ids) {
    const auto known = log.partnership(plan.partnership);
    const auto carry = known ? log.carry_over(known->id, plan.group) : CarryOver{};
    return prepare(plan, known, carry, fingerprint(plan), now, ids);
}

}  // namespace

LogFolder::LogFolder() {
    auto name = (std::filesystem::temp_directory_path() / "folkmoot-log-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
}

LogFolder::~LogFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string raw(const std::filesystem::path& log, const std::string& sql) {
    try {
        SQLite::Database db(log.string(), SQLite::OPEN_READWRITE, 1000);
        db.exec("PRAGMA foreign_keys = ON");
        db.exec(sql);
        return {};
    } catch (const SQLite::Exception& failure) {
        return failure.what();
    }
}

std::string raw_value(const std::filesystem::path& log, const std::string& sql) {
    SQLite::Database db(log.string(), SQLite::OPEN_READONLY, 1000);
    SQLite::Statement query(db, sql);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

void damage(const std::filesystem::path& log, const std::string& sql) {
    SQLite::Database db(log.string(), SQLite::OPEN_READWRITE, 1000);
    db.exec(
        "DROP TRIGGER events_no_update; DROP TRIGGER events_no_delete; DROP TRIGGER words_only_blanked; "
        "DROP TRIGGER words_no_delete; DROP TRIGGER words_not_in_search; DROP TRIGGER events_in_order");
    db.exec(sql);
}

std::vector<std::string> all_summaries(const std::filesystem::path& log) {
    SQLite::Database db(log.string(), SQLite::OPEN_READONLY, 1000);
    std::vector<std::string> rows;
    SQLite::Statement tables(
        db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'p\\_%' ESCAPE '\\' ORDER BY 1");
    while (tables.executeStep()) {
        const auto table = tables.getColumn(0).getString();
        SQLite::Statement query(db, "SELECT * FROM " + table);
        while (query.executeStep()) {
            std::string row = table;
            for (int column = 0; column < query.getColumnCount(); ++column) {
                const auto value = query.getColumn(column);
                row += '|' + (value.isBlob() ? value.getString() : std::string(value.getText("NULL")));
            }
            rows.push_back(std::move(row));
        }
    }
    std::ranges::sort(rows);
    return rows;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes;
}

unsigned mode_of(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) throw std::runtime_error("no such file: " + file.string());
    return status.st_mode & 07777U;
}

std::string refusal(const std::filesystem::path& log, LogMode mode) {
    try {
        Log::open(log, mode);
        return {};
    } catch (const Error& why) {
        return why.what();
    }
}

bool has(const std::string& text, const std::string& part) {
    UNSCOPED_INFO("looking for \"" << part << "\" in \"" << text << '"');
    return text.find(part) != std::string::npos;
}

Run::Run(Log& log, const Plan& plan, Stamp now, IdSource& ids)
    : now_(now), engine_(log, log, prepared(log, plan, now, ids), now) {
    act(command::Attend{{seat(1), seat(2), seat(3), seat(4), seat(5), seat(6)}, Presence::here});
}

std::string Run::act(const Command& command) {
    now_ = later(now_, std::chrono::seconds(30));
    const auto result = engine_.act(command, now_);
    if (const auto* refused = std::get_if<Refusal>(&result)) throw std::runtime_error("refused: " + refused->why);
    if (const auto* not_kept = std::get_if<NotKept>(&result)) throw std::runtime_error("not kept: " + not_kept->why);
    return std::get<Done>(result).said;
}

std::string Run::retry() {
    const auto results = engine_.retry();
    if (results.empty()) return "nothing";
    const auto* not_kept = std::get_if<NotKept>(&results.front());
    return not_kept != nullptr ? not_kept->why : std::get<Done>(results.front()).said;
}

void Run::close() {
    act(command::Go{{Stage::closing, std::nullopt}});
    std::vector<ItemId> open;
    for (const auto& each : state().agenda) {
        if (!each.slot.outcome) open.push_back(each.item.id);
    }
    for (const auto& each : open) act(command::SettleItem{each, Outcome::done, ""});
    act(command::Close{});
}

Matter Run::matter(std::string_view text) const {
    for (const auto& each : state().matters) {
        if (each.matter.text.text == text) return each.matter;
    }
    throw std::runtime_error("no such matter: " + std::string(text));
}

Plan plan_called(const std::string& title) {
    auto plan = sample_plan();
    plan.title = title;
    return plan;
}

Stamp months_later(int months) { return later(start_time(), std::chrono::hours(24 * 28 * months)); }

}  // namespace folkmoot::test
