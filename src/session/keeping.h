// What can be done with the log as a whole: shown to those whom it is about, forgotten, copied, looked over.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "src/time/calendar.h"

namespace folkmoot {

/// What is to be forgotten: of a person, or words of all people in old meetings. Nothing of both: what was begun.
struct ForgetAsked {
    std::string name;               ///< whole, or the beginning of the person's id
    std::vector<std::string> also;  ///< nicknames and other spellings
    bool access_needs = false;      ///< those alone
    std::optional<Date> words_before;
};

/// What came of it, a sentence each.
struct KeepingDone {
    std::vector<std::string> lines;
    bool all = true;  ///< false: something is left to do or is not as it should be, and the lines say what
};

/// What was asked for, looked at and not done yet.
struct Forgetting {
    std::vector<std::string> lines;        ///< what goes, what stays, what cannot be reached
    std::string question;                  ///< empty: there is nothing to do, as the lines say
    std::function<KeepingDone()> go = {};  ///< cannot be undone
};

/// Each throws Error in plain words when it cannot be done, with nothing changed.
class Keeping {
public:
    struct Someone {
        std::string name;   ///< "Asha, Harbour Voices"
        std::string typed;  ///< what means them alone: the name, or the beginning of the id
    };

    virtual ~Keeping() = default;
    /// Whom the log knows, by name.
    virtual std::vector<Someone> people() = 0;
    /// Everything that is kept about somebody.
    virtual std::vector<std::string> held(const std::string& name) = 0;
    /// What was begun earlier and broken off, and backups that are there again, are done first. Nothing: there are
    /// none.
    struct Begun {
        KeepingDone done;
        bool was_all = false;  ///< what is asked for was that
    };
    virtual std::optional<Begun> finish_begun(const ForgetAsked& asked) = 0;
    virtual Forgetting forgetting(const ForgetAsked& asked) = 0;
    /// A checked copy; an empty path: beside the log, with the date in its name.
    virtual std::vector<std::string> back_up(const std::filesystem::path& to, bool for_review) = 0;
    /// The doctor; `rebuild`: the summaries and the index for searching are made anew first.
    virtual KeepingDone look_over(bool rebuild) = 0;
};

}  // namespace folkmoot
