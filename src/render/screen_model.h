// The full screen without a terminal: a page with its focus, a field, messages. Keys go in; inputs and frames come out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/page/page.h"
#include "src/render/body.h"
#include "src/render/field.h"
#include "src/render/frame.h"
#include "src/render/key.h"
#include "src/render/renderer.h"

namespace folkmoot {

enum class Hints { full, brief, none };

struct ScreenSettings {
    bool reader = false;  ///< the profile for screen readers and braille; else the one for eyes
    Hints hints = Hints::full;
    bool utf8 = true;                 ///< what the locale says
    bool single_keys = true;          ///< letters and marks act where a list has the focus
    bool errors_take_cursor = false;  ///< the cursor is on an error until the next key
    Keys keys = {};
};

ScreenSettings screen_settings(const FaceSettings& settings);

/// The rules for ears and fingers that shape it: the cursor is on the focus, at its first letter; a move of the focus
/// changes no character (for eyes the line is marked); a message has rows of its own and stays until the next one or
/// another page.
class ScreenModel {
public:
    explicit ScreenModel(ScreenSettings settings) : settings_(std::move(settings)) {}

    void resize(Size size);
    /// The whole page; the focus goes to what is needed next.
    void show(const Page& page);
    /// The same page a little changed; the focus stays on its thing unless something else is needed next.
    void refresh(const Page& page);
    /// A page to be read and left again; what is under it stays.
    void read_out(const Page& page);
    /// That page, a little changed, if it is being read.
    void refresh_read(const Page& page);
    /// From now on the screen is like this; the focus stays where it is.
    void settle(const ScreenSettings& settings);
    void announce(const Announcement& announcement);
    /// A line to send again or change.
    void offer(const std::string& line);

    std::optional<Input> take(const Key& key);

    /// A message was announced and is not shown yet: it is drawn by itself, after the page.
    [[nodiscard]] bool message_due() const { return !due_.empty(); }
    void show_message();
    /// The time on the page is not the one that is shown: it is drawn by itself too, never with what a key caused.
    [[nodiscard]] bool time_due() const { return !settings_.reader && page_.time != time_; }
    void show_time() { time_ = page_.time; }
    /// Whether the bell is due; once.
    bool take_bell();
    /// What is half typed, as a line that could be sent; empty when nothing is.
    [[nodiscard]] std::string draft() const;
    [[nodiscard]] Frame frame() const;

private:
    struct OpenField {
        std::string label;
        std::optional<Word> word;  ///< nothing: any word is typed
        std::string fixed;         ///< what stands before the typed text, out of reach: "3" of "edit 3"
        Field field;
    };
    struct Place {
        bool in_question = false;
        std::size_t line = 0;
    };
    /// Which rows are whose; see layout().
    struct Layout {
        std::size_t columns = 0;
        std::size_t title_rows = 1;
        std::optional<std::size_t> time_row;
        std::size_t body_row = 0, body_rows = 0;
        std::size_t question_row = 0, question_rows = 0;
        std::size_t field_row = 0, field_rows = 1;
        std::size_t message_row = 0, message_rows = 0;
        std::optional<std::size_t> keys_row;
    };

    [[nodiscard]] const Page& page() const { return reading_ ? *reading_ : page_; }
    [[nodiscard]] bool too_small() const;
    [[nodiscard]] Layout layout() const;
    [[nodiscard]] std::size_t body_columns() const;
    [[nodiscard]] bool has_aside() const;
    [[nodiscard]] std::vector<std::string> title_lines() const;
    [[nodiscard]] std::vector<std::string> message_lines(const Layout& at) const;
    [[nodiscard]] const std::vector<BodyLine>& lines(bool of_question) const { return of_question ? question_ : body_; }

    void lay_lines();
    void lay_again();
    void focus_on_needed();
    void focus_on_question();
    void keep_focus(const std::vector<BodyLine>& before, const BodyLine& was);
    void keep_in_window();
    [[nodiscard]] std::size_t rows_for(bool of_question, const Layout& at) const;
    [[nodiscard]] std::vector<std::size_t> starts(bool of_question, const Layout& at) const;
    /// Past the last line of the page of lines that begins at `top`.
    [[nodiscard]] std::size_t page_end(bool of_question, std::size_t top, const Layout& at) const;
    void tell(const std::string& text);
    void tell_wrong(const std::string& text);
    void go_to_message();
    void begin_page();
    [[nodiscard]] std::string unheard_part(const std::string& said, const Layout& at) const;
    [[nodiscard]] std::string in_keys(std::string_view text) const;

    std::optional<Input> take_in_field(const Key& key);
    std::optional<Input> submit();
    std::optional<Input> explain_word();
    [[nodiscard]] bool is_command(const std::string& typed) const;
    std::optional<Input> take_on_page(const Key& key);
    std::optional<Input> take_character(const std::string& typed, bool just_left);
    [[nodiscard]] bool is_of_read_page(Word word) const;
    [[nodiscard]] std::optional<Word> word_of_key(const std::string& typed) const;
    std::optional<Input> enter();
    bool begin_with_number(const std::string& digit);
    [[nodiscard]] const Act* act_of_line(Word word) const;
    std::optional<Input> take_number(std::size_t number);
    std::optional<Input> perform(const Act& act);
    std::optional<Input> perform(Word word);
    void open_field(std::string label, std::optional<Word> word, std::string fixed, std::string begun);
    std::optional<Input> leave_question();
    [[nodiscard]] const BodyLine* line_numbered(std::size_t number) const;
    bool leave_reading();
    void leave_all_reading();
    bool move(bool down);
    bool cross_over(bool down);
    void move_page(bool down);
    void move_to_end(bool last);
    [[nodiscard]] const BodyLine* focused() const;

    void draw_header(Frame& frame, const Layout& at) const;
    void draw_lines(Frame& frame, const Layout& at, bool of_question) const;
    void draw_aside(Frame& frame, const Layout& at) const;
    void draw_field(Frame& frame, const Layout& at) const;
    void draw_message(Frame& frame, const Layout& at) const;
    void put_cursor(Frame& frame, const Layout& at) const;
    [[nodiscard]] std::string key_line(std::size_t columns) const;
    [[nodiscard]] std::string shown(const std::string& said) const;

    ScreenSettings settings_;
    Size size_;
    Page page_;
    bool just_left_ = false;  ///< the last key left a page that lay over the meeting
    std::optional<Page> reading_;
    std::vector<BodyLine> body_;
    std::vector<BodyLine> question_;
    Place focus_;
    std::optional<Place> focus_before_question_;
    std::size_t top_ = 0;
    /// What lies under the page that is read, and where the focus was there; the first is the page of the place.
    struct Under {
        std::optional<Page> read;
        Place focus;
        std::size_t top = 0;
    };
    std::vector<Under> under_;
    std::size_t question_top_ = 0;
    std::optional<OpenField> field_;
    std::optional<OpenField> sent_;  ///< what was sent last: comes back when it was wrong
    std::optional<TimeLeft> time_;
    std::vector<Word> hinted_;  ///< words whose field has said once what it is for
    bool on_message_ = false;
    bool error_due_ = false;         ///< one of the messages that are due is an error
    bool error_has_cursor_ = false;  ///< until the next key
    std::string message_;            ///< in sight; goes with its page
    std::string last_message_;       ///< the latest one, in sight or not
    struct Due {
        std::string said;
        bool shortens = false;  ///< what the page says as well can be left out
    };
    std::vector<Due> due_;
    bool seat_sent_ = false;  ///< a seat number ended by itself: an Enter out of habit does nothing more
    bool bell_ = false;
};

}  // namespace folkmoot
