// The tables that a partnership file and a plan have in common.
#pragma once

#include <string>
#include <vector>

#include "src/files/partnership_file.h"
#include "src/files/table_reader.h"

namespace folkmoot::toml_file {

/// What a person without a partner takes part as.
inline constexpr const char* independent = "independent";

/// name, scale, principles, partners, and how they work.
void read_shared_keys(TableReader& table, PartnershipSheet& into);
/// [[person]] as written: a partner that is not named stays empty.
std::vector<PlannedPerson> read_people(TableReader& root);
std::vector<PlannedObjective> read_objectives(TableReader& root);
/// Adds a partner unless it is known (folded).
void mention(std::vector<std::string>& partners, const std::string& name);
/// Gives everybody a partner, spelled as it was first, and lists those that only people mention.
void settle_partners(std::vector<PlannedPerson>& people, std::vector<std::string>& partners);

/// [[person]] and [[objective]] tables as text, each followed by an empty line.
std::string people_to_toml(const std::vector<PlannedPerson>& people);
std::string objectives_to_toml(const std::vector<PlannedObjective>& objectives);
/// ["One", "Two"], or a line for each when they are long.
std::string texts_to_toml(const std::vector<std::string>& texts);
/// key = "text", or nothing when the text is empty.
std::string text_line(std::string_view key, const std::string& text);
/// The keys of [partnership].
std::string shared_keys_to_toml(const PartnershipSheet& partnership);

}  // namespace folkmoot::toml_file
