#include "src/session/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/base/search_words.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

constexpr std::array<std::string_view, 8> kind_words{"item",   "note",     "decision", "action",
                                                     "parked", "question", "term",     "concern"};
constexpr std::string_view filters = "person:, group:, objective:, kind:, before:, after: and is:open";

/// One thing between blanks: a word, a phrase, or a filter with its value.
struct Piece {
    std::string filter;  ///< before the colon, folded; empty: no filter
    std::string text;
    bool quoted = false;
    bool star = false;
};

constexpr std::array<std::string_view, 3> quotation_marks{"\"", "\u201C", "\u201D"};

/// How long the quotation mark there is; 0: there is none.
std::size_t mark_at(std::string_view text, std::size_t at) {
    for (const auto mark : quotation_marks)
        if (text.substr(at).starts_with(mark)) return mark.size();
    return 0;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "person" of "person:Asha". A colon that ends a word, a time ("14:00") and an address ("https://...") are no filter.
std::size_t filter_length(std::string_view rest) {
    const auto letters = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_letter) - rest.begin());
    if (letters == 0 || letters >= rest.size() || rest[letters] != ':') return 0;
    const auto value = rest.substr(letters + 1);
    return value.starts_with("//") ? 0 : letters;
}

bool is_filter(std::string_view name) {
    static constexpr std::array<std::string_view, 7> known{"person", "group", "objective", "kind",
                                                           "before", "after", "is"};
    return std::find(known.begin(), known.end(), name) != known.end();
}

class Reading {
public:
    Reading(std::string text, Date today) : whole_(std::move(text)), text_(whole_), today_(today) {}

