// One act durably stored, against a 4 KiB append with fsync, interleaved in one run. Prints the ratio of the medians.
// Arguments: a folder on the disk to be measured, and how many acts (500 unless told).
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "src/base/error.h"
#include "src/log/log.h"
#include "src/session/engine.h"

namespace {

using namespace folkmoot;
using Nanos = std::chrono::nanoseconds;

Nanos timed(const auto& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::steady_clock::now() - begin;
}

Nanos median(std::vector<Nanos> all) {
    std::ranges::sort(all);
    return all[all.size() / 2];
}

void raw_append(int file, const std::vector<char>& block) {
    if (::write(file, block.data(), block.size()) != static_cast<ssize_t>(block.size()) || ::fsync(file) != 0) {
        throw Error("The raw append failed.");
    }
}

int measure(const std::filesystem::path& folder, int count) {
    const auto log = Log::open(folder / "bench.db", LogMode::write);
    IdSource ids("bench");
    Plan plan;
    plan.title = "Bench";
    Engine engine(*log, *log, prepare(plan, std::nullopt, {}, "", Stamp{}, ids), Stamp{});
    const int file = ::open((folder / "raw").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const std::vector<char> block(4096, 'x');
    std::vector<Nanos> acts;
    std::vector<Nanos> raws;
    for (int i = 0; i < count; ++i) {
        const command::Capture note{CaptureKind::note, "The hall has no ramp, number " + std::to_string(i), "", {}, {}};
        acts.push_back(timed([&] {
            if (!std::holds_alternative<Done>(engine.act(note, Stamp{}))) {
                throw Error("An act was not stored.");
            }
        }));
        raws.push_back(timed([&] { raw_append(file, block); }));
    }
    ::close(file);
    log->finish();
    const auto act = static_cast<double>(median(acts).count());
    const auto raw = static_cast<double>(median(raws).count());
    std::printf(
        "durable act: %.2f times a 4 KiB append with fsync (%.0f against %.0f microseconds, %d acts; goal 1.7)\n",
        act / raw, act / 1000, raw / 1000, count);
    return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
    try {
        return measure(argc > 1 ? argv[1] : ".", argc > 2 ? std::atoi(argv[2]) : 500);
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
