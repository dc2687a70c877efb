#include "src/session/partnership.h"

#include <algorithm>

#include "src/session/known_actions.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

namespace {

/// The sample plan with people matched by name alone.
Plan by_name() {
    Plan plan = sample_plan();
    for (PlannedPerson& each : plan.people) each.id.clear();
    return plan;
}

Opening opening_of(const Plan& plan, const std::optional<Partnership>& known, IdSource& ids) {
    return prepare(plan, known, {}, fingerprint(plan), start_time(), ids);
}

/// What the log knows after a meeting of that plan was opened.
Partnership known_after(const Plan& plan, IdSource& ids) {
    const Opening opening = opening_of(plan, std::nullopt, ids);
    Partnership known;
    known.id = opening.partnership;
    for (const PartnershipEvent& event : opening.partnership_events) folkmoot::apply(known, event, start_time());
    return known;
}

}  // namespace

TEST_CASE("a first meeting founds the partnership with everybody in it", "[partnership]") {
    IdSource ids{"first"};
    const Opening opening = opening_of(by_name(), std::nullopt, ids);
    REQUIRE_FALSE(opening.partnership_events.empty());
    CHECK(std::get<partnership_event::Founded>(opening.partnership_events[0]).name.text ==
          "Harbour research partnership");
    CHECK(opening.differences ==
          std::vector<std::string>{"New partnership: Harbour research partnership.", "New partner: Harbour Voices.",
                                   "New partner: Port University.", "New partner: City Council.",
                                   "New person: Asha, Harbour Voices.", "New person: Ben, Harbour Voices.",
                                   "New person: Cara, Port University.", "New person: Dev, Port University.",
                                   "New person: Eve, City Council.", "New person: Femi, City Council.",
                                   "New objective O1: Co-write the advert", "New objective O2: Open the hall",
                                   "New principles: One person speaks at a time; Plain words"});
    CHECK(opening.differences.size() == opening.partnership_events.size());
    const Partnership known = known_after(by_name(), ids);
    CHECK(known.people.size() == 6);
    CHECK(known.partners.size() == 3);
    CHECK(known.objectives.size() == 2);
    CHECK(known.principles.size() == 2);
}

TEST_CASE("the meeting's first event holds the plan with ids", "[partnership]") {
    IdSource ids{"first"};
    Plan plan = by_name();
    plan.pace = 1.5;
    const event::Opened opened = opening_of(plan, std::nullopt, ids).opened;
    CHECK(opened.people[0].access.text == "captions");
    CHECK(opened.people[0].name.whose == opened.people[0].id);
    CHECK(opened.facilitator == opened.people[0].id);
    CHECK(opened.note_taker == opened.people[3].id);
    CHECK_FALSE(opened.timekeeper);
    CHECK(opened.host == opened.partners[2].id);
    CHECK(opened.items[0].planned == Minutes{30});
    CHECK(opened.items[0].lead == opened.people[0].id);
    CHECK_FALSE(opened.items[1].lead);
    CHECK(opened.checkin_minutes == Minutes{6});
    CHECK(opened.source.text == fingerprint(plan));
}

TEST_CASE("the same seed gives the same opening, another one other ids", "[partnership]") {
    IdSource one{"a"}, two{"a"}, three{"b"};
    const Opening first = opening_of(by_name(), std::nullopt, one);
    CHECK(first.opened == opening_of(by_name(), std::nullopt, two).opened);
    CHECK_FALSE(first.meeting == opening_of(by_name(), std::nullopt, three).meeting);
}

TEST_CASE("a second meeting of the same plan brings nobody new", "[partnership]") {
    IdSource ids{"second"};
    const Partnership known = known_after(by_name(), ids);
    const Opening again = opening_of(by_name(), known, ids);
    CHECK(again.partnership == known.id);
    CHECK(again.partnership_events.empty());
    CHECK(again.differences.empty());
    CHECK(again.opened.people == known.people);
    CHECK(again.opened.partners == known.partners);
}

