// How the program ends: in words, with an exit status.
#pragma once

#include <string>
#include <vector>

#include "src/base/error.h"
#include "src/cli/parse.h"
#include "src/files/settings_file.h"

namespace folkmoot {

class Log;

/// The command or its environment is wrong: exit status 2.
class Usage : public Error {
public:
    using Error::Error;
};

/// What was shown could not be written any more while a meeting ran.
class OutputLost : public Error {
public:
    OutputLost(const std::string& reason, const std::string& program);
};

/// Prints both and gives the status back.
int finish(const Finished& finished);

/// Inside a catch: says on the standard error what happened, and gives the exit status for it.
int report_failure();

/// What the log and the settings want said once.
std::vector<std::string> notices(const Log& log, const Settings& settings);

}  // namespace folkmoot
