// Calendars in the form of RFC 5545, by libical. Only for this room.
#pragma once

#include <libical/ical.h>

#include <functional>
#include <memory>
#include <string>

#include "src/time/calendar.h"
#include "src/time/stamp.h"

namespace folkmoot::calendar {

/// A component that is being filled: the calendar itself, or an entry of it.
class Component {
public:
    explicit Component(icalcomponent_kind kind);

    /// Texts are made harmless and escaped. Nothing is added for an empty one.
    Component& text(icalproperty_kind kind, std::string_view raw);
    /// In one line, under a name of our own that begins with X-.
    Component& own_text(const char* name, std::string_view raw);
    Component& number(icalproperty_kind kind, int value);
    Component& status(icalproperty_status value);
    Component& day(icalproperty_kind kind, Date date);
    /// A time of day without a zone: it is meant as the clock on the wall shows it.
    Component& local(icalproperty_kind kind, const LocalTime& time);
    Component& moment(icalproperty_kind kind, const Stamp& stamp);
    Component& add(Component below);

    [[nodiscard]] std::string written() const;

private:
    void add(icalproperty_kind kind, icalvalue* value);
    std::unique_ptr<icalcomponent, std::function<void(icalcomponent*)>> made_;
};

}  // namespace folkmoot::calendar
