#include <fmt/format.h>

#include <algorithm>

#include "src/log/doctor.h"
#include "tests/log/log_fixture.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using namespace folkmoot::test;

namespace {

const std::string group = "Working group";

PartnershipId partnership_of(Log& log) { return log.partnership("Harbour research partnership")->id; }

std::vector<std::string> texts(const CarryOver& carry) {
    std::vector<std::string> all;
    for (const auto& matter : carry.matters) all.push_back(matter.text.text);
    std::sort(all.begin(), all.end());
    return all;
}

using Texts = std::vector<std::string>;

/// Three meetings of one group: what begins in the first is looked at in the second, the third is left open.
struct ThreeMeetings {
    explicit ThreeMeetings(Log& log) {
        Run first(log, plan_called("First"), months_later(0), ids);
        first.act(command::Capture{CaptureKind::action, "Book the hall", "", seat(2),
                                   Date{std::chrono::year{2026} / 12 / 1}});
        first.act(command::Capture{CaptureKind::action, "Write to the council", "", seat(5), {}});
        first.act(command::Capture{CaptureKind::action, "A mistake", "", seat(5), {}});
        first.act(command::RemoveCapture{3});
        first.act(command::Capture{CaptureKind::parked, "Parking places", "", {}, {}});
        first.act(command::Capture{CaptureKind::concern, "The room is loud", "", {}, {}});
        first.act(command::Capture{CaptureKind::decision, "We meet on Tuesdays", "", {}, {}});
        first.act(command::SettleItem{first.state().agenda[1].item.id, Outcome::carried, ""});
        first.close();
        Run second(log, plan_called("Second"), months_later(1), ids);
        offered = second.state().plan.carry_over;
        second.act(command::Go{{Stage::actions, std::nullopt}});
        second.act(command::Review{second.matter("Book the hall").id, event::Verdict::done, {}, ""});
        second.act(command::Review{second.matter("Write to the council").id, event::Verdict::kept,
                                   Date{std::chrono::year{2027} / 2 / 1}, ""});
        second.act(command::CloseConcern{{}, second.matter("The room is loud").id});
        second.act(command::SettleItem{*second.state().matter(second.matter("Ramp").id)->taken, Outcome::carried, ""});
        second.close();
        Run third(log, plan_called("Third"), months_later(2), ids);
        offered_again = third.state().plan.carry_over;
        third.act(command::Capture{CaptureKind::action, "Still being written", "", seat(1), {}});
    }
    IdSource ids{"three"};
    CarryOver offered, offered_again;
};

}  // namespace

TEST_CASE("An empty log answers everything with nothing", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    CHECK(log->meetings(0).empty());
    CHECK(log->open_meetings().empty());
    CHECK(log->meetings_by_prefix("00").empty());
    CHECK(log->meetings_from("0123").empty());
    CHECK(log->actions(true).empty());
    CHECK_FALSE(log->partnership("Harbour research partnership"));
    CHECK(log->carry_over(PartnershipId{}, "") == CarryOver{});
    CHECK(log->prefix_length() == 4);
    CHECK(log->last_sequence(Id128{}) == 0);
}

TEST_CASE("Meetings are found newest first, by prefix, by plan and by being open", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    ThreeMeetings meetings(*log);
    const auto all = log->meetings(0);
    REQUIRE(all.size() == 3);
    CHECK(all[0].title == "Third");
    CHECK(all[2].title == "First");
    CHECK(all[2].closed);
    CHECK(all[2].present == 6);
    CHECK(all[2].actions == 2);
    CHECK(all[2].decisions == 1);
    CHECK(iso(all[2].date) == "2026-11-24");
    CHECK(all[2].partnership == "Harbour research partnership");
    CHECK(log->meetings(1) == std::vector{all[0]});
    CHECK(log->open_meetings() == std::vector{all[0]});
    CHECK(log->meetings_from(all[1].source) == std::vector{all[1]});
    CHECK(log->meetings_by_prefix(all[1].id.hex().substr(0, 7)) == std::vector{all[1]});
    CHECK(log->meetings_by_prefix("xyz").empty());
    CHECK(log->prefix_length() == 4);
}

