#include "src/render/line_reader.h"

#include <utility>

#include "src/render/line_editor.h"

namespace folkmoot {

void LineReader::add(std::string_view bytes) {
    waiting_.erase(0, std::exchange(at_, 0));
    // A line without an end must not fill the memory: once it is too long, only its end is looked for. More is added
    // only when no whole line waits, so that all that waits is the beginning of one.
    const auto begun = waiting_.size();
    const auto end = bytes.find('\n');
    const auto of_line = end == std::string_view::npos ? bytes.size() : end;
    if (begun + of_line > longest_line) {
        cutting_ = true;
        waiting_ += bytes.substr(0, longest_line - begun);
        bytes.remove_prefix(of_line);
    }
    waiting_ += bytes;
}

std::optional<LineReader::Got> LineReader::next() {
    const auto end = waiting_.find('\n', at_);
    if (end == std::string::npos) return std::nullopt;
    Got got{waiting_.substr(at_, end - at_), std::exchange(cutting_, false)};
    at_ = end + 1;
    return got;
}

std::optional<LineReader::Got> LineReader::rest() {
    if (at_ >= waiting_.size()) return std::nullopt;
    return Got{waiting_.substr(std::exchange(at_, waiting_.size())), std::exchange(cutting_, false)};
}

}  // namespace folkmoot
