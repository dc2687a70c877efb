// Log's part that keeps what is half typed.
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "src/log/log.h"
#include "src/log/parts.h"
#include "src/log/sql.h"

namespace folkmoot {

void Log::keep_draft(const MeetingId& meeting, std::string_view line) {
    try {
        SQLite::Statement change(parts_->connection.db(),
                                 line.empty() ? "DELETE FROM drafts WHERE uid = ?"
                                              : "INSERT OR REPLACE INTO drafts(uid, line) VALUES(?, ?)");
        log::bind_value(change, 1, meeting);
        if (!line.empty()) change.bind(2, std::string(line));
        change.exec();
    } catch (const SQLite::Exception& failure) {
        throw WriteError(parts_->connection.words_for(failure) + " What is half typed was not kept.");
    }
}

std::string Log::draft(const MeetingId& meeting) {
    return parts_->ask([&] {
        SQLite::Statement found(parts_->connection.db(), "SELECT line FROM drafts WHERE uid = ?");
        log::bind_value(found, 1, meeting);
        return found.executeStep() ? found.getColumn(0).getString() : std::string();
    });
}

}  // namespace folkmoot
