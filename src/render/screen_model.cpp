#include "src/render/screen_model.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "src/base/ascii.h"
#include "src/base/text.h"

namespace folkmoot {

namespace {

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

bool is_digit(const std::string& typed) { return typed.size() == 1 && typed[0] >= '0' && typed[0] <= '9'; }

/// A title without its count, which may be another one now.
std::string name_of(const Page& page) { return page.title.substr(0, page.title.find(',')); }

/// A field that is sent without a word in it: a slip there must not park an item, nor say that somebody has spoken.
bool may_be_empty(Word word) {
    return may_stand_alone(info(word)) && info(word).where != Where::capture && word != Word::say;
}

/// The lines of an answer as a page: the first is its title, unless it is too long for one.
Page page_of_lines(const std::string& said, std::size_t columns) {
    Page page;
    List list;
    const std::string first = said.substr(0, said.find('\n'));
    if (text::width(first) > columns || first.size() == said.size()) page.title = "Answer";
    std::size_t at = 0;
    while (at <= said.size()) {
        const std::size_t end = std::min(said.find('\n', at), said.size());
        const std::string line = said.substr(at, end - at);
        if (page.title.empty())
            page.title = line;
        else if (!line.empty())
            list.items.push_back({line, {}});
        at = end + 1;
    }
    page.blocks.emplace_back(std::move(list));
    return page;
}

}  // namespace

ScreenSettings screen_settings(const FaceSettings& settings) {
    ScreenSettings screen{
        settings.reader, Hints::full, locale_is_utf8(), settings.single_keys, settings.errors_take_cursor,
        settings.keys};
    if (settings.hints == "short") screen.hints = Hints::brief;
    if (settings.hints == "none") screen.hints = Hints::none;
    return screen;
}

void ScreenModel::settle(const ScreenSettings& settings) {
    settings_ = settings;
    lay_again();
}

void ScreenModel::resize(Size size) {
    if (size == size_ && !body_.empty()) return;
    size_ = size;
    lay_again();
}

/// The same things in other lines: the focus stays on its own.
void ScreenModel::lay_again() {
    const BodyLine was = focused() != nullptr ? *focused() : BodyLine{};
    const auto before = lines(focus_.in_question);
    lay_lines();
    keep_focus(before, was);
    keep_in_window();
}

/// A message is about what was on the screen with it. All of the screen is drawn anew, so that no reader hears it go.
void ScreenModel::begin_page() {
    message_.clear();
    on_message_ = error_has_cursor_ = false;
    top_ = 0;
}

void ScreenModel::show(const Page& page) {
    reading_.reset();
    under_.clear();
    page_ = page;
    time_ = page.time;
    begin_page();
    lay_lines();
    focus_on_needed();
    if (page_.question && !page_.question->waits) focus_on_question();
    keep_in_window();
}

void ScreenModel::refresh(const Page& page) {
    const bool asked = page.question && page.question != page_.question && !page.question->waits;
    const bool needs_other = page.focus && page.focus != page_.focus;
    const BodyLine was = focused() != nullptr ? *focused() : BodyLine{};
    const auto before = lines(focus_.in_question);
    const bool was_in_question = focus_.in_question;
    const auto body_before = body_;
    page_ = page;
    if (asked) leave_all_reading();
    if (reading_) return;
    lay_lines();
    if (asked) {
        focus_on_question();
    } else if (was_in_question && !page_.question && focus_before_question_ && body_ == body_before) {
        // An answer that changed nothing: back to where it was asked.
        focus_ = *focus_before_question_;
    } else if (was_in_question ? !page_.question : needs_other) {
        focus_on_needed();
    } else {
        keep_focus(before, was);
    }
    keep_in_window();
}

void ScreenModel::read_out(const Page& page) {
    // The same page read anew lies over nothing more than it did.
    if (!reading_ || name_of(*reading_) != name_of(page)) under_.push_back({reading_, focus_, top_});
    constexpr std::size_t deepest = 20;
    if (under_.size() > deepest) under_.erase(under_.begin() + 1);
    reading_ = page;
    begin_page();
    lay_lines();
    const auto first_act = std::ranges::find_if(body_, [](const BodyLine& each) { return !each.acts.empty(); });
    const std::size_t first = nth_stop(body_, 0, true).value_or(0);
    const auto act = static_cast<std::size_t>(first_act - body_.begin());
    // What stands on the first page is to be read first.
    const bool far = act >= page_end(false, 0, layout());
    focus_ = {false, first_act == body_.end() || far ? first : act};
    keep_in_window();
}

void ScreenModel::refresh_read(const Page& page) {
    for (Under& each : under_)
        if (each.read && name_of(*each.read) == name_of(page)) each.read = page;
    if (!reading_ || name_of(*reading_) != name_of(page)) return;
    reading_ = page;
    lay_again();
    if (page.focus) {
        const auto line = std::ranges::find(body_, page.focus, &BodyLine::item);
        if (line != body_.end()) focus_ = {false, static_cast<std::size_t>(line - body_.begin())};
        keep_in_window();
    }
}

void ScreenModel::announce(const Announcement& announcement) {
    bell_ = bell_ || announcement.bell;
    const bool wrong = announcement.kind == Kind::error || announcement.kind == Kind::trouble;
    const std::string said = text::printable(wrong ? with_colons(announcement.text) : announcement.text);
    if (said.empty()) return;
    error_due_ = error_due_ || wrong;
    // What was refused comes back when there is something in it to be changed or sent later.
    const bool has_words = sent_ && sent_->field.text().find(' ') != std::string::npos;
    // A hidden number is nobody's to change, and the next person would add theirs to it.
    const bool comes_back = wrong && sent_ && !field_ && !page_.secret && (!announcement.refused || has_words);
    if (comes_back) field_ = std::exchange(sent_, std::nullopt);
    const Layout at = layout();
    constexpr std::size_t read_at_once = 2;
    const bool fits = text::wrap(said, std::max<std::size_t>(at.columns, 1)).size() <= read_at_once;
    // A field keeps its place: what was asked from it is a message, however long.
    if (announcement.to_read && !fits && !field_) return read_out(page_of_lines(said, at.columns));
    due_.push_back({text::one_line(said) + (comes_back ? " Ctrl-G leaves the line." : ""), !wrong});
}

void ScreenModel::offer(const std::string& line) {
    const std::string clean = text::one_line(line);
    if (clean.empty()) return;
    const auto read = read_line(clean, page_.words, settings_.keys);
    const auto* intent = std::get_if<Intent>(&read);
    if (intent != nullptr && asks_for_text(info(intent->word)))
        return open_field(capitalised(std::string(info(intent->word).name)) + ": ", intent->word, "", intent->argument);
    open_field(":", std::nullopt, "", clean);
}

std::string ScreenModel::in_keys(std::string_view text) const {
    return with_keys(text, settings_.keys, settings_.single_keys);
}

bool ScreenModel::take_bell() { return std::exchange(bell_, false); }

std::string ScreenModel::draft() const {
    if (!field_ || field_->field.text().empty()) return "";
    std::string line = field_->word ? std::string(info(*field_->word).name) + " " : "";
    if (!field_->fixed.empty()) line += field_->fixed + " ";
    return line + field_->field.text();
}

void ScreenModel::lay_lines() {
    body_ = body_lines(page(), {std::max<std::size_t>(body_columns(), 1), settings_.hints == Hints::full,
                                !settings_.reader, settings_.single_keys, settings_.keys});
    question_.clear();
    if (!reading_ && page_.question)
        question_ = question_lines(*page_.question, std::max<std::size_t>(size_.columns, 1));
}

const BodyLine* ScreenModel::focused() const {
    const auto& all = lines(focus_.in_question);
    return focus_.line < all.size() ? &all[focus_.line] : nullptr;
}

std::optional<Input> ScreenModel::take(const Key& key) {
    sent_.reset();
    error_has_cursor_ = false;
    // What was said of the seat is the answer to this key too.
    if (std::exchange(seat_sent_, false) && key.kind == Key::Kind::enter) return std::nullopt;
    if (field_) return take_in_field(key);
    return take_on_page(key);
}

/// Down goes to the message, which a braille line shows only there; any other key is the field's again.
std::optional<Input> ScreenModel::take_in_field(const Key& key) {
    const bool was_on_message = std::exchange(on_message_, false);
    if (was_on_message && (key.kind == Key::Kind::up || key.kind == Key::Kind::down)) return std::nullopt;
    if (key.kind == Key::Kind::down && !last_message_.empty()) {
        go_to_message();
        return std::nullopt;
    }
    if (key.kind == Key::Kind::enter) return submit();
    if (key.kind == Key::Kind::explain) return explain_word();
    if (key.kind == Key::Kind::leave) {
        field_.reset();
        tell("Left without keeping.");
        keep_in_window();
        return std::nullopt;
    }
    switch (field_->field.take(key)) {
        case Field::Taken::edge:
            bell_ = true;
            break;
        case Field::Taken::full:
            tell("The field is full. What was typed last was not taken.");
            break;
        case Field::Taken::changed: {
            // A seat number ends by itself when no further digit could follow: who speaks is two keys.
            const std::string& typed = field_->field.text();
            const bool seat = field_->word == Word::speak && !typed.empty() && typed.size() < 4 &&
                              std::ranges::all_of(typed, [](char c) { return c >= '0' && c <= '9'; });
            if (seat && std::stoul(typed) > 0 && std::stoul(typed) * 10 > page_.seats) {
                seat_sent_ = true;
                return submit();
            }
            break;
        }
        case Field::Taken::not_ours:
            if (key.kind != Key::Kind::unknown) tell("A line is being typed. Enter sends it, Ctrl-G leaves it.");
            break;
        case Field::Taken::moved:
            break;
    }
    keep_in_window();
    return std::nullopt;
}

/// Asked in the middle of a line, which stays as it is.
std::optional<Input> ScreenModel::explain_word() {
    const std::string word = text::one_line(field_->field.word_here());
    const bool possible = std::ranges::find(page_.words, Word::glossary) != page_.words.end();
    if (possible && !word.empty()) return input::Chosen{{Word::glossary, word}};
    tell(possible ? "There is no word here to be explained." : "There is no glossary here.");
    return std::nullopt;
}

std::optional<Input> ScreenModel::submit() {
    sent_ = std::exchange(field_, std::nullopt);
    const std::string typed = text::one_line(sent_->field.text());
    keep_in_window();
    if (!sent_->word) {
        if (const auto read = read_line(typed, page_.words, settings_.keys);
            read == std::variant<Intent, Unread>(Intent{Word::message, ""})) {
            sent_.reset();
            go_to_message();
            return std::nullopt;
        }
        if (!typed.empty()) return input::Line{typed};
    } else if (is_command(typed)) {
        return input::Line{typed.substr(1)};
    } else if (!typed.empty() || (sent_->fixed.empty() && may_be_empty(*sent_->word))) {
        // An example shows the word as well; who types it here too means the same.
        const std::string again = std::string(info(*sent_->word).name) + " ";
        std::string argument = typed.starts_with(again) ? typed.substr(again.size()) : typed;
        if (!sent_->fixed.empty()) argument = sent_->fixed + " " + argument;
        return input::Chosen{{*sent_->word, argument}};
    }
    // The field stays: what is typed next would act as keys.
    field_ = std::exchange(sent_, std::nullopt);
    tell("Nothing is typed yet. Ctrl-G leaves.");
    keep_in_window();
    return std::nullopt;
}

/// ":here Zoe" in a field that asks for something else: nobody says that, but somebody who has read of a word types it.
bool ScreenModel::is_command(const std::string& typed) const {
    if (typed.size() < 2 || typed.front() != ':') return false;
    const std::string name = typed.substr(1, typed.find(' ') - 1);
    return std::ranges::find(page_.words, name, [](Word word) { return info(word).name; }) != page_.words.end();
}

bool ScreenModel::leave_reading() {
    if (!reading_) return false;
    const Under under = std::move(under_.back());
    under_.pop_back();
    reading_ = under.read;
    begin_page();
    lay_lines();
    focus_ = under.focus;
    if (focused() == nullptr || !focused()->stop) focus_on_needed();
    keep_in_window();
    return true;
}

void ScreenModel::leave_all_reading() {
    while (leave_reading()) {
    }
}

std::optional<Input> ScreenModel::take_on_page(const Key& key) {
    using K = Key::Kind;
    const bool was_on_message = std::exchange(on_message_, false);
    const bool just_left = std::exchange(just_left_, false);
    if (was_on_message && key.kind == K::text && settings_.keys.word(key.text, page_.words) == Word::message)
        return std::nullopt;
    switch (key.kind) {
        case K::up:
        case K::down:
            if (!move(key.kind == K::down))
                tell(key.kind == K::down ? "This is the last line." : "This is the first line.");
            return std::nullopt;
        case K::page_up:
        case K::page_down:
            move_page(key.kind == K::page_down);
            return std::nullopt;
        case K::home:
        case K::end:
            move_to_end(key.kind == K::end);
            return std::nullopt;
        case K::left:
        case K::right:
            tell("Left and right do nothing here. Up and down go through the lines.");
            return std::nullopt;
        case K::enter:
            // A page that can only be read is left; on others a line that can do nothing is no way out.
            if (reading_ && std::ranges::all_of(body_, [](const BodyLine& each) { return each.acts.empty(); })) {
                leave_reading();
                return std::nullopt;
            }
            return enter();
        case K::leave:
        case K::backspace:
            if (leave_reading()) return std::nullopt;
            return leave_question();
        case K::text:
            return take_character(key.text, just_left);
        default:
            return std::nullopt;
    }
}

std::optional<Input> ScreenModel::take_character(const std::string& typed, bool just_left) {
    if (typed == ":") {
        open_field(":", std::nullopt, "", "");
        return std::nullopt;
    }
    if (is_digit(typed)) {
        if (begin_with_number(typed)) return std::nullopt;
        return take_number(static_cast<std::size_t>(typed[0] - '0'));
    }
    // Help is always one key away.
    const auto word = settings_.single_keys ? word_of_key(typed)
                      : typed == "?"        ? std::optional(Word::help)
                                            : std::nullopt;
    if (word == Word::help && reading_) return input::Chosen{{Word::help, reading_->help}};
    if (word == Word::message || (word && is_of_read_page(*word))) return perform(*word);
    if (word) {
        if (*word == Word::back) {
            just_left_ = reading_.has_value() || page_.on_leave == Word::back;
            if (leave_reading()) return std::nullopt;
            // One more than there are pages to be left is soon pressed, and would take the meeting back.
            if (just_left && !just_left_ && page_.time) {
                tell(in_keys("Nothing lies over the meeting any more. {back} once more takes it back a step."));
                return std::nullopt;
            }
        }
        const bool read = reading_.has_value();
        // A key that means nothing here is no reason to leave what is read.
        const bool known = std::ranges::find(page_.words, *word) != page_.words.end();
        if (read && !known && *word != Word::help) {
            tell_wrong(fmt::format("{} is no key here. {}", key_begins(typed), in_keys("{help} lists the keys.")));
            return std::nullopt;
        }
        if (*word != Word::help) leave_all_reading();  // help lies over what is read, and goes away again
        if (read && *word == Word::quit) return std::nullopt;
        const Act* here = act_of_line(*word);
        return here == nullptr ? perform(*word) : perform(*here);
    }
    tell_wrong(settings_.single_keys
                   ? fmt::format("{} is no key here. {}", key_begins(typed), in_keys("{help} lists the keys."))
                   : "Single keys are off. Type a colon first.");
    return std::nullopt;
}

/// Where a line may begin with a digit, the digit is what is said, and no choice.
bool ScreenModel::begin_with_number(const std::string& digit) {
    if (reading_ || page_.question || !page_.on_number) return false;
    Act begun{std::string(info(*page_.on_number).name), {*page_.on_number, ""}, true};
    for (const BodyLine& line : body_)
        for (const Act& act : line.acts)
            if (act.asks && act.intent.word == *page_.on_number) begun = act;
    open_field(capitalised(begun.label) + ": ", begun.intent.word, begun.intent.argument, digit);
    return true;
}

/// A key whose word is an act of the line under the cursor is for that line: the dash passes for the person there.
const Act* ScreenModel::act_of_line(Word word) const {
    const BodyLine* line = focused();
    if (line == nullptr || reading_ || page_.question || asks_for_text(info(word))) return nullptr;
    const auto act = std::ranges::find_if(line->acts, [&](const Act& each) {
        const bool more = each.intent.argument.find_first_not_of("0123456789") != std::string::npos;
        return each.intent.word == word && !each.asks && !more;
    });
    return act == line->acts.end() ? nullptr : &*act;
}

/// A page that lies over the other may have words of its own, which act there.
bool ScreenModel::is_of_read_page(Word word) const {
    return reading_ && std::ranges::find(reading_->words, word) != reading_->words.end();
}

std::optional<Word> ScreenModel::word_of_key(const std::string& typed) const {
    if (reading_)
        if (const auto word = settings_.keys.word(typed, reading_->words)) return word;
    return settings_.keys.word(typed, page_.words);
}

std::optional<Input> ScreenModel::enter() {
    const BodyLine* line = focused();
    if (line != nullptr && focus_.in_question && line->item) return take_number(*line->item + 1);
    if (line != nullptr && !line->acts.empty())
        return perform(line->acts.at(std::min(line->enter, line->acts.size() - 1)));
    tell_wrong(in_keys(reading_ ? "There is nothing to do with this line. {back} goes back."
                                : "There is nothing to do with this line. {help} lists the keys."));
    return std::nullopt;
}

std::optional<Input> ScreenModel::take_number(std::size_t number) {
    if (!reading_ && page_.question) return input::Line{fmt::format("{}", number)};
    const BodyLine* line = focused();
    const std::size_t all = line == nullptr ? 0 : line->acts.size();
    // Where a line can do one thing only, a number means the line of that number in its list. From a line that can do
    // nothing it means none: it would act on something that is not under the cursor.
    if (all == 1) {
        const BodyLine* numbered = line_numbered(number);
        if (numbered != nullptr) return perform(numbered->acts.front());
    }
    if (number >= 1 && number <= all) return perform(line->acts[number - 1]);
    tell_wrong(all == 0 ? fmt::format("{} means nothing on this line. Go to the line it is for first.", number)
                        : fmt::format("{} means nothing on this line. Numbers go from 1 to {}.", number, all));
    return std::nullopt;
}

/// The nearest line that begins "3 of 5" and can do something, when the focused one is one "of 5" too.
const BodyLine* ScreenModel::line_numbered(std::size_t number) const {
    const std::string& here = focused()->text;
    const std::size_t of = here.find(" of ");
    const std::size_t comma = here.find(',');
    if (of == std::string::npos || comma == std::string::npos || comma < of) return nullptr;
    const std::string begins = fmt::format("{}{}", number, here.substr(of, comma - of + 1));
    const BodyLine* nearest = nullptr;
    std::size_t distance = body_.size();
    for (std::size_t i = 0; i < body_.size(); ++i) {
        if (body_[i].row != 0 || body_[i].acts.empty() || !body_[i].text.starts_with(begins)) continue;
        const std::size_t away = i > focus_.line ? i - focus_.line : focus_.line - i;
        if (away < distance) nearest = &body_[i];
        distance = std::min(distance, away);
    }
    return nearest;
}

/// Esc is the answer that changes nothing, when the question has one.
std::optional<Input> ScreenModel::leave_question() {
    if (page_.question) {
        const auto& choices = page_.question->choices;
        const auto stay = std::ranges::find(choices, "stay", &Choice::word);
        if (stay != choices.end()) return input::Line{fmt::format("{}", stay - choices.begin() + 1)};
    }
    if (!page_.question && page_.on_leave) return perform(*page_.on_leave);
    tell(page_.question ? "This question needs an answer: a number, or Enter on a line."
                        : "There is nothing to leave here.");
    return std::nullopt;
}

std::optional<Input> ScreenModel::perform(const Act& act) {
    if (!act.asks) return input::Chosen{act.intent};
    open_field(capitalised(act.label) + ": ", act.intent.word, act.intent.argument, act.begun);
    return std::nullopt;
}

std::optional<Input> ScreenModel::perform(Word word) {
    if (word == Word::message) {
        go_to_message();
        return std::nullopt;
    }
    const WordInfo& row = info(word);
    // What is not possible here is refused at once, not after the typing.
    const bool possible = is_of_read_page(word) || std::ranges::find(page_.words, word) != page_.words.end();
    if (const auto act = std::ranges::find(page_.key_acts, word, [](const Act& each) { return each.intent.word; });
        possible && act != page_.key_acts.end())
        return perform(*act);
    if (!possible || !asks_for_text(row)) return input::Chosen{{word, ""}};
    open_field(capitalised(std::string(row.name)) + ": ", word, "", "");
    // For ears once is enough: whoever calls speakers all evening would hear it each time.
    const bool heard = settings_.reader && std::ranges::find(hinted_, word) != hinted_.end();
    if (settings_.hints == Hints::full && !heard) {
        hinted_.push_back(word);
        // What the word does alone, the field does not.
        const bool all = !may_stand_alone(row) || may_be_empty(word);
        const auto summary = all ? row.summary : row.summary.substr(0, row.summary.find('.') + 1);
        const bool first = hinted_.size() == 1;
        tell(fmt::format("{} Example: {}{}", summary, row.example.substr(row.name.size() + 1),
                         settings_.reader && first ? ". Ctrl-G leaves." : ""));
    }
    return std::nullopt;
}

void ScreenModel::open_field(std::string label, std::optional<Word> word, std::string fixed, std::string begun) {
    on_message_ = false;
    message_.clear();  // it is not about what is typed now
    field_ = OpenField{std::move(label), word, std::move(fixed), Field(std::move(begun))};
    keep_in_window();
}

}  // namespace folkmoot
