#include "src/session/codec.h"

#include <fmt/format.h>
#include <array>
#include <concepts>
#include <nlohmann/json.hpp>
#include <utility>

#include "src/base/error.h"
#include "src/session/fields.h"

namespace folkmoot {

namespace {

using Json = nlohmann::json;

// The stored name of every enumerator, in the order of its enumeration. Part of the log's format.
template <class E>
constexpr auto names() {
    using namespace std::string_view_literals;
    if constexpr (std::same_as<E, ItemKind>) {
        return std::array{"inform"sv, "explore"sv, "decide"sv, "review"sv, "break"sv};
    } else if constexpr (std::same_as<E, Outcome>) {
        return std::array{"done"sv, "carried"sv, "parked"sv, "dropped"sv};
    } else if constexpr (std::same_as<E, OverrunAnswer>) {
        return std::array{"go on"sv, "more"sv, "stop"sv};
    } else if constexpr (std::same_as<E, Presence>) {
        return std::array{"expected"sv, "here"sv, "late"sv, "away"sv, "apologies"sv, "left"sv};
    } else if constexpr (std::same_as<E, RoundKind>) {
        return std::array{"checkin"sv, "checkout"sv};
    } else if constexpr (std::same_as<E, Answer>) {
        return std::array{"said"sv, "off"sv, "passed"sv, "later"sv, "away"sv};
    } else if constexpr (std::same_as<E, CaptureKind>) {
        return std::array{"note"sv, "decision"sv, "action"sv, "parked"sv, "question"sv, "term"sv, "concern"sv};
    } else if constexpr (std::same_as<E, DecisionRule>) {
        return std::array{"consent"sv, "consensus"sv, "vote"sv, "lead"sv};
    } else if constexpr (std::same_as<E, ObjectiveEnd>) {
        return std::array{"reached"sv, "dropped"sv};
    } else if constexpr (std::same_as<E, PartnershipStage>) {
        return std::array{"starting"sv, "working"sv, "ending"sv};
    } else if constexpr (std::same_as<E, Stage>) {
        return std::array{"opening"sv, "checkin"sv, "actions"sv, "items"sv, "pulse"sv, "checkout"sv, "closing"sv};
    } else if constexpr (std::same_as<E, MatterKind>) {
        return std::array{"action"sv, "item"sv, "parked"sv, "concern"sv, "question"sv, "decision"sv};
    } else if constexpr (std::same_as<E, Duty>) {
        return std::array{"speak_first"sv, "facilitate"sv, "host"sv, "take_notes"sv, "keep_time"sv};
    } else if constexpr (std::same_as<E, Threshold::Kind>) {
        return std::array{"share gone"sv, "time left"sv};
    } else if constexpr (std::same_as<E, ActionState>) {
        return std::array{"proposed"sv, "accepted"sv, "done"sv, "dropped"sv};
    } else {
        static_assert(std::same_as<E, event::Verdict>);
        return std::array{"done"sv, "kept"sv, "dropped"sv, "accepted"sv};
    }
}

template <class T>
concept Enumeration = std::is_enum_v<T>;
template <class T>
concept Number = std::is_arithmetic_v<T>;
template <class T>
concept Duration = std::same_as<T, Minutes> || std::same_as<T, Millis>;
template <class T>
concept Identity = std::derived_from<T, Id128>;

/// Nothing is there to write. A number, a choice or a flag is always written: its default need not be nought.
template <class T>
bool absent(const T& value) {
    if constexpr (Number<T> || Enumeration<T> || Duration<T>) {
        return false;
    } else {
        return value == T{};
    }
}

/// Writes values; empty ones are left out.
class Writer {
public:
    explicit Writer(std::vector<Words>& words) : words_(words) {}

    template <class T>
    void operator()(const char* name, T& value) {
        if (!absent(value)) {
            object_[name] = json(value);
        }
    }
    Json take() { return std::move(object_); }

private:
    template <Number T>
    Json json(T& value) {
        return value;
    }
    Json json(std::string& value) { return value; }
    template <Enumeration T>
    Json json(T& value) {
        return names<T>()[static_cast<std::size_t>(value)];
    }
    template <Duration T>
    Json json(T& value) {
        return value.count();
    }
    template <Identity T>
    Json json(T& value) {
        return value.hex();
    }
    Json json(Date& value) { return iso(value); }
    Json json(Stamp& value) {
        return Json::array(
            {value.wall.time_since_epoch().count(), value.offset.count(), value.boot.count(), value.boot_id});
    }
    Json json(Words& value) {
        words_.push_back(value);
        return words_.size() - 1;
    }
    template <class T>
    Json json(std::optional<T>& value) {
        return json(*value);
    }
    template <class T>
    Json json(std::vector<T>& values) {
        Json array = Json::array();
        for (T& value : values) {
            array.push_back(json(value));
        }
        return array;
    }
    template <class T>
    Json json(T& value) {
        Writer inner(words_);
        stored::fields(inner, value);
        return inner.take();
    }

