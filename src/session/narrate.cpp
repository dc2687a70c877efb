#include "src/session/narrate.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "src/base/text.h"
#include "src/session/missing.h"
#include "src/session/pulse_rule.h"
#include "src/session/timing.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

constexpr std::size_t said_length = 120;  // graphemes of a long text that are said back

/// How much of a long text is said: at once the beginning, for the ear needs to know that it was kept; later all.
enum class Length { beginning, whole };

constexpr std::size_t most_named = 4;

std::string one_line_of(std::string_view kept, Length length) {
    const std::string line = text::one_line(kept);
    return length == Length::whole || text::length(line) <= said_length ? line
                                                                        : text::first(line, said_length) + " ...";
}

std::string first_upper(std::string said) {
    if (!said.empty() && said[0] >= 'a' && said[0] <= 'z') {
        said[0] = static_cast<char>(said[0] - 'a' + 'A');
    }
    return said;
}

/// What each event is called as a thing: "the pass of Asha". For undo, redo and their refusals.
class Naming {
public:
    Naming(const State& state, Length length) : s_(state), length_(length) {}

    std::string operator()(const event::Opened&) const { return "the opening of the meeting"; }
    std::string operator()(const event::Attended& e) const {
        return fmt::format("who is {}: {}", presence(e.presence), names(e.people));
    }
    std::string operator()(const event::WalkedIn& e) const {
        return fmt::format("the arrival of {}", e.person.name.text);
    }
    std::string operator()(const event::MinutesAgreed&) const { return "the agreeing of the last minutes"; }
    std::string operator()(const event::Moved& e) const { return fmt::format("going to {}", place(e.to)); }
    std::string operator()(const event::RoundAnswered& e) const {
        switch (e.answer) {
            case Answer::said:
                return fmt::format("the {} of {}", in_words(e.round), name(e.person));
            case Answer::off:
                return fmt::format("the {} of {}, off the record", in_words(e.round), name(e.person));
            case Answer::passed:
                return fmt::format("the pass of {}", name(e.person));
            case Answer::later:
                return fmt::format("the later of {}", name(e.person));
            case Answer::away:
                return fmt::format("the absence of {}", name(e.person));
        }
        return "";
    }
    std::string operator()(const event::RoundCalled& e) const {
        return fmt::format("the calling of {}", name(e.person));
    }
    std::string operator()(const event::MatterReviewed& e) const {
        const ReviewedMatter* found = s_.matter(e.matter);
        return fmt::format("{}, {}", matter(e.matter),
                           in_words(e.verdict, found == nullptr ? MatterKind::action : found->matter.kind));
    }
    std::string operator()(const event::MatterTaken& e) const {
        return fmt::format("the taking up of {}", brief(e.item.title.text));
    }
    std::string operator()(const event::MatterOwnerSet& e) const {
        return fmt::format("the owner of {}", matter(e.matter));
    }
    std::string operator()(const event::MatterDueSet& e) const {
        return fmt::format("the date of {}", matter(e.matter));
    }
    std::string operator()(const event::Paused& e) const {
        return e.rest ? "the break" : e.thinking ? "the thinking time" : "the pause";
    }
    std::string operator()(const event::Resumed&) const { return "going on after the pause"; }
    std::string operator()(const event::Extended& e) const { return fmt::format("the extension of {}", item(e.item)); }
    std::string operator()(const event::OverrunAnswered&) const { return "the answer about the time"; }
    std::string operator()(const event::TurnBegan& e) const { return fmt::format("the turn of {}", name(e.person)); }
    std::string operator()(const event::TurnEnded&) const { return "the end of the turn"; }
    std::string operator()(const event::HandRaised& e) const {
        return fmt::format("the raised hand of {}", name(e.person));
    }
    std::string operator()(const event::HandLowered& e) const {
        return fmt::format("taking down the hand of {}", name(e.person));
    }
    std::string operator()(const event::Captured& e) const {
        const std::string what = e.kind == CaptureKind::term ? e.word.text : e.text.text;
        return fmt::format("{} {}, {}", in_words(e.kind), e.number, brief(what));
    }
    std::string operator()(const event::CaptureEdited& e) const {
        return fmt::format("the change of number {}", e.number);
    }
    std::string operator()(const event::CaptureRemoved& e) const {
        return fmt::format("the removal of number {}", e.number);
    }
    std::string operator()(const event::DecisionRuled& e) const {
        return fmt::format("the rule of decision {}", e.number);
    }
    std::string operator()(const event::DecisionDated& e) const {
        return fmt::format("the day to look at decision {} again", e.number);
    }
    std::string operator()(const event::PrincipleMade& e) const {
        return fmt::format("decision {} as a principle", e.number);
    }
    std::string operator()(const event::WordIsPlain& e) const {
        return fmt::format("that {} needs no explanation", brief(e.word.text));
    }
    std::string operator()(const event::Reserved& e) const {
        return fmt::format("the reservation to decision {}", e.number);
    }
    std::string operator()(const event::ActionAccepted& e) const {
        return fmt::format("the acceptance of action {}", e.number);
    }
    std::string operator()(const event::OwnerSet& e) const { return fmt::format("the owner of action {}", e.number); }
    std::string operator()(const event::DueSet& e) const { return fmt::format("the date of action {}", e.number); }
    std::string operator()(const event::ConcernClosed&) const { return "the closing of the concern"; }
    std::string operator()(const event::ItemAdded& e) const {
        return fmt::format("the new item {}", brief(e.item.title.text));
    }
    std::string operator()(const event::ItemMoved& e) const { return fmt::format("the move of {}", item(e.item)); }
    std::string operator()(const event::ItemSettled& e) const {
        return fmt::format("{} {}", item(e.item), in_words(e.outcome));
    }
    std::string operator()(const event::PulseTaken&) const { return "the pulse"; }
    std::string operator()(const event::NextMeetingSet&) const { return "the next meeting's date"; }
    std::string operator()(const event::NextFacilitatorSet&) const { return "who facilitates next"; }
    std::string operator()(const event::NextHostSet&) const { return "who hosts next"; }
    std::string operator()(const event::DutyTaken& e) const { return fmt::format("who {} today", in_words(e.duty)); }
    std::string operator()(const event::GapJudged&) const { return "the answer about the gap"; }
    std::string operator()(const event::Closed&) const { return "the closing of the meeting"; }
    std::string operator()(const event::Amended& e) const {
        return e.number ? fmt::format("the correction of number {}", *e.number) : "the correction of the minutes";
    }
    std::string operator()(const event::Undone& e) const { return act(e.sequence); }
    std::string operator()(const event::Redone& e) const { return act(e.sequence); }

