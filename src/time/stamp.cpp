#include "src/time/stamp.h"

#include <algorithm>

namespace folkmoot {

Millis elapsed(const Stamp& from, const Stamp& to) {
    const Millis between = from.boot_id == to.boot_id ? to.boot - from.boot : to.wall - from.wall;
    return std::max(between, Millis{0});
}

Stamp later(Stamp stamp, Millis by) {
    stamp.wall += by;
    stamp.boot += by;
    return stamp;
}

}  // namespace folkmoot