    std::vector<Words>& words_;
    Json object_ = Json::object();
};

/// Reads what Writer wrote; what is not there keeps its default value.
class Reader {
public:
    Reader(const Json& object, const std::vector<Words>& words) : object_(object), words_(words) {
        if (!object.is_object()) {
            throw Error("an object is missing");
        }
    }

    template <class T>
    void operator()(const char* name, T& value) {
        const auto found = object_.find(name);
        if (found != object_.end()) {
            read(*found, value);
        }
    }

private:
    template <Number T>
    void read(const Json& json, T& value) {
        value = json.get<T>();
    }
    void read(const Json& json, std::string& value) { value = json.get<std::string>(); }
    template <Enumeration T>
    void read(const Json& json, T& value) {
        constexpr auto all = names<T>();
        const auto name = json.get<std::string>();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i] == name) {
                value = static_cast<T>(i);
                return;
            }
        }
        throw Error(fmt::format("\"{}\" is not known", name));
    }
    template <Duration T>
    void read(const Json& json, T& value) {
        value = T{json.get<std::int64_t>()};
    }
    template <Identity T>
    void read(const Json& json, T& value) {
        const auto id = Id128::from_hex(json.get<std::string>());
        if (!id) {
            throw Error("an id is not 32 hexadecimal digits");
        }
        value = T{*id};
    }
    void read(const Json& json, Date& value) {
        const auto date = date_from_iso(json.get<std::string>());
        if (!date) {
            throw Error("a date is not one");
        }
        value = *date;
    }
    void read(const Json& json, Stamp& value) {
        value.wall = std::chrono::sys_time<Millis>{Millis{json.at(0).get<std::int64_t>()}};
        value.offset = Minutes{json.at(1).get<std::int64_t>()};
        value.boot = Millis{json.at(2).get<std::int64_t>()};
        value.boot_id = json.at(3).get<std::uint32_t>();
    }
    void read(const Json& json, Words& value) {
        const auto index = json.get<std::size_t>();
        if (index >= words_.size()) {
            throw Error("words are missing");
        }
        value = words_[index];
    }
    template <class T>
    void read(const Json& json, std::optional<T>& value) {
        value.emplace();
        read(json, *value);
    }
    template <class T>
    void read(const Json& json, std::vector<T>& values) {
        if (!json.is_array()) {
            throw Error("a list is missing");
        }
        for (const Json& each : json) {
            values.emplace_back();
            read(each, values.back());
        }
    }
    template <class T>
    void read(const Json& json, T& value) {
        Reader inner(json, words_);
        stored::fields(inner, value);
    }

    const Json& object_;
    const std::vector<Words>& words_;
};

template <class Variant>
Encoded encode_any(const Variant& event) {
    Encoded encoded;
    encoded.kind = kind_name(event);
    Variant copy = event;  // one list of fields serves writing and reading, so it takes values that may change
    Writer writer(encoded.words);
    std::visit([&](auto& value) { stored::fields(writer, value); }, copy);
    encoded.payload = writer.take().dump();
    return encoded;
}

/// The alternative of that kind, with its defaults.
template <class Variant, class Alternatives, std::size_t I = 0>
Variant blank(std::string_view kind) {
    if constexpr (I == std::variant_size_v<Alternatives>) {
        throw Error(fmt::format("an act of the kind \"{}\" is not known to this version", kind));
    } else {
        Variant value{std::in_place_index<I>};
        return kind_name(value) == kind ? value : blank<Variant, Alternatives, I + 1>(kind);
    }
}

template <class Variant, class Alternatives = Variant>
Variant decode_any(const Encoded& encoded) {
    auto value = blank<Variant, Alternatives>(encoded.kind);
    try {
        const Json json = Json::parse(encoded.payload);
        Reader reader(json, encoded.words);
        std::visit([&](auto& alternative) { stored::fields(reader, alternative); }, value);
    } catch (const Json::exception&) {
        throw Error(fmt::format("the act \"{}\" cannot be read", encoded.kind));
    } catch (const Error& error) {
        throw Error(fmt::format("the act \"{}\" cannot be read: {}", encoded.kind, error.what()));
    }
    return value;
}

}  // namespace

Encoded encode(const Event& event) { return encode_any(event); }
Encoded encode(const PartnershipEvent& event) { return encode_any(event); }
Event decode_event(const Encoded& encoded) { return decode_any<Event, AnyEvent>(encoded); }
PartnershipEvent decode_partnership_event(const Encoded& encoded) { return decode_any<PartnershipEvent>(encoded); }

}  // namespace folkmoot
