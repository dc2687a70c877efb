// The names that a plan mentions: checked and spelled when all that could be meant is known.
#pragma once

#include <string>
#include <vector>

#include "src/files/table_reader.h"
#include "src/meeting/plan.h"

namespace folkmoot::toml_file {

/// Gathers what the tables mention, and settles it at the end, since people and objectives may stand below. The
/// tables' values and the plan's own texts must stay where they are until then.
class PlanNames {
public:
    void wants_person(TableReader& table, std::string_view key, std::string& into);
    void wants_partner(TableReader& table, std::string_view key, std::string& into);
    void wants_owner(TableReader& action, std::size_t index);
    void wants_lead(TableReader& item, std::size_t index);
    void wants_proposer(TableReader& item, std::size_t index);
    void wants_objectives(TableReader& item, std::size_t index);

    /// Gives each name the spelling of the person, partner or objective meant, or notes a fault. `names_log`: the
    /// partnership is the log's, so that with none of a kind in the plan nothing can be checked.
    void settle(Plan& plan, bool names_log);

private:
    enum class Kind { person, proposer, owner, partner, objective };
    struct Mention {
        Kind kind = Kind::person;
        TableReader table;  ///< a copy, for the fault
        std::string key;
        PlacedText name;
        std::string* into = nullptr;  ///< for [meeting]
        std::size_t item = 0;         ///< for [[item]] and [[action]]
    };

    static std::vector<std::string> known(const Plan& plan, Kind kind);
    static void settle(Mention& mention, Plan& plan, bool names_log);
    void want(Kind kind, TableReader& table, std::string_view key, std::string* into, std::size_t item);

    std::vector<Mention> mentions_;
};

}  // namespace folkmoot::toml_file
