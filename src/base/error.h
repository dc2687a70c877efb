// What can go wrong outside the program's own rules, and how it is said.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace folkmoot {

/// Something outside could not be done. what() is one plain sentence that names the path or input.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// An act could not be stored: nothing of it was written, and trying again is safe.
class WriteError : public Error {
public:
    using Error::Error;
};

/// One fault in a file that a person edits. Lines count from 1; 0 means the file as a whole.
struct Fault {
    std::string file;
    int line = 0;
    std::string found;    ///< what stands there
    std::string allowed;  ///< what may stand there, with an example where it helps

    bool operator==(const Fault&) const = default;
    /// "plan.toml, line 12: found minutes = -5; allowed: a whole number from 0 to 1440."
    [[nodiscard]] std::string sentence() const;
};

/// A file that a person edits has faults; all of them at once.
class FaultyFile : public Error {
public:
    explicit FaultyFile(std::vector<Fault> faults);
    [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

private:
    std::vector<Fault> faults_;
};

}  // namespace folkmoot