TEST_CASE("The prefix grows with ids that are alike", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    for (const char* id :
         {"aaaaaaaa000000000000000000000000", "aaaaaaab000000000000000000000000", "b0000000000000000000000000000000"})
        log->append(std::vector<StreamAppend>{{*Id128::from_hex(id), StreamKind::meeting, 0, start_time(), {}}});
    CHECK(log->prefix_length() == 8);
}

TEST_CASE("A partnership is found by its name in any case", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    ThreeMeetings meetings(*log);
    const auto found = log->partnership("HARBOUR  research Partnership");
    REQUIRE(found);
    CHECK(found->people.size() == 6);
    CHECK(found->partners.size() == 3);
}

TEST_CASE("What a meeting leaves open is offered to the group's next one, until it is dealt with", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    ThreeMeetings meetings(*log);
    const Texts first = {"Book the hall", "Parking places", "Ramp", "The room is loud", "Write to the council"};
    CHECK(texts(meetings.offered) == first);
    const Texts second = {"Parking places", "Ramp", "Write to the council"};
    CHECK(texts(meetings.offered_again) == second);
    for (const auto& matter : meetings.offered.matters) {
        INFO(matter.text.text);
        CHECK(matter.carried == 0);
        CHECK(iso(matter.since) == "2026-11-24");
    }
    for (const auto& matter : meetings.offered_again.matters) {
        INFO(matter.text.text);
        CHECK(matter.carried == 1);
        CHECK(iso(matter.since) == "2026-11-24");
        if (matter.kind == MatterKind::action) {
            CHECK(iso(*matter.due) == "2027-02-01");
            CHECK(matter.owner_name == Words("Eve", seat(5)));
        }
    }
    const auto id = partnership_of(*log);
    CHECK(texts(log->carry_over(id, group)) == second);
    CHECK(log->carry_over(id, "working  GROUP") == log->carry_over(id, group));
    CHECK(log->carry_over(id, "Advisory board").matters.empty());
    CHECK(meetings.offered_again.last_title.text == "Second");
}

TEST_CASE("A question that stays open is offered to the group's next meeting, until it is dropped", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"questions"};
    Run first(*log, plan_called("First"), months_later(0), ids);
    first.act(command::Capture{CaptureKind::question, "Who pays for taxis?", "", {}, {}});
    first.close();
    Run second(*log, plan_called("Second"), months_later(1), ids);
    const Matter question = second.matter("Who pays for taxis?");
    CHECK(question.kind == MatterKind::question);
    second.close();
    Run third(*log, plan_called("Third"), months_later(2), ids);
    CHECK(third.matter("Who pays for taxis?").carried == 1);
    third.act(command::Review{question.id, event::Verdict::dropped, {}, "The council pays."});
    third.close();
    const Texts left = texts(log->carry_over(partnership_of(*log), group));
    CHECK(std::find(left.begin(), left.end(), "Who pays for taxis?") == left.end());
}

