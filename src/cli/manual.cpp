#include "src/cli/manual.h"

#include <array>

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/cli/version.h"
#include "src/files/settings_words.h"
#include "src/page/help.h"

namespace folkmoot::cli {

namespace {

struct Known {
    const char* name;
    const char* text;
};

constexpr auto variables = std::to_array<Known>({
    {"FOLKMOOT_MODE", "The face, linear or screen, before what the settings say."},
    {"FOLKMOOT_PROFILE", "The profile, visual or reader, before what the settings say."},
    {"ACCESSIBLE", "When it is set, and not to 0, plain lines are used unless something else was asked for."},
    {"NO_COLOR", "When it is set, nothing is shown in colour."},
    {"FOLKMOOT_DATA", "The folder that holds templates, instruments and help, in place of the program's own."},
    {"XDG_DATA_HOME", "Where the folder of the log is, in place of .local/share in the home folder."},
    {"XDG_CONFIG_HOME", "Where the folder of the settings is, in place of .config in the home folder."},
    {"TERM", "When it is unset or dumb, plain lines are used."},
    {"TZ", "The time zone in which times are shown, in place of the machine's."},
    {"FOLKMOOT_CLOCK",
     "For trying things out: a time such as 2026-11-24T14:00:00Z at which the clock stands. A typed "
     "line such as @+90s moves it on."},
    {"FOLKMOOT_SEED", "For trying things out: a word that makes the ids repeatable."},
});

constexpr auto files = std::to_array<Known>({
    {"~/.local/share/folkmoot/folkmoot.db", "The log. It holds every meeting, and only you can read it."},
    {"~/.local/share/folkmoot/minutes",
     "The minutes, written when a meeting is closed, unless the settings name "
     "another folder."},
    {"~/.config/folkmoot/settings.toml", "The settings, which can be changed in any editor."},
});

constexpr auto statuses = std::to_array<Known>({
    {"0", "All went well. A meeting was closed, or left open on purpose."},
    {"1", "Something went wrong, and the standard error says what."},
    {"2", "The command line, or a variable of the environment, could not be understood."},
});

class Writer {
public:
    Document document;

    void heading(int level, const std::string& text) { document.blocks.emplace_back(Document::Heading{level, text}); }
    void paragraph(const std::string& text) { document.blocks.emplace_back(Document::Paragraph{text}); }
    void terms(const std::vector<Document::Term>& terms) {
        if (!terms.empty()) document.blocks.emplace_back(Document::Terms{terms});
    }
    template <class Rows>
    void terms_of(const Rows& rows) {
        std::vector<Document::Term> all;
        for (const Known& row : rows) all.push_back({row.name, row.text, ""});
        terms(all);
    }
};

std::vector<Document::Term> in_terms(const std::vector<Argument>& arguments) {
    std::vector<Document::Term> terms;
    for (const auto& argument : arguments) terms.push_back({in_words(argument), argument.text, ""});
    return terms;
}

void write_commands(Writer& writer, const std::vector<CommandInWords>& all) {
    writer.heading(2, "Commands");
    for (const auto& command : all) {
        if (command.name.empty()) continue;
        writer.heading(3, command.name);
        writer.paragraph(fmt::format("{}", fmt::join(command.text, "\n")));
        writer.terms({{"Typed as", typed_as(command), command.example}});
        writer.terms(in_terms(command.arguments));
    }
}

void write_words(Writer& writer, const Keys& keys) {
    writer.heading(2, "Words in a meeting");
    writer.paragraph(
        "In plain lines a word is typed at the prompt. On the full screen it is typed after a colon, and a key does "
        "the same where there is one. A word may be shortened while only one fits.");
    std::optional<Where> written;
    std::vector<Document::Term> terms;
    for (const auto& row : all_words()) {
        if (written != row.where) {
            writer.terms(terms);
            terms.clear();
            written = row.where;
            writer.heading(3, std::string(in_words(row.where)));
        }
        terms.push_back({typed_as(row, keys), std::string(row.summary), std::string(row.example)});
    }
    writer.terms(terms);
}

void write_settings(Writer& writer) {
    writer.heading(2, "Settings");
    writer.paragraph(
        "What they are when nothing was changed. Type settings at home to hear what they are now, and settings with a "
        "name and a value to change one.");
    std::vector<Document::Term> terms;
    for (const auto& setting : settings_in_words(Settings{})) {
        const bool chosen = !setting.values.empty();
        terms.push_back({setting.key,
                         fmt::format("{}, {}. It can be {}.", setting.name, setting.value,
                                     chosen ? text::list(setting.values, "or") : setting.allowed),
                         fmt::format("settings {} {}", setting.key, chosen ? setting.values.back() : setting.example)});
    }
    writer.terms(terms);
}

}  // namespace

Document manual_of(const std::vector<CommandInWords>& all, const std::vector<HelpText>& texts, const Keys& keys) {
    const CommandInWords& program = all.front();
    Writer writer;
    writer.document.title = fmt::format("Folkmoot {}, the manual", version);
    writer.heading(2, "Name");
    writer.paragraph("folkmoot - run structured meetings from a terminal, and remember them");
    writer.heading(2, "Synopsis");
    writer.paragraph(typed_as(program));
    writer.heading(2, "Description");
    for (const auto& line : program.text) writer.paragraph(line);
    for (const auto& each : texts) {
        writer.heading(2, each.title);
        for (const auto& paragraph : each.paragraphs) writer.paragraph(paragraph);
    }
    writer.heading(2, "Options");
    writer.paragraph("These may stand before or after every command.");
    writer.terms(in_terms(program.arguments));
    write_commands(writer, all);
    write_words(writer, keys);
    write_settings(writer);
    writer.heading(2, "Environment");
    writer.terms_of(variables);
    writer.heading(2, "Files");
    writer.terms_of(files);
    writer.heading(2, "Exit status");
    writer.terms_of(statuses);
    return writer.document;
}

}  // namespace folkmoot::cli
