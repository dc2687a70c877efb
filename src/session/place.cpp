#include "src/session/place.h"

namespace folkmoot {

std::string_view in_words(Stage stage) {
    switch (stage) {
        case Stage::opening:
            return "opening";
        case Stage::checkin:
            return "check-in";
        case Stage::actions:
            return "actions from last time";
        case Stage::items:
            return "items";
        case Stage::pulse:
            return "pulse";
        case Stage::checkout:
            return "check-out";
        case Stage::closing:
            return "closing";
    }
    return "";
}

}  // namespace folkmoot
