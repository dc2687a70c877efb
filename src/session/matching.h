// How what people wrote down by name is matched with what the log knows. For partnership.cpp and opening.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/id.h"
#include "src/session/partnership.h"

namespace folkmoot {

/// Matches names with the partnership, and notes what is new or different: as events, and in words.
class Matching {
public:
    Matching(const std::optional<Partnership>& known, IdSource& ids)
        : known_(known.value_or(Partnership{})), ids_(ids) {}

    PartnerId partner(const std::string& name);
    void person(const PlannedPerson& planned);
    void objective(const PlannedObjective& planned);
    /// Those of the partnership that are still worked for.
    void known_objectives();
    /// A plan whose principles the partnership has all, and more beside them, takes none away: those were agreed at a
    /// meeting since the plan's file was written.
    void principles_of_plan(const std::vector<std::string>& planned);
    void principles(const std::vector<std::string>& planned);
    void found(const std::string& name);
    void groups(const std::vector<std::string>& planned);
    void term(const Term& planned);
    /// What is not said stays. What counts from now on.
    Ways ways(const Ways& planned);
    /// Who was agreed on at the last closing has the duty, unless the plan names somebody.
    void duties(const Plan& plan, const CarryOver& agreed);
    [[nodiscard]] std::optional<PersonId> person_named(const std::string& name) const;

    Opening opening;

private:
    [[nodiscard]] const Person* find(const PlannedPerson& planned) const;
    void note_agreement(const std::string& who, std::string_view does, const std::string& planned);
    PersonId id_for(const PlannedPerson& planned);
    [[nodiscard]] std::string name_of(const PartnerId& id) const;
    /// Access needs are for the facilitator only, so what they are is not said here.
    [[nodiscard]] std::string change(const Person& old, const Person& person) const;

    Partnership known_;
    IdSource& ids_;
};

}  // namespace folkmoot
