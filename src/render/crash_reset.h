// A terminal that is usable again after a crash.
#pragma once

#include <termios.h>

#include <string>

namespace folkmoot {

/// From now on SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT put this mode of `in` back, and begin a new line at `out`,
/// before they end the program. `leaving` is written first: what takes the terminal out of the full screen.
void set_crash_reset(int in, int out, const termios& mode, const std::string& leaving = "");
void clear_crash_reset();

}  // namespace folkmoot
