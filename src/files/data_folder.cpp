#include "src/files/data_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include "src/base/error.h"

namespace fs = std::filesystem;

namespace folkmoot {

namespace {

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

}  // namespace

fs::path data_folder() {
    // Someone who names a folder wants that one: falling back would hide a spelling mistake behind other templates.
    if (const char* named = std::getenv("FOLKMOOT_DATA"); named != nullptr && *named != '\0') {
        if (is_folder(named)) return fs::path(named).lexically_normal();
        throw Error("The data folder " + std::string(named) + " (from FOLKMOOT_DATA) is not there.");
    }

    std::vector<fs::path> places;
    std::error_code no_program;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", no_program); !no_program) {
        places.push_back((program.parent_path() / FOLKMOOT_DATA_FROM_PROGRAM).lexically_normal());
    }
    places.emplace_back(FOLKMOOT_SOURCE_DATA);
    for (const fs::path& place : places) {
        if (is_folder(place)) return place;
    }

    std::string looked;
    for (const fs::path& place : places) looked += (looked.empty() ? "" : " and ") + place.string();
    throw Error("Folkmoot's data folder was not found; looked at " + looked +
                ". Set FOLKMOOT_DATA to the folder that holds templates and instruments.");
}

}  // namespace folkmoot
