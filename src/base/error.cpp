#include "src/base/error.h"

#include <utility>

#include "src/base/text.h"

namespace folkmoot {
namespace {

std::string all_sentences(const std::vector<Fault>& faults) {
    if (faults.empty()) return "The file has faults.";
    std::string all;
    for (const Fault& fault : faults) {
        if (!all.empty()) all += '\n';
        all += fault.sentence();
    }
    return all;
}

}  // namespace

std::string Fault::sentence() const {
    // What was found comes from a file that anyone may have written.
    const std::string shown = text::one_line(found);
    std::string said = text::one_line(file);
    if (line > 0) said += ", line " + std::to_string(line);
    said += ':';
    if (!shown.empty()) said += " found " + shown + (allowed.empty() ? "" : ";");
    if (!allowed.empty()) said += " allowed: " + text::one_line(allowed);
    return text::sentence(said);
}

FaultyFile::FaultyFile(std::vector<Fault> faults) : Error(all_sentences(faults)), faults_(std::move(faults)) {}

}  // namespace folkmoot
