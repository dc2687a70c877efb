#include "src/session/matters.h"

namespace folkmoot {

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
    }
    return "";
}

}  // namespace folkmoot
