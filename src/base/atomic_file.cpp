#include "src/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "src/base/error.h"
#include "src/base/text.h"

namespace folkmoot {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view act, const fs::path& path, const std::string& reason) {
    throw Error("Could not " + std::string(act) + " " + text::one_line(path.string()) + ": " + reason + ".");
}

[[noreturn]] void fail(std::string_view act, const fs::path& path, int error_number) {
    fail(act, path, reason_in_words(error_number));
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool open() const { return number_ >= 0; }
    /// Network disks report a failed write only here.
    [[nodiscard]] bool close() {
        const int number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

private:
    int number_;
};

/// Removes the temporary file unless it has taken its place.
class TemporaryName {
public:
    explicit TemporaryName(std::string name) : name_(std::move(name)) {}
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    ~TemporaryName() {
        if (!placed_) ::unlink(name_.c_str());
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    void placed() { placed_ = true; }

private:
    std::string name_;
    bool placed_ = false;
};

/// Where the bytes really go: a link to a file stays a link.
fs::path behind_links(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_symlink(path, ignored)) return path;
    const fs::path target = fs::canonical(path, ignored);
    return ignored ? path : target;
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// The mode of the file that will be replaced, or 0600. Whatever is not an ordinary file must not be renamed over.
mode_t mode_for(const fs::path& target, const fs::path& path) {
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) {
        if (errno == ENOENT) return S_IRUSR | S_IWUSR;
        fail("write", path, errno);
    }
    if (S_ISDIR(status.st_mode)) fail("write", path, EISDIR);
    if (!S_ISREG(status.st_mode)) fail("write", path, "is not an ordinary file");
    return status.st_mode & 07777U;
}

void write_all(int descriptor, std::string_view content, const fs::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("write", path, errno);
        if (written == 0) fail("write", path, ENOSPC);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

void sync_folder(int descriptor, const fs::path& path) {
    if (::fsync(descriptor) == 0) return;
    // Some file systems cannot sync a folder and say so; there is nothing more to be done on them.
    if (errno == EINVAL || errno == ENOTSUP || errno == EROFS) return;
    fail("make sure of", path, errno);
}

}  // namespace

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Descriptor folder(::open(folder_of(to).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open()) fail("write", to, errno);
    if (::rename(from.c_str(), to.c_str()) != 0) fail("write", to, errno);
    sync_folder(folder.number(), to);
}

void write_file_atomically(const std::filesystem::path& path, std::string_view content) {
    if (!path.has_filename()) fail("write", path, path.empty() ? "has no name" : "is a folder");
    const fs::path target = behind_links(path);
    const mode_t mode = mode_for(target, path);
    // Opened before anything is written: a folder that cannot be synced must fail while the old file still stands.
    const Descriptor folder(::open(folder_of(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open()) fail("write", path, errno == ENOENT ? "there is no such folder" : reason_in_words(errno));

    std::string name = (folder_of(target) / ".folkmoot-XXXXXX").string();
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.open()) fail("write", path, errno);
    TemporaryName temporary(name);

    if (::fchmod(file.number(), mode) != 0) fail("write", path, errno);
    write_all(file.number(), content, path);
    if (::fsync(file.number()) != 0) fail("write", path, errno);
    if (!file.close()) fail("write", path, errno);
    if (::rename(name.c_str(), target.c_str()) != 0) fail("write", path, errno);
    temporary.placed();
    sync_folder(folder.number(), path);
}

std::string read_file(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open()) fail("read", path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) fail("read", path, errno);
    if (S_ISDIR(status.st_mode)) fail("read", path, EISDIR);
    std::string content;
    std::array<char, 65536> piece{};
    for (;;) {
        const ssize_t got = ::read(file.number(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail("read", path, errno);
        if (got == 0) return content;
        content.append(piece.data(), static_cast<std::size_t>(got));
    }
}

void make_private_folder(const std::filesystem::path& path) {
    if (path.empty()) fail("make the folder", path, "has no name");
    fs::path made;
    for (const fs::path& part : path) {
        made /= part;
        if (::mkdir(made.c_str(), S_IRWXU) == 0) continue;
        const int reason = errno;
        struct stat status {};
        if (::stat(made.c_str(), &status) != 0) fail("make the folder", path, reason);
        if (!S_ISDIR(status.st_mode)) fail("make the folder", path, ENOTDIR);
    }
}

std::string reason_in_words(int error_number) {
    switch (error_number) {
        case ENOSPC:
            return "the disk is full";
        case EDQUOT:
            return "your share of the disk is full";
        case EACCES:
        case EPERM:
            return "not allowed";
        case EROFS:
            return "the disk can only be read";
        case ENOENT:
            return "there is no such file";
        case EISDIR:
            return "is a folder";
        case ENOTDIR:
            return "is not a folder, or lies below something that is not a folder";
        case EEXIST:
            return "it is there already";
        case EFBIG:
            return "the file would be too large";
        case ENAMETOOLONG:
            return "the name is too long";
        case ELOOP:
            return "its links lead in a circle";
        case EIO:
            return "the disk does not answer as it should";
        case EMFILE:
        case ENFILE:
            return "too many files are open";
        case EBUSY:
        case ETXTBSY:
            return "it is in use";
        default:
            return std::generic_category().message(error_number);
    }
}

}  // namespace folkmoot
