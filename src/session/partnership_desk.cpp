#include "src/session/partnership_desk.h"

#include <utility>

#include "src/session/codec.h"

namespace folkmoot {

std::vector<std::string> PartnershipDesk::change(const PartnershipSheet& sheet, IdSource& ids, const Stamp& now) {
    const auto known = records_.partnership(sheet.name);
    PartnershipChanges changes = changes_to(sheet, known, ids);
    if (changes.events.empty()) return {};
    append(changes.partnership, changes.events, now);
    // What founded a partnership stays: there is nothing to go back to.
    if (known) changes_.push_back({changes.partnership, taking_back(changes.events, *known)});
    return std::move(changes.in_words);
}

bool PartnershipDesk::undo(const Stamp& now) {
    if (changes_.empty()) return false;
    append(changes_.back().partnership, changes_.back().back, now);
    changes_.pop_back();
    return true;
}

void PartnershipDesk::append(const PartnershipId& partnership, const std::vector<PartnershipEvent>& events,
                             const Stamp& now) {
    StreamAppend append{partnership, StreamKind::partnership, records_.last_sequence(partnership), now, {}};
    for (const PartnershipEvent& event : events) append.events.push_back(encode(event));
    const std::vector<StreamAppend> appends{std::move(append)};
    journal_.append(appends);
}

}  // namespace folkmoot
