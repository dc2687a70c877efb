// What a partnership looks at in one of its stages: a checklist and questions, from a data file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/ways.h"

namespace folkmoot {

struct StageCheck {
    std::string id;    ///< short; kept when the wording changes
    std::string text;  ///< a statement that a group can tick together
    std::string how;   ///< what helps; may be empty
    bool operator==(const StageCheck&) const = default;
};

struct StageSheet {
    PartnershipStage stage = PartnershipStage::starting;
    std::string title;
    std::string why;
    std::vector<std::string> questions;
    std::vector<StageCheck> checks;
    bool operator==(const StageSheet&) const = default;
};

/// The stage in one word, as its file is named: "starting", "working", "ending".
std::string_view file_word(PartnershipStage stage);
/// What a partnership keeps of a check that is ticked: "starting/people-named".
std::string kept_as(PartnershipStage stage, const StageCheck& check);
bool is_ticked(const Ways& ways, PartnershipStage stage, const StageCheck& check);
/// The ways with this check ticked, or not.
Ways with_tick(Ways ways, PartnershipStage stage, const StageCheck& check, bool ticked);

}  // namespace folkmoot
