#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "formats/plain_text.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void refuse(const std::string& path, std::string cause, std::string remedy) {
  throw Error({path, "", std::move(cause), std::move(remedy)});
}

[[noreturn]] void refuse_errno(const std::string& path, int error) {
  switch (error) {
    case ENOENT:
      refuse(path, translate("there is no such file"), translate("check the name and the folder"));
    case ENOTDIR:
      refuse(path, translate("a part of the path is no folder"), translate("check the path"));
    case EACCES:
    case EPERM:
      refuse(path, translate("no permission to read it"),
             translate("give yourself the right (chmod u+r)"));
    case EISDIR:
      refuse(path, translate("it is a folder"), translate("name the files in it"));
    default:
      refuse(path, std::strerror(error), translate("check the file system"));
  }
}

// As people say it: "268435456 bytes (256 MiB)".
std::string size_in_words(uint64_t bytes) {
  const MessageValue exactly{"bytes", std::to_string(bytes)};
  if (bytes < 1 << 20) return say("{bytes} bytes", {exactly});
  return say("{bytes} bytes ({mebibytes} MiB)",
             {exactly, {"mebibytes", std::to_string(bytes >> 20)}});
}

[[noreturn]] void refuse_size(const std::string& path, uint64_t size, uint64_t most_bytes) {
  refuse(path,
         say("has {size}, the limit is {limit}",
             {{"size", size_in_words(size)}, {"limit", size_in_words(most_bytes)}}),
         say("raise it with --max-bytes {bytes} or split the file",
             {{"bytes", std::to_string(size)}}));
}

struct stat status_of(const Descriptor& file, const std::string& path) {
  struct stat status {};
  if (fstat(file.number(), &status) != 0) refuse_errno(path, errno);
  return status;
}

[[noreturn]] void refuse_empty(const std::string& path) {
  refuse(path, "it is empty", "check that it was saved");
}

bool same_state(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

std::string read_standard_input(uint64_t most_bytes) {
  const std::string name = "standard input";
  std::string bytes;
  std::array<char, 1 << 16> piece;
  while (true) {
    const ssize_t count = read(STDIN_FILENO, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse_errno(name, errno);
    if (count == 0) return bytes;
    bytes.append(piece.data(), static_cast<std::size_t>(count));
    if (bytes.size() > most_bytes) {
      refuse(name, "has more than the limit of " + size_in_words(most_bytes),
             "raise it with --max-bytes");
    }
  }
}

}  // namespace

std::string read_file(const std::string& path, uint64_t most_bytes, EmptyFile empty) {
  if (path == kStandardInput) {
    std::string bytes = read_standard_input(most_bytes);
    if (bytes.empty() && empty == EmptyFile::kRefused) refuse_empty("standard input");
    return bytes;
  }
  // O_NONBLOCK: a named pipe that nobody writes to must not hang.
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.number() < 0) refuse_errno(path, errno);
  const struct stat before = status_of(file, path);
  if (S_ISDIR(before.st_mode)) refuse_errno(path, EISDIR);
  if (!S_ISREG(before.st_mode)) {
    refuse(path, "it is a device or a pipe, no file", "save its contents to a file first");
  }
  const auto size = static_cast<uint64_t>(before.st_size);
  if (size > most_bytes) refuse_size(path, size, most_bytes);
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t count = read(file.number(), bytes.data() + got, bytes.size() - got);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse_errno(path, errno);
    if (count == 0) break;
    got += static_cast<std::size_t>(count);
  }
  if (got != bytes.size() || !same_state(before, status_of(file, path))) {
    refuse(path, "it was changed while it was read", "run the command again");
  }
  if (bytes.empty() && empty == EmptyFile::kRefused) {
    refuse_empty(path);
  }
  return bytes;
}

}  // namespace synoptic
