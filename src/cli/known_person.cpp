#include "src/cli/known_person.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "src/base/atomic_file.h"
#include "src/base/name_finder.h"
#include "src/base/text.h"
#include "src/files/nearest.h"

namespace folkmoot::cli {

namespace {

using People = std::vector<KnownPerson>;

template <class F>
People those(const People& people, F&& wanted) {
    People found;
    std::ranges::copy_if(people, std::back_inserter(found), wanted);
    return found;
}

People called(const People& people, const std::string& typed) {
    for (const auto form : {&text::folded, &text::plain}) {
        auto found = those(people, [&](const KnownPerson& each) {
            return std::ranges::any_of(each.names, [&](const auto& name) { return form(name) == form(typed); });
        });
        if (!found.empty()) return found;
    }
    constexpr std::size_t shortest_id = 4;
    const bool digits = typed.size() >= shortest_id && std::ranges::all_of(typed, [](char c) {
                            return std::isxdigit(static_cast<unsigned char>(c)) != 0;
                        });
    if (!digits) return {};
    return those(people, [&](const KnownPerson& each) {
        return !each.names.empty() && each.id.hex().starts_with(text::folded(typed));
    });
}

/// Names that begin so, or are a slip of the fingers away.
std::vector<std::string> near_to(const People& people, const std::string& typed) {
    std::vector<std::string> names, near;
    for (const auto& each : people)
        if (!each.names.empty()) names.push_back(each.names.front());
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const auto& name : names)
        if (text::name_matches(text::plain(name), text::plain(typed))) near.push_back(name);
    if (const auto slip = nearest(typed, names); slip && std::ranges::find(near, *slip) == near.end())
        near.push_back(*slip);
    for (const auto& name : names) {
        const auto words = text::words(name);
        if (words.size() > 1 && nearest(typed, words) && std::ranges::find(near, name) == near.end())
            near.push_back(name);
    }
    constexpr std::size_t most = 5;
    if (near.size() > most) near.resize(most);
    return near;
}

}  // namespace

std::string name_of(const KnownPerson& person) {
    const auto name = person.names.empty() ? std::string("Somebody who was forgotten") : person.names.front();
    return person.partner.empty() ? name : fmt::format("{}, {}", name, person.partner);
}

bool is_known(const People& people, const std::string& typed) { return !called(people, text::one_line(typed)).empty(); }

KnownPerson person_named(const People& people, const std::string& typed) {
    const auto name = text::one_line(typed);
    if (name.empty()) throw Error("A name is needed, and an empty one is none. For example: folkmoot held Asha");
    const auto found = called(people, name);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
        std::vector<std::string> all;
        for (const auto& each : found)
            all.push_back(fmt::format("{} of {} ({})", each.id.shown(), each.partnership, name_of(each)));
        throw Error(fmt::format("{} people are called \"{}\". Type the beginning of an id in place of the name: {}.",
                                found.size(), name, text::list(all, "or")));
    }
    const auto near = near_to(people, name);
    if (near.empty()) throw Error(fmt::format("The log knows nobody called \"{}\".", name));
    throw Error(fmt::format("The log knows nobody called \"{}\". Near to it: {}. Type the whole name.", name,
                            text::list(near)));
}

std::vector<std::filesystem::path> minutes_with(const std::filesystem::path& log, const KnownPerson& person) {
    namespace fs = std::filesystem;
    text::NameFinder finder;
    for (const auto& name : person.names) finder.add(name);
    std::vector<fs::path> found;
    std::error_code none;
    const auto folder = fs::absolute(log, none).parent_path() / "minutes";
    for (const auto& each : fs::directory_iterator(folder, none)) {
        const auto ending = each.path().extension();
        if ((ending != ".md" && ending != ".txt" && ending != ".html") || !each.is_regular_file(none)) continue;
        try {
            if (!finder.find(read_file(each.path())).empty()) found.push_back(each.path());
        } catch (const Error&) {  // what cannot be read is not said to hold the name
        }
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace folkmoot::cli
