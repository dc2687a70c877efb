#include "src/session/matters.h"

#include <fmt/format.h>

namespace folkmoot {

std::string carried_in_words(int times) {
    if (times == 1) return "carried once";
    if (times == 2) return "carried twice";
    return fmt::format("carried {} times", times);
}

std::string_view in_words(Duty duty) {
    switch (duty) {
        case Duty::speak_first:
            return "speaks first";
        case Duty::facilitate:
            return "facilitates";
        case Duty::host:
            return "hosts";
        case Duty::take_notes:
            return "takes notes";
        case Duty::keep_time:
            return "keeps time";
    }
    return "";
}

}  // namespace folkmoot
