// Random commands: nothing crashes, what is accepted applies, and the log folds to the same state.
#include <fmt/format.h>
#include <random>
#include <set>

#include "src/session/narrate.h"
#include "src/session/rota.h"
#include "src/session/timing.h"
#include "tests/session/samples.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

/// Commands at random, most of them possible, some with things that are not there.
class Chance {
public:
    explicit Chance(unsigned seed) : random_(seed) {}

    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
    bool often() { return below(10) != 0; }

    PersonId person(const State& state) {
        return often() && !state.people.empty() ? pick(state.people).id : PersonId{Id128{}};
    }
    ItemId item(const State& state) {
        return often() && !state.agenda.empty() ? pick(state.agenda).item.id : ItemId{Id128{}};
    }
    CaptureId matter(const State& state) {
        return often() && !state.matters.empty() ? pick(state.matters).matter.id : CaptureId{Id128{}};
    }
    PartnerId partner(const State& state) {
        return often() && !state.partners.empty() ? pick(state.partners).id : PartnerId{Id128{}};
    }
    CaptureNumber number(const State& state) {
        return static_cast<CaptureNumber>(below(static_cast<int>(state.captures.size()) + 3));
    }
    Minutes minutes() { return Minutes{below(30) - 3}; }
    Date date() { return plus_days(Date{std::chrono::year{2026} / 11 / 24}, below(60) - 5); }
    std::string text() {
        static const std::vector<std::string> texts = hostile_texts();
        return often() ? fmt::format("text {}", below(1000)) : pick(texts);
    }
    template <class T>
    std::optional<T> maybe(T value) {
        return below(2) == 0 ? std::optional<T>(value) : std::nullopt;
    }

