// What people took on, and what became of it.
#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/exports/minutes_parts.h"
#include "src/exports/review_parts.h"
#include "src/session/matters.h"

namespace folkmoot::review_parts {

using namespace minutes_parts;

namespace {

constexpr int often = 3;
using Left = Followed::Left;

bool is_open(const Followed& action) { return action.left == Left::open; }
bool is_overdue(const Followed& action, Date day) {
    return is_open(action) && action.due && days_between(*action.due, day) > 0;
}
bool is_carried_often(const Followed& action) { return is_open(action) && action.carried >= often; }

std::string who_and_what(const Followed& action) {
    const std::string name = text::one_line(action.owner_name.text);
    const std::string who = name.empty() ? "Owner not agreed yet" : name;
    return fmt::format("{}{}: {}", who, action.partner.empty() ? "" : ", " + action.partner, one(action.text));
}

std::string open_line(const Followed& action, Date day) {
    std::string line = who_and_what(action) + ". ";
    line += !action.due               ? "No date yet."
            : is_overdue(action, day) ? fmt::format("It was due on {}.", in_words(*action.due))
                                      : fmt::format("Due on {}.", in_words(*action.due));
    if (action.carried > 0) line += fmt::format(" It was {}.", carried_in_words(action.carried));
    if (!action.accepted) line += " Not accepted by its owner yet.";
    return line + fmt::format(" Written down on {}.", in_words(action.since));
}

std::string settled_line(const Followed& action) {
    const std::string reason = text::one_line(action.reason.text);
    std::string line = who_and_what(action) + ". ";
    switch (action.left) {
        case Left::dropped:
            return line + (reason.empty()
                               ? fmt::format("Dropped on {}, without a reason.", in_words(action.decided))
                               : text::sentence(fmt::format("Dropped on {}: {}", in_words(action.decided), reason)));
        case Left::taken:
            return line + fmt::format("Put on the agenda on {}.", in_words(action.decided));
        default:
            return line + fmt::format("Reported done on {}.", in_words(action.decided));
    }
}

struct Count {
    std::string partner;
    std::size_t done = 0, open = 0, overdue = 0, often_carried = 0, dropped = 0;
};

std::vector<Count> by_partner(const std::vector<Followed>& all, Date day) {
    std::vector<Count> counts;
    for (const Followed& each : all) {
        const std::string partner = !each.partner.empty()                          ? each.partner
                                    : text::one_line(each.owner_name.text).empty() ? "Nobody yet"
                                                                                   : "No partner known";
        auto count = std::ranges::find(counts, partner, &Count::partner);
        if (count == counts.end()) count = counts.insert(count, Count{partner});
        count->done += each.left == Left::done;
        count->dropped += each.left == Left::dropped;
        count->open += is_open(each);
        count->overdue += is_overdue(each, day);
        count->often_carried += is_carried_often(each);
    }
    return counts;
}

Document::Table table_of(const std::vector<Followed>& all, Date day) {
    Document::Table table;
    table.caption = "Actions by the partner of who has them";
    table.columns = {"Partner", "Done", "Open", "Overdue", "Carried three times or more", "Dropped"};
    for (const Count& each : by_partner(all, day)) {
        std::vector<std::string> row{each.partner};
        for (const std::size_t count : {each.done, each.open, each.overdue, each.often_carried, each.dropped})
            row.push_back(fmt::format("{}", count));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// "Actions done by their date: 50 % typically, over 3 meetings, ..."
void say_trend(Document& document, const Review& review, std::string_view key) {
    const Measure& shown = measure(review, key);
    for (const Series& each : shown.series)
        paragraph(document, name_of(shown, each) + ": " + in_words(trend_of(each), shown.unit));
}

template <class Test>
std::size_t how_many(const std::vector<Followed>& all, Test test) {
    return static_cast<std::size_t>(std::ranges::count_if(all, test));
}

std::string in_short(const std::vector<Followed>& all, Date day) {
    const auto left = [&](Left as) { return how_many(all, [as](const Followed& each) { return each.left == as; }); };
    const std::size_t raised = how_many(all, [](const Followed& each) { return each.raised_here; });
    std::string said =
        fmt::format("{} written down in this period, and {} open from before. ",
                    text::count(raised, "action was", "actions were"), text::count(all.size() - raised, "was", "were"));
    said += fmt::format("{} done, {} dropped, {} still open.", text::count(left(Left::done), "is", "are"),
                        text::count(left(Left::dropped), "was", "were"), text::count(left(Left::open), "is", "are"));
    if (const std::size_t taken = left(Left::taken); taken > 0)
        said += fmt::format(" {} put on an agenda.", text::count(taken, "was", "were"));
    const std::size_t overdue = how_many(all, [&](const Followed& each) { return is_overdue(each, day); });
    const std::size_t carried = how_many(all, is_carried_often);
    if (left(Left::open) > 0)
        said += fmt::format(" Of the open ones, {} overdue on {}, and {} carried three times or more.",
                            text::count(overdue, "was", "were"), in_words(day),
                            text::count(carried, "had been", "had been"));
    return said;
}

}  // namespace

void add_actions(Document& document, const Review& review) {
    heading(document, 2, "Actions");
    const auto all = followed(review, MatterKind::action);
    if (all.empty()) return paragraph(document, "No action was written down, and none was open from before.");
    const Date day = last_day(review);
    paragraph(document, in_short(all, day));
    say_trend(document, review, "actions-on-time");
    say_trend(document, review, "actions-complete");
    std::vector<Document::Line> done, open, overdue, carried, dropped, taken;
    for (const Followed& each : all) {
        if (is_open(each))
            (is_carried_often(each)  ? carried
             : is_overdue(each, day) ? overdue
                                     : open)
                .push_back({.text = open_line(each, day)});
        else
            (each.left == Left::dropped ? dropped
             : each.left == Left::taken ? taken
                                        : done)
                .push_back({.text = settled_line(each)});
    }
    section(document, 3, "Done", std::move(done));
    section(document, 3, "Open", std::move(open));
    section(document, 3, "Overdue", std::move(overdue));
    section(document, 3, "Carried three times or more", std::move(carried));
    section(document, 3, "Dropped", std::move(dropped));
    section(document, 3, "Put on an agenda", std::move(taken));
    heading(document, 3, "Who has them");
    document.blocks.emplace_back(table_of(all, day));
}

}  // namespace folkmoot::review_parts