    [[nodiscard]] std::string name(const PersonId& id) const {
        const std::string& known = s_.name_of(id);
        return known.empty() ? walked_in(id) : known;
    }
    [[nodiscard]] std::string names(const std::vector<PersonId>& people) const {
        std::vector<std::string> all;
        all.reserve(people.size());
        for (const PersonId& person : people) {
            all.push_back(name(person));
        }
        return text::list(all);
    }
    [[nodiscard]] std::string item(const ItemId& id) const {
        const AgendaItem* found = s_.item(id);
        return found == nullptr ? "an item" : brief(found->item.title.text);
    }
    [[nodiscard]] std::string place(const Place& place) const {
        if (place.item) {
            return item(*place.item);
        }
        return place.stage == Stage::actions ? std::string(in_words(place.stage))
                                             : fmt::format("the {}", in_words(place.stage));
    }
    [[nodiscard]] std::string matter(const CaptureId& id) const {
        const ReviewedMatter* found = s_.matter(id);
        return found == nullptr ? "a matter" : brief(found->matter.text.text);
    }
    [[nodiscard]] std::string act(Sequence sequence) const {
        const Recorded* recorded = s_.event_at(sequence);
        return recorded == nullptr ? "an act" : std::visit(*this, recorded->event);
    }
    static std::string_view presence(Presence presence) {
        switch (presence) {
            case Presence::expected:
                return "expected";
            case Presence::here:
                return "here";
            case Presence::late:
                return "coming late";
            case Presence::away:
                return "away";
            case Presence::apologies:
                return "away, with apologies";
            case Presence::left:
                return "gone";
        }
        return "";
    }

private:
    /// A walk-in whose arrival was undone is in no list, but is still named in the act.
    [[nodiscard]] std::string walked_in(const PersonId& id) const {
        for (const Recorded& recorded : s_.events) {
            const auto* arrival = std::get_if<event::WalkedIn>(&recorded.event);
            if (arrival != nullptr && arrival->person.id == id) {
                return arrival->person.name.text;
            }
        }
        return "somebody";
    }

