#include "src/files/help_texts.h"

#include <algorithm>
#include <system_error>

#include "src/base/text.h"
#include "src/files/toml_value.h"

namespace folkmoot {

namespace {

HelpText read_one(const std::filesystem::path& path) {
    HelpText read;
    const std::string stem = path.stem().string();
    read.name = text::folded(stem.substr(std::min(stem.find_first_not_of("0123456789-"), stem.size())));
    read.title = read.name;
    const std::string content = text::lines(toml_file::read_content(path, "a help text"));
    bool parted = true;
    for (std::size_t begin = 0; begin < content.size();) {
        const std::size_t end = std::min(content.find('\n', begin), content.size());
        const std::string line = text::one_line(content.substr(begin, end - begin));
        begin = end + 1;
        if (line.starts_with("# ") && read.paragraphs.empty()) {
            read.title = line.substr(2);
        } else if (line.empty()) {
            parted = true;
        } else if (parted) {
            read.paragraphs.push_back(line);
            parted = false;
        } else {
            read.paragraphs.back() += " " + line;
        }
    }
    return read;
}

}  // namespace

std::vector<HelpText> help_texts(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().extension() == ".md") paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<HelpText> all;
    all.reserve(paths.size());
    for (const auto& path : paths) all.push_back(read_one(path));
    return all;
}

}  // namespace folkmoot
