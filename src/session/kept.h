// Values that are kept by a key: added, or changed when the key is known.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "src/meeting/ways.h"

namespace folkmoot {

template <class T, class Key>
void keep(std::vector<T>& all, const T& value, Key key) {
    const auto found = std::ranges::find(all, value.*key, key);
    if (found == all.end()) {
        all.push_back(value);
    } else {
        *found = value;
    }
}

/// By its word, whatever its case; null when it is not there.
const Term* find_term(const std::vector<Term>& glossary, std::string_view word);
/// With an empty meaning it goes.
void keep_term(std::vector<Term>& glossary, const Term& term);

}  // namespace folkmoot
