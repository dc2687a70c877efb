#include "tests/session/samples.h"

#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

constexpr Date day{std::chrono::year{2026} / 12 / 1};

std::string hostile(std::size_t n) {
    const auto all = hostile_texts();
    return all[n % all.size()];
}
Words from(std::uint8_t person, std::size_t n) { return {hostile(n), seat(person)}; }
PartnerId partner_id(std::uint8_t n) { return PartnerId{seat(static_cast<std::uint8_t>(n + 100))}; }
ItemId item_of(std::uint8_t n) { return ItemId{seat(static_cast<std::uint8_t>(n + 200))}; }
CaptureId capture_of(std::uint8_t n) { return CaptureId{seat(static_cast<std::uint8_t>(n + 150))}; }

Item rich_item() {
    Item item;
    item.id = item_of(1);
    item.title = Words{hostile(1)};
    item.kind = ItemKind::pause;
    item.planned = 25min;
    item.objectives = {"O1", "O2"};
    item.lead = seat(3);
    item.papers = {{Words{hostile(2)}, day}, {Words{hostile(3)}, std::nullopt}};
    item.from_matter = capture_of(1);
    return item;
}

Item plain_item(ItemKind kind) {
    Item item;
    item.id = item_of(2);
    item.kind = kind;
    return item;
}

CarryOver rich_carry_over() {
    CarryOver carried = sample_carry_over();
    carried.matters[0].accepted = true;
    carried.matters[0].text = Words{hostile(4), seat(1)};
    carried.matters[1].item_kind = ItemKind::decide;
    carried.matters[1].lead = seat(3);
    carried.next_facilitator = seat(2);
    carried.next_host = partner_id(1);
    for (const Duty duty : {Duty::speak_first, Duty::facilitate, Duty::host, Duty::take_notes, Duty::keep_time}) {
        carried.duties.push_back({duty, seat(1), partner_id(2), day});
    }
    carried.missed = {{Duty::facilitate, seat(2), {}, day}, {Duty::host, {}, partner_id(1), day}};
    carried.news = {{Words{hostile(2)}, day, CaptureKind::decision, Words{hostile(3)}, {}, {"O1", "O2"}},
                    {Words{hostile(2)}, day, CaptureKind::term, Words{hostile(5)}, Words{hostile(6)}, {}}};
    return carried;
}

event::Opened rich_opened() {
    event::Opened e;
    e.partnership = PartnershipId{seat(90)};
    e.partnership_name = Words{hostile(0)};
    e.title = Words{hostile(1)};
    e.group = Words{hostile(2)};
    e.place = Words{hostile(3)};
    e.scheduled = LocalTime{day, 14h + 30min};
    e.length = 90min;
    e.buffer = 10min;
    e.planned_start = start_time();
    e.planned_start->offset = -210min;
    e.private_view = true;
    e.scale = Scale{0, 10};
    e.principles = {Words{hostile(4)}, Words{}, Words{hostile(5)}};
    e.partners = {{partner_id(1), Words{hostile(6)}}, {partner_id(2), Words{"City Council"}}};
    e.people = {{seat(1), from(1, 0), partner_id(1), from(1, 1), from(1, 2)},
                {seat(2), from(2, 3), partner_id(2), Words{"", seat(2)}, Words{"", seat(2)}}};
    e.objectives = {{"O1", Words{hostile(7)}, day}, {"O2", Words{hostile(0)}, std::nullopt}};
    e.facilitator = seat(1);
    e.note_taker = seat(2);
    e.timekeeper = seat(1);
    e.host = partner_id(1);
    e.checkin_question = Words{hostile(1)};
    e.checkout_question = Words{hostile(2)};
    e.checkin_minutes = 6min;
    e.checkout_minutes = 7min;
    e.items = {rich_item(), plain_item(ItemKind::inform), plain_item(ItemKind::explore), plain_item(ItemKind::decide),
               plain_item(ItemKind::review)};
    e.pulse_instrument = Words{"working-together"};
    e.pulse_title = Words{hostile(3)};
    e.pulse_scale = Scale{-2, 2};
    e.pulse_statements = {Words{hostile(4)}, Words{hostile(5)}};
    e.carry_over = rich_carry_over();
    e.source = Words{"0123456789abcdef"};
    e.support = Words{hostile(0)};
    e.signposts = {Words{hostile(1)}, Words{hostile(2)}};
    e.glossary = {{Words{hostile(3)}, Words{hostile(4)}}};
    e.plain_words = {Words{hostile(5)}, Words{hostile(6)}};
    e.rule = DecisionRule::consent;
    e.pulse_minimum = 6;
    e.time_warnings = {{Threshold::Kind::share_gone, 0.25, 0ms}, {Threshold::Kind::time_left, 0.5, 3min}};
    return e;
}

}  // namespace

