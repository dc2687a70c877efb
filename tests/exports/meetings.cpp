#include "tests/exports/meetings.h"

namespace folkmoot::exports_test {

using namespace std::chrono_literals;

namespace {

const Date today{std::chrono::year{2026} / 11 / 24};
const Date last_time{std::chrono::year{2026} / 10 / 27};

struct Seat {
    std::uint8_t person, partner;
    const char* name;
    const char* role;
};

void add_people(State& state) {
    state.partners = {{id<PartnerId>(0xa1), {"Harbour Voices"}}, {id<PartnerId>(0xa2), {"Port University"}}};
    const Seat seats[] = {{1, 0xa1, "Asha", "co-chair"},  {2, 0xa2, "Ben", ""}, {3, 0xa1, "Cara", ""},
                          {4, 0xa2, "Dev", "researcher"}, {5, 0xa1, "Eve", ""}, {6, 0xa2, "Femi", ""}};
    const Presence presence[] = {Presence::here, Presence::here,      Presence::left,
                                 Presence::here, Presence::apologies, Presence::away};
    for (std::size_t i = 0; i < std::size(seats); ++i) {
        Person person;
        person.id = id<PersonId>(seats[i].person);
        person.name = std::string(seats[i].name);
        person.partner = id<PartnerId>(seats[i].partner);
        person.role = std::string(seats[i].role);
        person.access = std::string("ACCESS NEED");
        state.people.push_back(person);
        Attendance attendance;
        attendance.person = person.id;
        attendance.presence = presence[i];
        if (presence[i] == Presence::here || presence[i] == Presence::left) attendance.arrived = at(14, 3);
        state.attendance.push_back(attendance);
    }
    state.attendance[1].came_late = true;
    state.attendance[1].arrived = at(14, 20);
    state.attendance[2].left = at(15, 10);
}

RoundAnswer answer(std::uint8_t person, Answer kind, std::optional<int> score, const char* words) {
    RoundAnswer made;
    made.person = id<PersonId>(person);
    made.answer = kind;
    made.score = score;
    made.words = std::string(words);
    return made;
}

void add_rounds(State& state) {
    state.plan.scale = Scale{1, 5};
    state.checkin.question = std::string("What do you bring with you today?");
    state.checkin.started = true;
    state.checkin.answers = {answer(1, Answer::said, 4, "Tired, but glad to be here."), answer(2, Answer::off, 3, ""),
                             answer(3, Answer::said, 5, "A new poster."), answer(4, Answer::said, 4, "")};
    state.checkout.question = std::string("What do you take away?");
    state.checkout.started = true;
    state.checkout.left_early = true;
    state.checkout.order = {id<PersonId>(1), id<PersonId>(2), id<PersonId>(4)};
    state.checkout.answers = {answer(1, Answer::said, 5, "A clear plan."), answer(2, Answer::passed, {}, "")};
}

ReviewedMatter matter(std::uint8_t n, MatterKind kind, const char* text) {
    ReviewedMatter made;
    made.matter.id = id<CaptureId>(n);
    made.matter.kind = kind;
    made.matter.text = std::string(text);
    made.matter.since = last_time;
    return made;
}

void add_matters(State& state) {
    state.plan.carry_over.last_meeting = id<MeetingId>(0x66);
    state.plan.carry_over.last_title = std::string("Working group 6");
    state.plan.carry_over.last_date = last_time;
    state.minutes_agreed = true;
    state.matters = {matter(0x71, MatterKind::action, "book the hall"),
                     matter(0x72, MatterKind::action, "send the consent form"),
                     matter(0x73, MatterKind::action, "print the posters"),
                     matter(0x74, MatterKind::action, "ask the council"),
                     matter(0x75, MatterKind::parked, "Who pays for taxis?"),
                     matter(0x76, MatterKind::concern, "Papers come too late."),
                     matter(0x77, MatterKind::item, "Data agreement"),
                     matter(0x78, MatterKind::decision, "We meet in the library."),
                     matter(0x79, MatterKind::decision, "Papers go out on paper.")};
    state.matters[0].matter.owner = id<PersonId>(2);
    state.matters[0].matter.due = today;
    state.matters[0].verdict = event::Verdict::done;
    state.matters[1].matter.owner_name = std::string("Gwen");
    state.matters[1].matter.carried = 2;
    state.matters[1].verdict = event::Verdict::kept;
    state.matters[1].due = Date{std::chrono::year{2026} / 12 / 15};
    state.matters[2].verdict = event::Verdict::dropped;
    state.matters[2].reason = std::string("the printer is broken");
    state.matters[5].closed = true;
    state.matters[5].agreed = std::string("Papers go out two weeks ahead.");
    state.matters[6].taken = id<ItemId>(0x12);
    state.matters[7].matter.due = today;
    state.matters[7].verdict = event::Verdict::kept;
    state.matters[7].due = Date{std::chrono::year{2027} / 5 / 25};
    state.matters[8].matter.due = today;
    state.matters[8].verdict = event::Verdict::done;
}

void add_agenda(State& state) {
    AgendaItem advert;
    advert.item.id = id<ItemId>(0x11);
    advert.item.title = std::string("Recruitment advert");
    advert.item.kind = ItemKind::decide;
    advert.item.planned = 20min;
    advert.item.objectives = {"O1"};
    advert.item.lead = id<PersonId>(1);
    advert.item.papers = {{{"Draft advert"}, Date{std::chrono::year{2026} / 11 / 10}}, {{"Costs"}, {}}};
    advert.slot.opened = at(14, 25);
    advert.slot.used = 24min;
    advert.slot.closed = at(14, 49);
    advert.slot.outcome = Outcome::done;
    advert.slot.extensions = {{5min, true, id<ItemId>(0x12)}, {2min, false, std::nullopt}};
    AgendaItem data;
    data.item.id = id<ItemId>(0x12);
    data.item.title = std::string("Data agreement");
    data.item.planned = 30min;
    data.slot.opened = at(14, 49);
    data.slot.used = 15min;
    data.slot.closed = at(15, 4);
    data.slot.given_away = 5min;
    data.slot.outcome = Outcome::carried;
    AgendaItem posters;
    posters.item.id = id<ItemId>(0x13);
    posters.item.title = std::string("Posters");
    posters.item.kind = ItemKind::inform;
    posters.item.planned = 5min;
    posters.slot.closed = at(15, 5);
    posters.slot.outcome = Outcome::dropped;
    posters.added = true;
    state.agenda = {advert, data, posters};
}

Capture& capture(State& state, CaptureKind kind, const char* text, std::optional<ItemId> item) {
    Capture made;
    made.number = static_cast<CaptureNumber>(state.captures.size() + 1);
    made.id = id<CaptureId>(static_cast<std::uint8_t>(0xc0 + made.number));
    made.kind = kind;
    made.text = std::string(text);
    made.item = item;
    state.captures.push_back(made);
    return state.captures.back();
}

void add_captures(State& state) {
    const ItemId advert = id<ItemId>(0x11);
    const ItemId data = id<ItemId>(0x12);
    capture(state, CaptureKind::note, "The hall has no ramp.\nThe side door has one.\n\nAsk for the key.", advert);
    Capture& decision = capture(state, CaptureKind::decision, "The advert goes out in plain words.", advert);
    decision.rule = DecisionRule::vote;
    decision.votes = Votes{7, 2, 1};
    decision.look_again = Date{std::chrono::year{2027} / 2 / 23};
    decision.reservations = {{{"The pay is not in it."}, id<PersonId>(3)}, {{"Too long."}, std::nullopt}};
    decision.principle = true;
    Capture& send = capture(state, CaptureKind::action, "send the advert", advert);
    send.owner = id<PersonId>(1);
    send.due = Date{std::chrono::year{2026} / 12 / 1};
    send.action_state = ActionState::accepted;
    capture(state, CaptureKind::action, "find a translator", advert);
    capture(state, CaptureKind::note, "REMOVED", advert).removed = true;
    capture(state, CaptureKind::question, "Who reads it first?", data);
    capture(state, CaptureKind::parked, "Where the recordings are kept", data);
    capture(state, CaptureKind::term, "A person who decides about data.", data).word = std::string("Controller");
    Capture& concern = capture(state, CaptureKind::concern, "We talk over each other.", data);
    concern.closed = true;
    concern.agreed = std::string("One person speaks at a time.\nCara watches for hands.");
    capture(state, CaptureKind::note, "Thanks to the caretaker.", std::nullopt);
}

}  // namespace

Stamp at(int hour, int minute) {
    const auto wall = std::chrono::sys_days{today} + std::chrono::hours{hour} + Minutes{minute};
    return Stamp{wall, 0min, wall.time_since_epoch(), 1};
}

State empty_meeting() {
    State state;
    state.id = id<MeetingId>(0x77);
    state.opened = at(14, 3);
    state.closed = at(15, 31);
    state.last = state.closed;
    state.ran = elapsed(*state.opened, *state.closed);
    return state;
}

State rich_meeting() {
    State state = empty_meeting();
    state.plan.title = std::string("Working group 7");
    state.plan.group = std::string("Working group");
    state.plan.place = std::string("Town hall, room 2");
    state.plan.partnership_name = std::string("Harbour research partnership");
    state.plan.scheduled = LocalTime{today, 14h};
    state.plan.length = 90min;
    state.plan.buffer = 10min;
    state.timekeeper = id<PersonId>(4);
    state.plan.glossary = {{{"PPI"}, {"people involved in research"}}, {{"Data"}, {"what is written down of people"}}};
    state.plan.carry_over.news = {{{"Advisory board"},
                                   Date{std::chrono::year{2026} / 11 / 17},
                                   CaptureKind::decision,
                                   {"Print in large type"},
                                   {},
                                   {"O1"}}};
    state.plan.objectives = {{"O1", {"Co-write the recruitment advert"}, Date{std::chrono::year{2027} / 1 / 31}},
                             {"O2", {"Agree who keeps the data"}, {}}};
    state.facilitator = id<PersonId>(1);
    state.note_taker = id<PersonId>(2);
    state.host = id<PartnerId>(0xa1);
    add_people(state);
    add_rounds(state);
    add_matters(state);
    add_agenda(state);
    add_captures(state);
    const event::ItemSettled settled{id<ItemId>(0x13), Outcome::dropped, {"no posters yet"}};
    state.events.push_back({1, at(15, 5), settled});
    state.plan.pulse_instrument = std::string("working-together");
    state.plan.pulse_title = std::string("Working together");
    state.plan.pulse_scale = Scale{1, 5};
    state.plan.pulse_statements = {{"We listen to each other"}, {"My time is well used"}};
    state.pulse = event::PulseTaken{4, {{0, 0, 1, 3, 0}, {0, 1, 0, 2, 1}}};
    state.next_date = Date{std::chrono::year{2026} / 12 / 15};
    state.next_time = 14h;
    state.next_facilitator = id<PersonId>(4);
    state.next_host = id<PartnerId>(0xa2);
    return state;
}

void each_text(State& state, const std::function<void(std::string&)>& change) {
    const auto words = [&](Words& some) { change(some.text); };
    event::Opened& plan = state.plan;
    for (Words* some : {&plan.title, &plan.group, &plan.place, &plan.partnership_name, &plan.pulse_title,
                        &plan.carry_over.last_title, &state.checkin.question, &state.checkout.question})
        words(*some);
    for (Objective& each : plan.objectives) words(each.text);
    for (Words& each : plan.pulse_statements) words(each);
    for (Term& each : plan.glossary) words(each.word), words(each.meaning);
    for (News& each : plan.carry_over.news) words(each.group), words(each.text), words(each.word);
    for (Partner& each : state.partners) words(each.name);
    for (Person& each : state.people) words(each.name), words(each.role);
    for (Round* round : {&state.checkin, &state.checkout})
        for (RoundAnswer& each : round->answers)
            if (!each.words.empty()) words(each.words);
    for (ReviewedMatter& each : state.matters)
        words(each.matter.text), words(each.matter.owner_name), words(each.reason), words(each.agreed);
    for (AgendaItem& each : state.agenda) {
        words(each.item.title);
        for (Paper& paper : each.item.papers) words(paper.title);
    }
    for (Capture& each : state.captures) {
        words(each.text), words(each.word), words(each.agreed);
        for (Reservation& reservation : each.reservations) words(reservation.text);
    }
    for (Recorded& each : state.events)
        if (auto* settled = std::get_if<event::ItemSettled>(&each.event)) words(settled->reason);
}

}  // namespace folkmoot::exports_test
