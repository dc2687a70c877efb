// A terminal that is usable again after a crash, or after a signal that ends the program at once.
#pragma once

#include <termios.h>

#include <string>

namespace folkmoot {

/// From now on the signals of a crash, such as SIGSEGV, and those that nobody should send, such as SIGUSR1, put this
/// mode of `in` back, and begin a new line at `out`, before they end the program; one that was ignored stays so.
/// `leaving` is written first: what takes the terminal out of the full screen.
void set_crash_reset(int in, int out, const termios& mode, const std::string& leaving = "");
void clear_crash_reset();

}  // namespace folkmoot
