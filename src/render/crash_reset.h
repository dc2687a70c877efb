// A terminal that is usable again after a crash.
#pragma once

#include <termios.h>

namespace folkmoot {

/// From now on SIGSEGV, SIGBUS, SIGFPE, SIGILL and SIGABRT put this mode back before they end the program.
void set_crash_reset(int descriptor, const termios& mode);
void clear_crash_reset();

}  // namespace folkmoot
