#include "src/meeting/ways.h"

#include <array>

#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr std::array stages{PartnershipStage::starting, PartnershipStage::working, PartnershipStage::ending};

}  // namespace

std::string_view in_words(PartnershipStage stage) {
    switch (stage) {
        case PartnershipStage::starting:
            return "starting";
        case PartnershipStage::working:
            return "working together";
        case PartnershipStage::ending:
            return "what comes next";
    }
    return "";
}

std::optional<PartnershipStage> partnership_stage_from(std::string_view typed) {
    const std::string wanted = text::folded(typed);
    for (const PartnershipStage stage : stages) {
        const std::string_view words = in_words(stage);
        if (wanted == words || (!wanted.empty() && wanted == words.substr(0, words.find(' ')))) return stage;
    }
    return std::nullopt;
}

}  // namespace folkmoot
