#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>

#include "src/render/linear.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

/// Input from a pipe, output into another; what was printed can be read at the end.
struct Pipes {
    std::array<int, 2> in{}, out{};
    Pipes(std::string_view typed) {
        REQUIRE(::pipe(in.data()) == 0);
        REQUIRE(::pipe(out.data()) == 0);
        REQUIRE(::write(in[1], typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
        ::close(in[1]);
    }
    ~Pipes() {
        ::close(in[0]);
        ::close(out[0]);
    }
    std::string printed() {
        ::close(out[1]);
        std::string all;
        std::array<char, 4096> buffer{};
        for (ssize_t n = 0; (n = ::read(out[0], buffer.data(), buffer.size())) > 0;)
            all.append(buffer.data(), static_cast<std::size_t>(n));
        return all;
    }
};

/// Input from a pipe; what each write held comes out of the other end by itself.
struct Writes {
    std::array<int, 2> in{}, out{};
    Writes(std::string_view typed) {
        REQUIRE(::pipe(in.data()) == 0);
        REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, out.data()) == 0);
        REQUIRE(::write(in[1], typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
        ::close(in[1]);
    }
    ~Writes() {
        ::close(in[0]);
        ::close(out[0]);
        ::close(out[1]);
    }
    std::vector<std::string> all() {
        std::vector<std::string> each;
        std::array<char, 4096> buffer{};
        for (ssize_t n = 0; (n = ::recv(out[0], buffer.data(), buffer.size(), MSG_DONTWAIT)) > 0;)
            each.emplace_back(buffer.data(), static_cast<std::size_t>(n));
        return each;
    }
};

struct Terminal {
    int ours = -1, theirs = -1;
    Terminal() {
        winsize size{25, 80, 0, 0};
        REQUIRE(::openpty(&ours, &theirs, nullptr, nullptr, &size) == 0);
        ::fcntl(ours, F_SETFL, O_NONBLOCK);
    }
    ~Terminal() {
        ::close(ours);
        ::close(theirs);
    }
    void type(std::string_view keys) {
        REQUIRE(::write(ours, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
        // The kernel hands it over in its own time.
        REQUIRE(arrives_at(theirs, std::chrono::seconds{2}));
    }
    std::string seen() {
        std::string all;
        std::array<char, 4096> buffer{};
        while (arrives_at(ours, std::chrono::milliseconds{30})) {
            const ssize_t n = ::read(ours, buffer.data(), buffer.size());
            if (n <= 0) break;
            all.append(buffer.data(), static_cast<std::size_t>(n));
        }
        return all;
    }
    static bool arrives_at(int descriptor, std::chrono::milliseconds patience) {
        pollfd one{descriptor, POLLIN, 0};
        return ::poll(&one, 1, static_cast<int>(patience.count())) > 0;
    }
};

Page page_with(std::string prompt) {
    Page page;
    page.title = "Agenda, 2 items";
    page.prompt = std::move(prompt);
    page.blocks.emplace_back(Heading{"To come"});
    page.blocks.emplace_back(List{{{"1 of 2, News", {}}, {"2 of 2, Advert", {}}}, ""});
    return page;
}

std::string line_of(const Input& input) {
    REQUIRE(std::holds_alternative<input::Line>(input));
    return std::get<input::Line>(input).text;
}

Page asking(std::string prompt) {
    Page page = page_with(std::move(prompt));
    page.question = Question{"Go on?", {{"skip", "go on without them"}, {"stay", "stay here"}}};
    return page;
}

/// What a program leaves on the terminal that is killed by this signal while it waits for input.
std::string left_by_crash(Terminal& terminal, int signal) {
    const pid_t child = ::fork();
    if (child == 0) {
        const rlimit no_core{0, 0};
        ::setrlimit(RLIMIT_CORE, &no_core);
        Linear face(terminal.theirs, terminal.theirs, {});
        face.read(std::chrono::milliseconds{1});
        ::raise(signal);
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK((WIFSIGNALED(status) && WTERMSIG(status) == signal));
    return terminal.seen();
}

constexpr auto soon = std::chrono::milliseconds{20};

}  // namespace

TEST_CASE("a page through a pipe is a title, its blocks, and a prompt that ends the line") {
    Pipes pipes("next\nwho\n");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        face.show(page_with("Item 1"));
        CHECK(line_of(face.read(std::nullopt)) == "next");
        face.announce({Kind::plain, "News is open.", false});
        CHECK(line_of(face.read(std::nullopt)) == "who");
        CHECK(std::holds_alternative<input::End>(face.read(std::nullopt)));
    }
    CHECK(pipes.printed() ==
          "\nAgenda, 2 items\n\nTo come\n1 of 2, News\n2 of 2, Advert\nItem 1> next\nNews is open.\nItem 1> who\n"
          "Item 1> \n");
}

TEST_CASE("only printable text, newline and nothing else is sent, whatever the texts hold") {
    Pipes pipes("a\x1b[2Jb\n");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        face.announce({Kind::plain, "red \x1b[31m\x07 tab\t \xE2\x80\xAE end\r", true});
        face.read(std::nullopt);
    }
    for (const char c : pipes.printed()) {
        const auto byte = static_cast<unsigned char>(c);
        CHECK((byte == '\n' || byte >= 0x20));
        CHECK(byte != 0x7F);
    }
}

TEST_CASE("lines are wrapped at words to the width") {
    Pipes pipes("");
    {
        Linear face(pipes.in[0], pipes.out[1], {30, true});
        face.announce({Kind::plain, "The time is nearly up and there is much left to say.", false});
    }
    CHECK(pipes.printed() == "The time is nearly up and\nthere is much left to say.\n");
}

TEST_CASE("a question is printed once, with numbered choices") {
    Pipes pipes("1\n");
    Page page = page_with("Item 1");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        page.question = Question{"How do you leave it?", {{"carry", "to the next meeting"}, {"stay", "stay here"}}};
        face.refresh(page);
        face.refresh(page);
        face.read(std::nullopt);
    }
    CHECK(pipes.printed() == "How do you leave it?\n1. carry: to the next meeting\n2. stay here\nItem 1> 1\n");
}

TEST_CASE("a choice says its word once, whether or not its label begins with it") {
    Pipes pipes("");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        Page page;
        page.question = Question{"Which?", {{"go on", "Go on, please"}, {"stay", "stays open"}, {"Asha", ""}}};
        face.refresh(page);
    }
    CHECK(pipes.printed() == "Which?\n1. Go on, please\n2. stay: stays open\n3. Asha\n");
}

