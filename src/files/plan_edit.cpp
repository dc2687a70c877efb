#include "src/files/plan_edit.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/error.h"
#include "src/base/text.h"
#include "src/files/partnership_tables.h"
#include "src/files/plan_parts.h"
#include "src/files/toml_edit.h"
#include "src/files/toml_value.h"

namespace folkmoot {

namespace {

using toml_file::in_quotes;
using toml_file::written;

/// The content while it changes.
class Editing {
public:
    Editing(std::string content, const std::string& shown_name)
        : content_(std::move(content)), shown_name_(shown_name) {}

    void text(std::string_view table, std::string_view key, const std::string& before, const std::string& after) {
        if (before != after) set(table, key, in_quotes(after));
    }
    void minutes(std::string_view table, std::string_view key, Minutes before, Minutes after) {
        if (before != after) set(table, key, fmt::format("{}", after.count()));
    }
    void set(std::string_view table, std::string_view key, const std::string& value) {
        content_ = toml_file::with_value(std::move(content_), table, key, value, shown_name_);
    }

    void meeting(const Plan& before, const Plan& after) {
        constexpr std::string_view table = "meeting";
        text(table, "title", before.title, after.title);
        text(table, "group", before.group, after.group);
        text(table, "place", before.place, after.place);
        if (before.date != after.date && after.date) set(table, "date", written(*after.date));
        minutes(table, "minutes", before.minutes, after.minutes);
        minutes(table, "buffer", before.buffer, after.buffer);
        if (before.pace != after.pace) set(table, "pace", written(after.pace));
        if (before.private_view != after.private_view)
            set(table, "private_view", after.private_view ? "true" : "false");
        text(table, "facilitator", before.facilitator, after.facilitator);
        text(table, "host", before.host, after.host);
        text(table, "note_taker", before.note_taker, after.note_taker);
        text(table, "timekeeper", before.timekeeper, after.timekeeper);
    }

    void rounds(const Plan& before, const Plan& after) {
        text("checkin", "question", before.checkin_question, after.checkin_question);
        text("checkout", "question", before.checkout_question, after.checkout_question);
        if (before.checkin_minutes != after.checkin_minutes && after.checkin_minutes)
            set("checkin", "minutes", fmt::format("{}", after.checkin_minutes->count()));
        if (before.checkout_minutes != after.checkout_minutes && after.checkout_minutes)
            set("checkout", "minutes", fmt::format("{}", after.checkout_minutes->count()));
    }

    /// Statements that are named one by one belong to the instrument before.
    void pulse(const Plan& before, const Plan& after) {
        const std::string old = before.pulse ? before.pulse->instrument : "";
        const std::string now = after.pulse ? after.pulse->instrument : "";
        if (old == now) return;
        content_ = toml_file::without_table(std::move(content_), "pulse", shown_name_);
        if (!now.empty()) set("pulse", "instrument", in_quotes(now));
    }

    void items(const std::vector<PlannedItem>& before, const std::vector<PlannedItem>& after) {
        const auto [old, now] = std::ranges::mismatch(before, after);
        const auto at = static_cast<std::size_t>(old - before.begin());
        if (old == before.end() && now == after.end()) return;
        if (after.size() == before.size() + 1 && std::equal(old, before.end(), now + 1, after.end())) {
            content_ =
                toml_file::with_table_at(std::move(content_), "item", at, toml_file::item_table(*now), shown_name_);
        } else if (before.size() == after.size() + 1 && std::equal(old + 1, before.end(), now, after.end())) {
            content_ = toml_file::without_table_at(std::move(content_), "item", at, shown_name_);
        } else if (before.size() == after.size() && std::equal(old + 1, before.end(), now + 1, after.end())) {
            item(at, *old, *now);
        } else {
            move(before, after, at);
        }
    }

    std::string take() { return std::move(content_); }

private:
    void item(std::size_t index, const PlannedItem& before, const PlannedItem& after) {
        const auto change = [&](std::string_view key, const std::string& value) {
            content_ = toml_file::with_value_at(std::move(content_), "item", index, key, value, shown_name_);
        };
        if (before.title != after.title) change("title", in_quotes(after.title));
        if (before.kind != after.kind) change("kind", in_quotes(in_words(after.kind)));
        if (before.minutes != after.minutes) change("minutes", fmt::format("{}", after.minutes.count()));
        if (before.objectives != after.objectives) change("objectives", toml_file::texts_to_toml(after.objectives));
        if (before.lead != after.lead) change("lead", in_quotes(after.lead));
        if (before.proposed != after.proposed) change("proposed_by", in_quotes(after.proposed));
        if (before.papers != after.papers) change("papers", toml_file::papers_to_toml(after.papers));
    }

    /// One of them went from its place to another.
    void move(const std::vector<PlannedItem>& before, const std::vector<PlannedItem>& after, std::size_t first) {
        for (const std::size_t from :
             {first, static_cast<std::size_t>(std::ranges::find(before, after.at(std::min(first, after.size() - 1))) -
                                              before.begin())}) {
            if (from >= before.size()) continue;
            for (std::size_t to = 0; to < before.size(); ++to) {
                std::vector<PlannedItem> tried = before;
                const PlannedItem moved = tried[from];
                tried.erase(tried.begin() + static_cast<std::ptrdiff_t>(from));
                tried.insert(tried.begin() + static_cast<std::ptrdiff_t>(to), moved);
                if (tried != after) continue;
                content_ = toml_file::with_table_moved(std::move(content_), "item", from, to, shown_name_);
                return;
            }
        }
        throw Error(fmt::format("{} changed in more than one place at once, and nothing was written.", shown_name_));
    }

    std::string content_;
    const std::string& shown_name_;
};

}  // namespace

std::string with_changes(std::string content, const Plan& before, const Plan& after, const std::string& shown_name) {
    Editing editing(std::move(content), shown_name);
    editing.meeting(before, after);
    editing.rounds(before, after);
    editing.items(before.items, after.items);
    editing.pulse(before, after);
    return editing.take();
}

}  // namespace folkmoot
