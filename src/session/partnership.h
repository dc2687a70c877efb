// What the log knows of a partnership, as a stream of its own, and how a plan is matched with it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "src/base/id.h"
#include "src/meeting/partnership_sheet.h"
#include "src/meeting/people.h"
#include "src/meeting/plan.h"
#include "src/session/events.h"

namespace folkmoot {

namespace partnership_event {

struct Founded {
    Words name;
    bool operator==(const Founded&) const = default;
};
/// Added, or changed when the id is known.
struct PartnerKept {
    Partner partner;
    bool operator==(const PartnerKept&) const = default;
};
struct PersonKept {
    Person person;
    bool operator==(const PersonKept&) const = default;
};
struct ObjectiveKept {
    Objective objective;
    bool operator==(const ObjectiveKept&) const = default;
};
struct PrinciplesKept {
    std::vector<Words> principles;
    bool operator==(const PrinciplesKept&) const = default;
};
/// All groups, as the partnership names them.
struct GroupsKept {
    std::vector<Words> groups;
    bool operator==(const GroupsKept&) const = default;
};
/// A word of the glossary; with an empty meaning it is taken out.
struct TermKept {
    Term term;
    bool operator==(const TermKept&) const = default;
};
/// It was added by mistake, and is not of the partnership any more. One of the three.
struct TakenOut {
    std::optional<PartnerId> partner;
    std::optional<PersonId> person;
    std::string objective;  ///< its short id
    bool operator==(const TakenOut&) const = default;
};
/// How the partnership works, all of it, so that of two logs the later word counts.
struct WaysKept {
    Ways ways;
    bool operator==(const WaysKept&) const = default;
};
/// Between meetings somebody said how an action stands. All of it is said, so that of two logs the later word counts,
/// and taking back is saying what was before.
struct ActionKept {
    CaptureId action;
    ActionState state = ActionState::proposed;
    std::optional<PersonId> owner;
    std::optional<Date> due;
    Words why;  ///< of one that was dropped
    bool operator==(const ActionKept&) const = default;
};

}  // namespace partnership_event

using PartnershipEvent =
    std::variant<partnership_event::Founded, partnership_event::PartnerKept, partnership_event::PersonKept,
                 partnership_event::ObjectiveKept, partnership_event::PrinciplesKept, partnership_event::ActionKept,
                 partnership_event::GroupsKept, partnership_event::TermKept, partnership_event::WaysKept,
                 partnership_event::TakenOut>;

std::string_view kind_name(const PartnershipEvent& event);

/// The fold of a partnership's stream.
struct Partnership {
    PartnershipId id;
    Words name;
    std::vector<Partner> partners;
    std::vector<Person> people;
    std::vector<Objective> objectives;
    std::vector<Words> principles;
    std::vector<Words> groups;
    std::vector<Term> glossary;
    Ways ways;
    /// What was said of actions between meetings, in order; of each action only the latest stands.
    std::vector<std::pair<Stamp, partnership_event::ActionKept>> actions;
    bool operator==(const Partnership&) const = default;
};

/// The partnership after one more event, which happened then.
void apply(Partnership& partnership, const PartnershipEvent& event, const Stamp& at);

/// What a stream gains when its partnership is to be as somebody wrote it down, and the same in words for people. What
/// the sheet does not name stays as it is.
struct PartnershipChanges {
    PartnershipId partnership;
    std::vector<PartnershipEvent> events;  ///< Founded first when it is new
    std::vector<std::string> in_words;     ///< "New person: Asha, Harbour Voices."
};
PartnershipChanges changes_to(const PartnershipSheet& sheet, const std::optional<Partnership>& known, IdSource& ids);

/// What undoes these events, the last one first; `before`: the partnership without them.
std::vector<PartnershipEvent> taking_back(const std::vector<PartnershipEvent>& events, const Partnership& before);

/// The partnership as it can be written down.
PartnershipSheet sheet_of(const Partnership& partnership);

/// Whom a typed name fits: by exact name alone (folded), else without accents, else by shortening.
std::vector<Person> people_called(const Partnership& partnership, std::string_view typed);

/// A plan made ready to open: what the partnership's stream gains, and the meeting's first event.
struct Opening {
    PartnershipId partnership;
    MeetingId meeting;
    std::vector<PartnershipEvent> partnership_events;  ///< differences between plan and log; Founded first when new
    std::vector<std::string> differences;  ///< the same in words, for people: "New person: Asha, Harbour Voices."
    std::vector<std::string> notes;        ///< what the opening should say once, a sentence each
    event::Opened opened;
};

/// Matches people, partners and objectives by id, else by exact name (NFC, case folded). `known`: the partnership as
/// the log has it, or nothing. `left` is what the group's earlier meetings left. `source` is the plan's
/// fingerprint.
Opening prepare(const Plan& plan, const std::optional<Partnership>& known, const CarryOver& left,
                std::string_view source, const Stamp& now, IdSource& ids);

/// SHA-256 of what makes a plan this plan (title, group, date, items, people), as 16 hexadecimal digits.
std::string fingerprint(const Plan& plan);

}  // namespace folkmoot
