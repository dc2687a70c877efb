#include "src/session/partnership_words.h"

#include <fmt/format.h>

#include "src/base/text.h"

namespace folkmoot {

std::string review_in_words(const std::optional<Date>& review, Date today) {
    if (!review) return "";
    return fmt::format(", {} {}", days_between(*review, today) > 0 ? "was to be reviewed on" : "to be reviewed on",
                       in_words(*review));
}

std::string person_in_words(const Partnership& partnership, const Person& person, Date today) {
    const Partner* partner = find_partner(partnership.partners, person.partner);
    std::string line = text::one_line(person.name.text);
    if (partner != nullptr) line += ", " + text::one_line(partner->name.text);
    if (const std::string role = text::one_line(person.role.text); !role.empty()) line += ", " + role;
    if (!person.access.empty()) line += ", access needs are written down";
    for (const AwayDates& away : person.away) {
        if (days_between(today, away.to) >= 0)
            line += fmt::format(", away from {} to {}", in_words(away.from), in_words(away.to));
    }
    return line;
}

std::string objective_in_words(const Objective& objective, Date today) {
    return fmt::format(
        "{}, {}{}", text::one_line(objective.id), text::one_line(objective.text.text),
        objective.end ? fmt::format(", {}", in_words(*objective.end)) : review_in_words(objective.review, today));
}

}  // namespace folkmoot
