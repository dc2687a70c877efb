#include "src/session/wanted_actions.h"

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

namespace {

/// Of several values of one filter, one is enough.
template <class T, class Fits>
bool any(const std::vector<T>& values, Fits fits) {
    return values.empty() || std::ranges::any_of(values, fits);
}

/// Whole words one after the other; the last need only begin so when the phrase says it.
bool stands_in(const std::string& text, const SearchPhrase& phrase) {
    const std::string padded = " " + text::plain(text) + " ";
    const std::string looked_for = " " + text::plain(phrase.text);
    return padded.find(phrase.begins ? looked_for : looked_for + " ") != std::string::npos;
}

/// Words apart from punctuation: "advert," is the word advert.
std::string words_alone(const std::string& text) {
    std::string said = text;
    for (char& c : said) {
        const bool ascii_sign = static_cast<unsigned char>(c) < 0x80U && c != '\'' &&
                                !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
        if (ascii_sign) c = ' ';
    }
    return said;
}

bool fits(const ActionSummary& action, const SearchQuery& query) {
    const auto same_name = [](const std::string& name) {
        return [&name](const std::string& typed) { return text::name_matches(text::plain(name), text::plain(typed)); };
    };
    const std::string what = words_alone(action.what);
    const bool phrases = std::ranges::all_of(query.phrases, [&](const SearchPhrase& each) {
        return stands_in(what, {words_alone(each.text), each.begins});
    });
    const bool objectives = any(query.objectives, [&](const std::string& typed) {
        return std::ranges::any_of(action.objectives,
                                   [&](const std::string& each) { return text::folded(each) == text::folded(typed); });
    });
    const bool kinds = any(query.kinds, [](const SearchKind& each) { return each.capture == CaptureKind::action; });
    return phrases && objectives && kinds && any(query.people, same_name(action.owner)) &&
           any(query.groups, same_name(action.group)) &&
           (!query.before || (action.due && *action.due < *query.before)) &&
           (!query.after || (action.due && *action.due >= *query.after)) && (!query.open || !is_over(action.state));
}

}  // namespace

std::vector<ActionSummary> wanted(std::vector<ActionSummary> actions, const SearchQuery& query) {
    std::erase_if(actions, [&](const ActionSummary& each) { return !fits(each, query); });
    return actions;
}

}  // namespace folkmoot
