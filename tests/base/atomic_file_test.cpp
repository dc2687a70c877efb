#include "src/base/atomic_file.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>

#include "src/base/error.h"
#include "tests/support/catch.h"

using namespace folkmoot;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "folkmoot-base-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::permissions(path_, fs::perms::owner_all, ignored);
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

private:
    fs::path path_;
};

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

/// What the call says when it fails; empty when it does not.
template <class Call>
std::string complaint(Call call) {
    try {
        call();
        return {};
    } catch (const Error& error) {
        return error.what();
    }
}

/// Files of this process may not grow beyond a few bytes: a disk that is full in the middle of a write.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes) : old_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &old_) == 0);
        rlimit small = old_;
        small.rlim_cur = bytes;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    }
    SmallFiles(const SmallFiles&) = delete;
    SmallFiles& operator=(const SmallFiles&) = delete;
    ~SmallFiles() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, old_handler_);
    }

private:
    rlimit old_{};
    void (*old_handler_)(int);
};

}  // namespace

TEST_CASE("A file is written and read back whole") {
    const Folder folder;
    const fs::path file = folder.path() / "plan.toml";
    const std::string content = std::string("a\0b\n", 4) + std::string(200000, 'x');
    write_file_atomically(file, content);
    CHECK(read_file(file) == content);
    CHECK(mode_of(file) == 0600);
    write_file_atomically(file, "");
    CHECK(read_file(file).empty());
    CHECK(folder.entries() == 1);
}

TEST_CASE("A replaced file keeps its mode, and a link stays a link") {
    const Folder folder;
    const fs::path file = folder.path() / "real";
    const fs::path link = folder.path() / "link";
    write_file_atomically(file, "old");
    REQUIRE(::chmod(file.c_str(), 0640) == 0);
    fs::create_symlink("real", link);
    write_file_atomically(link, "new");
    CHECK(fs::is_symlink(link));
    CHECK(read_file(file) == "new");
    CHECK(mode_of(file) == 0640);
}

TEST_CASE("A write that breaks off leaves the old file and nothing else") {
    const Folder folder;
    const fs::path file = folder.path() / "plan.toml";
    write_file_atomically(file, "old");
    {
        const SmallFiles limit(4096);
        const std::string said = complaint([&] { write_file_atomically(file, std::string(10000, 'x')); });
        CHECK(said == "Could not write " + file.string() + ": the file would be too large.");
    }
    CHECK(read_file(file) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("A folder is neither written over nor read") {
    const Folder folder;
    const fs::path inner = folder.path() / "inner";
    fs::create_directory(inner);
    CHECK(complaint([&] { write_file_atomically(inner, "x"); }) ==
          "Could not write " + inner.string() + ": is a folder.");
    CHECK(complaint([&] { write_file_atomically(inner / "", "x"); }).ends_with(": is a folder."));
    CHECK(complaint([&] { read_file(inner); }) == "Could not read " + inner.string() + ": is a folder.");
    CHECK(folder.entries() == 1);
}

TEST_CASE("Something that is not an ordinary file is not written over") {
    CHECK(complaint([] { write_file_atomically("/dev/full", "x"); }) ==
          "Could not write /dev/full: is not an ordinary file.");
}

TEST_CASE("A folder that may not be written to is named as the reason") {
    if (::geteuid() == 0) return;  // root may write anywhere
    const Folder folder;
    write_file_atomically(folder.path() / "old", "old");
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(complaint([&] { write_file_atomically(folder.path() / "old", "new"); }).ends_with(": not allowed."));
    CHECK(complaint([&] { write_file_atomically(folder.path() / "new", "new"); }).ends_with(": not allowed."));
    CHECK(read_file(folder.path() / "old") == "old");
}

TEST_CASE("Nothing can be written where the system keeps its own files") {
    CHECK_FALSE(complaint([] { write_file_atomically("/proc/folkmoot", "x"); }).empty());
}

TEST_CASE("A missing folder, a missing file and an empty name are named in words") {
    const Folder folder;
    const fs::path file = folder.path() / "none" / "plan.toml";
    CHECK(complaint([&] { write_file_atomically(file, "x"); }) ==
          "Could not write " + file.string() + ": there is no such folder.");
    CHECK(complaint([&] { read_file(file); }) == "Could not read " + file.string() + ": there is no such file.");
    CHECK(complaint([] { write_file_atomically("", "x"); }).ends_with("has no name."));
}

TEST_CASE("A file name as long as the system allows can be written") {
    const Folder folder;
    const fs::path file = folder.path() / std::string(255, 'n');
    write_file_atomically(file, "x");
    CHECK(read_file(file) == "x");
    CHECK(complaint([&] { write_file_atomically(file.string() + "n", "x"); }).ends_with(": the name is too long."));
}

TEST_CASE("A path in a message is harmless to print") {
    CHECK(complaint([] { read_file("/tmp/none\x1b[31m"); }) == "Could not read /tmp/none[31m: there is no such file.");
}

TEST_CASE("A private folder is made with its parents, and only its own can enter") {
    const Folder folder;
    const fs::path deep = folder.path() / "a" / "b" / "c";
    make_private_folder(deep);
    CHECK(mode_of(deep) == 0700);
    CHECK(mode_of(folder.path() / "a") == 0700);
    REQUIRE(::chmod(deep.c_str(), 0755) == 0);
    make_private_folder(deep / "");
    CHECK(mode_of(deep) == 0755);
}

TEST_CASE("A file where a folder should be is said") {
    const Folder folder;
    write_file_atomically(folder.path() / "file", "x");
    const std::string said = complaint([&] { make_private_folder(folder.path() / "file" / "inner"); });
    CHECK(said.starts_with("Could not make the folder " + (folder.path() / "file" / "inner").string()));
    CHECK_FALSE(complaint([&] { make_private_folder(folder.path() / "file"); }).empty());
}

TEST_CASE("Reasons are words, not numbers") {
    CHECK(reason_in_words(ENOSPC) == "the disk is full");
    CHECK(reason_in_words(EACCES) == "not allowed");
    CHECK(reason_in_words(EROFS) == "the disk can only be read");
    CHECK(reason_in_words(EISDIR) == "is a folder");
    CHECK_FALSE(reason_in_words(EDOM).empty());
}
