// What SQLite says, in words for people.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <string>

namespace folkmoot::log {

/// One sentence with the path. `system_error` is the errno behind it, 0 when there is none. Never advice to delete.
std::string failure_in_words(const std::filesystem::path& path, const SQLite::Exception& failure, int system_error);

bool is_damage(const SQLite::Exception& failure);

/// A read error of the disk can come back as "corrupt": so what fails that way is done again once before it is
/// believed.
template <class F>
auto twice(F&& act) {
    try {
        return act();
    } catch (const SQLite::Exception& failure) {
        if (!is_damage(failure)) throw;
    }
    return act();
}

}  // namespace folkmoot::log
