#include "src/session/typed_pieces.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr std::array<std::string_view, 3> quotation_marks{"\"", "\u201C", "\u201D"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "person" of "person:Asha". A colon that ends a word, a time ("14:00") and an address ("https://...") are no filter.
std::size_t filter_length(std::string_view rest) {
    const auto letters = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_letter) - rest.begin());
    if (letters == 0 || letters >= rest.size() || rest[letters] != ':') return 0;
    const auto value = rest.substr(letters + 1);
    return value.starts_with("//") ? 0 : letters;
}

class Cutting {
public:
    Cutting(std::string_view text, std::span<const std::string_view> filters) : text_(text), filters_(filters) {}

    std::variant<std::vector<TypedPiece>, SearchFault> run() {
        std::vector<TypedPiece> pieces;
        while (fault_.empty() && skip_blanks()) pieces.push_back(piece());
        if (!fault_.empty()) return SearchFault{fault_};
        return pieces;
    }

private:
    bool skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
        return at_ < text_.size();
    }

    TypedPiece piece() {
        TypedPiece made;
        if (const auto length = filter_length(text_.substr(at_)); length > 0) {
            const std::string name = text::folded(text_.substr(at_, length));
            const bool value = at_ + length + 1 < text_.size() && text_[at_ + length + 1] != ' ';
            if (value || std::ranges::find(filters_, name) != filters_.end()) {
                made.filter = name;
                at_ += length + 1;
            }
        }
        if (at_ < text_.size() && quotation_mark_at(text_, at_) > 0)
            quotation(made);
        else
            word(made);
        return made;
    }

    void quotation(TypedPiece& made) {
        const std::size_t begun = at_;
        at_ += quotation_mark_at(text_, at_);
        const std::size_t from = at_;
        while (at_ < text_.size() && quotation_mark_at(text_, at_) == 0) ++at_;
        if (at_ >= text_.size()) {
            fault_ = fmt::format(
                "The quotation mark before \"{}\" is not closed. Put one at each end of the words that belong "
                "together, "
                "or leave it out.",
                text::first(text_.substr(begun + quotation_mark_at(text_, begun)), 40));
            return;
        }
        made.quoted = true;
        made.text = text::one_line(text_.substr(from, at_ - from));
        at_ += quotation_mark_at(text_, at_);
        if (at_ < text_.size() && text_[at_] == '*') {
            made.star = true;
            ++at_;
        }
    }

    void word(TypedPiece& made) {
        const std::size_t from = at_;
        while (at_ < text_.size() && text_[at_] != ' ' && quotation_mark_at(text_, at_) == 0) ++at_;
        made.text = std::string(text_.substr(from, at_ - from));
        while (made.filter.empty() && made.text.ends_with('*')) {
            made.text.pop_back();
            made.star = true;
        }
    }

    std::string_view text_;
    std::span<const std::string_view> filters_;
    std::size_t at_ = 0;
    std::string fault_;
};

}  // namespace

std::size_t quotation_mark_at(std::string_view text, std::size_t at) {
    for (const auto mark : quotation_marks)
        if (text.substr(at).starts_with(mark)) return mark.size();
    return 0;
}

std::variant<std::vector<TypedPiece>, SearchFault> typed_pieces(std::string_view typed,
                                                                std::span<const std::string_view> filters) {
    // Counted before anything else looks at it, so that a file pasted by mistake costs nothing.
    if (typed.size() > longest_search * 4 || text::length(typed) > longest_search)
        return SearchFault{fmt::format("The search is {} long, and {} characters is the most. Type a few words.",
                                       typed.size() > longest_search * 4
                                           ? text::count(typed.size(), "byte", "bytes")
                                           : text::count(text::length(typed), "character", "characters"),
                                       longest_search)};
    const std::string line = text::one_line(typed);
    return Cutting(line, filters).run();
}

}  // namespace folkmoot