TEST_CASE("A decision comes up again at the first meeting from its day on, until it stands", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"revisit"};
    Run first(*log, plan_called("First"), months_later(0), ids);
    const Date day = plus_days(date_of(months_later(1)), 1);
    first.act(command::Capture{CaptureKind::decision, "We meet on Tuesdays", "", {}, {}});
    CHECK(first.act(command::DateDecision{0, day}) ==
          "Decision 1, to be looked at again on Wednesday 23 December 2026.");
    first.act(command::Capture{CaptureKind::decision, "Nobody looks at this again", "", {}, {}});
    first.close();
    Run early(*log, plan_called("Second"), months_later(1), ids);
    CHECK(early.state().matters.empty());
    early.close();
    Run third(*log, plan_called("Third"), months_later(2), ids);
    const Matter decision = third.matter("We meet on Tuesdays");
    CHECK(third.state().matters.size() == 1);
    CHECK(decision.kind == MatterKind::decision);
    CHECK(decision.due == day);
    CHECK(decision.since == date_of(months_later(0)));
    CHECK(decision.carried == 0);
    const Date later_day = plus_days(date_of(months_later(3)), 1);
    CHECK(third.act(command::Review{decision.id, event::Verdict::kept, later_day, ""}) ==
          "Kept: We meet on Tuesdays, to be looked at again on Wednesday 17 February 2027.");
    third.close();
    Run fourth(*log, plan_called("Fourth"), months_later(3), ids);
    CHECK(fourth.state().matters.empty());
    fourth.close();
    Run fifth(*log, plan_called("Fifth"), months_later(4), ids);
    CHECK(fifth.matter("We meet on Tuesdays").due == later_day);
    CHECK(fifth.act(command::Review{decision.id, event::Verdict::done, {}, ""}) == "Stands: We meet on Tuesdays.");
    fifth.close();
    Run sixth(*log, plan_called("Sixth"), months_later(5), ids);
    CHECK(sixth.state().matters.empty());
    CHECK(examine(*log).healthy);
}

TEST_CASE("A decision that was dropped does not come up again, one that nobody settled does", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"revisit again"};
    Run first(*log, plan_called("First"), months_later(0), ids);
    for (const char* text : {"Taken", "Dropped", "Left"}) {
        first.act(command::Capture{CaptureKind::decision, text, "", {}, {}});
        first.act(command::DateDecision{0, date_of(months_later(1))});
    }
    first.close();
    Run second(*log, plan_called("Second"), months_later(1), ids);
    second.act(command::Take{second.matter("Taken").id, {}});
    CHECK(second.act(command::Review{second.matter("Dropped").id, event::Verdict::dropped, {}, "too dear"}) ==
          "Does not stand any more: Dropped, because: too dear.");
    second.close();
    // On an agenda it is only talked about.
    CHECK(texts(log->carry_over(partnership_of(*log), group)) == Texts{"Left", "Taken"});
    CHECK(examine(*log).healthy);
}

TEST_CASE("A decision that is looked at again in an item stands, or has its new day; the item is no matter of its own",
          "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"revisit in an item"};
    Run first(*log, plan_called("First"), months_later(0), ids);
    for (const char* text : {"Stands", "Later", "Carried"}) {
        first.act(command::Capture{CaptureKind::decision, text, "", {}, {}});
        first.act(command::DateDecision{0, date_of(months_later(1))});
    }
    first.close();
    Plan plan = plan_called("Second");
    for (const char* title : {"Stands", "Later", "Carried"})
        plan.items.push_back({title, ItemKind::review, Minutes{5}, {}, "", {}});
    Run second(*log, plan, months_later(1), ids);
    const auto of = [&](const char* text) { return second.matter(text).id; };
    CHECK(second.state().matter(of("Stands"))->taken);
    second.act(command::Review{of("Stands"), event::Verdict::done, {}, ""});
    second.act(command::Review{of("Later"), event::Verdict::kept, date_of(months_later(3)), ""});
    second.act(command::SettleItem{second.state().matter(of("Carried"))->taken.value(), Outcome::carried, ""});
    second.close();
    Run third(*log, plan_called("Third"), months_later(2), ids);
    CHECK(third.state().matters.size() == 1);
    CHECK(third.matter("Carried").kind == MatterKind::decision);
    third.close();
    Run fourth(*log, plan_called("Fourth"), months_later(4), ids);
    CHECK(fourth.matter("Later").kind == MatterKind::decision);
    CHECK(examine(*log).healthy);
}

TEST_CASE("The next meeting is offered a carried item's kind and lead, and who was to facilitate and host", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"next"};
    Run first(*log, plan_called("First"), months_later(0), ids);
    first.act(command::SettleItem{first.state().agenda[0].item.id, Outcome::carried, ""});
    first.act(command::SetNextFacilitator{seat(3)});
    first.act(command::SetNextHost{first.state().partners[1].id});
    first.close();
    const auto offered = log->carry_over(partnership_of(*log), group);
    CHECK(offered.next_facilitator == seat(3));
    CHECK(offered.next_host == first.state().partners[1].id);
    const auto item = std::find_if(offered.matters.begin(), offered.matters.end(),
                                   [](const Matter& each) { return each.text.text == "Recruitment advert"; });
    REQUIRE(item != offered.matters.end());
    CHECK(item->item_kind == ItemKind::decide);
    CHECK(item->lead == seat(1));
}

