// The linear face: plain text that is only ever added to, one question at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/render/draft_watch.h"
#include "src/render/line_editor.h"
#include "src/render/line_reader.h"
#include "src/render/renderer.h"
#include "src/render/signals.h"
#include "src/render/terminal.h"

namespace folkmoot {

struct LinearSettings {
    std::optional<std::size_t> width;  ///< nothing: the terminal's, else 78
    bool utf8 = true;                  ///< what the locale says
    bool keys_without_enter = false;   ///< a key at the beginning of a line acts, and a colon begins a word
    Keys keys = {};
};

LinearSettings linear_settings(const FaceSettings& settings);

/// Sends printable text, newline and the bell, all of it at once when it begins to wait for input. On a terminal it
/// reads key by key and echoes as the kernel would, so that nothing is printed into a line that is half typed; where
/// the terminal does not echo, neither does it, and it takes whole lines; from a pipe it prints the lines that it
/// reads.
class Linear final : public Renderer {
public:
    Linear(int in, int out, LinearSettings settings);
    ~Linear() override;

    void show(const Page& page) override;
    void refresh(const Page& page) override;
    void settle(const FaceSettings& settings) override { settings_ = linear_settings(settings); }
    void announce(const Announcement& announcement) override;
    bool still_wanted(const std::string& progress) override;
    Input read(std::optional<std::chrono::milliseconds> wait) override;
    void offer(const std::string& text) override;
    [[nodiscard]] std::string half_typed() const override { return keys_ ? editor_.typed() : ""; }
    /// Writes what waits for the next read; at the end there is none, and a failure is to be known before the end.
    void finish() override;
    [[nodiscard]] bool alive() const override { return output_.alive(); }
    /// Why output can no longer be written.
    [[nodiscard]] std::string reason() const override { return output_.reason(); }

private:
    enum class Ready { nothing, input, signal, deadline, draft };

    void print(const std::string& text);
    void print_question();
    void print_or_keep(const std::string& text);
    void fresh_line();
    void show_prompt();
    void bell();
    [[nodiscard]] std::string shown(const std::string& text) const;
    [[nodiscard]] std::string as_typed(const std::string& text) const;
    [[nodiscard]] std::vector<std::string> wrapped(const std::string& text) const;
    [[nodiscard]] std::size_t columns() const;
    [[nodiscard]] bool typing() const { return keys_ && !editor_.typed().empty(); }

    Ready wait_for_any(bool with_deadline);
    std::optional<Input> take_signal();
    std::optional<Input> take_bytes();
    std::optional<Input> take_keys();
    std::optional<Input> take_key(char byte, std::string& echo);
    bool take_single_key(std::string& echo);
    std::optional<Input> line_from_pipe(const std::optional<LineReader::Got>& got);
    Input finish_line();
    [[nodiscard]] bool input_waits() const;
    void finish_waiting();

    int in_;
    LinearSettings settings_;
    Output output_;
    Signals signals_;
    Deadline deadline_;
    bool on_terminal_;             ///< both ends are one
    std::optional<KeyMode> keys_;  ///< on a terminal that echoes
    bool echo_lines_ = false;      ///< input is no terminal: the transcript shows what was read
    LineEditor editor_;
    LineReader reader_;
    std::string keys_waiting_;  ///< typed ahead of the line that was just finished
    std::string prompt_;
    std::optional<Question> question_;
    bool secret_ = false;            ///< stars stand for digits that are typed
    std::vector<Word> words_;        ///< possible on the page
    std::vector<Act> key_acts_;      ///< what the keys of such words do there
    std::vector<std::string> kept_;  ///< what waits for a half-typed line to be finished
    DraftWatch draft_;
    bool prompt_shown_ = false;
    bool typed_ahead_ = false;  ///< a line was there before its prompt
    bool answered_ = true;      ///< something was said since the last line
    bool full_said_ = false;
    bool went_on_ = false;  ///< after a stop of our own: the SIGCONT for it is still to be read
    bool ended_ = false;
    std::optional<input::Stop> stop_;  ///< it came while something lasted
};

}  // namespace folkmoot
