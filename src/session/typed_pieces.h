// A typed search, cut into its words, phrases and filters. Read by search, actions and meetings.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "src/session/search.h"

namespace folkmoot {

/// One thing between blanks: a word, a phrase, or a filter with its value.
struct TypedPiece {
    std::string filter;  ///< before the colon, folded; empty: no filter. It may be an unknown one
    std::string text;    ///< empty: nothing stands behind the filter
    bool quoted = false;
    bool star = false;  ///< only the beginning is given: "adv*"
    bool operator==(const TypedPiece&) const = default;
};

/// In order. `filters` are those that are known; any other word with a colon and a value behind it looks like one too,
/// except a time ("14:00") and an address ("https://..."). Takes any bytes; what is too long or not closed is a fault.
std::variant<std::vector<TypedPiece>, SearchFault> typed_pieces(std::string_view typed,
                                                                std::span<const std::string_view> filters);

/// How long the quotation mark at this place is, in bytes; 0: there is none.
std::size_t quotation_mark_at(std::string_view text, std::size_t at);

}  // namespace folkmoot
