// A meeting's plan in TOML.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "src/meeting/plan.h"

namespace folkmoot {

/// What reading a plan needs beside the file.
struct PlanReading {
    /// Where instruments are looked for, after the plan's own folder. Empty: data/instruments.
    std::vector<std::filesystem::path> instrument_folders;
    /// Which meeting of its group it is, from 1, so that the pulse's statements take turns. Nothing: the months are
    /// counted, or the first statements are asked when the plan has no date.
    std::optional<std::size_t> nth_meeting;
};

/// Throws FaultyFile with all faults of the plan, its partnership file and its instrument. Names (lead, facilitator,
/// host, ...) are given as the person or partner is spelled. People without a partner are "independent". When the
/// plan names nobody, the people of the log are meant, and names stay as they are.
Plan read_plan(const std::filesystem::path& path, const PlanReading& reading = {});

/// The same from what the file at `path` is to hold.
Plan read_plan_text(const std::string& text, const std::filesystem::path& path, const PlanReading& reading = {});

/// What is allowed but worth saying before the meeting: no items, more planned than there is time for, papers that
/// went out less than `papers_ahead` days before. Whole sentences.
std::vector<std::string> notes_on_papers(const Plan& plan, int papers_ahead = 14);  ///< of those only the papers
std::vector<std::string> notes_on(const Plan& plan, int papers_ahead = 14);

}  // namespace folkmoot
