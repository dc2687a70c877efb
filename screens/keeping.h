// What can be done with the log as a whole, as a page. The question it answers: what do we hold of whom, and is it
// safe?
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "screens/reading.h"
#include "src/page/page.h"
#include "src/session/keeping.h"

namespace folkmoot {

Page keeping_page(std::span<const Keeping::Someone> people);

/// `lines`: everything that is kept about somebody; `typed` means them alone.
Page held_page(const std::vector<std::string>& lines, const std::string& typed);

/// What is typed behind `forget`: "Asha", "Ann Lee also Annie", "access needs of Asha", "words before 1 january 2024".
/// Nothing: what was begun.
Read<ForgetAsked> read_forget(const std::string& typed, Date today);

/// What is typed behind `backup`.
struct BackupAsked {
    bool for_review = false;
    std::filesystem::path to;  ///< empty: beside the log
};
BackupAsked read_backup(const std::string& typed);

}  // namespace folkmoot
