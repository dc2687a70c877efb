#include "src/session/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "src/base/search_words.h"
#include "src/base/text.h"
#include "src/session/typed_pieces.h"

namespace folkmoot {

namespace {

constexpr std::array<std::string_view, 8> kind_words{"item",   "note",     "decision", "action",
                                                     "parked", "question", "term",     "concern"};
constexpr std::string_view filters = "person:, group:, objective:, kind:, before:, after: and is:open";

constexpr std::array<std::string_view, 7> known{"person", "group", "objective", "kind", "before", "after", "is"};

class Reading {
public:
    explicit Reading(Date today) : today_(today) {}

    std::variant<SearchQuery, SearchFault> run(const std::vector<TypedPiece>& pieces) {
        for (const TypedPiece& each : pieces) take(each);
        if (fault_.empty() && words_ > most_search_words)
            fault_ =
                fmt::format("The search has {} words, and {} is the most. Leave some out.", words_, most_search_words);
        if (fault_.empty() && query_ == SearchQuery{})
            fault_ = "There is no word to look for. Type one or more, such as: advert, or: kind:decision advert.";
        if (!fault_.empty()) return SearchFault{fault_};
        return query_;
    }

private:
    void take(const TypedPiece& piece) {
        if (!fault_.empty()) return;
        if (piece.filter.empty())
            take_phrase(piece);
        else
            take_filter(piece);
    }

    void take_phrase(const TypedPiece& piece) {
        if (!text::has_words(piece.text)) {
            if (piece.star) fault_ = "A star needs the beginning of a word before it, such as: adv*.";
            return;
        }
        words_ += text::words(piece.text).size();
        query_.phrases.push_back({piece.text, piece.star});
    }

    void take_filter(const TypedPiece& piece) {
        if (std::ranges::find(known, piece.filter) == known.end()) {
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

    static std::string_view example(const TypedPiece& piece) {
        if (piece.filter == "person") return "person:Asha, or person:\"Asha Rao\"";
        if (piece.filter == "group") return "group:\"Working group\"";
        if (piece.filter == "objective") return "objective:O1";
        if (piece.filter == "kind") return "kind:decision";
        return piece.filter == "is" ? "is:open" : "before:2026-12-01";
    }

    void take_kind(const TypedPiece& piece) {
        if (const auto kind = search_kind_from(text::folded(piece.text))) {
            query_.kinds.push_back(*kind);
            return;
        }
        fault_ = fmt::format("kind: is {}, not \"{}\".", text::list({kind_words.begin(), kind_words.end()}, "or"),
                             text::first(piece.text, 40));
    }

    void take_state(const TypedPiece& piece) {
        query_.open = text::folded(piece.text) == "open";
        if (!query_.open)
            fault_ = fmt::format("is: is followed by open, not by \"{}\": is:open finds what is still to be done.",
                                 text::first(piece.text, 40));
    }

    void take_date(const TypedPiece& piece) {
        const auto date = read_date(piece.text, today_);
        if (!date) {
            fault_ = fmt::format(
                "{}: needs a date, and \"{}\" is none. A date is written {}:2026-12-01, or {}:\"1 december 2026\".",
                piece.filter, text::first(piece.text, 40), piece.filter, piece.filter);
            return;
        }
        (piece.filter == "before" ? query_.before : query_.after) = *date;
    }

    Date today_;
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
    const auto pieces = typed_pieces(typed, known);
    if (const auto* fault = std::get_if<SearchFault>(&pieces)) return *fault;
    return Reading(today).run(std::get<std::vector<TypedPiece>>(pieces));
}

}  // namespace folkmoot
