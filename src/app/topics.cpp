#include "src/app/topics.h"

#include <fmt/format.h>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/files/data_folder.h"
#include "src/files/help_texts.h"

namespace folkmoot {

namespace {

std::string names_of(const std::vector<HelpText>& all) {
    std::string said = fmt::format("Longer texts of help, {}:", all.size());
    for (const auto& each : all) said += fmt::format("\nhelp {}: {}", each.name, text::sentence(each.title));
    return said;
}

}  // namespace

std::string topic_text(const Intent& intent) {
    if (intent.word != Word::help || intent.argument.empty()) return "";
    const std::string asked = text::folded(intent.argument);
    const bool all_names = asked == "topics";
    try {
        const auto all = help_texts(data_folder() / "help");
        if (all_names) return names_of(all);
        for (const auto& each : all)
            if (each.name == asked)
                return fmt::format("{}\n{}", text::sentence(each.title), fmt::join(each.paragraphs, "\n"));
    } catch (const Error& error) {
        // The words can be explained without the files.
        if (all_names) return error.what();
    }
    return "";
}

}  // namespace folkmoot
