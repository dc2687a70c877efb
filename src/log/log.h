// The log: one SQLite file that holds what happened. SQL lives in this room only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "src/base/error.h"
#include "src/session/journal.h"
#include "src/session/long_work.h"
#include "src/session/records.h"

namespace folkmoot {

namespace log {
struct Parts;
}

enum class LogMode { write, read };

/// Another program writes to this log.
class LogBusy : public Error {
public:
    using Error::Error;
};

/// The file is from a newer Folkmoot; it was left as it is.
class LogTooNew : public Error {
public:
    using Error::Error;
};

/// $XDG_DATA_HOME/folkmoot/folkmoot.db, else $HOME/.local/share/folkmoot/folkmoot.db. Error names --log when neither
/// variable is set.
std::filesystem::path default_log_path();

class Log final : public Journal, public Records {
public:
    /// Writing makes folder (0700) and file (0600) when they are not there. Throws LogBusy, LogTooNew or Error, each a
    /// plain sentence with the path; the file is then as it was.
    static std::unique_ptr<Log> open(const std::filesystem::path& path, LogMode mode);
    ~Log() override;

    /// What the caller should say once, in plain sentences.
    [[nodiscard]] const std::vector<std::string>& notices() const;
    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] LogMode mode() const;
    /// A copy that was made for reading: access needs, words from rounds and who raised a concern are not in it.
    [[nodiscard]] bool is_for_review();
    /// True when the last writer did not end in order: worth a check when idle.
    [[nodiscard]] bool unclean_end() const;
    /// A quick look at the whole file, for when the program is idle; the findings in words, nothing when all is well.
    std::vector<std::string> quick_check();

    /// Whom long work asks whether it is to go on: summaries, the index of words, the doctor. Stopped is thrown where
    /// it is not.
    void when_long(GoOn go_on);

    /// Brings the summaries up to date when they are behind. Queries that need them do it by themselves; when the disk
    /// does not let it, they still answer rightly. One more transaction: for idle moments, not after every act.
    void catch_up();
    /// For a moment when nothing else is to be done: catch_up, and once after an unclean end a quick_check. What it
    /// found, in plain sentences.
    std::vector<std::string> use_idle_moment();
    /// An orderly end: summaries, PRAGMA optimize, checkpoint. What cannot be done is left for the next start.
    void finish();
    /// Empties the summaries and the index of words, and fills them again from the events. Throws WriteError.
    void rebuild();
    /// A search would bring the index of words up to date first, which only a writer can keep.
    bool search_behind();

    void append(std::span<const StreamAppend> appends) override;
    void keep_draft(const MeetingId& meeting, std::string_view line) override;

    std::vector<MeetingSummary> meetings(std::size_t limit) override;
    std::vector<MeetingSummary> meetings_wanted(const MeetingFilter& filter, std::size_t limit) override;
    std::vector<MeetingSummary> meetings_by_prefix(std::string_view digits) override;
    std::vector<MeetingSummary> open_meetings() override;
    std::vector<MeetingSummary> meetings_with(const CaptureId& id) override;
    std::vector<MeetingSummary> meetings_from(std::string_view fingerprint) override;
    std::size_t prefix_length() override;
    std::vector<Recorded> events(const MeetingId& meeting) override;
    std::vector<Partnership> partnerships() override;
    std::optional<Partnership> partnership(std::string_view name) override;
    Sequence last_sequence(const Id128& stream) override;
    std::string draft(const MeetingId& meeting) override;
    /// Duties: the latest of each person (host: of each partner) only.
    CarryOver carry_over(const PartnershipId& partnership, std::string_view group) override;
    std::vector<ItemRun> item_runs(const PartnershipId& partnership, std::size_t meetings) override;
    std::vector<ActionSummary> actions(bool all) override;
    std::optional<std::string> figures(const MeetingId& meeting) override;
    std::vector<MonthFigures> figures_by_month() override;
    SearchAnswer search(const SearchQuery& query) override;

    /// For the other files of this room.
    [[nodiscard]] log::Parts& parts() { return *parts_; }

private:
    explicit Log(std::unique_ptr<log::Parts> parts);
    std::unique_ptr<log::Parts> parts_;
};

}  // namespace folkmoot
