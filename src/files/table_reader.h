// Reading tables of a TOML file that people edit: every fault is collected, none stops the reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/base/error.h"
#include "src/files/toml_value.h"

namespace folkmoot::toml_file {

/// The faults of one file and of those that it names.
class FaultList {
public:
    explicit FaultList(std::string file) : file_(std::move(file)) {}

    void add(int line, std::string found, std::string allowed);
    /// Those of another file, which stand after this one's.
    void add(const FaultyFile& other);
    [[nodiscard]] std::size_t size() const { return own_.size() + others_.size(); }
    /// This file's in the order of lines, then the others'.
    [[nodiscard]] std::vector<Fault> sorted() const;
    void throw_if_any() const;

private:
    std::string file_;
    std::vector<Fault> own_, others_;
};

/// A text and where it stands.
struct PlacedText {
    std::string text;
    int line = 0;
};

/// One table. A getter gives nothing (or an empty text) for a key that is missing or faulty, and notes the fault.
/// `finish` reports the keys that no getter asked for. The value and the list of faults must outlive it.
class TableReader {
public:
    /// `name` is how messages call it: "[meeting]", "[[item]]", "the file".
    TableReader(const Value& table, std::string name, FaultList& faults);

    [[nodiscard]] int line() const { return table_->line; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] bool has(std::string_view key) const { return table_->find(key) != nullptr; }
    /// The key's line; the table's when there is no such key.
    [[nodiscard]] int line_of(std::string_view key) const;

    std::string text(std::string_view key);
    /// `example` is said when it is missing or empty.
    std::string required_text(std::string_view key, std::string_view example);
    std::optional<int> whole(std::string_view key, int low, int high);
    std::optional<double> number(std::string_view key, double low, double high);
    std::optional<bool> yes_no(std::string_view key);
    std::optional<Date> date(std::string_view key);
    /// A date and time, or a date, which means its midnight.
    std::optional<LocalTime> moment(std::string_view key);
    std::vector<PlacedText> texts(std::string_view key);
    /// Two whole numbers low < high within 0 to 100.
    std::optional<std::pair<int, int>> scale(std::string_view key);
    std::optional<TableReader> table(std::string_view key);
    std::vector<TableReader> tables(std::string_view key);
    /// The same, for tables that are written in braces; `name` and `example` are how messages call and show one.
    std::vector<TableReader> inline_tables(std::string_view key, std::string_view name, std::string_view example);
    /// The keys of this table whose values are texts, for tables in which any key may stand.
    std::vector<std::pair<std::string, PlacedText>> any_texts();

    /// "minutes = -5" stands at this key, and is wrong for a reason of the caller's.
    void fault(std::string_view key, std::string allowed);
    void fault_at(int line, std::string found, std::string allowed) {
        faults_->add(line, std::move(found), std::move(allowed));
    }
    /// Like fault_at for a word out of `known`: the nearest is suggested, all are listed.
    void unknown(int line, std::string found, std::string_view word, const std::vector<std::string>& known,
                 std::string_view otherwise);
    void finish();

private:
    const Value* asked(std::string_view key);
    std::vector<TableReader> elements(const Value& value, std::string_view key, const std::string& name,
                                      const std::string& allowed);
    const Value* of_kind(std::string_view key, Value::Kind kind, std::string_view allowed);

    const Value* table_;
    std::string name_;
    FaultList* faults_;
    std::vector<std::string> known_;
};

}  // namespace folkmoot::toml_file