    [[nodiscard]] std::string brief(std::string_view kept) const { return one_line_of(kept, length_); }

    const State& s_;
    Length length_;
};

/// Where the meeting was before an act: the latest move that counted then, whatever was undone later.
Place place_before_act(const State& state, Sequence sequence) {
    std::map<Sequence, Place> moves;
    std::map<Sequence, Place> undone;
    for (const Recorded& each : state.events) {
        if (each.sequence >= sequence) break;
        if (const auto* moved = std::get_if<event::Moved>(&each.event)) moves[each.sequence] = moved->to;
        if (const auto* undo = std::get_if<event::Undone>(&each.event)) undone.insert(moves.extract(undo->sequence));
        if (const auto* redo = std::get_if<event::Redone>(&each.event)) moves.insert(undone.extract(redo->sequence));
    }
    return moves.empty() ? Place{} : moves.rbegin()->second;
}

/// "Done: Recruitment advert.", "The break is over."
std::string left_in_words(const State& state, const event::Moved& moved, Sequence sequence) {
    const Place before = place_before_act(state, sequence);
    const AgendaItem* left = before.item ? state.item(*before.item) : nullptr;
    if (left != nullptr && left->item.kind == ItemKind::pause && moved.left_with == Outcome::done)
        return "The break is over.";
    if (left == nullptr) return fmt::format("The item is {}.", in_words(*moved.left_with));
    // The outcome first: a title can be many or one, and "is" would fit only the one.
    return text::sentence(
        fmt::format("{}: {}", first_upper(std::string(in_words(*moved.left_with))), left->item.title.text));
}

/// What each event says when it has happened.
class Narration {
public:
    Narration(const State& state, Length length, Sequence sequence)
        : s_(state), n_(state, length), length_(length), sequence_(sequence) {}