TEST_CASE("A new owner and date of an action from last time stand in the list of actions", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"owners"};
    Run first(*log, plan_called("First"), months_later(0), ids);
    first.act(command::Capture{CaptureKind::action, "Book the hall", "", {}, Date{std::chrono::year{2026} / 12 / 1}});
    first.close();
    Run second(*log, plan_called("Second"), months_later(1), ids);
    const CaptureId action = second.matter("Book the hall").id;
    second.act(command::SetMatterOwner{action, seat(3)});
    second.act(command::SetMatterDue{action, {}});
    auto known = log->actions(false);
    REQUIRE(known.size() == 1);
    CHECK(known[0].owner == "Cara");
    CHECK(known[0].partnership == "Harbour research partnership");
    CHECK_FALSE(known[0].due);
    CHECK(known[0].state == ActionState::proposed);
    second.act(command::Review{action, event::Verdict::accepted, {}, ""});
    second.close();
    Run third(*log, plan_called("Third"), months_later(2), ids);
    CHECK(third.matter("Book the hall").owner == seat(3));
    CHECK(third.matter("Book the hall").accepted);
    third.act(command::SetMatterOwner{action, std::nullopt});
    known = log->actions(false);
    CHECK(known[0].owner.empty());
    CHECK_FALSE(known[0].owner_id);
    CHECK(known[0].state == ActionState::proposed);
}

TEST_CASE("Duties are told with the latest time of each person", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    ThreeMeetings meetings(*log);
    const auto duties = log->carry_over(partnership_of(*log), group).duties;
    const auto facilitated = std::count_if(duties.begin(), duties.end(), [](const auto& duty) {
        return duty.duty == Duty::facilitate && duty.person == seat(1) && iso(duty.date) == "2026-12-22";
    });
    CHECK(facilitated == 1);
    CHECK(duties.size() == 3);  // facilitator, note taker, host: there was no check-in
}

TEST_CASE("A turn that was agreed and that somebody else took is missed until it is made up", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"missed"};
    const auto missed = [&] { return log->carry_over(partnership_of(*log), group).missed; };
    Run first(*log, plan_called("First"), months_later(0), ids);
    const PartnerId port = first.state().partners[1].id;
    first.act(command::SetNextFacilitator{seat(3)});
    first.act(command::SetNextHost{port});
    first.close();
    CHECK(missed().empty());                                        // its day is still to come
    Run second(*log, plan_called("Second"), months_later(1), ids);  // Asha and City Council, as its plan says
    second.act(command::SetNextFacilitator{seat(1)});
    CHECK(missed().empty());
    second.close();
    const std::vector<DutyDone> owed{{Duty::facilitate, seat(3), {}, date_of(months_later(1))},
                                     {Duty::host, {}, port, date_of(months_later(1))}};
    CHECK(missed() == owed);
    Run third(*log, plan_called("Third"), months_later(2), ids);
    CHECK(third.state().plan.carry_over.missed == owed);
    third.act(command::TakeDuty{Duty::facilitate, seat(3), {}});
    third.close();
    const std::vector<DutyDone> then{owed[1], {Duty::facilitate, seat(1), {}, date_of(months_later(2))}};
    CHECK(missed() == then);
    Run fourth(*log, plan_called("Fourth"), months_later(3), ids);
    fourth.act(command::TakeDuty{Duty::host, {}, port});
    fourth.close();
    CHECK(missed().empty());
}

