#include "screens/vocabulary.h"

#include <fmt/format.h>

#include "screens/reacting.h"
#include "src/base/text.h"
#include "src/session/terms.h"

namespace folkmoot::vocabulary {

std::vector<std::string> asked(const View& view) {
    std::vector<std::string> words = view.memory.unexplained;
    std::erase_if(words, [&](const std::string& word) { return is_explained(word, view.state); });
    const bool opening = view.state.place.stage == Stage::opening && !view.state.closed;
    return words.empty() && opening ? unexplained_on_agenda(view.state) : words;
}

std::vector<Act> acts_on(const std::string& word) {
    return {{"explain it", {Word::term, ""}, true, word + ": "}, {"everybody knows it", {Word::plain, word}}};
}

std::vector<Act> of_keys(const View& view) {
    const std::vector<std::string> words = asked(view);
    if (words.empty()) return {};
    std::vector<Act> acts = acts_on(words.front());
    const bool fresh = view.memory.unexplained_last || view.state.place.stage == Stage::opening;
    if (!fresh) std::erase_if(acts, [](const Act& each) { return each.asks; });
    return acts;
}

std::string named(const std::vector<std::string>& words) {
    constexpr std::size_t most = 8;
    if (words.size() <= most) return text::list(words);
    return fmt::format("{} and {} more", fmt::join(words.begin(), words.begin() + most, ", "), words.size() - most);
}

Reaction with_new_words(const View& view, Reaction reaction, std::string_view text) {
    std::vector<std::string> words = newly_unexplained(text, view.state);
    if (words.empty()) return reaction;
    if (!reaction.said.empty()) reaction.said += ' ';
    reaction.said += fmt::format("{} {} not in the glossary.", named(words), words.size() == 1 ? "is" : "are");
    // What can be done about it is said once; later the words alone.
    if (view.memory.unexplained.empty())
        reaction.said += " " + in_face(view, {fmt::format("Type term {0}: and what it means, or plain {0} when "
                                                          "everybody knows it.",
                                                          words.front()),
                                              "{term} explains it, {plain} says that everybody knows it."});
    reaction.unexplained = std::move(words);
    return reaction;
}

Reaction plain(const View& view, const std::string& typed) {
    if (!typed.empty()) return act(command::CallPlain{typed});
    const std::vector<std::string> words = asked(view);
    if (words.empty()) return wrong("plain needs the word that everybody here knows. Example: plain PPI.");
    return act(command::CallPlain{words.front()});
}

}  // namespace folkmoot::vocabulary
