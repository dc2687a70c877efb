#include "src/app/ask.h"

#include <fmt/format.h>

#include "src/base/text.h"

namespace folkmoot {

namespace {

std::optional<std::size_t> choice_of(const Question& question, const std::map<std::string, std::size_t>& also,
                                     const std::string& line) {
    const std::string typed = text::folded(line);
    if (typed == "next" || typed == ".") return 0;
    if (const auto other = also.find(typed); other != also.end()) return other->second;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const std::string word = text::folded(question.choices[i].word);
        if (typed == std::to_string(i + 1) || typed == word) return i;
        if (!word.starts_with(typed)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

}  // namespace

std::optional<std::size_t> ask(Renderer& renderer, const Question& question, const std::optional<Page>& before,
                               const std::map<std::string, std::size_t>& also) {
    Page page = before.value_or(Page{});
    // The question itself stands below: whoever listens would hear it twice.
    if (!before) page.title = fmt::format("A question, {} answers", question.choices.size());
    page.question = question;
    page.prompt = fmt::format("A number from 1 to {}", question.choices.size());
    if (before) renderer.show(page);
    while (renderer.alive()) {
        renderer.refresh(page);
        const Input input = renderer.read(std::nullopt);
        if (std::holds_alternative<input::End>(input) || std::holds_alternative<input::Stop>(input)) break;
        const auto* line = std::get_if<input::Line>(&input);
        if (line == nullptr || line->text.empty()) continue;
        if (const auto choice = choice_of(question, also, line->text)) return choice;
        renderer.announce({Kind::error, fmt::format("\"{}\" is none of the choices. Type a number from 1 to {}, or {}.",
                                                    text::first(line->text, 40), question.choices.size(),
                                                    question.choices.front().word)});
    }
    return std::nullopt;
}

}  // namespace folkmoot
