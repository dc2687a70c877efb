// The command line, read.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "src/cli/launch.h"

namespace folkmoot {

/// Nothing is left to do but to print this and end: help, the version, or what was wrong with the command line.
struct Finished {
    int status = 0;
    std::string out;
    std::string err;
    bool for_people = false;    ///< `out` is sentences, which a terminal's width may wrap
    bool for_programs = false;  ///< `out` is a file of another program's form, which the locale must not change
};

/// `arguments` without the program's name.
std::variant<Launch, Finished> parse(const std::vector<std::string>& arguments);

}  // namespace folkmoot
