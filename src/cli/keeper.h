// Does with a log what keeping.h says, and tells it in sentences.
#pragma once

#include <string_view>

#include "src/session/keeping.h"

namespace folkmoot {

class Clock;
class Log;

namespace cli {

/// How forgetting is typed where its sentences are read.
struct ForgetTyping {
    std::string_view forget;  ///< "folkmoot forget"
    std::string_view also;    ///< "--also"
};
inline constexpr ForgetTyping typed_in_shell{"folkmoot forget", "--also"};
inline constexpr ForgetTyping typed_at_home{"forget", "also"};

/// The log is opened for writing where something is written.
class Keeper final : public Keeping {
public:
    Keeper(Log& log, Clock& clock, ForgetTyping typing) : log_(log), clock_(clock), typing_(typing) {}

    std::vector<Someone> people() override;
    std::vector<std::string> held(const std::string& name) override;
    std::optional<Begun> finish_begun(const ForgetAsked& asked) override;
    Forgetting forgetting(const ForgetAsked& asked) override;
    std::vector<std::string> back_up(const std::filesystem::path& to, bool for_review) override;
    KeepingDone look_over(bool rebuild) override;

private:
    Forgetting of_person(const ForgetAsked& asked);
    Forgetting of_words(Date before);

    Log& log_;
    Clock& clock_;
    ForgetTyping typing_;
};

}  // namespace cli

}  // namespace folkmoot
