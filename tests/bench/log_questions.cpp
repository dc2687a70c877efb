// What a log answers, timed inside of one program, as at home and in a meeting, where it is open already. Prints a line
// a question: its name, the median in seconds, and how many answers there were. Argument: the log.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "src/base/error.h"
#include "src/log/log.h"
#include "src/trends/trends.h"

namespace {

using namespace folkmoot;

constexpr Date today = std::chrono::year{2026} / 11 / 24;

void ask(const char* name, const auto& question) {
    constexpr int rounds = 11;
    std::vector<double> seconds;
    std::size_t answers = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        answers = question();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(seconds);
    std::printf("%s %.6f %zu\n", name, seconds[seconds.size() / 2], answers);
}

SearchQuery looking_for(const char* words) { return std::get<SearchQuery>(read_search(words, today)); }

void measure(const std::filesystem::path& path) {
    ask("open", [&] { return Log::open(path, LogMode::read)->meetings(20).size(); });
    const auto log = Log::open(path, LogMode::write);  // as at home
    ask("rare", [&] { return log->search(looking_for("kittiwake")).found.size(); });
    ask("common", [&] { return log->search(looking_for("advert")).found.size(); });
    ask("actions", [&] { return log->actions(false).size(); });
    ask("trends", [&] { return trends_of(*log, {}).meetings.size(); });
    Selection whole;
    whole.from = std::chrono::year{2000} / 1 / 1;
    ask("all-trends", [&] { return trends_of(*log, whole).meetings.size(); });
}

}  // namespace

int main(int argc, char* argv[]) {
    try {
        if (argc < 2) throw Error("A log is needed.");
        measure(argv[1]);
        return EXIT_SUCCESS;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return EXIT_FAILURE;
    }
}
