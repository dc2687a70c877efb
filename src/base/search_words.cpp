#include "src/base/search_words.h"

#include <unictype.h>
#include <unistr.h>

#include <algorithm>

namespace folkmoot::text {

namespace {

constexpr std::string_view between = "\u200B";

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

/// Han, Hiragana and Katakana, with the marks that are written like letters among them.
bool stands_alone(ucs4_t code) {
    struct Range {
        ucs4_t first, last;
    };
    static constexpr Range ranges[] = {{0x3005, 0x3007}, {0x3041, 0x30FF},   {0x31F0, 0x31FF},
                                       {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},
                                       {0xFF66, 0xFF9F}, {0x1B000, 0x1B16F}, {0x20000, 0x323AF}};
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [code](const Range& each) { return each.first <= code && code <= each.last; });
}

template <class F>
void each_character(std::string_view text, F&& look) {
    for (std::size_t at = 0; at < text.size();) {
        ucs4_t code = 0;
        const int size = u8_mbtouc(&code, bytes_of(text) + at, text.size() - at);
        look(code, text.substr(at, static_cast<std::size_t>(size)));
        at += static_cast<std::size_t>(size);
    }
}

}  // namespace

bool has_words(std::string_view text) {
    bool found = false;
    each_character(text, [&](ucs4_t code, std::string_view) {
        constexpr auto words = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Co;
        found = found || (code != 0xFFFD && uc_is_general_category_withtable(code, words));
    });
    return found;
}

std::string apart(std::string_view text) {
    std::string all;
    bool wanted = false;
    each_character(text, [&](ucs4_t code, std::string_view bytes) {
        const bool alone = stands_alone(code);
        if (!all.empty() && (alone || wanted)) all += between;
        all += bytes;
        wanted = alone;
    });
    return all;
}

std::string together(std::string_view text) {
    std::string all(text);
    for (std::size_t at = all.find(between); at != std::string::npos; at = all.find(between, at))
        all.erase(at, between.size());
    return all;
}

}  // namespace folkmoot::text
