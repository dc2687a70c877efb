// The checklist of a stage, in TOML: data/stages/starting.toml, working.toml and ending.toml.
#pragma once

#include <filesystem>

#include "src/meeting/stage_sheet.h"

namespace folkmoot {

/// Throws FaultyFile with all faults. The file's name says which stage it is of.
StageSheet read_stage(PartnershipStage stage, const std::filesystem::path& folder);

}  // namespace folkmoot