    std::variant<SearchQuery, SearchFault> run() {
        while (fault_.empty() && skip_blanks()) take(piece());
        if (fault_.empty() && words_ > most_search_words)
            fault_ =
                fmt::format("The search has {} words, and {} is the most. Leave some out.", words_, most_search_words);
        if (fault_.empty() && query_ == SearchQuery{})
            fault_ = "There is no word to look for. Type one or more, such as: advert, or: kind:decision advert.";
        if (!fault_.empty()) return SearchFault{fault_};
        return query_;
    }

private:
    bool skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
        return at_ < text_.size();
    }

    Piece piece() {
        Piece made;
        if (const auto length = filter_length(text_.substr(at_)); length > 0) {
            const std::string name = text::folded(text_.substr(at_, length));
            const bool value = at_ + length + 1 < text_.size() && text_[at_ + length + 1] != ' ';
            if (value || is_filter(name)) {
                made.filter = name;
                at_ += length + 1;
            }
        }
        if (at_ < text_.size() && mark_at(text_, at_) > 0)
            quotation(made);
        else
            word(made);
        return made;
    }

    void quotation(Piece& made) {
        const std::size_t begun = at_;
        at_ += mark_at(text_, at_);
        const std::size_t from = at_;
        while (at_ < text_.size() && mark_at(text_, at_) == 0) ++at_;
        if (at_ >= text_.size()) {
            fault_ = fmt::format(
                "The quotation mark before \"{}\" is not closed. Put one at each end of the words that belong "
                "together, "
                "or leave it out.",
                text::first(text_.substr(begun + mark_at(text_, begun)), 40));
            return;
        }
        made.quoted = true;
        made.text = text::one_line(text_.substr(from, at_ - from));
        at_ += mark_at(text_, at_);
        if (at_ < text_.size() && text_[at_] == '*') {
            made.star = true;
            ++at_;
        }
    }

    void word(Piece& made) {
        const std::size_t from = at_;
        while (at_ < text_.size() && text_[at_] != ' ' && mark_at(text_, at_) == 0) ++at_;
        made.text = std::string(text_.substr(from, at_ - from));
        while (made.filter.empty() && made.text.ends_with('*')) {
            made.text.pop_back();
            made.star = true;
        }
    }

    void take(const Piece& piece) {
        if (!fault_.empty()) return;
        if (piece.filter.empty())
            take_phrase(piece);
        else
            take_filter(piece);
    }

    void take_phrase(const Piece& piece) {
        if (!text::has_words(piece.text)) {
            if (piece.star) fault_ = "A star needs the beginning of a word before it, such as: adv*.";
            return;
        }
        words_ += text::words(piece.text).size();
        query_.phrases.push_back({piece.text, piece.star});
    }

    void take_filter(const Piece& piece) {
        if (!is_filter(piece.filter)) {
            fault_ = fmt::format(
                "\"{}:\" is no filter. The filters are {}. To look for the words themselves, put them in quotation "
                "marks: \"{}:{}\".",
                piece.filter, filters, piece.filter, text::first(piece.text, 40));
            return;
        }
        if (piece.text.empty()) {
            fault_ = fmt::format("{}: needs its value right after it, such as: {}.", piece.filter, example(piece));
            return;
        }
        if (piece.filter == "person")
            query_.people.push_back(piece.text);
        else if (piece.filter == "group")
            query_.groups.push_back(piece.text);
        else if (piece.filter == "objective")
            query_.objectives.push_back(piece.text);
        else if (piece.filter == "kind")
            take_kind(piece);
        else if (piece.filter == "is")
            take_state(piece);
        else
            take_date(piece);
    }

    static std::string_view example(const Piece& piece) {
        if (piece.filter == "person") return "person:Asha, or person:\"Asha Rao\"";
        if (piece.filter == "group") return "group:\"Working group\"";
        if (piece.filter == "objective") return "objective:O1";
        if (piece.filter == "kind") return "kind:decision";
        return piece.filter == "is" ? "is:open" : "before:2026-12-01";
    }

    void take_kind(const Piece& piece) {
        if (const auto kind = search_kind_from(text::folded(piece.text))) {
            query_.kinds.push_back(*kind);
            return;
        }
        fault_ = fmt::format("kind: is {}, not \"{}\".", text::list({kind_words.begin(), kind_words.end()}, "or"),
                             text::first(piece.text, 40));
    }

    void take_state(const Piece& piece) {
        query_.open = text::folded(piece.text) == "open";
        if (!query_.open)
            fault_ = fmt::format("is: is followed by open, not by \"{}\": is:open finds what is still to be done.",
                                 text::first(piece.text, 40));
    }

    void take_date(const Piece& piece) {
        const auto date = read_date(piece.text, today_);
        if (!date) {
            fault_ = fmt::format(
                "{}: needs a date, and \"{}\" is none. A date is written {}:2026-12-01, or {}:\"1 december 2026\".",
                piece.filter, text::first(piece.text, 40), piece.filter, piece.filter);
            return;
        }
        (piece.filter == "before" ? query_.before : query_.after) = *date;
    }

    std::string whole_;
    std::string_view text_;
    Date today_;
    std::size_t at_ = 0;
    std::size_t words_ = 0;
    SearchQuery query_;
    std::string fault_;
};

}  // namespace

std::string_view in_words(const SearchKind& kind) {
    return kind.capture ? kind_words.at(static_cast<std::size_t>(*kind.capture) + 1) : kind_words.front();
}

std::optional<SearchKind> search_kind_from(std::string_view word) {
    const auto found = std::find(kind_words.begin(), kind_words.end(), word);
    if (found == kind_words.end()) return std::nullopt;
    if (found == kind_words.begin()) return SearchKind{};
    return SearchKind{static_cast<CaptureKind>(found - kind_words.begin() - 1)};
}

std::variant<SearchQuery, SearchFault> read_search(std::string_view typed, Date today) {
    // Counted before anything else looks at it, so that a file pasted by mistake costs nothing.
    if (typed.size() > longest_search * 4 || text::length(typed) > longest_search)
        return SearchFault{fmt::format("The search is {} long, and {} characters is the most. Type a few words.",
                                       typed.size() > longest_search * 4
                                           ? text::count(typed.size(), "byte", "bytes")
                                           : text::count(text::length(typed), "character", "characters"),
                                       longest_search)};
    return Reading(text::one_line(typed), today).run();
}

}  // namespace folkmoot