TEST_CASE("How items ran is told of the latest closed meetings, newest first, in the agenda's order", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"items"};
    for (int month = 0; month < 2; ++month) {
        Run run(*log, plan_called(month == 0 ? "First" : "Second"), months_later(month), ids);
        run.act(command::Go{{Stage::items, run.state().agenda[0].item.id}});
        run.act(command::SettleItem{run.state().agenda[1].item.id, Outcome::carried, ""});
        run.close();
    }
    Run open(*log, plan_called("Third"), months_later(2), ids);
    const auto id = partnership_of(*log);
    const auto runs = log->item_runs(id, 5);
    REQUIRE(runs.size() == 6);
    CHECK(iso(runs[0].date) == "2026-12-22");
    CHECK(iso(runs[3].date) == "2026-11-24");
    const auto& advert = runs[0];
    CHECK(advert.meeting == log->meetings(2)[1].id);
    CHECK(advert.group == group);
    CHECK(advert.title == "Recruitment advert");
    CHECK(advert.kind == ItemKind::decide);
    CHECK(advert.objectives == Texts{"O1"});
    CHECK(advert.lead == "Asha");
    CHECK(advert.planned == Minutes(20));
    CHECK(advert.used == std::chrono::seconds(60));
    CHECK(advert.done);
    CHECK(runs[1].title == "Ramp");
    CHECK_FALSE(runs[1].done);
    CHECK(runs[1].used == Millis(0));
    CHECK(runs[2].objectives.empty());
    CHECK(log->item_runs(id, 1) == std::vector(runs.begin(), runs.begin() + 3));
    CHECK(log->item_runs(PartnershipId{}, 5).empty());
}

TEST_CASE("What other groups wrote down since a group last met is told to it once", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids{"news"};
    Run(*log, plan_called("First"), months_later(0), ids).close();
    auto forum = plan_called("Forum 1");
    forum.group = "Forum";
    Run other(*log, forum, months_later(1), ids);
    other.act(command::Go{{Stage::items, other.state().agenda[0].item.id}});
    other.act(command::Capture{CaptureKind::decision, "We meet in the library", "", {}, {}});
    other.act(command::Capture{CaptureKind::concern, "We rush", "", {}, {}});
    other.act(command::Capture{CaptureKind::term, "involvement", "PPI", {}, {}});
    other.close();
    const Date day = date_of(months_later(1));
    const std::vector<News> news{
        {Words{"Forum"}, day, CaptureKind::decision, Words{"We meet in the library"}, {}, {"O1"}},
        {Words{"Forum"}, day, CaptureKind::term, Words{"involvement"}, Words{"PPI"}, {"O1"}}};
    CHECK(log->carry_over(partnership_of(*log), group).news == news);
    CHECK(log->carry_over(partnership_of(*log), "Forum").news.empty());
    Run second(*log, plan_called("Second"), months_later(2), ids);
    CHECK(second.state().plan.carry_over.news == news);
    second.close();
    CHECK(log->carry_over(partnership_of(*log), group).news.empty());
}

TEST_CASE("Actions stand as the latest meeting left them", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    ThreeMeetings meetings(*log);
    const auto open = log->actions(false);
    REQUIRE(open.size() == 2);
    CHECK(open[0].what == "Write to the council");
    CHECK(open[0].owner == "Eve");
    CHECK(iso(*open[0].due) == "2027-02-01");
    CHECK(open[0].carried == 1);
    CHECK(open[0].meeting_title == "First");
    CHECK(open[1].what == "Still being written");
    const auto all = log->actions(true);
    REQUIRE(all.size() == 3);
    CHECK(all[2].what == "Book the hall");
    CHECK(all[2].state == ActionState::done);
}

TEST_CASE("The summaries can be made again and are the same", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    ThreeMeetings meetings(*log);
    log->catch_up();
    const auto before = all_summaries(folder.log());
    CHECK(before.size() > 40);
    log->rebuild();
    CHECK(all_summaries(folder.log()) == before);
    const auto report = examine(*log);
    for (const auto& line : report.lines) UNSCOPED_INFO(line);
    CHECK(report.healthy);
}

