// A small meeting made by hand, moved on by the program's own rules.
#pragma once

#include <initializer_list>
#include <string>
#include <variant>

#include "screens/screen.h"
#include "src/session/decide.h"
#include "tests/support/catch.h"

namespace folkmoot::tests {

class AMeeting {
public:
    /// Five people of three partners, two objectives, three items, a pulse of two statements; 90 minutes from 14:00 on
    /// 24 November 2026.
    AMeeting();
    /// The same, changed before it opens.
    template <class Change>
    explicit AMeeting(Change change) : AMeeting(changed(change)) {}

    /// Each must be allowed.
    AMeeting& act(const Command& command);
    AMeeting& wait(Minutes minutes) {
        now = later(now, minutes);
        return *this;
    }
    AMeeting& everyone_here();
    AMeeting& to_item(std::size_t number);

    [[nodiscard]] View view() const { return {state, now, memory}; }
    [[nodiscard]] Page page() const { return page_of(view()); }
    [[nodiscard]] Reaction typed(Word word, std::string argument = "") const {
        return react(view(), {word, std::move(argument)});
    }
    [[nodiscard]] PersonId person(std::size_t seat) const { return state.people.at(seat - 1).id; }

    State state;
    Memory memory;
    Stamp now;

    static event::Opened plan();

private:
    explicit AMeeting(const event::Opened& opened);
    template <class Change>
    static event::Opened changed(Change change) {
        event::Opened opened = plan();
        change(opened);
        return opened;
    }
};

/// The one command of a reaction, which must be of that kind.
template <class Kind>
Kind only(const Reaction& reaction) {
    INFO(reaction.said);
    REQUIRE(reaction.commands.size() == 1);
    REQUIRE(std::holds_alternative<Kind>(reaction.commands.front()));
    return std::get<Kind>(reaction.commands.front());
}

/// All that a page says, a line each.
std::string read_aloud(const Page& page);

bool says(const std::string& text, const std::string& part);

}  // namespace folkmoot::tests