TEST_CASE("a line that is answered by the same question hears it again") {
    Pipes pipes("next\n");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        face.refresh(asking("Item 1"));
        face.read(std::nullopt);
        face.refresh(asking("Item 1"));
        face.read(std::nullopt);
    }
    const std::string question = "Go on?\n1. skip: go on without them\n2. stay here\n";
    CHECK(pipes.printed() == question + "Item 1> next\n" + question + "Item 1> \n");
}

TEST_CASE("a question is not repeated after another answer, nor when it has gone") {
    Pipes pipes("where\nstay\n");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        face.refresh(asking("Item 1"));
        face.read(std::nullopt);
        face.announce({Kind::plain, "Item 1 of 3.", false});
        face.refresh(asking("Item 1"));
        face.read(std::nullopt);
        face.refresh(page_with("Item 1"));
        face.read(std::nullopt);
    }
    CHECK(pipes.printed() ==
          "Go on?\n1. skip: go on without them\n2. stay here\nItem 1> where\nItem 1 of 3.\nItem 1> stay\nItem 1> \n");
}

TEST_CASE("all that is said between two waits is one write") {
    Writes writes("next\n");
    {
        Linear face(writes.in[0], writes.out[1], {});
        face.show(page_with("Item 1"));
        CHECK(line_of(face.read(std::nullopt)) == "next");
        CHECK(writes.all() == std::vector<std::string>{"\nAgenda, 2 items\n\nTo come\n1 of 2, News\n2 of 2, Advert\n"
                                                       "Item 1> "});
        face.announce({Kind::plain, "News is open.", false});
        face.announce({Kind::plain, "Asha speaks.", false});
        CHECK(std::holds_alternative<input::End>(face.read(std::nullopt)));
        CHECK(writes.all() == std::vector<std::string>{"next\nNews is open.\nAsha speaks.\nItem 1> "});
        face.announce({Kind::plain, "The input ended.", false});
        face.announce({Kind::plain, "The meeting stays open.", false});
    }
    CHECK(writes.all() == std::vector<std::string>{"\nThe input ended.\nThe meeting stays open.\n"});
}

