// Guessing what was meant, for suggestions in messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace folkmoot {

/// The known word that a slip of the fingers makes into `word`: at most a third of its letters (at least one, at most
/// three) added, missing, wrong or swapped. Nothing when none is that near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace folkmoot
