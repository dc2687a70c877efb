// The figures of a group's meetings in a month, added up in the order in which the log got them.
#include <SQLiteCpp/Statement.h>

#include "src/log/summaries.h"

namespace folkmoot::log {

void write_months(SQLite::Database& db, RowWriter& rows, const std::set<Id128>& slots) {
    SQLite::Statement query(db, "SELECT month, group_name, figures FROM p_figures WHERE slot = ? ORDER BY stream");
    for (const auto& slot : slots) {
        Use meetings(query);
        bind_all(*meetings, slot);
        Figures sums;
        std::string month, group;
        while (meetings->executeStep()) {
            month = meetings->getColumn(0).getString();
            group = meetings->getColumn(1).getString();
            add(sums, figures_in(bytes_of(meetings->getColumn(2))));
        }
        if (sums.meetings > 0) rows.insert("p_months", slot, month, group, to_text(sums));
    }
}

}  // namespace folkmoot::log