TEST_CASE("people and partners are known again in another case or form of the same letters", "[partnership]") {
    IdSource ids{"forms"};
    Plan plan = by_name();
    plan.people[4].name = "Zo\xc3\xab Li";  // composed
    plan.partners[2] = plan.people[4].partner = plan.people[5].partner = plan.host = "Caf\xc3\xa9 Council";
    const Partnership known = known_after(plan, ids);
    Plan other = plan;
    other.people[0].name = "ASHA";
    other.people[4].name = "zoe\xcc\x88 LI";  // decomposed
    other.partners[2] = other.people[4].partner = other.people[5].partner = other.host = "cafe\xcc\x81 COUNCIL";
    const Opening opening = opening_of(other, known, ids);
    CHECK(opening.opened.people[0].id == known.people[0].id);
    CHECK(opening.opened.people[4].id == known.people[4].id);
    CHECK(opening.opened.partners.size() == 3);
    CHECK(opening.opened.host == known.partners[2].id);
    for (const PartnershipEvent& event : opening.partnership_events) {
        CHECK_FALSE(std::holds_alternative<partnership_event::PartnerKept>(event));
    }
    CHECK(std::ranges::none_of(opening.differences, [](const std::string& d) { return d.starts_with("New"); }));
    CHECK(std::ranges::find(opening.differences, "Changed person: ASHA, was called Asha.") !=
          opening.differences.end());
}

TEST_CASE("a person is known by id under a new name", "[partnership]") {
    IdSource ids{"ids"};
    const Partnership known = known_after(sample_plan(), ids);
    Plan plan = sample_plan();
    plan.people[1].name = "Benjamin";
    const Opening opening = opening_of(plan, known, ids);
    CHECK(opening.opened.people[1].id == seat(2));
    CHECK(opening.differences == std::vector<std::string>{"Changed person: Benjamin, was called Ben."});
    REQUIRE(opening.partnership_events.size() == 1);
    CHECK(std::get<partnership_event::PersonKept>(opening.partnership_events[0]).person.name.text == "Benjamin");
}

TEST_CASE("a written id that the log does not know gives way to a known name, else it is kept", "[partnership]") {
    IdSource ids{"written"};
    const Partnership known = known_after(by_name(), ids);
    Plan plan = sample_plan();  // its ids are not those of the log
    plan.people[5].name = "Farah";
    const Opening opening = opening_of(plan, known, ids);
    CHECK(opening.opened.people[0].id == known.people[0].id);
    CHECK(opening.opened.people[5].id == seat(6));
}

TEST_CASE("what has changed of a person is said, but access needs never are", "[partnership]") {
    IdSource ids{"changes"};
    const Partnership known = known_after(by_name(), ids);
    Plan plan = by_name();
    plan.people[0].access = "large print and a quiet corner";
    plan.people[1].access = "hearing loop";
    plan.people[1].partner = "City Council";
    plan.people[2].role = "chair";
    plan.people[3].role = "";
    plan.people.push_back({"", "Gus", "Tenants", "", "step-free route"});
    const Opening opening = opening_of(plan, known, ids);
    CHECK(opening.differences ==
          std::vector<std::string>{"Changed person: Asha, access needs changed.",
                                   "Changed person: Ben, now for City Council and access needs changed.",
                                   "Changed person: Cara, role now chair.", "New partner: Tenants.",
                                   "New person: Gus, Tenants."});
    for (const std::string& each : opening.differences) {
        for (const char* need : {"captions", "large print", "hearing loop", "step-free"}) {
            CHECK(each.find(need) == std::string::npos);
        }
    }
}

TEST_CASE("what a plan does not say of a person stays, and what is said whole takes it away", "[partnership]") {
    IdSource ids{"whole"};
    const Partnership known = known_after(by_name(), ids);
    Plan plan = by_name();
    plan.people[3].role.clear();
    plan.people[0].access.clear();
    const Opening opening = opening_of(plan, known, ids);
    CHECK(opening.differences.empty());
    CHECK(opening.opened.people[3].role.text == "researcher");
    CHECK(opening.opened.people[0].access.text == "captions");
    plan.people[3].whole = true;
    CHECK(opening_of(plan, known, ids).differences ==
          std::vector<std::string>{"Changed person: Dev, role no longer named."});
}

