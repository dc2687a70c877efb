// The agenda: items, and the slots in which they run.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/meeting/ids.h"
#include "src/meeting/words.h"
#include "src/time/calendar.h"
#include "src/time/stamp.h"

namespace folkmoot {

enum class ItemKind { inform, explore, decide, review, pause };  // `pause` is written "break", a word C++ keeps

std::string_view in_words(ItemKind kind);  ///< "inform" ... "break"
std::optional<ItemKind> item_kind_from(std::string_view word);

struct Paper {
    Words title;
    std::optional<Date> sent;
    bool operator==(const Paper&) const = default;
};

struct Item {
    ItemId id;
    Words title;
    ItemKind kind = ItemKind::explore;
    Minutes planned{0};                   ///< with the pace counted in
    std::vector<std::string> objectives;  ///< short ids
    std::optional<PersonId> lead;
    std::vector<Paper> papers;
    std::optional<PersonId> proposed{};    ///< who put it forward, if that was noted
    std::optional<CaptureId> from_matter;  ///< the parked matter or carried item it takes up
    bool operator==(const Item&) const = default;
};

/// How an item was left.
enum class Outcome {
    done,
    carried,  ///< to the next meeting
    parked,
    dropped,  ///< on purpose, with a reason
};

std::string_view in_words(Outcome outcome);

/// More time for an item: how much, by consent or not, and taken from another item or from the buffer.
struct Extension {
    Minutes minutes{0};
    bool consent = false;
    std::optional<ItemId> from;
    bool operator==(const Extension&) const = default;
};

/// What the room answered when the time was up.
enum class OverrunAnswer { go_on, more, stop };

/// One person speaking. `length` is complete once the turn has ended.
struct Turn {
    PersonId person;
    Stamp began;
    Millis length{0};
    bool operator==(const Turn&) const = default;
};

struct Hand {
    PersonId person;
    Words reason;  ///< may be empty
    Stamp raised;
    bool operator==(const Hand&) const = default;
};

/// The running of an item.
struct Slot {
    std::optional<Stamp> opened;         ///< first time
    std::optional<Stamp> running_since;  ///< nothing while paused or left
    Millis used{0};                      ///< up to running_since
    bool paused = false;
    std::vector<Extension> extensions;
    Minutes given_away{0};                 ///< taken from this item for others
    std::optional<OverrunAnswer> overrun;  ///< the answer for the present end; an extension asks anew
    std::optional<Outcome> outcome;
    std::optional<Stamp> closed;
    std::vector<Turn> turns;
    std::optional<Turn> speaking;
    std::vector<Hand> queue;
    bool operator==(const Slot&) const = default;

    [[nodiscard]] Millis used_at(const Stamp& now) const;
};

/// An agenda line and its running.
struct AgendaItem {
    Item item;
    Slot slot;
    bool added = false;  ///< while the meeting ran
    bool operator==(const AgendaItem&) const = default;

    /// Planned minutes with extensions, less what was given away; never below zero.
    [[nodiscard]] Minutes allotted() const;
};

}  // namespace folkmoot
