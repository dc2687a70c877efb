#include "src/session/word_uses.h"

#include <array>
#include <charconv>
#include <concepts>
#include <optional>
#include <string>

#include "src/session/fields.h"

namespace folkmoot {

namespace {

/// Which text a field of an object holds.
template <class Object>
WordUse use_of(std::string_view field) {
    if constexpr (std::same_as<Object, Person>) {
        if (field == "name") return WordUse::name;
        return field == "role" ? WordUse::role : WordUse::access;
    } else if constexpr (std::same_as<Object, Matter>) {
        if (field == "settled_why") return WordUse::reason;
        return field == "owner_name" ? WordUse::owner : WordUse::matter;
    } else if constexpr (std::same_as<Object, News>) {
        if (field == "group") return WordUse::plan;
        return field == "word" ? WordUse::term : WordUse::matter;
    } else if constexpr (std::same_as<Object, event::RoundAnswered>) {
        return WordUse::said;
    } else if constexpr (std::same_as<Object, event::Attended>) {
        return WordUse::apology;
    } else if constexpr (std::same_as<Object, event::HandRaised>) {
        return WordUse::hand;
    } else if constexpr (std::same_as<Object, event::Reserved>) {
        return WordUse::reservation;
    } else if constexpr (std::same_as<Object, event::Amended> || std::same_as<Object, event::ConcernClosed>) {
        return WordUse::capture;
    } else if constexpr (std::same_as<Object, event::Captured> || std::same_as<Object, event::CaptureEdited>) {
        return field == "word" ? WordUse::term : WordUse::capture;
    } else if constexpr (std::same_as<Object, event::MatterReviewed> || std::same_as<Object, event::ItemSettled> ||
                         std::same_as<Object, partnership_event::ActionKept>) {
        return WordUse::reason;
    } else if constexpr (std::same_as<Object, Term>) {
        return WordUse::term;
    } else if constexpr (std::same_as<Object, event::Opened>) {
        return field == "source" ? WordUse::fingerprint : WordUse::plan;
    } else {
        return WordUse::plan;
    }
}

/// Walks an event whose texts were replaced by their numbers.
template <class Object>
class Looker {
public:
    explicit Looker(std::vector<WordUse>& uses) : uses_(uses) {}

    template <class T>
    void operator()(const char* field, T& value) {
        look(field, value);
    }

private:
    void look(const char* field, Words& value) {
        std::size_t number = 0;
        const auto& digits = value.text;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (read.ec == std::errc() && !digits.empty() && number < uses_.size()) uses_[number] = use_of<Object>(field);
    }
    template <class T>
    void look(const char* field, std::optional<T>& value) {
        if (value) look(field, *value);
    }
    template <class T>
    void look(const char* field, std::vector<T>& values) {
        for (T& each : values) look(field, each);
    }
    template <class T>
    void look(const char*, T& value) {
        if constexpr (requires(Looker<T> & looker) { stored::fields(looker, value); }) {
            Looker<T> inner(uses_);
            stored::fields(inner, value);
        }
    }

    std::vector<WordUse>& uses_;
};

template <class Variant>
void look_through(Variant event, std::vector<WordUse>& uses) {
    std::visit(
        [&](auto& value) {
            Looker<std::remove_cvref_t<decltype(value)>> looker(uses);
            stored::fields(looker, value);
        },
        event);
}

}  // namespace

std::string_view in_words(WordUse use) {
    static constexpr std::array<std::string_view, 14> words{
        "name",        "name as an owner",  "role",        "access needs",           "words in a round",
        "apologies",   "reason for a hand", "reservation", "written down",           "term",
        "from before", "reason to drop it", "of the plan", "fingerprint of the plan"};
    return words[static_cast<std::size_t>(use)];
}

std::vector<WordUse> word_uses(StreamKind kind, const Encoded& event) {
    std::vector<WordUse> uses(event.words.size(), WordUse::plan);
    Encoded numbered{event.kind, event.payload, {}};
    for (std::size_t part = 0; part < event.words.size(); ++part) numbered.words.emplace_back(std::to_string(part));
    if (kind == StreamKind::meeting)
        look_through(decode_event(numbered), uses);
    else
        look_through(decode_partnership_event(numbered), uses);
    return uses;
}

}  // namespace folkmoot
