#include "src/session/event_lines.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

using Json = nlohmann::json;
using Ordered = nlohmann::ordered_json;

constexpr const char* format_name = "folkmoot-events";

template <class Bytes>
std::string hex(const Bytes& bytes) {
    std::string digits;
    for (const auto byte : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return digits;
}

int nibble(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

std::string bytes_from(const std::string& digits, std::size_t size, const char* what) {
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        const int high = nibble(digits[at]), low = nibble(digits[at + 1]);
        if (high < 0 || low < 0) break;
        bytes += static_cast<char>(high * 16 + low);
    }
    if (bytes.size() != size || digits.size() != size * 2)
        throw Error(fmt::format("\"{}\" is not {} hexadecimal digits in lower case", what, size * 2));
    return bytes;
}

Sha256 sum_from(const std::string& digits, const char* what) {
    const auto bytes = bytes_from(digits, 32, what);
    Sha256 sum{};
    std::copy(bytes.begin(), bytes.end(), sum.begin());
    return sum;
}

/// Brackets within brackets would be followed one call deep each.
void check_depth(std::string_view line) {
    constexpr int deepest = 32;
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (quoted && c == '\\') {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '[' || c == '{') && ++depth > deepest) {
            throw Error("its brackets are nested deeper than any event's");
        } else if (!quoted && (c == ']' || c == '}')) {
            --depth;
        }
    }
}

Json parsed(std::string_view line) {
    check_depth(line);
    Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded()) throw Error("it is not JSON, or was cut off");
    if (!json.is_object()) throw Error("it is JSON, but not an object with braces");
    return json;
}

const Json& member(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) throw Error(fmt::format("\"{}\" is missing", name));
    return *found;
}

std::string text_in(const Json& object, const char* name) {
    const Json& value = member(object, name);
    if (!value.is_string()) throw Error(fmt::format("\"{}\" is not a text in quotation marks", name));
    return value.get<std::string>();
}

std::int64_t number_in(const Json& value, const char* name, std::int64_t low, std::int64_t high) {
    const bool small = value.is_number_unsigned() ? value.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX)
                                                  : value.is_number_integer();
    if (!small || value.get<std::int64_t>() < low || value.get<std::int64_t>() > high)
        throw Error(fmt::format("\"{}\" is not a whole number from {} to {}", name, low, high));
    return value.get<std::int64_t>();
}

Id128 id_from(const std::string& digits, const char* name) {
    const auto id = Id128::from_hex(digits);
    if (!id || id->empty()) throw Error(fmt::format("\"{}\" is not an id of 32 hexadecimal digits", name));
    return *id;
}

Stamp stamp_from(const Json& value) {
    if (!value.is_array() || value.size() != 4) throw Error("\"at\" is not a list of four numbers");
    constexpr std::int64_t far = std::int64_t{1} << 52;
    Stamp stamp;
    stamp.wall = std::chrono::sys_time<Millis>(Millis(number_in(value[0], "at", -far, far)));
    stamp.offset = Minutes(number_in(value[1], "at", -1440, 1440));
    stamp.boot = Millis(number_in(value[2], "at", -far, far));
    stamp.boot_id = static_cast<std::uint32_t>(number_in(value[3], "at", 0, UINT32_MAX));
    return stamp;
}

LineWords words_from(const Json& json) {
    if (!json.is_object()) throw Error("\"words\" holds something that is not an object");
    LineWords words;
    const Json& text = member(json, "text");
    if (!text.is_null()) {
        words.text = text_in(json, "text");
        // What the log takes from a person it makes harmless; so it does with what comes from a file.
        if (*words.text != text::printable(*words.text))
            throw Error("a text holds control characters, or is not in the normal form NFC");
    }
    if (json.contains("instead")) {
        words.instead = text_in(json, "instead");
        if (*words.instead != text::printable(*words.instead))
            throw Error("a text holds control characters, or is not in the normal form NFC");
        if (words.text) throw Error("\"instead\" belongs to words that were forgotten");
    }
    if (json.contains("person")) words.whose = PersonId(id_from(text_in(json, "person"), "person"));
    if (json.contains("salt")) words.salt = bytes_from(text_in(json, "salt"), 16, "salt");
    if (json.contains("sum")) words.sum = sum_from(text_in(json, "sum"), "sum");
    if (!words.text && !words.sum) throw Error("words that were forgotten need their \"sum\"");
    if (words.text && words.sum.has_value() == words.salt.empty())
        throw Error("\"salt\" and \"sum\" belong together: both, or neither");
    return words;
}

}  // namespace