TEST_CASE("on a terminal an answer comes together with its Enter and the next prompt") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    face.read(soon);
    CHECK(terminal.seen() == "> ");
    terminal.type("where\n");
    CHECK(line_of(face.read(soon)) == "where");
    face.announce({Kind::plain, "Opening.", false});
    CHECK(terminal.seen().empty());
    face.read(soon);
    CHECK(terminal.seen() == "where\r\nOpening.\r\n> ");
}

TEST_CASE("a number that nobody else is to see is echoed as a star, and is sent as it was typed") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    Page page = page_with("Pulse");
    page.secret = true;
    face.show(page);
    face.read(soon);
    terminal.seen();
    terminal.type("4\n");
    CHECK(line_of(face.read(soon)) == "4");
    face.read(soon);
    const std::string seen = terminal.seen();
    CHECK(seen.find('4') == std::string::npos);
    CHECK(seen.find('*') != std::string::npos);
}

TEST_CASE("where UTF-8 cannot be shown, ASCII is sent") {
    Pipes pipes("");
    {
        Linear face(pipes.in[0], pipes.out[1], {std::nullopt, false});
        face.announce({Kind::plain, "“café” – 漢", false});
    }
    CHECK(pipes.printed() == "\"cafe\" - ?\n");
}

TEST_CASE("an output that is closed is noticed, and reading ends") {
    Pipes pipes("next\n");
    ::close(pipes.out[0]);
    Linear face(pipes.in[0], pipes.out[1], {});
    face.announce({Kind::plain, "Hello.", false});
    CHECK(std::holds_alternative<input::End>(face.read(std::nullopt)));
    CHECK_FALSE(face.alive());
    CHECK_FALSE(face.reason().empty());
    ::close(pipes.out[1]);
    pipes.out[0] = -1;
}

TEST_CASE("that the last words could not be written is known before the end") {
    Pipes pipes("");
    Linear face(pipes.in[0], pipes.out[1], {});
    CHECK(std::holds_alternative<input::End>(face.read(std::nullopt)));
    ::close(pipes.out[0]);
    face.announce({Kind::plain, "The meeting stays open.", false});
    face.finish();
    CHECK_FALSE(face.alive());
    ::close(pipes.out[1]);
    pipes.out[0] = -1;
}

TEST_CASE("a wait that is over is a tick, on a terminal too") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    CHECK(std::holds_alternative<input::Tick>(face.read(soon)));
}

TEST_CASE("what happens while a line is half typed waits for its end, and only the bell sounds") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    face.refresh(page_with("Item 1"));
    terminal.type("note half");
    CHECK(std::holds_alternative<input::Tick>(face.read(soon)));
    CHECK(terminal.seen() == "Item 1> note half");
    face.announce({Kind::time, "Time: five minutes left.", true});
    face.read(soon);
    CHECK(terminal.seen() == "\a");
    terminal.type(" done\n");
    CHECK(line_of(face.read(soon)) == "note half done");
    face.read(soon);
    CHECK(terminal.seen() == " done\r\nTime: five minutes left.\r\nItem 1> ");
}

