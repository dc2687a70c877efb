// A partnership changed between meetings: each change an event in its stream, and the latest can be taken back.
#pragma once

#include <string>
#include <vector>

#include "src/session/journal.h"
#include "src/session/partnership.h"
#include "src/session/records.h"

namespace folkmoot {

class PartnershipDesk {
public:
    PartnershipDesk(Journal& journal, Records& records) : journal_(journal), records_(records) {}

    /// The partnership is from now on as the sheet says, where the sheet says something. On disk when it returns; what
    /// changed, in sentences, and nothing when it was so before. Throws WriteError; nothing has happened then.
    std::vector<std::string> change(const PartnershipSheet& sheet, IdSource& ids, const Stamp& now);
    /// Takes back the latest change of this desk that has not been taken back; false when there is none.
    bool undo(const Stamp& now);

private:
    struct Change {
        PartnershipId partnership;
        std::vector<PartnershipEvent> back;  ///< what takes it back
    };

    void append(const PartnershipId& partnership, const std::vector<PartnershipEvent>& events, const Stamp& now);

    Journal& journal_;
    Records& records_;
    std::vector<Change> changes_;
};

}  // namespace folkmoot
