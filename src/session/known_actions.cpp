#include "src/session/known_actions.h"

#include <fmt/format.h>
#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

std::vector<std::string> leave_out_known_actions(Plan& plan, std::span<const ActionSummary> known) {
    std::vector<std::string> said;
    std::erase_if(plan.actions, [&](const PlannedAction& planned) {
        const std::string words = text::folded(planned.text);
        const std::string owner = text::folded(planned.owner);
        const auto found = std::ranges::find_if(known, [&](const ActionSummary& each) {
            return text::folded(each.what) == words && text::folded(each.owner) == owner;
        });
        if (found == known.end()) return false;
        said.push_back(
            fmt::format("Already in the log: {}, {}.", text::one_line(planned.text), in_words(found->state)));
        return true;
    });
    return said;
}

}  // namespace folkmoot
