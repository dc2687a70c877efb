// Fills a log with closed meetings of ten groups, about 200 events each. Arguments: the log's path, how many meetings,
// and, when the minutes are wanted as well, a folder for them, one Markdown file a meeting. They begin in 2019: task
// 2.6 breaks off at tasks of the first years.
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "src/base/error.h"
#include "src/exports/markdown.h"
#include "src/exports/minutes.h"
#include "src/log/log.h"
#include "src/session/decide.h"
#include "src/session/engine.h"

namespace {

using namespace folkmoot;

Plan monthly(int number) {
    Plan plan;
    plan.title = "Working group " + std::to_string(number);
    plan.group = "Working group " + std::to_string(number % 10);
    plan.partnership = "Harbour research partnership";
    plan.scale = Scale{1, 5};
    for (const char* name : {"Asha", "Ben", "Dara", "Morag", "Tom", "Zoe"}) {
        plan.people.push_back({"", name, name[0] < 'E' ? "Harbour Voices" : "University", "", ""});
    }
    plan.items.push_back({"Recruitment advert", ItemKind::decide, Minutes{20}, {}, "Asha", {}});
    plan.items.push_back({"Bus interviews", ItemKind::explore, Minutes{20}, {}, "Dara", {}});
    return plan;
}

/// The commands of a short meeting, each a minute after the other.
class Meeting {
public:
    Meeting(Log& log, int number, IdSource& ids, const std::optional<Partnership>& known)
        : now_(later(Stamp{}, std::chrono::hours{24L * 365 * 50 + number * 4L})) {
        opening_ = prepare(monthly(number), known, {}, std::to_string(number), now_, ids);
        state_.id = opening_.meeting;
        take(opening_.opened);
        StreamAppend partnership{
            opening_.partnership, StreamKind::partnership, log.last_sequence(opening_.partnership), now_, {}};
        for (const PartnershipEvent& event : opening_.partnership_events) {
            partnership.events.push_back(encode(event));
        }
        if (!partnership.events.empty()) {
            appends_.push_back(partnership);
        }
    }

    void act(const Command& command) {
        now_ = later(now_, Minutes{1});
        auto decided = decide(state_, command, now_);
        if (const auto* refusal = std::get_if<Refusal>(&decided)) {
            throw Error(refusal->why);
        }
        take(std::get<Event>(decided));
    }

    /// One event a transaction is what a meeting costs; for filling a log one transaction a meeting will do.
    void store(Log& log) {
        StreamAppend meeting{state_.id, StreamKind::meeting, 0, now_, {}};
        for (const Recorded& recorded : state_.events) {
            meeting.events.push_back(encode(recorded.event));
        }
        appends_.push_back(meeting);
        log.append(appends_);
    }

    [[nodiscard]] const State& state() const { return state_; }

private:
    void take(const Event& event) {
        apply(state_, Recorded{static_cast<Sequence>(state_.events.size() + 1), now_, event});
    }

    Stamp now_;
    Opening opening_;
    State state_;
    std::vector<StreamAppend> appends_;
};

// Words that stand in most meetings; "kittiwake" stands in one of a thousand.
constexpr std::array<const char*, 8> notes{
    "The advert has to be in large type",          "Drivers do not stop at the quay after six",
    "The lift of the library is out until spring", "Payment for peer researchers came three weeks late",
    "A second interviewer was at every talk",      "The forum wants the summary in plain words",
    "Two people asked for papers a week ahead",    "The bus company answered and sends its map"};

/// Turns of all in order, as many as a lively item has.
void discuss(Meeting& meeting, const std::vector<PersonId>& all, int number) {
    constexpr int turns = 82;
    for (int i = 0; i < turns; ++i) meeting.act(command::Speak{all[static_cast<std::size_t>(i + number) % all.size()]});
    for (int i = 0; i < 4; ++i)
        meeting.act(command::Capture{
            CaptureKind::note, notes[static_cast<std::size_t>(i + number) % notes.size()], "", {}, {}});
}

State run_meeting(Log& log, int number, IdSource& ids) {
    Meeting meeting(log, number, ids, log.partnership("Harbour research partnership"));
    std::vector<PersonId> all;
    for (const Person& person : meeting.state().people) {
        all.push_back(person.id);
    }
    meeting.act(command::Attend{all, Presence::here});
    meeting.act(command::Next{});
    for (int i = 0; i < 6; ++i) {
        meeting.act(command::AnswerRound{Answer::said, 1 + (number + i) % 5, "Glad to be here"});
    }
    meeting.act(command::Next{});
    discuss(meeting, all, number);
    meeting.act(command::Capture{CaptureKind::decision, "We print the advert in large type", "", {}, {}});
    meeting.act(command::Capture{CaptureKind::action, "Ask the printer", "", all[1],
                                 Date{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}}});
    if (number % 1000 == 500)
        meeting.act(command::Capture{CaptureKind::note, "A kittiwake sat on the sill", "", {}, {}});
    meeting.act(command::Next{});
    discuss(meeting, all, number + 3);
    meeting.act(command::Next{});
    for (int i = 0; i < 6; ++i) {
        meeting.act(command::AnswerRound{Answer::said, 1 + (number + 2 * i) % 5, "We were heard"});
    }
    meeting.act(command::Next{});
    meeting.act(command::Close{});
    meeting.store(log);
    return meeting.state();
}

}  // namespace

int main(int argc, char* argv[]) {
    if (argc != 3 && argc != 4) {
        std::fprintf(stderr, "many_meetings LOG COUNT [MINUTES]\n");
        return 2;
    }
    try {
        const auto log = Log::open(argv[1], LogMode::write);
        IdSource ids("many meetings");
        for (int number = 0; number < std::atoi(argv[2]); ++number) {
            const State meeting = run_meeting(*log, number, ids);
            if (argc == 4)
                std::ofstream(fmt::format("{}/{:06}.md", argv[3], number)) << to_markdown(minutes_of(meeting));
        }
        log->finish();
        return 0;
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
