// How what a partnership has is said, on its page and in a shell alike.
#pragma once

#include <string>

#include "src/session/partnership.h"

namespace folkmoot {

/// ", to be reviewed on ...", or that it was to be; nothing without a day. `today`: from where it is seen.
std::string review_in_words(const std::optional<Date>& review, Date today);

/// "Asha, Harbour Voices, co-chair, access needs are written down, away from ... to ...". What is needed is not said.
std::string person_in_words(const Partnership& partnership, const Person& person, Date today);

/// "O1, Write the advert, to be reviewed on Sunday 31 January 2027", or reached, or dropped.
std::string objective_in_words(const Objective& objective, Date today);

}  // namespace folkmoot
