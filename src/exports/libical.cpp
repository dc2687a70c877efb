#include "src/exports/libical.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot::calendar {

namespace {

/// libical brings ICU with it, and loading the two takes about as long as the whole program takes to start. So they are
/// loaded when a calendar is written, not at every start.
class Library {
public:
    Library() : handle_(dlopen(FOLKMOOT_LIBICAL, RTLD_NOW | RTLD_LOCAL)) {
        if (handle_ == nullptr)
            throw Error(fmt::format(
                "A calendar cannot be written: {} could not be loaded. Install the Debian package libical3.",
                FOLKMOOT_LIBICAL));
    }

    /// A function by its name, as a pointer to whatever type it is asked for.
    struct Found {
        void* handle;
        const char* name;
        template <class Function>
        operator Function*() const {
            auto* function = reinterpret_cast<Function*>(dlsym(handle, name));
            if (function == nullptr)
                throw Error(fmt::format("A calendar cannot be written: {} has no {}.", FOLKMOOT_LIBICAL, name));
            return function;
        }
    };
    Found found(const char* name) const { return {handle_, name}; }

private:
    void* handle_;
};

struct Functions {
    Library library;

    decltype(::icalcomponent_new)* icalcomponent_new = library.found("icalcomponent_new");
    decltype(::icalcomponent_free)* icalcomponent_free = library.found("icalcomponent_free");
    decltype(::icalcomponent_add_component)* icalcomponent_add_component = library.found("icalcomponent_add_component");
    decltype(::icalcomponent_add_property)* icalcomponent_add_property = library.found("icalcomponent_add_property");
    decltype(::icalcomponent_as_ical_string_r)* icalcomponent_as_ical_string_r =
        library.found("icalcomponent_as_ical_string_r");
    decltype(::icalproperty_new)* icalproperty_new = library.found("icalproperty_new");
    decltype(::icalproperty_set_value)* icalproperty_set_value = library.found("icalproperty_set_value");
    decltype(::icalproperty_set_x_name)* icalproperty_set_x_name = library.found("icalproperty_set_x_name");
    decltype(::icalvalue_new_date)* icalvalue_new_date = library.found("icalvalue_new_date");
    decltype(::icalvalue_new_datetime)* icalvalue_new_datetime = library.found("icalvalue_new_datetime");
    decltype(::icalvalue_new_integer)* icalvalue_new_integer = library.found("icalvalue_new_integer");
    decltype(::icalvalue_new_status)* icalvalue_new_status = library.found("icalvalue_new_status");
    decltype(::icalvalue_new_text)* icalvalue_new_text = library.found("icalvalue_new_text");
    decltype(::icalvalue_new_x)* icalvalue_new_x = library.found("icalvalue_new_x");
    decltype(::icaltimezone_get_utc_timezone)* icaltimezone_get_utc_timezone =
        library.found("icaltimezone_get_utc_timezone");
    decltype(::icalmemory_free_buffer)* icalmemory_free_buffer = library.found("icalmemory_free_buffer");
};

const Functions& ical() {
    static const Functions functions;
    return functions;
}

icaltimetype as_ical(const LocalTime& time) {
    icaltimetype made{};
    made.year = static_cast<int>(time.date.year());
    made.month = static_cast<int>(static_cast<unsigned>(time.date.month()));
    made.day = static_cast<int>(static_cast<unsigned>(time.date.day()));
    made.hour = static_cast<int>(time.time.count() / 60);
    made.minute = static_cast<int>(time.time.count() % 60);
    return made;
}

}  // namespace

Component::Component(icalcomponent_kind kind)
    : made_(ical().icalcomponent_new(kind), [](icalcomponent* each) { ical().icalcomponent_free(each); }) {}

void Component::add(icalproperty_kind kind, icalvalue* value) {
    icalproperty* property = ical().icalproperty_new(kind);
    ical().icalproperty_set_value(property, value);
    ical().icalcomponent_add_property(made_.get(), property);
}

Component& Component::text(icalproperty_kind kind, std::string_view raw) {
    const std::string text = text::lines(raw);
    if (!text.empty()) add(kind, ical().icalvalue_new_text(text.c_str()));
    return *this;
}

Component& Component::own_text(const char* name, std::string_view raw) {
    const std::string text = text::one_line(raw);
    if (text.empty()) return *this;
    icalproperty* property = ical().icalproperty_new(ICAL_X_PROPERTY);
    ical().icalproperty_set_x_name(property, name);
    ical().icalproperty_set_value(property, ical().icalvalue_new_x(text.c_str()));
    ical().icalcomponent_add_property(made_.get(), property);
    return *this;
}

Component& Component::number(icalproperty_kind kind, int value) {
    add(kind, ical().icalvalue_new_integer(value));
    return *this;
}

Component& Component::status(icalproperty_status value) {
    add(ICAL_STATUS_PROPERTY, ical().icalvalue_new_status(value));
    return *this;
}

Component& Component::day(icalproperty_kind kind, Date date) {
    icaltimetype time = as_ical({date, Minutes{0}});
    time.is_date = 1;
    add(kind, ical().icalvalue_new_date(time));
    return *this;
}

Component& Component::local(icalproperty_kind kind, const LocalTime& time) {
    add(kind, ical().icalvalue_new_datetime(as_ical(time)));
    return *this;
}

Component& Component::moment(icalproperty_kind kind, const Stamp& stamp) {
    Stamp utc = stamp;
    utc.offset = Minutes{0};
    icaltimetype time = as_ical(local_time_of(utc));
    time.second = static_cast<int>(std::chrono::floor<std::chrono::seconds>(utc.wall).time_since_epoch().count() % 60);
    time.zone = ical().icaltimezone_get_utc_timezone();
    add(kind, ical().icalvalue_new_datetime(time));
    return *this;
}

Component& Component::add(Component below) {
    ical().icalcomponent_add_component(made_.get(), below.made_.release());
    return *this;
}

std::string Component::written() const {
    char* text = ical().icalcomponent_as_ical_string_r(made_.get());
    const std::unique_ptr<char, void (*)(void*)> owned(text, ical().icalmemory_free_buffer);
    return owned ? owned.get() : std::string();
}

}  // namespace folkmoot::calendar
