// A thorough look at a log: what is as it should be, and what is not, with the meeting and the act.
#pragma once

#include <string>
#include <vector>

#include "src/log/log.h"

namespace folkmoot {

struct DoctorReport {
    std::vector<std::string> lines;  ///< plain sentences, in the order of the looks
    bool healthy = true;
    bool sound = true;  ///< nothing is wrong with what the file holds, whoever can reach it
};

/// Changes nothing but what a query may bring up to date.
DoctorReport examine(Log& log);

}  // namespace folkmoot