TEST_CASE("principles that were agreed since a plan was written stay", "[partnership]") {
    IdSource ids{"more principles"};
    Partnership known = known_after(by_name(), ids);
    known.principles.emplace_back("Papers go out two weeks ahead");
    const Opening opening = opening_of(by_name(), known, ids);
    CHECK(opening.differences.empty());
    CHECK(opening.opened.principles.size() == 3);
    Plan other = by_name();
    other.principles = {"Only this"};
    CHECK(opening_of(other, known, ids).opened.principles == std::vector<Words>{Words{"Only this"}});
}

TEST_CASE("a plan without objectives has those of the partnership that are still worked for", "[partnership]") {
    IdSource ids{"objectives of the log"};
    Partnership known = known_after(by_name(), ids);
    known.objectives[1].end = ObjectiveEnd::reached;
    Plan plan = by_name();
    plan.objectives.clear();
    const Opening opening = opening_of(plan, known, ids);
    REQUIRE(opening.opened.objectives.size() == 1);
    CHECK(opening.opened.objectives.front().id == "O1");
    CHECK(opening.partnership_events.empty());
}

TEST_CASE("an item of the plan that has the title of an earlier matter takes it up", "[partnership]") {
    Plan plan = by_name();
    plan.items[1].title = "newsletter";
    MeetingFixture meeting(plan, sample_carry_over());
    // What is to be looked at comes before what the agenda has anyway.
    const ReviewedMatter& taken = meeting.state().matters.back();
    CHECK(taken.matter.text.text == "Newsletter");
    CHECK(taken.taken == meeting.state().agenda[1].item.id);
    CHECK(meeting.state().agenda[1].item.from_matter == taken.matter.id);
    CHECK(meeting.state().matters.front().matter.text.text == "Book the hall");
}

TEST_CASE("a name of the plan that nobody has is said once the log's people are known", "[partnership]") {
    IdSource ids{"nobody"};
    Plan plan = by_name();
    plan.items[0].lead = "Zebedee";
    const Opening opening = opening_of(plan, std::nullopt, ids);
    REQUIRE_FALSE(opening.notes.empty());
    CHECK(opening.notes.front() ==
          "The plan says that Zebedee leads Recruitment advert. Nobody of that name is on the list of people.");
}

TEST_CASE("changed objectives and principles are said and kept", "[partnership]") {
    IdSource ids{"objectives"};
    const Partnership known = known_after(by_name(), ids);
    Plan plan = by_name();
    plan.objectives[0].text = "Write the advert together";
    plan.objectives.push_back({"O3", "Find a room", {}});
    plan.principles = {"Plain words first"};
    const Opening opening = opening_of(plan, known, ids);
    CHECK(opening.differences == std::vector<std::string>{"Changed objective O1: Write the advert together",
                                                          "New objective O3: Find a room",
                                                          "Changed principles: Plain words first"});
    Partnership after = known;
    for (const PartnershipEvent& event : opening.partnership_events) folkmoot::apply(after, event, start_time());
    CHECK(after.objectives.size() == 3);
    CHECK(after.objectives[0].text.text == "Write the advert together");
    CHECK(after.principles == std::vector<Words>{Words{"Plain words first"}});
}

TEST_CASE("a plan without principles takes those of the log", "[partnership]") {
    IdSource ids{"principles"};
    const Partnership known = known_after(by_name(), ids);
    Plan plan = by_name();
    plan.principles.clear();
    const Opening opening = opening_of(plan, known, ids);
    CHECK(opening.opened.principles == known.principles);
    CHECK(opening.partnership_events.empty());
}

TEST_CASE("scale and questions that a plan does not name are as the partnership has agreed", "[partnership]") {
    IdSource ids{"ways"};
    Plan plan = by_name();
    Partnership known = known_after(plan, ids);
    known.ways.scale = Scale{1, 7};
    known.ways.checkin_question = Words{"How are you here?"};
    known.ways.checkout_question = Words{"What do you take away?"};
    plan.scale.reset();
    plan.checkin_question.clear();
    plan.checkout_question = "How was it?";
    const event::Opened opened = opening_of(plan, known, ids).opened;
    CHECK(opened.scale == Scale{1, 7});
    CHECK(opened.checkin_question.text == "How are you here?");
    CHECK(opened.checkout_question.text == "How was it?");
    plan.scale = Scale{1, 5};
    CHECK(opening_of(plan, known, ids).opened.scale == Scale{1, 5});
}

