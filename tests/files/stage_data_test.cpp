// The checklists of the three stages, as the file's text: what a group reads and ticks together.
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "src/base/text.h"
#include "src/files/plan_writer.h"
#include "src/files/toml_value.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

const std::filesystem::path data = FOLKMOOT_SOURCE_DIR "/data";

toml_file::Value stage(const std::string& name) {
    const auto path = data / "stages" / (name + ".toml");
    return toml_file::parse(toml_file::read_content(path, "a stage"), toml_file::shown_path(path));
}

std::string text_of(const toml_file::Value& table, std::string_view key) {
    const auto* value = table.find(key);
    return value == nullptr ? "" : value->text;
}

const std::vector<toml_file::Value>& list_of(const toml_file::Value& table, std::string_view key) {
    static const std::vector<toml_file::Value> none;
    const auto* value = table.find(key);
    return value == nullptr ? none : value->list;
}

/// The words after template, exercise or instrument.
std::set<std::string> files_named(const std::string& how) {
    std::set<std::string> found;
    std::string before;
    for (auto word : text::words(how)) {
        while (word.ends_with('.') || word.ends_with(',') || word.ends_with(';')) word.pop_back();
        if (before == "template" || before == "exercise" || before == "instrument") found.insert(word);
        before = word;
    }
    return found;
}

}  // namespace

TEST_CASE("each stage has a checklist that a group can tick together, and questions") {
    std::set<std::string> known{"looking-back", "working-together"};
    for (const auto& info : templates(data / "templates")) known.insert(info.id);
    std::set<std::string> ids, titles;
    for (const auto* name : {"starting", "working", "ending"}) {
        INFO(name);
        const auto root = stage(name);
        for (const auto& entry : root.entries)
            CHECK(std::set<std::string>{"title", "why", "questions", "check"}.contains(entry.key));
        titles.insert(text_of(root, "title"));
        CHECK_FALSE(text_of(root, "why").empty());
        const auto& questions = list_of(root, "questions");
        CHECK((questions.size() == 3 || questions.size() == 4));
        for (const auto& question : questions) CHECK(question.text.ends_with('?'));
        const auto& checks = list_of(root, "check");
        CHECK((checks.size() >= 8 && checks.size() <= 10));
        for (const auto& check : checks) {
            const auto id = text_of(check, "id");
            INFO(id);
            for (const auto& entry : check.entries)
                CHECK(std::set<std::string>{"id", "text", "how"}.contains(entry.key));
            CHECK_FALSE(id.empty());
            CHECK(ids.insert(id).second);  // in all three: what was ticked is kept by id
            CHECK(text_of(check, "text").ends_with('.'));
            const auto how = text_of(check, "how");
            CHECK((check.find("how") == nullptr || how.ends_with('.')));
            for (const auto& named : files_named(how)) {
                INFO(named);
                CHECK(known.contains(named));
            }
        }
    }
    CHECK(titles == std::set<std::string>{"Starting", "Working together", "What comes next"});
}
