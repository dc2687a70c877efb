#include "src/trends/few.h"

#include <optional>

namespace folkmoot {

namespace {

std::optional<std::size_t> smallest(std::span<const std::size_t> parts, const std::vector<bool>& told) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (told[i] && (!found || parts[i] <= parts[*found])) found = i;
    }
    return found;
}

}  // namespace

std::vector<bool> tellable(std::span<const std::size_t> parts) {
    std::vector<bool> told;
    std::size_t left = 0;
    for (const std::size_t people : parts) {
        told.push_back(people >= fewest_people);
        if (!told.back()) left += people;
    }
    while (left > 0 && left < fewest_people) {
        const auto next = smallest(parts, told);
        if (!next) break;
        told[*next] = false;
        left += parts[*next];
    }
    return told;
}

}  // namespace folkmoot