    Command command(const State& s) {
        switch (below(48)) {
            case 0:
            case 1:
                return command::Attend{{person(s), person(s)}, static_cast<Presence>(below(6))};
            case 2:
                return command::WalkIn{text(), text()};
            case 3:
                return command::AgreeMinutes{};
            case 4:
            case 5:
                return command::Next{maybe(static_cast<Outcome>(below(4)))};
            case 6:
                return command::Back{};
            case 7:
                return command::Skip{};
            case 8:
                return command::Go{{static_cast<Stage>(below(7)), std::nullopt}};
            case 9:
                return command::Go{{Stage::items, item(s)}};
            case 10:
            case 11:
            case 12:
                return command::AnswerRound{static_cast<Answer>(below(5)), maybe(below(8) - 1), text()};
            case 13:
                return command::CallInRound{person(s)};
            case 14:
                return command::Review{matter(s), static_cast<event::Verdict>(below(4)), maybe(date()), text()};
            case 15:
                return command::Take{matter(s), maybe(minutes())};
            case 16:
                return command::Pause{below(2) == 0, maybe(minutes())};
            case 17:
            case 18:
                return command::Resume{};
            case 19:
                return command::Extend{minutes(), below(2) == 0, maybe(item(s))};
            case 20:
                return command::AnswerOverrun{static_cast<OverrunAnswer>(below(3))};
            case 21:
            case 22:
                return command::Speak{person(s)};
            case 23:
                return command::StopSpeaking{};
            case 24:
                return command::RaiseHand{person(s), text()};
            case 25:
                return command::LowerHand{person(s)};
            case 26:
            case 27:
            case 28:
                return command::Capture{static_cast<CaptureKind>(below(7)), text(), text(), maybe(person(s)),
                                        maybe(date())};
            case 29:
                return command::EditCapture{number(s), text(), text(), maybe(person(s)), maybe(date())};
            case 30:
                return command::RemoveCapture{number(s)};
            default:
                return rarer(s);
        }
    }

private:
    Command rarer(const State& s) {
        switch (below(17)) {
            case 0:
                return command::RuleDecision{number(s), static_cast<DecisionRule>(below(4)),
                                             maybe(Votes{below(9) - 1, below(9), below(9)})};
            case 1:
                return command::Reserve{number(s), maybe(person(s)), text()};
            case 2:
                return command::AcceptAction{number(s)};
            case 3:
                return command::SetOwner{number(s), person(s)};
            case 4:
                return command::SetDue{number(s), date()};
            case 5:
                return command::CloseConcern{maybe(number(s)), maybe(matter(s))};
            case 6:
                return command::AddItem{text(), minutes(), static_cast<ItemKind>(below(5))};
            case 7:
                return command::MoveItem{item(s), maybe(item(s))};
            case 8:
                return command::SettleItem{item(s), static_cast<Outcome>(below(4)), text()};
            case 9:
                return command::TakePulse{{row(), row()}};
            case 10:
                return command::SetNextMeeting{date(), maybe(Minutes{below(1440)})};
            case 11:
                return command::SetNextFacilitator{person(s)};
            case 12:
                return command::SetNextHost{partner(s)};
            case 13:
                return command::TakeDuty{static_cast<Duty>(below(4)), maybe(person(s)), maybe(partner(s))};
            case 14:
                return command::JudgeGap{Millis{below(3600000) - 1000}, below(2) == 0};
            case 15:
                return below(8) == 0 ? Command{command::Close{}} : Command{command::Undo{}};
            default:
                return below(2) == 0 ? Command{command::Undo{}} : Command{command::Redo{}};
        }
    }
    std::vector<int> row() {
        std::vector<int> answers(static_cast<std::size_t>(below(7)));
        for (int& each : answers) each = often() ? 1 + below(5) : below(9) - 2;
        return answers;
    }
    template <class T>
    const T& pick(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    std::mt19937 random_;
};

/// What must be true of every state.
void check_sound(const State& s) {
    REQUIRE(s.attendance.size() == s.people.size());
    CaptureNumber last = 0;
    for (const Capture& each : s.captures) {
        REQUIRE(each.number > last);
        last = each.number;
    }
    for (const AgendaItem& each : s.agenda) {
        const bool open = s.place.item == each.item.id;
        REQUIRE(each.slot.used >= 0ms);
        REQUIRE(each.slot.running_since.has_value() == (open && !s.paused && !s.closed));
        REQUIRE((!each.slot.speaking || open));
        REQUIRE(each.slot.paused == (open && s.paused));
    }
    for (const Attendance& each : s.attendance) {
        REQUIRE(each.here_since.has_value() == (each.presence == Presence::here && !s.closed));
    }
    REQUIRE(s.paused == s.paused_since.has_value());
    for (const Round* round : {&s.checkin, &s.checkout}) {
        std::set<PersonId> once;
        for (const RoundAnswer& each : round->answers) {
            REQUIRE(once.insert(each.person).second);
            REQUIRE((each.answer == Answer::said || each.words.empty()));
        }
    }
}

/// One meeting of random commands, with the same checks after each; the engine itself compares with the log.
void run_meeting(unsigned seed, int commands) {
    Chance chance(seed);
    MeetingFixture meeting(sample_plan(), seed % 2 == 0 ? sample_carry_over() : CarryOver{});
    int done = 0;
    for (int i = 0; i < commands; ++i) {
        meeting.wait(Millis{chance.below(200000)});
        const Command command = chance.command(meeting.state());
        const ActResult result = meeting.engine().act(command, meeting.now);
        INFO("seed " << seed << ", command " << i << " of kind " << command.index());
        REQUIRE_FALSE(std::holds_alternative<NotKept>(result));
        if (const auto* refusal = std::get_if<Refusal>(&result)) {
            REQUIRE_FALSE(refusal->why.empty());
            continue;
        }
        ++done;
        REQUIRE_FALSE(narrate(meeting.state(), meeting.state().events.back()).empty());
        check_sound(meeting.state());
        REQUIRE_FALSE(in_words(meeting.state(), timing(meeting.state(), meeting.now)).empty());
        REQUIRE_FALSE(act_in_words(meeting.state(), meeting.state().events.back()).empty());
        for (const Duty duty : {Duty::speak_first, Duty::facilitate, Duty::host, Duty::take_notes}) {
            static_cast<void>(suggest(meeting.state(), duty, i % 2 == 0));
        }
    }
    CHECK(done > commands / 4);
    const State& state = meeting.state();
    REQUIRE(fold(state.id, state.events) == state);
    std::set<CaptureNumber> numbers;
    std::set<CaptureId> ids;
    for (const Recorded& recorded : state.events) {
        REQUIRE(decode_event(encode(recorded.event)) == recorded.event);
        if (const auto* captured = std::get_if<event::Captured>(&recorded.event)) {
            REQUIRE(numbers.insert(captured->number).second);
            REQUIRE(ids.insert(captured->id).second);
        }
    }
}

}  // namespace

TEST_CASE("random meetings never break, and fold to what they were", "[property]") {
    for (unsigned seed = 1; seed <= 30; ++seed) run_meeting(seed, 100);
}

TEST_CASE("a long random meeting never breaks", "[property]") { run_meeting(4711, 250); }

}  // namespace folkmoot::test
