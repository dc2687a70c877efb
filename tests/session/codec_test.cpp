#include "src/session/codec.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "src/base/error.h"
#include "tests/session/samples.h"
#include "tests/support/catch.h"
#include "tests/support/meeting_fixture.h"

namespace folkmoot::test {

namespace {

std::string what_of(const Encoded& encoded) {
    try {
        static_cast<void>(decode_event(encoded));
    } catch (const Error& error) {
        return error.what();
    }
    return "(read without complaint)";
}

Encoded with_payload(const Event& event, const std::string& payload) {
    Encoded encoded = encode(event);
    encoded.payload = payload;
    return encoded;
}

/// All strings of a JSON value, keys left out.
void strings_of(const nlohmann::json& json, std::vector<std::string>& found) {
    if (json.is_string()) {
        found.push_back(json.get<std::string>());
    } else if (json.is_structured()) {
        for (const auto& each : json) {
            strings_of(each, found);
        }
    }
}

}  // namespace

TEST_CASE("there is a sample of every event, in the variant's order", "[codec]") {
    const auto full = full_events();
    const auto bare = bare_events();
    REQUIRE(full.size() == std::variant_size_v<AnyEvent>);
    REQUIRE(bare.size() == std::variant_size_v<AnyEvent>);
    for (std::size_t i = 0; i < full.size(); ++i) {
        CHECK(full[i].index() == i);
        CHECK(bare[i].index() == i);
    }
}

TEST_CASE("every event with everything set comes back as it was stored", "[codec]") {
    for (const Event& event : full_events()) {
        INFO(kind_name(event));
        CHECK(decode_event(encode(event)) == event);
        CHECK(encode(decode_event(encode(event))) == encode(event));
    }
}

TEST_CASE("every event with nothing set comes back as it was stored", "[codec]") {
    for (const Event& event : bare_events()) {
        INFO(kind_name(event));
        CHECK(decode_event(encode(event)) == event);
    }
}

TEST_CASE("every value of every enumeration comes back as it was stored", "[codec]") {
    std::vector<Event> all;
    for (int i = 0; i < 6; ++i) all.emplace_back(event::Attended{{seat(1)}, static_cast<Presence>(i)});
    for (int i = 0; i < 5; ++i) {
        all.emplace_back(event::RoundAnswered{RoundKind::checkin, seat(1), static_cast<Answer>(i), std::nullopt, {}});
        Item item;
        item.kind = static_cast<ItemKind>(i);
        all.emplace_back(event::ItemAdded{item});
    }
    for (int i = 0; i < 4; ++i) {
        all.emplace_back(event::ItemSettled{{}, static_cast<Outcome>(i), {}});
        all.emplace_back(event::MatterReviewed{{}, static_cast<event::Verdict>(i), std::nullopt, {}});
        all.emplace_back(event::DecisionRuled{1, static_cast<DecisionRule>(i), std::nullopt});
    }
    for (int i = 0; i < 5; ++i) all.emplace_back(event::DutyTaken{static_cast<Duty>(i), std::nullopt, std::nullopt});
    for (int i = 0; i < 6; ++i) {
        event::Opened opened;
        opened.carry_over.matters.resize(1);
        opened.carry_over.matters[0].kind = static_cast<MatterKind>(i);
        all.emplace_back(opened);
    }
    for (int i = 0; i < 3; ++i) all.emplace_back(event::OverrunAnswered{{}, static_cast<OverrunAnswer>(i)});
    for (int i = 0; i < 7; ++i) {
        all.emplace_back(event::Moved{{static_cast<Stage>(i), std::nullopt}, std::nullopt, false, std::nullopt});
        all.emplace_back(event::Captured{{}, 1, static_cast<CaptureKind>(i), {}, {}, std::nullopt, std::nullopt});
    }
    for (const Event& event : all) {
        INFO(kind_name(event) << " " << encode(event).payload);
        CHECK(decode_event(encode(event)) == event);
    }
}

TEST_CASE("a scale that begins at nought comes back as it was stored", "[codec]") {
    event::Opened opened;
    opened.scale = Scale{0, 10};
    opened.pulse_scale = Scale{0, 0};
    CHECK(std::get<event::Opened>(decode_event(encode(Event{opened}))) == opened);
}

TEST_CASE("every hostile text comes back byte by byte", "[codec]") {
    for (const std::string& text : hostile_texts()) {
        const Event event = event::Captured{{}, 1, CaptureKind::note, Words{text}, {}, std::nullopt, std::nullopt};
        CHECK(std::get<event::Captured>(decode_event(encode(event))).text.text == text);
    }
}

TEST_CASE("every event of a partnership comes back as it was stored", "[codec]") {
    for (const PartnershipEvent& event : partnership_samples()) {
        INFO(kind_name(event));
        CHECK(decode_partnership_event(encode(event)) == event);
    }
}

TEST_CASE("no free text stands in a payload", "[codec]") {
    std::vector<Encoded> all;
    for (const Event& event : full_events()) all.push_back(encode(event));
    for (const PartnershipEvent& event : partnership_samples()) all.push_back(encode(event));
    const auto hostile = hostile_texts();
    for (const Encoded& encoded : all) {
        INFO(encoded.kind << " " << encoded.payload);
        std::vector<std::string> found;
        strings_of(nlohmann::json::parse(encoded.payload), found);
        for (const std::string& each : found) {
            CHECK(std::ranges::find(hostile, each) == hostile.end());
            CHECK(each != "City Council");
            CHECK(each != "Newsletter");
            CHECK(each != "Ben");
            CHECK(each.size() <= 32);  // an id, a date, a stored name, an objective's short id
        }
    }
}

TEST_CASE("words keep whose they are", "[codec]") {
    const Encoded answer =
        encode(Event{event::RoundAnswered{RoundKind::checkin, seat(3), Answer::said, 4, Words{"glad", seat(3)}}});
    REQUIRE(answer.words.size() == 1);
    CHECK(answer.words[0] == Words{"glad", seat(3)});

    const Encoded walk_in =
        encode(Event{event::WalkedIn{{seat(7), Words{"Gus", seat(7)}, {}, Words{"guest", seat(7)}, {}}, std::nullopt}});
    REQUIRE(walk_in.words.size() == 2);
    for (const Words& each : walk_in.words) CHECK(each.whose == seat(7));

    MeetingFixture meeting;
    const Encoded opened = encode(meeting.state().events.front().event);
    const auto name = std::ranges::find(opened.words, std::string("Asha"), &Words::text);
    const auto access = std::ranges::find(opened.words, std::string("captions"), &Words::text);
    REQUIRE(name != opened.words.end());
    REQUIRE(access != opened.words.end());
    CHECK(name->whose == seat(1));
    CHECK(access->whose == seat(1));
}

TEST_CASE("words off the record are in no stored event", "[codec]") {
    MeetingFixture meeting;
    meeting.everyone_here();
    meeting.next();
    meeting.act(command::AnswerRound{Answer::off, 2, "do not write this down"});
    meeting.act(command::AnswerRound{Answer::passed, std::nullopt, "nor this"});
    for (const auto& line : meeting.log.lines(meeting.state().id)) {
        for (const Words& each : line.event.words) {
            CHECK(each.text != "do not write this down");
            CHECK(each.text != "nor this");
        }
    }
    CHECK(meeting.state().checkin.answers[0].score == 2);
}

TEST_CASE("an event that cannot be read says why", "[codec]") {
    const Event note = event::Captured{{}, 1, CaptureKind::note, Words{"x"}, {}, std::nullopt, std::nullopt};
    CHECK(what_of({"danced", "{}", {}}) == "an act of the kind \"danced\" is not known to this version");
    CHECK(what_of(with_payload(note, "{\"text\": 1}")) == "the act \"captured\" cannot be read: words are missing");
    CHECK(what_of({"captured", "{\"text\": 0}", {}}) == "the act \"captured\" cannot be read: words are missing");
    CHECK(what_of({"captured", "{\"text\": -1}", {}}) == "the act \"captured\" cannot be read: words are missing");
    for (const char* broken : {"", "{", "{\"number\": \"one\"}", "{\"owner\": 7}", "\xff\xfe"}) {
        INFO(broken);
        CHECK(what_of(with_payload(note, broken)) == "the act \"captured\" cannot be read");
    }
    CHECK(what_of(with_payload(note, "[]")) == "the act \"captured\" cannot be read: an object is missing");
    CHECK(what_of(with_payload(note, "null")) == "the act \"captured\" cannot be read: an object is missing");
    CHECK(what_of(with_payload(note, "{\"kind\": \"song\"}")) ==
          "the act \"captured\" cannot be read: \"song\" is not known");
    CHECK(what_of(with_payload(note, "{\"owner\": \"12\"}")) ==
          "the act \"captured\" cannot be read: an id is not 32 hexadecimal digits");
    CHECK(what_of(with_payload(note, "{\"due\": \"2026-02-30\"}")) ==
          "the act \"captured\" cannot be read: a date is not one");
    CHECK(what_of({"attended", "{\"people\": \"12\"}", {}}) ==
          "the act \"attended\" cannot be read: a list is missing");
    CHECK_THROWS_AS(decode_partnership_event({"opened", "{}", {}}), Error);
    CHECK_THROWS_AS(decode_partnership_event({"founded", "{\"name\": 3}", {}}), Error);
}

TEST_CASE("a member that a later version added is passed over", "[codec]") {
    const Event note = event::Captured{{}, 1, CaptureKind::note, Words{"x"}, {}, std::nullopt, std::nullopt};
    Encoded encoded = encode(note);
    encoded.payload.insert(1, "\"mood\": \"good\", ");
    CHECK(decode_event(encoded) == note);
}

TEST_CASE("the stored names of the kinds are fixed", "[codec]") {
    const std::vector<std::string> expected{"opened",
                                            "attended",
                                            "walked-in",
                                            "minutes-agreed",
                                            "moved",
                                            "round-answered",
                                            "round-called",
                                            "matter-reviewed",
                                            "matter-taken",
                                            "matter-owner-set",
                                            "matter-due-set",
                                            "paused",
                                            "resumed",
                                            "extended",
                                            "overrun-answered",
                                            "turn-began",
                                            "turn-ended",
                                            "hand-raised",
                                            "hand-lowered",
                                            "captured",
                                            "capture-edited",
                                            "capture-removed",
                                            "decision-ruled",
                                            "reserved",
                                            "action-accepted",
                                            "owner-set",
                                            "due-set",
                                            "concern-closed",
                                            "item-added",
                                            "item-moved",
                                            "item-settled",
                                            "pulse-taken",
                                            "next-meeting-set",
                                            "next-facilitator-set",
                                            "next-host-set",
                                            "duty-taken",
                                            "gap-judged",
                                            "closed",
                                            "amended",
                                            "undone",
                                            "redone",
                                            "decision-dated",
                                            "principle-made",
                                            "word-is-plain"};
    const auto events = full_events();
    REQUIRE(events.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(encode(events[i]).kind == expected[i]);
        CHECK(kind_name(events[i]) == expected[i]);
    }
    CHECK(kind_name(PartnershipEvent{partnership_event::Founded{}}) == "founded");
    CHECK(kind_name(PartnershipEvent{partnership_event::PartnerKept{}}) == "partner-kept");
    CHECK(kind_name(PartnershipEvent{partnership_event::PersonKept{}}) == "person-kept");
    CHECK(kind_name(PartnershipEvent{partnership_event::ObjectiveKept{}}) == "objective-kept");
    CHECK(kind_name(PartnershipEvent{partnership_event::PrinciplesKept{}}) == "principles-kept");
    CHECK(kind_name(PartnershipEvent{partnership_event::ActionKept{}}) == "action-kept");
}

TEST_CASE("the stored names of a payload's members and values are fixed", "[codec]") {
    const auto json = [](const Event& event) { return nlohmann::json::parse(encode(event).payload); };
    const auto answered = json(event::RoundAnswered{RoundKind::checkout, seat(1), Answer::passed, 3, Words{"w"}});
    CHECK(answered["round"] == "checkout");
    CHECK(answered["answer"] == "passed");
    CHECK(answered["score"] == 3);
    CHECK(answered["words"] == 0);
    CHECK(answered["person"] == seat(1).hex());
    const auto moved = json(event::Moved{{Stage::checkin, std::nullopt}, Outcome::carried, true, seat(2)});
    CHECK(moved["to"]["stage"] == "checkin");
    CHECK(moved["left_with"] == "carried");
    CHECK(moved["skipped"] == true);
    const auto ruled = json(event::DecisionRuled{4, DecisionRule::vote, Votes{7, 2, 1}});
    CHECK(ruled["votes"]["for"] == 7);
    CHECK(ruled["votes"]["against"] == 2);
    CHECK(json(event::Undone{9})["act"] == 9);
    CHECK(json(event::Paused{true, std::nullopt})["break"] == true);
    CHECK(json(event::Paused{false, Minutes{2}, true})["thinking"] == true);
    CHECK(json(event::DecisionDated{4, Date{std::chrono::year{2027} / 3 / 1}})["look_again"] == "2027-03-01");
    CHECK(json(event::PrincipleMade{4, true})["principle"] == true);
    CHECK(json(event::WordIsPlain{Words{"PPI"}})["word"] == 0);
    CHECK(json(event::ConcernClosed{6, std::nullopt, Words{"A later start"}})["agreed"] == 0);
    CHECK(json(event::DueSet{1, Date{std::chrono::year{2026} / 12 / 1}})["due"] == "2026-12-01");
}

TEST_CASE("an event from before a member was added is read with the member's default", "[codec]") {
    const auto without = [](const Event& event, std::initializer_list<const char*> members) {
        Encoded encoded = encode(event);
        auto json = nlohmann::json::parse(encoded.payload);
        for (const char* member : members) json.erase(member);
        if (json.contains("carry_over")) {
            json["carry_over"].erase("next_facilitator");
            for (auto& matter : json["carry_over"]["matters"]) matter.erase("item_kind");
        }
        encoded.payload = json.dump();
        return decode_event(encoded);
    };
    CHECK(without(event::Attended{{seat(1)}, Presence::apologies, Words{"ill", seat(1)}}, {"reason"}) ==
          Event{event::Attended{{seat(1)}, Presence::apologies, {}}});
    event::Opened opened;
    opened.carry_over = sample_carry_over();
    const Event plain = opened;
    opened.carry_over.next_facilitator = seat(2);
    opened.carry_over.matters[1].item_kind = ItemKind::decide;
    CHECK(without(opened, {}) == plain);
    opened = std::get<event::Opened>(plain);
    opened.support = Words{"Nadia"};
    opened.plain_words = {Words{"PPI"}};
    opened.rule = DecisionRule::consent;
    CHECK(without(opened, {"support", "plain_words", "rule"}) == plain);
    CHECK(without(event::ConcernClosed{6, std::nullopt, Words{"A later start"}}, {"agreed"}) ==
          Event{event::ConcernClosed{6, std::nullopt, {}}});
    CHECK(without(event::Paused{false, Minutes{2}, true}, {"thinking"}) == Event{event::Paused{false, Minutes{2}}});
}

}  // namespace folkmoot::test
