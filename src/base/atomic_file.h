// Files written whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace folkmoot {

/// Writes a temporary file beside `path` (mode 0600, or the old file's mode), syncs it, renames it over `path`, and
/// syncs the folder. On any failure the old file stays as it was, the temporary one is removed, and Error names the
/// path and the reason in words.
void write_file_atomically(const std::filesystem::path& path, std::string_view content);

/// Renames a finished file into place, in the same folder, and syncs the folder. Error names `to`.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

/// The whole file. Error names the path and the reason ("is a folder", "there is no such file", "not allowed").
std::string read_file(const std::filesystem::path& path);

/// Makes the folder and its parents, new ones with mode 0700. Error names the path.
void make_private_folder(const std::filesystem::path& path);

/// "The disk is full", "not allowed", ...: an errno value in plain words, without a full stop.
std::string reason_in_words(int error_number);

}  // namespace folkmoot
