// A meeting to try things on: six people from three partners, a log in memory, a clock that is moved by hand.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/session/engine.h"

namespace folkmoot::test {

/// Tuesday 24 November 2026, 14:00 UTC.
Stamp start_time();
/// Asha and Ben of Harbour Voices, Cara and Dev of Port University, Eve and Femi of City Council; the items
/// "Recruitment advert" (decide, 20), "Ramp" (explore, 15) and "Website" (inform, 10); a pulse of two statements; 90
/// minutes from 14:00, 10 of them buffer; a scale from 1 to 5.
Plan sample_plan();
/// The person's id in sample_plan, counted from 1.
PersonId seat(std::uint8_t number);
/// An action, an item, a parked matter and a concern, and who had which duty.
CarryOver sample_carry_over();
/// A matter's id in sample_carry_over.
CaptureId matter_id(MatterKind kind);

/// Journal and records in memory. Keeps what would be on disk: the encoded events, decoded again on every read.
class MemoryLog final : public Journal, public Records {
public:
    struct Line {
        Stamp at;
        Encoded event;
    };

    /// The next so many appends throw WriteError and keep nothing.
    void fail_next(std::size_t appends) { failures_ = appends; }
    [[nodiscard]] const std::vector<Line>& lines(const Id128& stream) { return streams_[stream]; }
    [[nodiscard]] std::size_t appended() const { return appended_; }

    CarryOver carried;          ///< what carry_over answers
    std::vector<ItemRun> runs;  ///< what item_runs answers

    void append(std::span<const StreamAppend> appends) override;
    void keep_draft(const MeetingId& meeting, std::string_view line) override { drafts_[meeting] = line; }

    std::vector<MeetingSummary> meetings(std::size_t limit) override;
    std::vector<MeetingSummary> meetings_wanted(const MeetingFilter& filter, std::size_t limit) override;
    std::vector<MeetingSummary> meetings_by_prefix(std::string_view digits) override;
    std::vector<MeetingSummary> open_meetings() override;
    std::vector<MeetingSummary> meetings_with(const CaptureId&) override { return {}; }
    std::vector<MeetingSummary> meetings_from(std::string_view fingerprint) override;
    std::size_t prefix_length() override { return 8; }
    std::vector<Recorded> events(const MeetingId& meeting) override;
    std::optional<Partnership> partnership(std::string_view name) override;
    std::vector<Partnership> partnerships() override;
    Sequence last_sequence(const Id128& stream) override;
    std::string draft(const MeetingId& meeting) override { return drafts_[meeting]; }
    CarryOver carry_over(const PartnershipId& partnership, std::string_view group) override;
    std::vector<ItemRun> item_runs(const PartnershipId&, std::size_t) override { return runs; }
    std::vector<ActionSummary> actions(bool all) override;
    /// Keeps none: trends tell the meetings again.
    std::optional<std::string> figures(const MeetingId&) override { return std::nullopt; }
    std::vector<MonthFigures> figures_by_month() override { return {}; }
    SearchAnswer search(const SearchQuery& query) override;

private:
    std::map<Id128, std::vector<Line>> streams_;
    std::map<Id128, StreamKind> kinds_;
    std::map<Id128, std::string> drafts_;
    std::vector<Id128> order_;
    std::size_t failures_ = 0;
    std::size_t appended_ = 0;
};

/// A meeting that runs on a MemoryLog. Every `act` takes place at `now`, which `wait` moves on.
class MeetingFixture {
    std::unique_ptr<MemoryLog> log_ = std::make_unique<MemoryLog>();  // stays where it is when the fixture is moved

public:
    explicit MeetingFixture(const Plan& plan = sample_plan(), const CarryOver& carry_over = {});

    MemoryLog& log = *log_;
    IdSource ids{"meeting fixture"};
    Stamp now = start_time();

    Engine& engine() { return *engine_; }
    [[nodiscard]] const State& state() const { return engine_->state(); }
    void wait(Millis by) { now = later(now, by); }

    /// What was said. Throws when the command was refused or not kept.
    std::string act(const Command& command);
    /// Why the command was refused; throws when it was not. Checks that nothing has changed.
    std::string refused(const Command& command);

    std::string next(std::optional<Outcome> outcome = std::nullopt) { return act(command::Next{outcome}); }
    std::string say(std::optional<int> score, const std::string& words);
    std::string answer(Answer answer) { return act(command::AnswerRound{answer, std::nullopt, ""}); }
    std::string here(const std::vector<PersonId>& people) { return act(command::Attend{people, Presence::here}); }
    /// All six are here.
    std::string everyone_here();
    /// Goes to an item, or a stage, by hand.
    std::string go(std::size_t item) { return act(command::Go{{Stage::items, item_id(item)}}); }
    std::string go(Stage stage) { return act(command::Go{{stage, std::nullopt}}); }
    /// The number that it got.
    CaptureNumber keep(CaptureKind kind, const std::string& text, std::optional<PersonId> owner = std::nullopt);
    /// Carries what has no outcome and closes.
    std::string close();

    /// The item's id by its place on the agenda as it now is, from 1.
    [[nodiscard]] ItemId item_id(std::size_t number) const { return item(number).item.id; }
    [[nodiscard]] const AgendaItem& item(std::size_t number) const { return state().agenda.at(number - 1); }
    /// By name; throws when there is nobody of that name.
    [[nodiscard]] PersonId person(std::string_view name) const;
    [[nodiscard]] PartnerId partner(std::string_view name) const;
    /// Whose turn it is in a round, by name; empty when nobody's.
    [[nodiscard]] std::string turn(RoundKind round) const;

private:
    std::unique_ptr<Engine> engine_;
};

}  // namespace folkmoot::test
