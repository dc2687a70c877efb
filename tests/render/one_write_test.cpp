#include "src/render/one_write.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>

#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

/// What has arrived in a pipe so far.
std::string arrived(int descriptor) {
    std::array<char, 65536> buffer{};
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
}

struct Terminal {
    std::array<int, 2> ends{};
    int own = -1;
    Terminal() {
        REQUIRE(::pipe2(ends.data(), O_NONBLOCK) == 0);
        own = ::dup(ends[1]);
    }
    ~Terminal() {
        for (const int each : {ends[0], ends[1], own}) ::close(each);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void write(const std::string& text) const {
        REQUIRE(::write(own, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
};

}  // namespace

TEST_CASE("what is written while a piece lives arrives at its end, in order") {
    const Terminal terminal;
    OneWrite all(terminal.own, terminal.ends[1]);
    for (const std::string round : {"first", "second"}) {
        {
            const OneWrite::Piece piece(all);
            terminal.write(round + " row, ");
            terminal.write("and another");
            CHECK(arrived(terminal.ends[0]).empty());
        }
        CHECK(arrived(terminal.ends[0]) == round + " row, and another");
    }
    terminal.write("by itself");
    CHECK(arrived(terminal.ends[0]) == "by itself");
}

TEST_CASE("a piece larger than any screen arrives whole") {
    const Terminal terminal;
    OneWrite all(terminal.own, terminal.ends[1]);
    const std::string much(40000, 'x');
    {
        const OneWrite::Piece piece(all);
        terminal.write(much);
    }
    CHECK(arrived(terminal.ends[0]) == much);
}
