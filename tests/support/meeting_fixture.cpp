#include "tests/support/meeting_fixture.h"

#include <algorithm>
#include <stdexcept>

#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot::test {

using namespace std::chrono_literals;

namespace {

constexpr Date today{std::chrono::year{2026} / 11 / 24};
constexpr Date last_time{std::chrono::year{2026} / 10 / 27};

Id128 small_id(std::uint8_t kind, std::uint8_t number) {
    Id128 id;
    id.bytes[0] = kind;
    id.bytes[15] = number;
    return id;
}

PlannedPerson planned(std::uint8_t number, const char* name, const char* partner, const char* role = "",
                      const char* access = "") {
    return {seat(number).hex(), name, partner, role, access};
}

Matter sample_matter(MatterKind kind, const char* text) {
    Matter matter;
    matter.id = matter_id(kind);
    matter.kind = kind;
    matter.text = Words{text};
    matter.meeting = MeetingId{small_id(0x66, 1)};
    matter.since = last_time;
    return matter;
}

template <class Test>
std::vector<MeetingSummary> those(std::vector<MeetingSummary> all, Test test) {
    std::erase_if(all, [&](const MeetingSummary& each) { return !test(each); });
    return all;
}

}  // namespace

Stamp start_time() {
    Stamp stamp;
    stamp.wall = std::chrono::sys_days{today} + 14h;
    stamp.boot = 1000s;
    stamp.boot_id = 7;
    return stamp;
}

PersonId seat(std::uint8_t number) { return PersonId{small_id(0x50, number)}; }
CaptureId matter_id(MatterKind kind) {
    return CaptureId{small_id(0x40, static_cast<std::uint8_t>(static_cast<int>(kind) + 1))};
}

Plan sample_plan() {
    Plan plan;
    plan.title = "Working group 7";
    plan.group = "Working group";
    plan.place = "Town hall";
    plan.date = LocalTime{today, 14h};
    plan.zone = "UTC";
    plan.minutes = 90min;
    plan.buffer = 10min;
    plan.partnership = "Harbour research partnership";
    plan.scale = Scale{1, 5};
    plan.principles = {"One person speaks at a time", "Plain words"};
    plan.partners = {"Harbour Voices", "Port University", "City Council"};
    plan.people = {planned(1, "Asha", "Harbour Voices", "co-chair", "captions"),
                   planned(2, "Ben", "Harbour Voices"),
                   planned(3, "Cara", "Port University"),
                   planned(4, "Dev", "Port University", "researcher"),
                   planned(5, "Eve", "City Council"),
                   planned(6, "Femi", "City Council")};
    plan.facilitator = "Asha";
    plan.note_taker = "Dev";
    plan.host = "City Council";
    plan.objectives = {{"O1", "Co-write the advert", Date{std::chrono::year{2027} / 1 / 31}},
                       {"O2", "Open the hall", {}}};
    plan.checkin_question = "What do you bring with you today?";
    plan.checkout_question = "What do you take away?";
    plan.items = {{"Recruitment advert", ItemKind::decide, 20min, {"O1"}, "Asha", {{"Draft", last_time}}},
                  {"Ramp", ItemKind::explore, 15min, {"O2"}, "", {}},
                  {"Website", ItemKind::inform, 10min, {}, "Dev", {}}};
    plan.pulse = PlannedPulse{"working-together", "Working together", {1, 5}, {"We decide together", "I am heard"}};
    return plan;
}

CarryOver sample_carry_over() {
    CarryOver carried;
    Matter action = sample_matter(MatterKind::action, "Book the hall");
    action.owner = seat(2);
    action.owner_name = Words{"Ben", seat(2)};
    action.due = Date{std::chrono::year{2026} / 11 / 20};
    action.carried = 1;
    Matter item = sample_matter(MatterKind::item, "Newsletter");
    item.planned = 12min;
    item.objectives = {"O2"};
    carried.matters = {action, item, sample_matter(MatterKind::parked, "Parking places"),
                       sample_matter(MatterKind::concern, "The room is loud")};
    carried.last_meeting = MeetingId{small_id(0x66, 1)};
    carried.last_title = Words{"Working group 6"};
    carried.last_date = last_time;
    return carried;
}

void MemoryLog::append(std::span<const StreamAppend> appends) {
    if (failures_ > 0) {
        --failures_;
        throw WriteError("/tmp/memory.db: the disk is full");
    }
    for (const StreamAppend& each : appends) {
        if (each.after != last_sequence(each.stream)) {
            throw Error("the append does not follow the stream's last event");
        }
    }
    for (const StreamAppend& each : appends) {
        if (!kinds_.contains(each.stream)) {
            order_.push_back(each.stream);
        }
        kinds_[each.stream] = each.kind;
        for (const Encoded& event : each.events) {
            streams_[each.stream].push_back({each.at, event});
        }
    }
    ++appended_;
}

std::vector<Recorded> MemoryLog::events(const MeetingId& meeting) {
    const auto found = streams_.find(meeting);
    if (found == streams_.end()) {
        throw Error("there is no such meeting");
    }
    std::vector<Recorded> all;
    for (const Line& line : found->second) {
        all.push_back({static_cast<Sequence>(all.size() + 1), line.at, decode_event(line.event)});
    }
    return all;
}

std::vector<Partnership> MemoryLog::partnerships() {
    std::vector<Partnership> all;
    for (const auto& [id, kind] : kinds_) {
        if (kind != StreamKind::partnership) continue;
        Partnership folded;
        folded.id = PartnershipId{id};
        for (const Line& line : streams_[id]) folkmoot::apply(folded, decode_partnership_event(line.event), line.at);
        all.push_back(std::move(folded));
    }
    return all;
}

