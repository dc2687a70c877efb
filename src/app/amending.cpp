#include "src/app/amending.h"

#include <fmt/format.h>

#include "screens/amendment.h"
#include "src/app/minutes_files.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/session/engine.h"

namespace folkmoot {

std::variant<std::string, Refusal> Amending::amend(const MeetingId& meeting, const std::string& typed,
                                                   const Stamp& now) {
    const auto read = read_amendment(fold(meeting, records_.events(meeting)), typed);
    if (const auto* fault = std::get_if<Wrong>(&read)) return Refusal{fault->sentence};
    return act(meeting, std::get<command::Amend>(read), now);
}

std::variant<std::string, Refusal> Amending::take_back(const MeetingId& meeting, const Stamp& now) {
    const State state = fold(meeting, records_.events(meeting));
    const Recorded* last = state.undoable.empty() ? nullptr : state.event_at(state.undoable.back());
    if (last == nullptr || !std::holds_alternative<event::Amended>(last->event))
        return Refusal{"There is no correction to take back in the minutes that were read last."};
    return act(meeting, command::Undo{}, now);
}

std::variant<std::string, Refusal> Amending::act(const MeetingId& meeting, const Command& command, const Stamp& now) {
    Engine engine(journal_, records_, meeting);
    const ActResult result = engine.act(command, now);
    if (const auto* refusal = std::get_if<Refusal>(&result)) return *refusal;
    if (const auto* not_kept = std::get_if<NotKept>(&result)) throw Error(not_kept->why);
    const std::string said = std::get<Done>(result).said;
    try {
        write_minutes(engine.state(), folder_);
    } catch (const Error& error) {
        throw Error(
            fmt::format("{} It is kept, but the minutes' files could not be written anew: {}", said, error.what()));
    }
    const std::string title = text::one_line(engine.state().plan.title.text);
    return fmt::format("{} The minutes{} are written anew.", said, title.empty() ? "" : " of " + title);
}

}  // namespace folkmoot
