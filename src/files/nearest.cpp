#include "src/files/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "src/base/text.h"

namespace folkmoot {

namespace {

std::size_t slips_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = std::exchange(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
    const auto wanted = text::folded(word);
    if (wanted.size() > 100) return std::nullopt;
    std::size_t best = std::clamp<std::size_t>(wanted.size() / 3, 1, 3) + 1;
    std::optional<std::string> found;
    for (const auto& candidate : known) {
        const auto slips = slips_between(wanted, text::folded(candidate));
        if (slips < best) {
            best = slips;
            found = candidate;
        }
    }
    return found;
}

}  // namespace folkmoot
