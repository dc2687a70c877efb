#include "screens/near_names.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "src/base/text.h"

namespace folkmoot {
namespace {

constexpr std::size_t most_near = 3;
constexpr std::size_t longest_compared = 40;

/// The bytes of each character, so that a letter outside ASCII counts as one.
std::vector<std::string> letters_of(const std::string& text) {
    std::vector<std::string> letters;
    for (const char byte : text) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        if (continues && !letters.empty())
            letters.back() += byte;
        else
            letters.emplace_back(1, byte);
    }
    return letters;
}

/// Letters that are changed, missing, added or exchanged.
std::size_t distance(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = std::exchange(last, row);
    }
    return last[b.size()];
}

/// To the whole name or to the nearest of its words.
std::size_t distance_to_name(const std::vector<std::string>& typed, const std::string& name) {
    std::size_t nearest = distance(typed, letters_of(text::first(name, longest_compared)));
    for (const std::string& word : text::words(name)) {
        nearest = std::min(nearest, distance(typed, letters_of(text::first(word, longest_compared))));
    }
    return nearest;
}

}  // namespace

std::vector<PersonId> people_near(const State& state, std::string_view typed) {
    const auto letters = letters_of(text::plain(typed));
    if (letters.size() < 2 || letters.size() > longest_compared) return {};
    const std::size_t allowed = std::clamp<std::size_t>((letters.size() + 1) / 3, 1, 3);
    std::vector<std::pair<std::size_t, PersonId>> found;
    for (const Person& person : state.people) {
        const std::size_t far = distance_to_name(letters, text::plain(person.name.text));
        if (far <= allowed) found.emplace_back(far, person.id);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<PersonId> near;
    for (const auto& [far, id] : found) {
        if (near.size() < most_near) near.push_back(id);
    }
    return near;
}

}  // namespace folkmoot