TEST_CASE("what waits for a half-typed line is said, in order, when the line is rubbed out") {
    for (const char* rubbing_out : {"\x7f\x7f", "\x15", "\x17"}) {
        Terminal terminal;
        Linear face(terminal.theirs, terminal.theirs, {});
        face.refresh(page_with("Item 1"));
        terminal.type("ab");
        face.read(soon);
        face.announce({Kind::time, "Time: five minutes left.", false});
        face.announce({Kind::time, "Time is up.", false});
        face.read(soon);
        CHECK(terminal.seen() == "Item 1> ab");
        terminal.type(rubbing_out);
        face.read(soon);
        CHECK(terminal.seen() == "\b \b\b \b\r\nTime: five minutes left.\r\nTime is up.\r\nItem 1> ");
    }
}

TEST_CASE("Alt with a bracket takes nothing from the line that follows") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    terminal.type("\x1b[");
    face.read(soon);
    terminal.type("who\n");
    CHECK(line_of(face.read(soon)) == "who");
}

TEST_CASE("without UTF-8 a character is rubbed out as wide as it was shown") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {std::nullopt, false});
    terminal.type("陈€\x15");
    face.read(soon);
    CHECK(terminal.seen() == "> ?EUR\b \b\b \b\b \b\b \b");
}

TEST_CASE("between lines a time notice gets a line of its own, and the prompt comes again") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    face.refresh(page_with("Item 1"));
    face.read(soon);
    face.announce({Kind::time, "Time: five minutes left.", false});
    face.read(soon);
    CHECK(terminal.seen() == "Item 1> \r\nTime: five minutes left.\r\nItem 1> ");
}

TEST_CASE("lines typed ahead are read one by one") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    terminal.type("one\ntwo\n");
    CHECK(line_of(face.read(soon)) == "one");
    CHECK(line_of(face.read(soon)) == "two");
}

TEST_CASE("Ctrl-G leaves the line without keeping it, and says so") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    terminal.type("note x\x07next\n");
    CHECK(line_of(face.read(soon)) == "next");
    face.finish();
    CHECK(terminal.seen() == "> note x\r\nLeft without keeping.\r\n> next\r\n");
}

TEST_CASE("a draft stands in the next line, to be sent again or changed") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    face.offer("note The hall");
    terminal.type("s\n");
    CHECK(line_of(face.read(soon)) == "note The halls");
}

TEST_CASE("Ctrl-C and termination are inputs, and the terminal is as it was afterwards") {
    Terminal terminal;
    termios before{}, after{};
    ::tcgetattr(terminal.theirs, &before);
    {
        Linear face(terminal.theirs, terminal.theirs, {});
        ::raise(SIGTERM);
        const Input input = face.read(std::nullopt);
        REQUIRE(std::holds_alternative<input::Stop>(input));
        CHECK(std::get<input::Stop>(input).signal == SIGTERM);
    }
    ::tcgetattr(terminal.theirs, &after);
    CHECK(before.c_lflag == after.c_lflag);
    CHECK(before.c_iflag == after.c_iflag);
}

TEST_CASE("while long work lasts Ctrl-C stops it alone, and being asked to end is heard after it") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    CHECK(face.still_wanted(""));
    ::raise(SIGINT);
    CHECK_FALSE(face.still_wanted("Making the summaries: 50 of 52 meetings so far."));
    CHECK(terminal.seen().find("Making the summaries: 50 of 52 meetings so far.") != std::string::npos);
    CHECK(face.still_wanted(""));
    ::raise(SIGTERM);
    CHECK_FALSE(face.still_wanted(""));
    const Input input = face.read(std::nullopt);
    REQUIRE(std::holds_alternative<input::Stop>(input));
    CHECK(std::get<input::Stop>(input).signal == SIGTERM);
}

