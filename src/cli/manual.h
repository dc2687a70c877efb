// The whole manual as a document. Only for this room.
#pragma once

#include <vector>

#include "src/cli/command_line.h"
#include "src/exports/document.h"
#include "src/files/help_texts.h"
#include "src/page/keys.h"

namespace folkmoot::cli {

/// Made from the command line, the table of words, the settings and the texts of data/help, so that none of them can
/// say something else; with the keys as they are set. Its sections are those of a manual page.
Document manual_of(const std::vector<CommandInWords>& all, const std::vector<HelpText>& texts, const Keys& keys);

}  // namespace folkmoot::cli
