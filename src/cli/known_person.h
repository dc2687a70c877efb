// Who is meant by a name that was typed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "src/log/forget.h"

namespace folkmoot::cli {

/// Somebody of exactly this name, whatever the case and the accents, or whose id begins so. Error names those who are
/// near, or who are all called so.
KnownPerson person_named(const std::vector<KnownPerson>& people, const std::string& typed);
/// The same, nothing when there is none.
bool is_known(const std::vector<KnownPerson>& people, const std::string& typed);

/// "Asha, Harbour Voices"
std::string name_of(const KnownPerson& person);

/// Files of minutes beside the log in which one of the names stands. They are read, never changed.
std::vector<std::filesystem::path> minutes_with(const std::filesystem::path& log, const KnownPerson& person);

}  // namespace folkmoot::cli
