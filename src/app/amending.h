// Corrections of minutes that were written: an act in the closed meeting's stream, and its files anew.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "src/session/decide.h"
#include "src/session/journal.h"
#include "src/session/records.h"

namespace folkmoot {

class Amending {
public:
    /// `folder`: where the minutes' files are.
    Amending(Journal& journal, Records& records, std::filesystem::path folder)
        : journal_(journal), records_(records), folder_(std::move(folder)) {}

    /// What was typed behind `amend`, about this meeting. On disk when it returns. Throws Error with the path when it
    /// could not be stored, or is stored and the files could not be written.
    std::variant<std::string, Refusal> amend(const MeetingId& meeting, const std::string& typed, const Stamp& now);
    /// Takes back the latest correction of this meeting.
    std::variant<std::string, Refusal> take_back(const MeetingId& meeting, const Stamp& now);

private:
    std::variant<std::string, Refusal> act(const MeetingId& meeting, const Command& command, const Stamp& now);

    Journal& journal_;
    Records& records_;
    std::filesystem::path folder_;
};

}  // namespace folkmoot