    std::string operator()(const event::Opened& e) const {
        return text::sentence(fmt::format("The meeting is open: {}", brief(e.title.text)));
    }
    std::string operator()(const event::Attended& e) const {
        const bool one = e.people.size() == 1;
        switch (e.presence) {
            case Presence::here:
                // In the room the page has the names already; who listens would hear them all twice.
                if (length_ == Length::beginning && e.people.size() > most_named && e.people.size() == s_.people.size())
                    return fmt::format("All {} people are here.", e.people.size());
                return fmt::format("{} {} here.", n_.names(e.people), one ? "is" : "are");
            case Presence::late:
                return fmt::format("{} will come late.", n_.names(e.people));
            case Presence::away:
                return fmt::format("{} {} away.", n_.names(e.people), one ? "is" : "are");
            case Presence::apologies:
                return text::sentence(fmt::format("{} {} away and sent apologies{}", n_.names(e.people),
                                                  one ? "is" : "are",
                                                  e.reason.empty() ? "" : ": " + brief(e.reason.text)));
            case Presence::left:
                return fmt::format("{} {} left.", n_.names(e.people), one ? "has" : "have");
            case Presence::expected:
                break;
        }
        return fmt::format("{} {} expected.", n_.names(e.people), one ? "is" : "are");
    }
    std::string operator()(const event::WalkedIn& e) const {
        const std::string is_new =
            e.new_partner ? fmt::format(" {} is a new partner.", s_.partner_name(e.person.partner)) : "";
        return fmt::format("{} of {} is here, seat {}.{}", e.person.name.text, s_.partner_name(e.person.partner),
                           s_.seat_of(e.person.id), is_new);
    }
    std::string operator()(const event::MinutesAgreed&) const {
        return fmt::format("The minutes of {} are agreed.", brief(s_.plan.carry_over.last_title.text));
    }
    std::string operator()(const event::Moved& e) const {
        std::string said;
        if (e.left_with) {
            said = left_in_words(s_, e, sequence_) + " ";
        }
        return said + text::sentence(fmt::format("{}Now: {}", e.skipped ? "Skipped. " : "", n_.place(e.to)));
    }
    std::string operator()(const event::RoundAnswered& e) const {
        const std::string name = n_.name(e.person);
        switch (e.answer) {
            case Answer::said:
                return text::sentence(fmt::format("{}: {}", name, !e.score && e.words.empty() ? "spoke" : heard(e)));
            case Answer::off:
                return fmt::format("{} spoke off the record{}.", name,
                                   e.score ? fmt::format(", score {}", *e.score) : "");
            case Answer::passed:
                return fmt::format("{} passes.", name);
            case Answer::later:
                return fmt::format("{} will speak later.", name);
            case Answer::away:
                return fmt::format("{} is away.", name);
        }
        return "";
    }
    std::string operator()(const event::RoundCalled& e) const { return fmt::format("{} goes now.", n_.name(e.person)); }
    std::string operator()(const event::MatterReviewed& e) const {
        const ReviewedMatter* reviewed = s_.matter(e.matter);
        const MatterKind kind = reviewed == nullptr ? MatterKind::action : reviewed->matter.kind;
        std::string said = first_upper(fmt::format("{}: {}", in_words(e.verdict, kind), n_.matter(e.matter)));
        if (e.due) {
            said += fmt::format(", {} {}", kind == MatterKind::decision ? "to be looked at again on" : "now due",
                                in_words(*e.due));
        }
        if (!e.reason.empty()) {
            said += fmt::format(", because: {}", brief(e.reason.text));
        }
        return text::sentence(said);
    }
    std::string operator()(const event::MatterTaken& e) const {
        const auto found =
            std::ranges::find_if(s_.agenda, [&](const AgendaItem& each) { return each.item.id == e.item.id; });
        if (found != s_.agenda.end() && e.item.from_matter != e.matter) {
            return text::sentence(
                fmt::format("Already item {}: {}", found - s_.agenda.begin() + 1, brief(e.item.title.text)));
        }
        return fmt::format("On the agenda: {}, {}.", brief(e.item.title.text), duration_in_words(e.item.planned));
    }
    std::string operator()(const event::MatterOwnerSet& e) const {
        return text::sentence(
            e.owner ? fmt::format("Now for {}, to be accepted: {}", n_.name(*e.owner), n_.matter(e.matter))
                    : fmt::format("Without an owner now: {}", n_.matter(e.matter)));
    }
    std::string operator()(const event::MatterDueSet& e) const {
        return text::sentence(e.due ? fmt::format("Now due {}: {}", in_words(*e.due), n_.matter(e.matter))
                                    : fmt::format("Without a date now: {}", n_.matter(e.matter)));
    }
    std::string operator()(const event::Paused& e) const {
        if (e.thinking) {
            return e.minutes ? fmt::format("Thinking time, {}. Nobody speaks.", duration_in_words(*e.minutes))
                             : "Thinking time. Nobody speaks.";
        }
        if (!e.rest) {
            return e.minutes ? fmt::format("Paused for {}: the clock is stopped.", duration_in_words(*e.minutes))
                             : "Paused: the clock is stopped.";
        }
        return e.minutes ? fmt::format("Break of {}.", duration_in_words(*e.minutes)) : "Break.";
    }
    std::string operator()(const event::Resumed&) const { return "Going on. The clock runs."; }
    std::string operator()(const event::Extended& e) const {
        return fmt::format("{} more for {}, {}, {}.", duration_in_words(e.extension.minutes), n_.item(e.item),
                           e.extension.consent ? "by consent" : "without asking for consent", whence(e.extension));
    }
    std::string operator()(const event::OverrunAnswered& e) const {
        switch (e.answer) {
            case OverrunAnswer::go_on:
                return "The room goes on. The time is not said again.";
            case OverrunAnswer::more:
                return "The room takes a little more.";
            case OverrunAnswer::stop:
                return "The room stops here.";
        }
        return "";
    }
    std::string operator()(const event::TurnBegan& e) const {
        return fmt::format("{} is speaking.", n_.name(e.person));
    }
    std::string operator()(const event::TurnEnded&) const { return "The turn has ended."; }
    std::string operator()(const event::HandRaised& e) const {
        const AgendaItem* open = s_.open_item();
        const std::size_t place = open == nullptr ? 0 : open->slot.queue.size();
        return fmt::format("{}'s hand is up, number {} in the queue{}.", n_.name(e.person), place,
                           e.reason.empty() ? "" : ": " + brief(e.reason.text));
    }
    std::string operator()(const event::HandLowered& e) const {
        return fmt::format("{}'s hand is down.", n_.name(e.person));
    }
    std::string operator()(const event::Captured& e) const {
        const bool decision = e.kind == CaptureKind::decision;
        std::string said =
            first_upper(fmt::format("{} {}{} kept: ", in_words(e.kind), e.number, decision ? usual_rule() : ""));
        if (e.kind == CaptureKind::term) {
            said += fmt::format("{}, ", brief(e.word.text));
        }
        if (e.kind == CaptureKind::action) {
            said += action(e.owner, e.text, e.due);
        } else {
            said += brief(e.text.text);
        }
        // Only in the room: the story has the numbers where they were told.
        const bool votes = decision && s_.plan.rule == DecisionRule::vote && length_ == Length::beginning;
        return text::sentence(said) + (votes ? " The numbers of the vote are still to be told." : "");
    }
    std::string operator()(const event::CaptureEdited& e) const {
        const Capture* edited = s_.capture(e.number);
        const bool is_action = edited != nullptr && edited->kind == CaptureKind::action;
        return text::sentence(fmt::format("Number {} now says: {}", e.number,
                                          is_action ? action(e.owner, e.text, e.due) : brief(e.text.text)));
    }
    std::string operator()(const event::CaptureRemoved& e) const {
        const Capture* removed = s_.capture(e.number);
        return fmt::format("Removed: {} {}.", removed == nullptr ? "number" : in_words(removed->kind), e.number);
    }
    std::string operator()(const event::DecisionRuled& e) const {
        if (e.votes) {
            return fmt::format("Decision {}, by {}: {}.", e.number, in_words(e.rule), in_words(*e.votes, e.rule));
        }
        if (e.rule == DecisionRule::lead) {
            return fmt::format("Decision {}: the lead decides.", e.number);
        }
        return fmt::format("Decision {}, by {}.", e.number, in_words(e.rule));
    }
    std::string operator()(const event::DecisionDated& e) const {
        return e.look_again
                   ? fmt::format("Decision {}, to be looked at again on {}.", e.number, in_words(*e.look_again))
                   : fmt::format("Decision {} has no day to be looked at again now.", e.number);
    }
    std::string operator()(const event::PrincipleMade& e) const {
        return e.principle ? fmt::format("Decision {} becomes a shared principle when the meeting is closed.", e.number)
                           : fmt::format("Decision {} stays a decision.", e.number);
    }
    std::string operator()(const event::WordIsPlain& e) const {
        return fmt::format("{} needs no explanation here.", brief(e.word.text));
    }
    std::string operator()(const event::Reserved& e) const {
        return text::sentence(fmt::format("Reservation to decision {} kept{}: {}", e.number,
                                          e.person ? " from " + n_.name(*e.person) : "", brief(e.text.text)));
    }
    std::string operator()(const event::ActionAccepted& e) const {
        const Capture* accepted = s_.capture(e.number);
        const bool owned = accepted != nullptr && accepted->owner;
        return fmt::format("Action {} is accepted{}.", e.number, owned ? " by " + n_.name(*accepted->owner) : "");
    }
    std::string operator()(const event::OwnerSet& e) const {
        return e.owner ? fmt::format("Action {} is now for {}, to be accepted.", e.number, n_.name(*e.owner))
                       : fmt::format("Action {} has no owner now.", e.number);
    }
    std::string operator()(const event::DueSet& e) const {
        return e.due ? fmt::format("Action {} is now due {}.", e.number, in_words(*e.due))
                     : fmt::format("Action {} has no date now.", e.number);
    }
    std::string operator()(const event::ConcernClosed& e) const {
        const std::string agreed = e.agreed.empty() ? "" : " Agreed: " + text::sentence(brief(e.agreed.text));
        if (e.number) {
            return fmt::format("Concern {} is closed.{}", *e.number, agreed);
        }
        return text::sentence(
                   fmt::format("The concern from last time is closed: {}", e.matter ? n_.matter(*e.matter) : "")) +
               agreed;
    }
    std::string operator()(const event::ItemAdded& e) const {
        return fmt::format("New item, last on the agenda: {}, {}.", brief(e.item.title.text),
                           e.item.planned > Minutes{0} ? duration_in_words(e.item.planned) : "no set time");
    }
    std::string operator()(const event::ItemMoved& e) const {
        return e.before ? fmt::format("{} now comes before {}.", n_.item(e.item), n_.item(*e.before))
                        : fmt::format("{} now comes last.", n_.item(e.item));
    }
    std::string operator()(const event::ItemSettled& e) const {
        return text::sentence(fmt::format("{} is {}{}", n_.item(e.item), in_words(e.outcome),
                                          e.reason.empty() ? "" : ", because: " + brief(e.reason.text)));
    }
    std::string operator()(const event::PulseTaken& e) const {
        return e.answers < answers_needed(s_)
                   ? fmt::format("The pulse is kept: {} answered, too few to keep the answers.", e.answers)
                   : fmt::format("The pulse is kept as counts, from {} people.", e.answers);
    }
    std::string operator()(const event::NextMeetingSet& e) const {
        return fmt::format("Next meeting: {}{}.", in_words(e.date), e.time ? ", " + time_of_day(*e.time) : "");
    }
    std::string operator()(const event::NextFacilitatorSet& e) const {
        return fmt::format("{} facilitates next time.", n_.name(e.person));
    }
    std::string operator()(const event::NextHostSet& e) const {
        return fmt::format("{} hosts next time.", s_.partner_name(e.partner));
    }
    std::string operator()(const event::DutyTaken& e) const {
        const std::string who = e.partner ? s_.partner_name(*e.partner) : e.person ? n_.name(*e.person) : "Nobody";
        return fmt::format("{} {} today.", who, in_words(e.duty));
    }
    std::string operator()(const event::GapJudged& e) const {
        return fmt::format("The gap of {} {}.", duration_in_words(e.gap), e.counted ? "counts" : "is left out");
    }
    std::string operator()(const event::Closed&) const { return "The meeting is closed."; }
    std::string operator()(const event::Amended& e) const {
        const Capture* capture = e.number ? s_.capture(*e.number) : nullptr;
        const std::string what =
            capture != nullptr ? fmt::format("{} {}", in_words(capture->kind), capture->number) : "the minutes";
        return text::sentence(fmt::format("{} corrects {}: {}", n_.name(e.person), what, brief(e.text.text)));
    }
    std::string operator()(const event::Undone& e) const { return text::sentence("Undone: " + n_.act(e.sequence)); }
    std::string operator()(const event::Redone& e) const { return text::sentence("Redone: " + n_.act(e.sequence)); }

private:
    /// How the partnership usually decides, behind a decision's number; a vote has numbers first.
    [[nodiscard]] std::string usual_rule() const {
        if (!s_.plan.rule || s_.plan.rule == DecisionRule::vote) return "";
        return s_.plan.rule == DecisionRule::lead ? ", the lead decides,"
                                                  : fmt::format(", by {},", in_words(*s_.plan.rule));
    }
    /// Where the time comes from: without another item's, from the buffer as far as there is one.
    [[nodiscard]] std::string whence(const Extension& extension) const {
        if (extension.from) return "taken from " + n_.item(*extension.from);
        const Timing now = timing(s_, s_.last.value_or(Stamp{}));
        std::string end = fmt::format("the forecast end is now {}", time_of_day(now.forecast_end));
        if (!now.planned_end) return end;
        return now.forecast_end.wall <= now.planned_end->wall ? "taken from the spare minutes"
                                                              : "the spare minutes are used up, " + end;
    }
    [[nodiscard]] std::string heard(const event::RoundAnswered& e) const {
        std::string said = e.score ? fmt::format("{}", *e.score) : "";
        if (!e.words.empty()) {
            said += (said.empty() ? "" : ", ") + brief(e.words.text);
        }
        return said;
    }
    [[nodiscard]] std::string action(const std::optional<PersonId>& owner, const Words& what,
                                     const std::optional<Date>& due) const {
        return fmt::format("{}, {}{}", brief(what.text), owner ? n_.name(*owner) : "no owner yet",
                           due ? ", due " + in_words(*due) : ", no date");
    }

