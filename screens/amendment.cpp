#include "screens/amendment.h"

namespace folkmoot {

Read<command::Amend> read_amendment(const State& closed, const std::string& typed) {
    const Numbered read = leading_number(typed);
    const auto halves = at_colon(read.number ? read.rest : typed);
    if (!halves || halves->before.empty() || halves->after.empty())
        return Wrong{
            "amend needs who says so, a colon, and what is right; a number before it names what is wrong. Example: "
            "amend 3 Asha: the library, not the hall."};
    const auto person = read_person(closed, halves->before, "amend");
    if (const auto* fault = std::get_if<Wrong>(&person)) return *fault;
    command::Amend amend{std::nullopt, std::get<PersonId>(person), halves->after};
    if (read.number) amend.number = static_cast<CaptureNumber>(*read.number);
    return amend;
}

}  // namespace folkmoot