std::vector<std::string> hostile_texts() {
    return {"Quote \" and \\ back\\slash {\"a\": [1, 2]}",
            "'); DROP TABLE events; --",
            "two\nlines\tand a tab\r\n",
            "Zoë, Łukasz, 田中, عائشة, 👩🏽‍🦽",
            std::string("a\0b", 3) + "\x1b[2J\x07",
            "\xe2\x80\xae"
            "reversed \xf3\xa0\x81\x81 tags",
            "   only blanks around   ",
            std::string(5000, 'x') + "end of a long text"};
}

std::vector<Event> full_events() {
    return {
        rich_opened(),
        event::Attended{{seat(1), seat(2), seat(3)}, Presence::apologies},
        event::WalkedIn{{seat(7), from(7, 3), partner_id(3), from(7, 1), from(7, 2)},
                        Partner{partner_id(3), Words{hostile(5)}}},
        event::MinutesAgreed{},
        event::Moved{{Stage::items, item_of(1)}, Outcome::parked, true, seat(2)},
        event::RoundAnswered{RoundKind::checkout, seat(1), Answer::off, 5, from(1, 3)},
        event::RoundCalled{RoundKind::checkout, seat(2)},
        event::MatterReviewed{capture_of(1), event::Verdict::dropped, day, Words{hostile(1)}},
        event::MatterTaken{capture_of(2), rich_item()},
        event::MatterOwnerSet{capture_of(2), seat(2)},
        event::MatterDueSet{capture_of(2), day},
        event::Paused{true, 10min, true},
        event::Resumed{},
        event::Extended{item_of(1), {5min, true, item_of(2)}},
        event::OverrunAnswered{item_of(1), OverrunAnswer::stop},
        event::TurnBegan{seat(1)},
        event::TurnEnded{},
        event::HandRaised{seat(2), from(2, 4)},
        event::HandLowered{seat(2)},
        event::Captured{capture_of(3), 4000000000U, CaptureKind::concern, from(1, 2), Words{hostile(5)}, seat(3), day},
        event::CaptureEdited{12, from(2, 7), Words{hostile(0)}, seat(4), day},
        event::CaptureRemoved{3},
        event::DecisionRuled{4, DecisionRule::vote, Votes{7, 0, 1}},
        event::Reserved{4, seat(5), from(5, 3)},
        event::ActionAccepted{5},
        event::OwnerSet{5, seat(6)},
        event::DueSet{5, day},
        event::ConcernClosed{6, capture_of(4), Words{hostile(7)}},
        event::ItemAdded{rich_item()},
        event::ItemMoved{item_of(1), item_of(2)},
        event::ItemSettled{item_of(1), Outcome::dropped, Words{hostile(4)}},
        event::PulseTaken{5, {{0, 1, 1, 2, 1}, {}, {5, 0, 0, 0, 0}}},
        event::NextMeetingSet{day, 14h},
        event::NextFacilitatorSet{seat(2)},
        event::NextHostSet{partner_id(2)},
        event::DutyTaken{Duty::take_notes, seat(1), partner_id(1)},
        event::GapJudged{3600123ms, true},
        event::Closed{},
        event::Amended{4, seat(2), from(2, 3)},
        event::Undone{17},
        event::Redone{17},
        event::DecisionDated{4, day},
        event::PrincipleMade{4, false},
        event::WordIsPlain{Words{hostile(1)}}};
}

