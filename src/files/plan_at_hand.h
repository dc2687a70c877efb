// A plan that is being made: its file, which holds each change at once.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/files/plan_file.h"
#include "src/meeting/plan.h"

namespace folkmoot {

class PlanAtHand {
public:
    /// Opens a file that is there. Throws FaultyFile with all its faults.
    explicit PlanAtHand(std::filesystem::path file);
    /// Writes a new file named after the title, in this folder: "working-group-8.toml", with a number behind it when
    /// that is taken. Throws Error when it cannot be written.
    static PlanAtHand begun(const std::filesystem::path& folder, std::string_view content);

    [[nodiscard]] const Plan& plan() const { return plan_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    /// On disk when this returns. What stood in the file before the first change is kept beside it as NAME.bak. Error
    /// when the file was changed elsewhere meanwhile (it is then read anew, and nothing of this change is kept), or
    /// when the plan could then not be run.
    void change(const Plan& after);
    /// The file as it was before the latest change; false when there is none. Error as above.
    bool take_back();
    /// Whether the file was begun here and is as it was then: taking that back deletes it.
    [[nodiscard]] bool can_be_thrown_away() const { return begun_here_ && earlier_.empty(); }
    void throw_away();

private:
    void read_again();
    void write(const std::string& content);

    std::filesystem::path file_;
    std::string content_;
    Plan plan_;
    std::vector<std::string> earlier_;  ///< what the file held before each change, the latest last
    bool begun_here_ = false;
    bool backed_up_ = false;
};

/// A file's name from a title: small letters, digits and hyphens, at most 60; "meeting" when nothing is left.
std::string file_name_for(std::string_view title);

}  // namespace folkmoot
