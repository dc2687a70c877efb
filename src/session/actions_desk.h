// Actions between meetings: what can be done with them, each act an event in the stream of their partnership.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/session/decide.h"
#include "src/session/journal.h"
#include "src/session/records.h"

namespace folkmoot {

namespace desk {

struct Finish {};
/// Its owner takes it on.
struct Accept {};
/// Open again, after it was done or dropped.
struct Keep {};
struct Drop {
    std::string why;
};
struct SetOwner {
    std::optional<PersonId> owner;  ///< nothing: nobody has it
};
struct SetDue {
    std::optional<Date> due;  ///< nothing: no date
};

}  // namespace desk

using DeskCommand = std::variant<desk::Finish, desk::Accept, desk::Keep, desk::Drop, desk::SetOwner, desk::SetDue>;

/// How the action stands after the command, or why it cannot be. Pure.
std::variant<partnership_event::ActionKept, Refusal> decide(const ActionSummary& action, const DeskCommand& command);

class ActionsDesk {
public:
    ActionsDesk(Journal& journal, Records& records) : journal_(journal), records_(records) {}

    /// On disk when it returns, and in words: "Done: Send the form." Refused while a meeting of the action's group is
    /// open, which settles its actions itself. Throws WriteError; nothing has happened then.
    std::variant<std::string, Refusal> act(const CaptureId& id, const DeskCommand& command, const Stamp& now);
    /// Takes back the latest act of this desk that has not been taken back.
    std::variant<std::string, Refusal> undo(const Stamp& now);

private:
    struct Act {
        Id128 partnership;
        partnership_event::ActionKept before;
        std::string stood;  ///< how it stood then, in words
    };

    [[nodiscard]] std::optional<Refusal> in_open_meeting(const ActionSummary& action);
    void append(const Id128& partnership, const partnership_event::ActionKept& kept, const Stamp& now);

    Journal& journal_;
    Records& records_;
    std::vector<Act> acts_;
};

}  // namespace folkmoot