std::vector<Event> bare_events() {
    return {event::Opened{},
            event::Attended{{}, Presence::expected},
            event::WalkedIn{},
            event::MinutesAgreed{},
            event::Moved{},
            event::RoundAnswered{},
            event::RoundCalled{},
            event::MatterReviewed{{}, event::Verdict::done, std::nullopt, {}},
            event::MatterTaken{{}, plain_item(ItemKind::inform)},
            event::MatterOwnerSet{},
            event::MatterDueSet{},
            event::Paused{false, 0min},
            event::Resumed{},
            event::Extended{},
            event::OverrunAnswered{},
            event::TurnBegan{},
            event::TurnEnded{},
            event::HandRaised{},
            event::HandLowered{},
            event::Captured{},
            event::CaptureEdited{},
            event::CaptureRemoved{},
            event::DecisionRuled{0, DecisionRule::vote, Votes{0, 0, 0}},
            event::Reserved{},
            event::ActionAccepted{},
            event::OwnerSet{},
            event::DueSet{},
            event::ConcernClosed{},
            event::ItemAdded{plain_item(ItemKind::inform)},
            event::ItemMoved{},
            event::ItemSettled{{}, Outcome::done, {}},
            event::PulseTaken{2, {{}, {}}},
            event::NextMeetingSet{day, 0min},
            event::NextFacilitatorSet{},
            event::NextHostSet{},
            event::DutyTaken{Duty::speak_first, std::nullopt, std::nullopt},
            event::GapJudged{},
            event::Closed{},
            event::Amended{},
            event::Undone{},
            event::Redone{},
            event::DecisionDated{},
            event::PrincipleMade{},
            event::WordIsPlain{}};
}

std::vector<PartnershipEvent> partnership_samples() {
    return {partnership_event::Founded{Words{hostile(3)}},
            partnership_event::PartnerKept{{partner_id(1), Words{hostile(0)}}},
            partnership_event::PersonKept{{seat(1), from(1, 5), partner_id(1), from(1, 6), from(1, 4)}},
            partnership_event::ObjectiveKept{{"O1", Words{hostile(2)}, day}},
            partnership_event::ObjectiveKept{{"O2", Words{}, std::nullopt}},
            partnership_event::PrinciplesKept{{Words{hostile(1)}, Words{hostile(7)}}},
            partnership_event::PrinciplesKept{},
            partnership_event::ActionKept{capture_of(1), ActionState::dropped, seat(2), day, Words{hostile(4)}},
            partnership_event::ActionKept{},
            partnership_event::PersonKept{
                {seat(2), from(2, 5), partner_id(1), from(2, 6), from(2, 4), {{day, plus_days(day, 9)}}}},
            partnership_event::ObjectiveKept{{"O3", Words{hostile(2)}, day, ObjectiveEnd::dropped}},
            partnership_event::GroupsKept{{Words{hostile(1)}, Words{hostile(3)}}},
            partnership_event::TermKept{{Words{hostile(2)}, Words{hostile(4)}}},
            partnership_event::WaysKept{{PartnershipStage::ending,
                                         Scale{1, 7},
                                         Words{hostile(0)},
                                         Words{hostile(1)},
                                         DecisionRule::vote,
                                         14,
                                         day,
                                         Words{hostile(5)},
                                         {Words{hostile(6)}},
                                         {Words{hostile(2)}, Words{hostile(3)}},
                                         std::vector<std::string>{"starting/people"},
                                         6,
                                         {{Threshold::Kind::share_gone, 0.25, 0ms}}}},
            partnership_event::WaysKept{},
            partnership_event::TakenOut{partner_id(1), {}, ""},
            partnership_event::TakenOut{{}, seat(1), ""},
            partnership_event::TakenOut{{}, {}, "O1"}};
}

}  // namespace folkmoot::test
