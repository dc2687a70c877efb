#include "src/files/table_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "src/base/text.h"
#include "src/files/nearest.h"

namespace folkmoot::toml_file {

void FaultList::add(int line, std::string found, std::string allowed) {
    own_.push_back({file_, line, std::move(found), std::move(allowed)});
}

void FaultList::add(const FaultyFile& other) {
    others_.insert(others_.end(), other.faults().begin(), other.faults().end());
}

std::vector<Fault> FaultList::sorted() const {
    auto all = own_;
    std::ranges::stable_sort(all, {}, &Fault::line);
    all.insert(all.end(), others_.begin(), others_.end());
    return all;
}

void FaultList::throw_if_any() const {
    if (size() > 0) throw FaultyFile(sorted());
}

TableReader::TableReader(const Value& table, std::string name, FaultList& faults)
    : table_(&table), name_(std::move(name)), faults_(&faults) {}

int TableReader::line_of(std::string_view key) const {
    const auto entry = std::ranges::find(table_->entries, key, &Entry::key);
    return entry == table_->entries.end() ? line() : entry->line;
}

const Value* TableReader::asked(std::string_view key) {
    if (std::ranges::find(known_, key) == known_.end()) known_.emplace_back(key);
    return table_->find(key);
}

const Value* TableReader::of_kind(std::string_view key, Value::Kind kind, std::string_view allowed) {
    const Value* value = asked(key);
    if (value == nullptr || value->kind == kind) return value;
    fault(key, std::string(allowed));
    return nullptr;
}

void TableReader::fault(std::string_view key, std::string allowed) {
    const Value* value = table_->find(key);
    auto found =
        value == nullptr ? fmt::format("{} without {}", name_, key) : fmt::format("{} = {}", key, value->shown);
    faults_->add(line_of(key), std::move(found), std::move(allowed));
}

std::string TableReader::text(std::string_view key) {
    const Value* value = of_kind(key, Value::Kind::text, "text in quotation marks");
    return value == nullptr ? std::string{} : value->text;
}

std::string TableReader::required_text(std::string_view key, std::string_view example) {
    auto result = text(key);
    const Value* value = table_->find(key);
    if (result.empty() && (value == nullptr || value->kind == Value::Kind::text))
        fault(key, fmt::format("a text that is not empty, such as {} = {}", key, in_quotes(example)));
    return result;
}

std::optional<int> TableReader::whole(std::string_view key, int low, int high) {
    const auto allowed = fmt::format("a whole number from {} to {}", low, high);
    const Value* value = of_kind(key, Value::Kind::whole, allowed);
    if (value == nullptr) return std::nullopt;
    if (value->whole >= low && value->whole <= high) return static_cast<int>(value->whole);
    fault(key, allowed);
    return std::nullopt;
}

std::optional<double> TableReader::number(std::string_view key, double low, double high) {
    const Value* value = asked(key);
    if (value == nullptr) return std::nullopt;
    const bool numeric = value->kind == Value::Kind::whole || value->kind == Value::Kind::number;
    if (numeric && low <= value->number && value->number <= high) return value->number;
    fault(key, fmt::format("a number from {} to {}", low, high));
    return std::nullopt;
}

std::optional<bool> TableReader::yes_no(std::string_view key) {
    const Value* value = of_kind(key, Value::Kind::yes_no, "true or false");
    return value == nullptr ? std::nullopt : std::optional{value->yes};
}

std::optional<Date> TableReader::date(std::string_view key) {
    const Value* value = of_kind(key, Value::Kind::date, "a date without quotation marks, such as 2026-11-24");
    return value == nullptr ? std::nullopt : std::optional{value->time.date};
}

std::optional<LocalTime> TableReader::moment(std::string_view key) {
    const Value* value = asked(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Value::Kind::local_time || value->kind == Value::Kind::date) return value->time;
    fault(key, "a local date and time without quotation marks, such as 2026-11-24T14:00:00");
    return std::nullopt;
}

std::vector<PlacedText> TableReader::texts(std::string_view key) {
    constexpr std::string_view allowed = "a list of texts, such as [\"One\", \"Two\"]";
    const Value* value = of_kind(key, Value::Kind::list, allowed);
    if (value == nullptr) return {};
    std::vector<PlacedText> result;
    for (const auto& element : value->list) {
        if (element.kind == Value::Kind::text && !element.text.empty())
            result.push_back({element.text, element.line});
        else
            faults_->add(element.line, fmt::format("{} in {}", element.shown, key), std::string(allowed));
    }
    return result;
}

std::optional<std::pair<int, int>> TableReader::scale(std::string_view key) {
    constexpr std::string_view allowed = "two whole numbers from 0 to 100, the lower one first, such as [1, 5]";
    const Value* value = of_kind(key, Value::Kind::list, allowed);
    if (value == nullptr) return std::nullopt;
    const auto fits = [](const Value& end) {
        return end.kind == Value::Kind::whole && end.whole >= 0 && end.whole <= 100;
    };
    const auto& ends = value->list;
    if (ends.size() == 2 && std::ranges::all_of(ends, fits) && ends[0].whole < ends[1].whole)
        return std::pair{static_cast<int>(ends[0].whole), static_cast<int>(ends[1].whole)};
    fault(key, std::string(allowed));
    return std::nullopt;
}

std::optional<TableReader> TableReader::table(std::string_view key) {
    const Value* value = asked(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Value::Kind::table) return TableReader(*value, fmt::format("[{}]", key), *faults_);
    const bool many = value->kind == Value::Kind::list && !value->list.empty();
    faults_->add(many ? value->list.front().line : line_of(key),
                 many ? fmt::format("[[{}]] as a list", key) : fmt::format("{} = {}", key, value->shown),
                 fmt::format("one table [{}]", key));
    return std::nullopt;
}

std::vector<TableReader> TableReader::elements(const Value& value, std::string_view key, const std::string& name,
                                               const std::string& allowed) {
    if (value.kind != Value::Kind::list && value.kind != Value::Kind::table) fault(key, allowed);
    std::vector<TableReader> result;
    for (const auto& element : value.list) {
        if (element.kind == Value::Kind::table)
            result.emplace_back(element, name, *faults_);
        else
            faults_->add(element.line, fmt::format("{} in {}", element.shown, key), allowed);
    }
    return result;
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
    const Value* value = asked(key);
    if (value == nullptr) return {};
    const auto allowed = fmt::format("[[{}]] in two pairs of brackets, once for each", key);
    if (value->kind == Value::Kind::table) faults_->add(value->line, fmt::format("[{}]", key), allowed);
    return elements(*value, key, fmt::format("[[{}]]", key), allowed);
}

std::vector<TableReader> TableReader::inline_tables(std::string_view key, std::string_view name,
                                                    std::string_view example) {
    const Value* value = asked(key);
    if (value == nullptr) return {};
    const auto allowed = fmt::format("a list, such as {} = [{}]", key, example);
    if (value->kind == Value::Kind::table) faults_->add(line_of(key), fmt::format("{} as one table", key), allowed);
    return elements(*value, key, std::string(name), allowed);
}

std::vector<std::pair<std::string, PlacedText>> TableReader::any_texts() {
    std::vector<std::pair<std::string, PlacedText>> result;
    for (const auto& entry : table_->entries) {
        auto read = text(entry.key);
        if (!read.empty()) result.emplace_back(entry.key, PlacedText{std::move(read), entry.line});
    }
    return result;
}

void TableReader::unknown(int line, std::string found, std::string_view word, const std::vector<std::string>& known,
                          std::string_view otherwise) {
    if (known.empty()) return faults_->add(line, std::move(found), std::string(otherwise));
    const auto guess = nearest(word, known);
    faults_->add(line, std::move(found),
                 (guess ? fmt::format("perhaps {}; known here: ", *guess) : std::string{}) + text::list(known, "or"));
}

void TableReader::finish() {
    for (const auto& entry : table_->entries)
        if (std::ranges::find(known_, entry.key) == known_.end())
            unknown(entry.line, fmt::format("the key {} in {}", in_quotes(entry.key), name_), entry.key, known_,
                    "no key");
}

}  // namespace folkmoot::toml_file