TEST_CASE("who has no partner is independent", "[partnership]") {
    IdSource ids{"independent"};
    Plan plan = by_name();
    plan.people[0].partner.clear();
    plan.people[2].partner.clear();
    const event::Opened opened = opening_of(plan, std::nullopt, ids).opened;
    CHECK(opened.people[0].partner == opened.people[2].partner);
    CHECK(find_partner(opened.partners, opened.people[0].partner)->name.text == "independent");
}

TEST_CASE("a fingerprint changes with what makes the plan this plan", "[partnership]") {
    const Plan plan = sample_plan();
    CHECK(fingerprint(plan).size() == 16);
    CHECK(fingerprint(plan) == fingerprint(sample_plan()));
    Plan title = plan, date = plan, item = plan, person = plan, place = plan;
    title.title = "Working group 8";
    date.date->date = plus_days(date.date->date, 1);
    item.items[0].minutes = Minutes{21};
    person.people.pop_back();
    place.place = "Library";
    CHECK(fingerprint(title) != fingerprint(plan));
    CHECK(fingerprint(date) != fingerprint(plan));
    CHECK(fingerprint(item) != fingerprint(plan));
    CHECK(fingerprint(person) != fingerprint(plan));
    CHECK(fingerprint(place) == fingerprint(plan));
}

TEST_CASE("who was agreed on at the last closing facilitates and hosts, unless the plan names others",
          "[partnership]") {
    IdSource ids{"agreed"};
    const Partnership known = known_after(sample_plan(), ids);
    CarryOver agreed;
    agreed.next_facilitator = seat(3);
    agreed.next_host = known.partners[1].id;
    Plan plan = sample_plan();
    const Opening others = prepare(plan, known, agreed, "", start_time(), ids);
    CHECK(others.opened.facilitator == seat(1));
    CHECK(others.notes ==
          std::vector<std::string>{"Last time it was agreed that Cara facilitates; the plan says Asha.",
                                   "Last time it was agreed that Port University hosts; the plan says City Council."});
    plan.facilitator.clear();
    plan.host.clear();
    const Opening used = prepare(plan, known, agreed, "", start_time(), ids);
    CHECK(used.opened.facilitator == seat(3));
    CHECK(used.opened.host == known.partners[1].id);
    CHECK(used.notes.empty());
    plan.people.erase(plan.people.begin() + 2);
    const Opening missing = prepare(plan, known, agreed, "", start_time(), ids);
    CHECK_FALSE(missing.opened.facilitator);
    CHECK(missing.notes ==
          std::vector<std::string>{"Last time it was agreed that Cara facilitates; the plan does not name them."});
}

TEST_CASE("an action that the plan brings is accepted only when the plan says so", "[partnership]") {
    IdSource ids{"brought"};
    Plan plan = sample_plan();
    plan.actions = {
        {"Book the hall", "Ben", {}, false}, {"Send the form", "Cara", {}, true}, {"Print it", "", {}, true}};
    const auto matters = prepare(plan, std::nullopt, {}, "", start_time(), ids).opened.carry_over.matters;
    REQUIRE(matters.size() == 3);
    CHECK_FALSE(matters[0].accepted);
    CHECK(matters[1].accepted);
    CHECK_FALSE(matters[2].accepted);
}

TEST_CASE("an action that the log has already, whatever became of it, is not brought again", "[partnership]") {
    ActionSummary done;
    done.what = "Send the payment form";
    done.owner = "Ben";
    done.state = ActionState::done;
    Plan plan = sample_plan();
    plan.actions = {{"send the payment form", "ben", {}, false},
                    {"Send the payment form", "Cara", {}, false},
                    {"Something new", "Ben", {}, false}};
    CHECK(leave_out_known_actions(plan, std::vector{done}) ==
          std::vector<std::string>{"Already in the log: send the payment form, done."});
    REQUIRE(plan.actions.size() == 2);
    CHECK(plan.actions[0].owner == "Cara");
    CHECK(plan.actions[1].text == "Something new");
}

}  // namespace folkmoot::test
