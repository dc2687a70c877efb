#include "src/exports/partnership_text.h"

#include <fmt/format.h>

#include "src/base/text.h"
#include "src/session/partnership_words.h"

namespace folkmoot {

namespace {

PartnershipPart how(const Ways& ways) {
    PartnershipPart part{"How we work", {}};
    const auto say = [&](std::string_view what, const std::string& told) {
        if (!told.empty()) part.lines.push_back(text::sentence(fmt::format("{}: {}", what, told)));
    };
    if (ways.stage) say("Stage", std::string(in_words(*ways.stage)));
    if (ways.rule) say("Decisions", std::string(in_words(*ways.rule)));
    if (ways.scale) say("Scores at check-in and check-out", fmt::format("{} to {}", ways.scale->low, ways.scale->high));
    say("Check-in question", text::one_line(ways.checkin_question.text));
    say("Check-out question", text::one_line(ways.checkout_question.text));
    if (ways.papers_ahead)
        say("Papers go out", text::count(static_cast<std::size_t>(*ways.papers_ahead), "day", "days") + " ahead");
    say("Somebody to talk to", text::one_line(ways.support.text));
    for (const Words& each : ways.signposts) say("Where else to turn", text::one_line(each.text));
    if (part.lines.empty()) part.lines.emplace_back("Nothing is written down yet.");
    return part;
}

PartnershipPart people(const Partnership& partnership, Date today) {
    PartnershipPart part{fmt::format("People, {}", partnership.people.size()), {}};
    for (const Person& each : partnership.people) part.lines.push_back(person_in_words(partnership, each, today));
    return part;
}

PartnershipPart objectives(const Partnership& partnership, Date today) {
    PartnershipPart part{fmt::format("Objectives, {}", partnership.objectives.size()), {}};
    for (const Objective& each : partnership.objectives) part.lines.push_back(objective_in_words(each, today));
    return part;
}

PartnershipPart words_of(std::string_view heading, const std::vector<Words>& words) {
    PartnershipPart part{fmt::format("{}, {}", heading, words.size()), {}};
    for (const Words& each : words) part.lines.push_back(text::one_line(each.text));
    return part;
}

}  // namespace

std::vector<PartnershipPart> partnership_parts(const Partnership& partnership, Date today) {
    std::vector<PartnershipPart> parts{how(partnership.ways)};
    PartnershipPart partners{fmt::format("Partners, {}", partnership.partners.size()), {}};
    for (const Partner& each : partnership.partners) partners.lines.push_back(text::one_line(each.name.text));
    parts.push_back(std::move(partners));
    parts.push_back(people(partnership, today));
    parts.push_back(words_of("Groups", partnership.groups));
    parts.push_back(objectives(partnership, today));
    PartnershipPart principles = words_of("Principles", partnership.principles);
    principles.heading += review_in_words(partnership.ways.principles_review, today);
    parts.push_back(std::move(principles));
    PartnershipPart glossary{fmt::format("Glossary, {}", partnership.glossary.size()), {}};
    for (const Term& each : partnership.glossary)
        glossary.lines.push_back(
            fmt::format("{}: {}", text::one_line(each.word.text), text::one_line(each.meaning.text)));
    parts.push_back(std::move(glossary));
    return parts;
}

std::vector<std::string> partnership_lines(const Partnership& partnership, Date today) {
    const std::string name = text::one_line(partnership.name.text);
    std::vector<std::string> lines{name.empty() ? "A partnership without name" : name};
    for (const PartnershipPart& part : partnership_parts(partnership, today)) {
        lines.emplace_back("");
        lines.push_back(part.heading);
        for (const std::string& each : part.lines) lines.push_back("- " + each);
    }
    return lines;
}

}  // namespace folkmoot
