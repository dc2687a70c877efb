#include "screens/stage.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"

namespace folkmoot {

Page stage_page(const StageSheet& sheet, const Ways& ways) {
    const std::size_t count = sheet.checks.size();
    const auto ticked =
        std::ranges::count_if(sheet.checks, [&](const StageCheck& each) { return is_ticked(ways, sheet.stage, each); });
    Page page;
    page.title = fmt::format("Checklist, {}, {} of {} ticked", text::one_line(sheet.title), ticked, count);
    if (!sheet.why.empty()) page.blocks.emplace_back(Text{text::sentence(sheet.why)});
    page.blocks.emplace_back(Hint{"To tick a line type partnership tick and its number; untick takes it back.",
                                  "Enter ticks a line, or takes the tick away."});
    List list;
    for (std::size_t i = 0; i < count; ++i) {
        const StageCheck& check = sheet.checks[i];
        const bool is = is_ticked(ways, sheet.stage, check);
        std::string line = fmt::format("{} of {}, {}, {}", i + 1, count, is ? "ticked" : "not yet",
                                       text::sentence(text::one_line(check.text)));
        if (!is && !check.how.empty()) line += " " + text::sentence(text::one_line(check.how));
        list.items.push_back({std::move(line),
                              {{is ? "is not so after all" : "is so",
                                {Word::partnership, fmt::format("{} {}", is ? "untick" : "tick", i + 1)}}}});
    }
    page.blocks.emplace_back(std::move(list));
    if (!sheet.questions.empty()) {
        page.blocks.emplace_back(Heading{fmt::format("Questions for this stage, {}", sheet.questions.size())});
        List questions;
        for (const std::string& each : sheet.questions) questions.items.push_back({text::one_line(each), {}});
        page.blocks.emplace_back(std::move(questions));
    }
    page.help = "together";
    page.words = {Word::partnership, Word::undo};
    return page;
}

}  // namespace folkmoot