TEST_CASE("The doctor sees summaries that are not what the acts say", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    ThreeMeetings meetings(*log);
    log->catch_up();
    const std::string sql = GENERATE("UPDATE p_meetings SET title = 'Other'", "DELETE FROM p_captures",
                                     "DELETE FROM p_matters", "UPDATE p_matters SET carried = 9");
    INFO(sql);
    REQUIRE(raw(folder.log(), sql).empty());
    CHECK_FALSE(examine(*log).healthy);
    log->rebuild();
    CHECK(examine(*log).healthy);
}

TEST_CASE("A reader gets right answers while the summaries are behind", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    const auto reader = Log::open(folder.log(), LogMode::read);
    ThreeMeetings meetings(*log);
    REQUIRE(raw(folder.log(),
                "INSERT OR IGNORE INTO dirty SELECT stream FROM streams; DELETE FROM p_meetings; "
                "DELETE FROM p_matters; DELETE FROM p_touches; DELETE FROM p_partnerships; DELETE FROM p_duties")
                .empty());
    const auto id = partnership_of(*reader);
    const auto seen = reader->meetings(0);
    const auto actions = reader->actions(true);
    const auto carry = reader->carry_over(id, group);
    const auto open = reader->open_meetings();
    CHECK(seen.size() == 3);
    CHECK(raw_value(folder.log(), "SELECT count(*) FROM dirty") == "4");
    CHECK(log->meetings(0) == seen);
    CHECK(log->actions(true) == actions);
    CHECK(log->carry_over(id, group) == carry);
    CHECK(log->open_meetings() == open);
    CHECK(raw_value(folder.log(), "SELECT count(*) FROM dirty") == "0");
    CHECK(reader->meetings(0) == seen);
    CHECK(reader->actions(true) == actions);
}

TEST_CASE("One damaged meeting does not hide the others", "[log]") {
    const LogFolder folder;
    {
        const auto log = Log::open(folder.log(), LogMode::write);
        ThreeMeetings meetings(*log);
        log->finish();
    }
    damage(folder.log(),
           "UPDATE events SET at = at + 1 WHERE sequence = 3 AND stream = (SELECT stream FROM p_meetings WHERE "
           "title = 'Second'); INSERT OR IGNORE INTO dirty SELECT stream FROM streams");
    const auto log = Log::open(folder.log(), LogMode::write);
    CHECK(log->meetings(0).size() == 3);
    CHECK(log->events(log->meetings(1)[0].id).size() > 1);
    CHECK_FALSE(examine(*log).healthy);
}

TEST_CASE("The views name no speaker and have no access needs", "[log]") {
    const LogFolder folder;
    const auto log = Log::open(folder.log(), LogMode::write);
    IdSource ids("views");
    Run run(*log, plan_called("Viewed"), months_later(0), ids);
    run.act(command::Go{{Stage::items, run.state().agenda[0].item.id}});
    run.act(command::Speak{seat(2)});
    run.act(command::Speak{seat(3)});
    run.act(command::StopSpeaking{});
    run.act(command::Capture{CaptureKind::action, "Book the hall", "", seat(2), {}});
    run.close();
    log->finish();
    CHECK(raw_value(folder.log(), "SELECT group_concat(partner || ' ' || seat) FROM v_turns") ==
          "Harbour Voices 2,Port University 3");
    CHECK(raw_value(folder.log(), "SELECT length_seconds FROM v_turns") == "30.0");
    CHECK(raw_value(folder.log(), "SELECT owner || ', ' || what FROM v_actions") == "Ben, Book the hall");
    CHECK(raw_value(folder.log(), "SELECT count(*) FROM v_attendance") == "6");
    CHECK(raw_value(folder.log(), "SELECT count(*) FROM v_items") == "3");
    CHECK(raw_value(folder.log(), "SELECT date || title FROM v_meetings") == "2026-11-24Viewed");
    for (const char* view : {"v_decisions", "v_scores", "v_pulse"})
        CHECK(raw_value(folder.log(), fmt::format("SELECT count(*) FROM {}", view)) == "0");
    for (const auto& row : all_summaries(folder.log())) CHECK(row.find("captions") == std::string::npos);
}
