#include "src/exports/html_parts.h"

#include "src/base/text.h"

namespace folkmoot::html_parts {

std::string escaped(const std::string& raw) {
    std::string out;
    for (const char c : text::printable(raw)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\n':
                out += "<br>\n";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string escaped_line(const std::string& raw) {
    const std::string line = text::one_line(raw);
    return line.empty() ? "(no title)" : escaped(line);
}

}  // namespace folkmoot::html_parts
