// Append, then apply: the one way in which a running meeting changes.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/session/decide.h"
#include "src/session/journal.h"
#include "src/session/records.h"
#include "src/session/state.h"

namespace folkmoot {

/// What became of a command.
struct Done {
    std::string said;
};  ///< on disk, and in words
struct NotKept {
    std::string why;
};  ///< could not be stored; the command is kept for `retry`
using ActResult = std::variant<Done, Refusal, NotKept>;

class Engine {
public:
    /// Opens a new meeting: partnership and meeting in one transaction. Throws WriteError.
    Engine(Journal& journal, Records& records, const Opening& opening, const Stamp& now);
    /// Takes up a stored one. Throws Error when the stream is damaged.
    Engine(Journal& journal, Records& records, const MeetingId& meeting);

    [[nodiscard]] const State& state() const { return state_; }
    /// Decide, append, apply. While something is not kept, what follows is put behind it, so that the order stays. In
    /// debug builds the stored stream is folded again and compared.
    ActResult act(const Command& typed, const Stamp& now);
    /// Tries what was not kept again, in order and each at its own time, up to the first that fails again.
    std::vector<ActResult> retry();
    /// What is half typed, kept apart from the events, and what was kept so when the meeting was left without order.
    /// Throws WriteError.
    void keep_draft(std::string_view line) { journal_.keep_draft(state_.id, line); }
    [[nodiscard]] std::string draft() const { return records_.draft(state_.id); }
    [[nodiscard]] std::size_t unkept() const { return unkept_.size(); }

private:
    struct Unkept {
        Command command;
        Stamp at;
    };

    [[nodiscard]] std::optional<Person> known_by(const std::string& name);
    [[nodiscard]] std::optional<StreamAppend> arrival_in_partnership(const Event& event, Sequence sequence,
                                                                     const Stamp& now);
    [[nodiscard]] std::optional<StreamAppend> learned_at_closing(const Stamp& now, std::string& said);
    void check_against_log();

    Journal& journal_;
    Records& records_;
    State state_;
    std::vector<Unkept> unkept_;
};

}  // namespace folkmoot
