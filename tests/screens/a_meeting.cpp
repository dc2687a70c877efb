#include "tests/screens/a_meeting.h"

#include "src/time/calendar.h"

namespace folkmoot::tests {
namespace {

Id128 id(std::uint8_t kind, std::uint8_t number) {
    Id128 made;
    made.bytes[0] = kind;
    made.bytes[15] = number;
    return made;
}

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

Date date(int y, unsigned m, unsigned d) { return {year{y}, month{m}, day{d}}; }

Person a_person(std::uint8_t number, const std::string& name, std::uint8_t partner) {
    Person made;
    made.id = PersonId{id(1, number)};
    made.name = Words{name};
    made.partner = PartnerId{id(2, partner)};
    return made;
}

Item item(std::uint8_t number, const std::string& title, ItemKind kind, int minutes) {
    Item made;
    made.id = ItemId{id(3, number)};
    made.title = Words{title};
    made.kind = kind;
    made.planned = Minutes{minutes};
    return made;
}

Matter matter(std::uint8_t number, MatterKind kind, const std::string& text) {
    Matter made;
    made.id = CaptureId{id(4, number)};
    made.kind = kind;
    made.text = Words{text};
    made.since = date(2026, 10, 27);
    return made;
}

}  // namespace

event::Opened AMeeting::plan() {
    event::Opened plan;
    plan.title = Words{"Working group 7"};
    plan.place = Words{"The library"};
    plan.scheduled = LocalTime{date(2026, 11, 24), Minutes{14 * 60}};
    plan.length = Minutes{90};
    plan.buffer = Minutes{10};
    plan.scale = Scale{1, 5};
    plan.principles = {Words{"Plain words"}};
    plan.partners = {{PartnerId{id(2, 1)}, Words{"Harbour Voices"}},
                     {PartnerId{id(2, 2)}, Words{"University"}},
                     {PartnerId{id(2, 3)}, Words{"Council"}}};
    plan.people = {a_person(1, "Asha", 1), a_person(2, "Ben Okafor", 2), a_person(3, "Chen Wei", 2),
                   a_person(4, "Benita Ruiz", 3), a_person(5, "Dilys", 1)};
    plan.people[0].access = Words{"captions"};
    plan.objectives = {{"O1", Words{"Co-write the advert"}, std::nullopt},
                       {"O2", Words{"Share the work"}, date(2026, 9, 1)}};
    plan.checkin_question = Words{"What do you bring today?"};
    plan.checkout_question = Words{"What do you take away?"};
    plan.checkin_minutes = plan.checkout_minutes = Minutes{5};
    plan.items = {item(1, "Recruitment advert", ItemKind::decide, 20), item(2, "Website", ItemKind::explore, 15),
                  item(3, "Travel costs", ItemKind::inform, 10)};
    plan.items[0].objectives = {"O1"};
    plan.items[0].papers = {{Words{"Draft advert"}, date(2026, 11, 10)}};
    plan.items[0].lead = plan.people[0].id;
    plan.pulse_title = Words{"Working together"};
    plan.pulse_scale = Scale{1, 5};
    plan.pulse_statements = {Words{"I was heard"}, Words{"We share decisions"}};
    plan.carry_over.matters = {matter(1, MatterKind::action, "Send the draft"),
                               matter(2, MatterKind::concern, "We hurry"), matter(3, MatterKind::parked, "The logo")};
    plan.carry_over.matters[0].owner = plan.people[0].id;
    plan.carry_over.matters[0].due = date(2026, 11, 20);
    plan.carry_over.matters[0].carried = 2;
    plan.carry_over.last_meeting = MeetingId{id(5, 1)};
    plan.carry_over.last_title = Words{"Working group 6"};
    plan.carry_over.last_date = date(2026, 10, 27);
    return plan;
}

AMeeting::AMeeting() : AMeeting(plan()) {}

AMeeting::AMeeting(const event::Opened& opened) {
    now.wall = std::chrono::sys_days{date(2026, 11, 24)} + std::chrono::hours{14};
    now.boot = Millis{1000};
    now.boot_id = 1;
    state.id = MeetingId{id(6, 1)};
    apply(state, {1, now, opened});
}

AMeeting& AMeeting::act(const Command& command) {
    const auto decided = decide(state, command, now);
    if (const auto* refusal = std::get_if<Refusal>(&decided)) FAIL(refusal->why);
    apply(state, {static_cast<Sequence>(state.events.size() + 1), now, std::get<Event>(decided)});
    return *this;
}

AMeeting& AMeeting::everyone_here() {
    return act(command::Attend{{person(1), person(2), person(3), person(4), person(5)}, Presence::here});
}

AMeeting& AMeeting::to_item(std::size_t number) {
    return act(command::Go{{Stage::items, state.agenda.at(number - 1).item.id}});
}

std::string read_aloud(const Page& page) {
    std::string all = page.title;
    for (const Block& block : page.blocks) {
        if (const auto* paragraph = std::get_if<Text>(&block))
            all += "\n" + with_how(paragraph->text, paragraph->how.typed);
        if (const auto* heading = std::get_if<Heading>(&block)) all += "\n" + heading->text;
        if (const auto* list = std::get_if<List>(&block)) {
            for (const ListItem& line : list->items) all += "\n" + with_how(line.text, line.how.typed);
            if (list->items.empty()) all += "\n" + list->when_empty;
        }
        if (const auto* hint = std::get_if<Hint>(&block)) all += "\n" + hint->typed;
    }
    return all;
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace folkmoot::tests