std::string to_line(const LinesHeader& header) {
    Ordered json{{"format", format_name}, {"schema", header.schema}};
    if (header.streams) json["streams"] = *header.streams;
    if (header.events) json["events"] = *header.events;
    return json.dump(-1, ' ', true);
}

std::string to_line(const EventLine& event) {
    const auto& at = event.at;
    Ordered json{
        {"stream", event.stream.hex()},
        {"of", event.of == StreamKind::meeting ? "meeting" : "partnership"},
        {"sequence", event.sequence},
        {"at", Ordered::array({at.wall.time_since_epoch().count(), at.offset.count(), at.boot.count(), at.boot_id})},
        {"kind", event.kind},
        {"payload", Ordered::parse(event.payload)},
        {"words", Ordered::array()}};
    for (const auto& each : event.words) {
        Ordered words{{"text", each.text ? Ordered(*each.text) : Ordered(nullptr)}};
        if (!each.text && each.instead) words["instead"] = *each.instead;
        if (each.whose) words["person"] = each.whose->hex();
        if (!each.salt.empty()) words["salt"] = hex(each.salt);
        if (each.sum) words["sum"] = hex(*each.sum);
        json["words"].push_back(std::move(words));
    }
    if (event.hash) json["hash"] = hex(*event.hash);
    return json.dump(-1, ' ', true);
}

LinesHeader header_from_line(std::string_view line) {
    const auto foreign = [] {
        return Error(
            fmt::format("this is not a file that folkmoot export wrote: its first line is not "
                        "{{\"format\":\"{}\",\"schema\":{}}}",
                        format_name, lines_schema));
    };
    check_depth(line);
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("format") || json["format"] != format_name) throw foreign();
    LinesHeader header;
    const auto schema = number_in(member(json, "schema"), "schema", 1, 1'000'000);
    if (schema != lines_schema)
        throw Error(fmt::format("it is written to schema {}, and this version of Folkmoot reads schema {}", schema,
                                lines_schema));
    const auto count = [&](const char* name) -> std::optional<std::size_t> {
        if (!json.contains(name)) return std::nullopt;
        return static_cast<std::size_t>(number_in(json[name], name, 0, INT64_MAX));
    };
    header.streams = count("streams");
    header.events = count("events");
    return header;
}

EventLine event_from_line(std::string_view line) {
    const Json json = parsed(line);
    EventLine event;
    event.stream = id_from(text_in(json, "stream"), "stream");
    const auto of = text_in(json, "of");
    if (of != "meeting" && of != "partnership") throw Error("\"of\" is neither \"meeting\" nor \"partnership\"");
    event.of = of == "meeting" ? StreamKind::meeting : StreamKind::partnership;
    event.sequence = static_cast<Sequence>(number_in(member(json, "sequence"), "sequence", 1, UINT32_MAX));
    event.at = stamp_from(member(json, "at"));
    event.kind = text_in(json, "kind");
    const Json& payload = member(json, "payload");
    if (!payload.is_object()) throw Error("\"payload\" is not an object with braces");
    event.payload = payload.dump();
    const Json& words = member(json, "words");
    if (!words.is_array()) throw Error("\"words\" is not a list");
    for (const Json& each : words) event.words.push_back(words_from(each));
    if (json.contains("hash")) event.hash = sum_from(text_in(json, "hash"), "hash");
    return event;
}

Encoded encoded(const EventLine& event) {
    Encoded made{event.kind, event.payload, {}};
    for (const auto& each : event.words)
        made.words.emplace_back(each.text.value_or(each.instead.value_or(forgotten_words)), each.whose);
    return made;
}

}  // namespace folkmoot
