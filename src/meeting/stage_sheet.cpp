#include "src/meeting/stage_sheet.h"

#include <algorithm>

namespace folkmoot {

std::string_view file_word(PartnershipStage stage) {
    switch (stage) {
        case PartnershipStage::starting:
            return "starting";
        case PartnershipStage::working:
            return "working";
        case PartnershipStage::ending:
            return "ending";
    }
    return "";
}

std::string kept_as(PartnershipStage stage, const StageCheck& check) {
    return std::string(file_word(stage)) + "/" + check.id;
}

bool is_ticked(const Ways& ways, PartnershipStage stage, const StageCheck& check) {
    return ways.checks && std::ranges::find(*ways.checks, kept_as(stage, check)) != ways.checks->end();
}

Ways with_tick(Ways ways, PartnershipStage stage, const StageCheck& check, bool ticked) {
    const std::string kept = kept_as(stage, check);
    auto& checks = ways.checks ? *ways.checks : ways.checks.emplace();
    std::erase(checks, kept);
    if (ticked) checks.push_back(kept);
    return ways;
}

}  // namespace folkmoot
