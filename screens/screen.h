// What every screen has: a page from a view, and what a word leads to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/page/keys.h"
#include "src/page/page.h"
#include "src/session/commands.h"
#include "src/session/state.h"
#include "src/session/timing.h"

namespace folkmoot {

/// A choice of a question that is open, with what it does.
struct Answerable {
    Question question;
    std::vector<std::vector<Command>> acts;     ///< one list a choice, same order; an empty list does nothing
    std::vector<std::string> said;              ///< one a choice: what is said when its list is empty
    bool waits = false;                         ///< stays open while other words are used (the overrun question)
    bool next_answers = true;                   ///< `next` takes the first choice; at an overrun it moves on instead
    std::vector<std::vector<Answerable>> then;  ///< one a choice, or empty: what is asked after the choice's acts
};

/// A decision that is being looked at, and where the meeting was then.
struct OpenDecision {
    CaptureNumber number = 0;
    Place place;
    bool operator==(const OpenDecision&) const = default;
};

/// Everyone is asked in turn whether they consent to a decision. Only the face knows what each said; reservations and
/// how it was decided are kept.
struct AskedInTurn {
    enum class Said { nothing, agrees, reservation, passes };
    struct Person {
        PersonId id;
        Said said = Said::nothing;
        std::size_t turn = 0;  ///< the how manieth to answer, from 1
    };
    CaptureNumber decision = 0;
    std::vector<Person> people;  ///< empty: nobody is being asked
    std::size_t events = 0;      ///< how many acts the meeting had after the last answer, or after it was taken back
};

/// The face's own memory, which is no part of the meeting.
struct Memory {
    std::optional<Answerable> question;
    std::optional<OpenDecision> decision;         ///< counts while decision::open_one says so
    CaptureNumber decision_left = 0;              ///< the one whose page was left with nothing done since
    AskedInTurn consent;                          ///< counts while consent::is_open says so
    std::vector<std::vector<int>> pulse_answers;  ///< only here until the pulse ends
    /// While the machine is passed round, one number a person: those to the open statement so far. Only here as well.
    std::optional<std::vector<int>> passed_round;
    std::size_t events_at_answers = 0;     ///< how many acts the meeting had when the last of those came
    bool private_hidden = false;           ///< the facilitator's own lines are hidden
    std::vector<std::string> unexplained;  ///< words that were said not to be in the glossary, the latest
    bool unexplained_last = false;         ///< nothing was done since they were said
    std::string last_said;                 ///< for `where`
    std::vector<std::string> said;         ///< the last fifty announcements, newest last
    bool on_full_screen = false;
    bool single_keys = true;           ///< of the full screen
    bool last_minute_seconds = false;  ///< the time in sight counts them
    Keys keys;
    std::string minutes_folder;  ///< where closing writes to, for the closing page
};

struct View {
    const State& state;
    Stamp now;
    const Memory& memory;
};

enum class Go { stay, again, quit, to_screen, to_linear, retry, settings, to_decision, from_decision };

/// What a word leads to.
struct Reaction {
    std::string said_first;         ///< said before the commands, even when one is refused
    std::vector<Command> commands;  ///< acted on in order, stopping at the first refusal
    std::string said;               ///< said when there are no commands, or after them
    bool error = false;             ///< `said` is about wrong input
    std::optional<Answerable> question;
    bool forget_question = false;
    std::optional<std::vector<std::vector<int>>> pulse_answers;
    std::optional<std::optional<std::vector<int>>> passed_round;  ///< what it is from now on
    std::optional<AskedInTurn> consent;
    std::optional<bool> private_hidden;
    std::vector<std::string> unexplained;  ///< that `said` names; empty: those before stay
    Go go = Go::stay;
    CaptureNumber decision = 0;  ///< for Go::to_decision
    std::string argument;        ///< of Go::settings
};

/// The page of the place where the meeting is. With a question open, page.question is set.
Page page_of(const View& view);

/// What a typed word leads to there.
Reaction react(const View& view, const Intent& intent);

/// A choice of the open question: a number, or its word or an unambiguous shortening; nothing when the line is none.
std::optional<Reaction> choose(const View& view, std::string_view line);

/// One line: "Check-in, Asha is next, 3 of 8 have spoken, 14:06, 84 minutes left."
std::string where_line(const View& view);

}  // namespace folkmoot
