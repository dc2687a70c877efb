#include "src/page/page.h"

#include "src/base/text.h"

namespace folkmoot {

std::string with_how(const std::string& text, const std::string& how) {
    if (how.empty() || text.empty()) return text + how;
    if (!text.ends_with('.') && !text.ends_with('?')) return text + ", " + how;
    std::string sentence = text::sentence(how);
    if (sentence.front() >= 'a' && sentence.front() <= 'z')
        sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    return text + " " + sentence;
}

std::string in_words(const Choice& choice) {
    if (choice.label.empty()) return choice.word;
    const std::string word = text::folded(choice.word);
    const std::string label = text::folded(choice.label);
    constexpr std::string_view after_a_word = " ,.;:";
    const bool begins = label.starts_with(word) && (label.size() == word.size() ||
                                                    after_a_word.find(label[word.size()]) != std::string_view::npos);
    return begins ? choice.label : choice.word + ": " + choice.label;
}

}  // namespace folkmoot