    [[nodiscard]] std::string brief(std::string_view kept) const { return one_line_of(kept, length_); }

    const State& s_;
    Naming n_;
    Length length_;
    Sequence sequence_;
};

}  // namespace

std::string_view in_words(event::Verdict verdict) {
    switch (verdict) {
        case event::Verdict::done:
            return "done";
        case event::Verdict::kept:
            return "kept";
        case event::Verdict::dropped:
            return "dropped";
        case event::Verdict::accepted:
            return "accepted";
    }
    return "";
}

std::string_view in_words(event::Verdict verdict, MatterKind kind) {
    if (kind != MatterKind::decision) return in_words(verdict);
    if (verdict == event::Verdict::done) return "stands";
    return verdict == event::Verdict::dropped ? "does not stand any more" : in_words(verdict);
}

std::string narrate(const State& state, const Recorded& recorded) {
    return std::visit(Narration(state, Length::whole, recorded.sequence), recorded.event);
}

std::string announce(const State& state, const Recorded& recorded) {
    const auto* moved = std::get_if<event::Moved>(&recorded.event);
    if (moved == nullptr) {
        return std::visit(Narration(state, Length::beginning, recorded.sequence), recorded.event);
    }
    const Stage before = place_before_act(state, recorded.sequence).stage;
    std::string said = moved->skipped ? fmt::format("Skipped: {}.", in_words(before)) : "";
    if (moved->left_with) {
        said = left_in_words(state, *moved, recorded.sequence);
    }
    for (const std::string& missing : missing_now(state, *moved)) {
        said += (said.empty() ? "" : " ") + missing;
    }
    return said;
}

std::string act_in_words(const State& state, const Recorded& recorded) {
    return std::visit(Naming(state, Length::beginning), recorded.event);
}

}  // namespace folkmoot
