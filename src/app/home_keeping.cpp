// What is done at home with the log as a whole: shown, forgotten, copied, looked over.
#include <fmt/format.h>

#include "screens/keeping.h"
#include "src/app/ask.h"
#include "src/app/program.h"
#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

Page page_of(std::string title, const std::vector<std::string>& lines) {
    Page page;
    page.title = std::move(title);
    List list;
    for (const auto& line : lines) list.items.push_back({line, {}});
    page.blocks.emplace_back(std::move(list));
    return page;
}

}  // namespace

void Program::take_keeping_word(const Intent& intent) {
    if (desk_.keeping == nullptr) throw Error(fmt::format("{} cannot be used here.", info(intent.word).name));
    switch (intent.word) {
        case Word::forget:
            return forget(intent.argument);
        case Word::backup:
            return back_up(intent.argument);
        case Word::doctor:
            return look_over(intent.argument);
        default:
            return show_held(intent.argument);
    }
}

void Program::show_held(const std::string& name) {
    if (text::one_line(name).empty()) return desk_.renderer.read_out(keeping_page(desk_.keeping->people()));
    desk_.renderer.read_out(held_page(desk_.keeping->held(name), text::one_line(name)));
}

void Program::forget(const std::string& typed) {
    const auto read = read_forget(typed, date_of(desk_.clock.now()));
    if (const auto* fault = std::get_if<Wrong>(&read)) return say(Kind::error, fault->sentence);
    const auto& asked = std::get<ForgetAsked>(read);
    if (const auto begun = desk_.keeping->finish_begun(asked)) {
        after_forgetting();
        desk_.renderer.read_out(page_of("What was begun earlier", begun->done.lines));
        if (begun->was_all || !begun->done.all) return;
    }
    if (asked.name.empty() && !asked.words_before)
        return say(Kind::error,
                   "Nothing that was begun is unfinished. Name a person, or a day. Examples: forget Asha, forget words "
                   "before 1 january 2024.");
    const Forgetting found = desk_.keeping->forgetting(asked);
    if (found.question.empty()) return say(Kind::plain, text::list(found.lines));
    home_due_ = true;
    const Question question{"Forget this? It cannot be undone.",
                            {{"keep", "leave everything as it is"}, {"forget", "forget it"}}};
    const auto choice = ask(desk_.renderer, question, page_of(found.question, found.lines));
    if (choice != 1U) return say(Kind::plain, "Nothing was forgotten. Everything is as it was.");
    const KeepingDone done = found.go();
    after_forgetting();
    home_due_ = false;
    desk_.renderer.read_out(page_of(done.all ? "Forgotten" : "Forgotten, but not everywhere", done.lines));
}

/// Nothing that was read or said before may bring it back.
void Program::after_forgetting() {
    desk_.settings.said.clear();
    actions_read_.clear();
    actions_asked_.clear();
    changes_.clear();
}

void Program::back_up(const std::string& typed) {
    const BackupAsked asked = read_backup(typed);
    desk_.renderer.read_out(page_of("A copy of the log", desk_.keeping->back_up(asked.to, asked.for_review)));
}

void Program::look_over(const std::string& typed) {
    const std::string wanted = text::folded(trimmed(typed));
    if (!wanted.empty() && wanted != "rebuild")
        return say(Kind::error, fmt::format("\"{}\" does not belong behind doctor. Type doctor, or doctor rebuild.",
                                            text::first(trimmed(typed), 40)));
    const KeepingDone done = desk_.keeping->look_over(!wanted.empty());
    desk_.renderer.read_out(page_of(done.all ? "Doctor, all is well" : "Doctor, something is wrong", done.lines));
}

}  // namespace folkmoot
