#include "src/session/kept.h"

#include <string>

#include "src/base/text.h"

namespace folkmoot {

namespace {

auto called(std::string_view word) {
    return [wanted = text::folded(word)](const Term& each) { return text::folded(each.word.text) == wanted; };
}

}  // namespace

const Term* find_term(const std::vector<Term>& glossary, std::string_view word) {
    const auto found = std::ranges::find_if(glossary, called(word));
    return found == glossary.end() ? nullptr : &*found;
}

void keep_term(std::vector<Term>& glossary, const Term& term) {
    const auto found = std::ranges::find_if(glossary, called(term.word.text));
    if (term.meaning.empty())
        std::erase_if(glossary, called(term.word.text));
    else if (found == glossary.end())
        glossary.push_back(term);
    else
        *found = term;
}

}  // namespace folkmoot