TEST_CASE("a crash gives the terminal back, with the cursor on a new line") {
    for (const int signal : {SIGABRT, SIGBUS}) {
        Terminal terminal;
        termios before{}, after{};
        ::tcgetattr(terminal.theirs, &before);
        CHECK(left_by_crash(terminal, signal) == "> \r\n");
        ::tcgetattr(terminal.theirs, &after);
        CHECK(before.c_lflag == after.c_lflag);
    }
}

TEST_CASE("a terminal that is gone is the end of input") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    ::close(terminal.ours);
    terminal.ours = -1;
    CHECK(std::holds_alternative<input::End>(face.read(std::nullopt)));
}

TEST_CASE("a key that acts without Enter does what the page says of it") {
    Terminal terminal;
    FaceSettings settings;
    settings.keys_without_enter = true;
    Linear face(terminal.theirs, terminal.theirs, linear_settings(settings));
    Page page = asking("Item 1");
    page.words = {Word::term, Word::plain};
    page.key_acts = {{"explain it", {Word::term, ""}, true, "PPI: "}, {"everybody knows it", {Word::plain, "PPI"}}};
    face.refresh(page);
    terminal.type("f");
    CHECK(line_of(face.read(soon)) == "plain PPI");
    terminal.type("g");
    CHECK(std::holds_alternative<input::Tick>(face.read(soon)));
    CHECK(face.half_typed() == "term PPI: ");
}

TEST_CASE("a key at the beginning of a line acts without Enter, where that is wanted") {
    Terminal terminal;
    FaceSettings settings;
    settings.keys_without_enter = true;
    settings.keys.set(Word::who, "W");
    Linear face(terminal.theirs, terminal.theirs, linear_settings(settings));
    Page page = asking("Item 1");
    page.words = {Word::next, Word::note, Word::time, Word::who};
    face.refresh(page);
    const auto pressed = [&](std::string_view keys) {
        terminal.type(keys);
        return face.read(soon);
    };
    CHECK(line_of(pressed("t")) == "time");
    CHECK(line_of(pressed("W")) == "who");
    CHECK(line_of(pressed(".")) == "next");
    CHECK(line_of(pressed("2")) == "2");
    face.read(soon);
    terminal.seen();
    CHECK(std::holds_alternative<input::Tick>(pressed("n")));
    CHECK(terminal.seen() == "note ");
    CHECK(face.half_typed() == "note ");
    CHECK(line_of(pressed("The ramp, t.\n")) == "note The ramp, t.");
    CHECK(line_of(pressed(":time\n")) == ":time");
    CHECK(std::holds_alternative<input::Tick>(pressed(";")));
    CHECK(face.half_typed() == ";");
}

TEST_CASE("without that setting a key waits for Enter like every line") {
    Terminal terminal;
    Linear face(terminal.theirs, terminal.theirs, {});
    Page page = page_with("Item 1");
    page.words = {Word::time};
    face.refresh(page);
    terminal.type("t");
    CHECK(std::holds_alternative<input::Tick>(face.read(soon)));
    CHECK(face.half_typed() == "t");
}

TEST_CASE("a line is broken at the width that is set, from the next line on") {
    Pipes pipes("");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        FaceSettings settings;
        settings.width = 20;
        face.settle(settings);
        face.announce({Kind::plain, "One two three four five six"});
    }
    CHECK(pipes.printed() == "One two three four\nfive six\n");
}

TEST_CASE("what is typed to do a thing stands behind its line") {
    Pipes pipes("");
    {
        Linear face(pipes.in[0], pipes.out[1], {});
        Page page;
        page.title = "Home";
        page.blocks.emplace_back(List{{{"1 of 2, Try the example", {}, {"type demo", "nothing"}},
                                       {"Nobody facilitates yet.", {}, {"Type facilitate and a name.", ""}}},
                                      ""});
        face.show(page);
        face.finish();
    }
    CHECK(pipes.printed() ==
          "\nHome\n1 of 2, Try the example, type demo\nNobody facilitates yet. Type facilitate and a name.\n");
}
