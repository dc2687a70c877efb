// Everything that the log keeps about one person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/log/backup.h"
#include "src/log/forget.h"
#include "src/session/word_uses.h"

namespace folkmoot {

/// A person at one meeting.
struct HeldMeeting {
    MeetingId id;
    std::string title, group;
    Date date{};
    bool closed = false;
    std::string presence;  ///< "here", "left early", "apologies", ...; with "came late" where they did
    std::string apology;   ///< in their words
    Minutes present{0};
    std::size_t turns = 0;
    Millis spoke{0};
    std::vector<std::string> duties;  ///< "facilitates", "takes notes", "spoke first"
    struct Said {
        RoundKind round = RoundKind::checkin;
        std::string answer;  ///< "said", "passed", ...
        std::optional<int> score;
        std::string words;
    };
    std::vector<Said> answers;
    std::vector<std::string> hands;         ///< why they asked to speak; empty: no reason was given
    std::vector<std::string> leads;         ///< items
    std::vector<std::string> actions;       ///< theirs, captured here
    std::vector<std::string> reservations;  ///< by name
};

/// A text of somebody or nobody in which the name stands.
struct HeldText {
    MeetingId meeting;  ///< empty: of the partnership
    std::string title;
    Date date{};
    WordUse use = WordUse::capture;
    std::string text;
    bool shared = false;  ///< the name may be another's
};

struct Held {
    KnownPerson person;
    std::vector<std::string> roles, access;  ///< all that were ever written down
    std::vector<HeldMeeting> meetings;       ///< oldest first
    std::vector<HeldText> earlier;  ///< of their own words: what was said again, or undone, and is kept all the same
    std::vector<HeldText> texts;
    std::vector<BackupNote> backups;
    bool in_review_copy = false;  ///< some of what there is of them was left out of it
};

/// Throws Error when a stream is damaged.
Held held_of(Log& log, const KnownPerson& person);

}  // namespace folkmoot