std::optional<Partnership> MemoryLog::partnership(std::string_view name) {
    for (Partnership& each : partnerships()) {
        if (text::folded(each.name.text) == text::folded(name)) return std::move(each);
    }
    return std::nullopt;
}

Sequence MemoryLog::last_sequence(const Id128& stream) {
    const auto found = streams_.find(stream);
    return found == streams_.end() ? 0 : static_cast<Sequence>(found->second.size());
}

std::vector<MeetingSummary> MemoryLog::meetings(std::size_t limit) {
    std::vector<MeetingSummary> all;
    for (const Id128& stream : order_) {
        if (kinds_[stream] != StreamKind::meeting) {
            continue;
        }
        const State state = fold(MeetingId{stream}, events(MeetingId{stream}));
        MeetingSummary summary;
        summary.id = state.id;
        summary.title = state.plan.title.text;
        summary.group = state.plan.group.text;
        summary.partnership = state.plan.partnership_name.text;
        summary.date = date_of(*state.opened);
        summary.closed = state.closed.has_value();
        summary.source = state.plan.source.text;
        summary.present = state.present().size();
        summary.decisions = standing(state, CaptureKind::decision).size();
        summary.actions = standing(state, CaptureKind::action).size();
        summary.next_date = state.next_date;
        all.insert(all.begin(), summary);
    }
    if (limit > 0 && all.size() > limit) {
        all.resize(limit);
    }
    return all;
}

/// The log itself has its tests for the rest.
std::vector<MeetingSummary> MemoryLog::meetings_wanted(const MeetingFilter& filter, std::size_t) {
    return those(meetings(0), [&](const MeetingSummary& each) {
        return (filter.group.empty() || each.group == filter.group) &&
               (!filter.from || days_between(*filter.from, each.date) >= 0) &&
               (!filter.to || days_between(each.date, *filter.to) >= 0);
    });
}
std::vector<MeetingSummary> MemoryLog::meetings_by_prefix(std::string_view digits) {
    return those(meetings(0), [&](const MeetingSummary& each) { return each.id.hex().starts_with(digits); });
}
std::vector<MeetingSummary> MemoryLog::open_meetings() {
    return those(meetings(0), [](const MeetingSummary& each) { return !each.closed; });
}
std::vector<MeetingSummary> MemoryLog::meetings_from(std::string_view fingerprint) {
    return those(meetings(0), [&](const MeetingSummary& each) { return each.source == fingerprint; });
}
CarryOver MemoryLog::carry_over(const PartnershipId&, std::string_view) { return carried; }
std::vector<ActionSummary> MemoryLog::actions(bool) { return {}; }
SearchAnswer MemoryLog::search(const SearchQuery&) { return {}; }

MeetingFixture::MeetingFixture(const Plan& plan, const CarryOver& carry_over) {
    const Opening opening = prepare(plan, std::nullopt, carry_over, fingerprint(plan), now, ids);
    engine_ = std::make_unique<Engine>(log, log, opening, now);
}

std::string MeetingFixture::act(const Command& command) {
    const ActResult result = engine_->act(command, now);
    if (const auto* refusal = std::get_if<Refusal>(&result)) {
        throw std::runtime_error("refused: " + refusal->why);
    }
    if (const auto* not_kept = std::get_if<NotKept>(&result)) {
        throw std::runtime_error("not kept: " + not_kept->why);
    }
    return std::get<Done>(result).said;
}

std::string MeetingFixture::refused(const Command& command) {
    const State before = state();
    const std::size_t appended = log.appended();
    const ActResult result = engine_->act(command, now);
    if (const auto* done = std::get_if<Done>(&result)) {
        throw std::runtime_error("not refused: " + done->said);
    }
    if (!(before == state()) || log.appended() != appended) {
        throw std::runtime_error("a refusal has changed something");
    }
    return std::get<Refusal>(result).why;
}

std::string MeetingFixture::say(std::optional<int> score, const std::string& words) {
    return act(command::AnswerRound{Answer::said, score, words});
}

std::string MeetingFixture::everyone_here() { return here({seat(1), seat(2), seat(3), seat(4), seat(5), seat(6)}); }

CaptureNumber MeetingFixture::keep(CaptureKind kind, const std::string& text, std::optional<PersonId> owner) {
    act(command::Capture{kind, text, kind == CaptureKind::term ? "term" : "", owner, std::nullopt});
    return state().captures.back().number;
}

std::string MeetingFixture::close() {
    if (state().place.stage != Stage::closing) {
        go(Stage::closing);
    }
    std::vector<ItemId> open;
    for (const AgendaItem& each : state().agenda) {
        if (!each.slot.outcome) {
            open.push_back(each.item.id);
        }
    }
    for (const ItemId& each : open) {
        act(command::SettleItem{each, Outcome::carried, ""});
    }
    return act(command::Close{});
}

PersonId MeetingFixture::person(std::string_view name) const {
    const auto found = std::ranges::find_if(state().people, [&](const Person& each) { return each.name.text == name; });
    if (found == state().people.end()) {
        throw std::runtime_error("nobody of that name");
    }
    return found->id;
}

PartnerId MeetingFixture::partner(std::string_view name) const {
    const auto found =
        std::ranges::find_if(state().partners, [&](const Partner& each) { return each.name.text == name; });
    if (found == state().partners.end()) {
        throw std::runtime_error("no partner of that name");
    }
    return found->id;
}

std::string MeetingFixture::turn(RoundKind round) const {
    const auto next = next_in_round(state(), round);
    return next ? state().name_of(*next) : "";
}

}  // namespace folkmoot::test
