#include "formats/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int code) {
  const bool full = code == ENOSPC || code == EDQUOT;
  throw Error({path, "", say("can't be written: {reason}", {{"reason", std::strerror(code)}}),
               full ? translate("free some space and run again")
                    : translate("name another file with --output")});
}

// A new file that goes again unless it is kept.
class NewFile {
 public:
  explicit NewFile(const std::string& target) : target_(target), name_(target + ".XXXXXX") {
    descriptor_ = mkostemp(name_.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail(target_, errno);
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!name_.empty()) unlink(name_.c_str());
  }

  void write(std::string_view contents) {
    while (!contents.empty()) {
      const ssize_t written = ::write(descriptor_, contents.data(), contents.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(target_, errno);
      contents.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void keep(mode_t mode) {
    if (fchmod(descriptor_, mode) != 0 || fsync(descriptor_) != 0) fail(target_, errno);
    const int closed = close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 || std::rename(name_.c_str(), target_.c_str()) != 0) fail(target_, errno);
    name_.clear();
  }

 private:
  std::string target_;
  std::string name_;
  int descriptor_ = -1;
};

void write_in_place(const std::string& path, std::string_view contents) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) fail(path, errno);
  const bool whole = std::fwrite(contents.data(), 1, contents.size(), file) == contents.size();
  const int code = errno;
  if (std::fclose(file) != 0 || !whole) fail(path, whole ? errno : code);
}

// What a new file would get: 0666 without the bits that the user's mask takes.
mode_t usual_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return static_cast<mode_t>(0666 & ~mask);
}

}  // namespace

void write_file(const std::string& path, std::string_view contents) {
  std::error_code ignored;
  const fs::path resolved = fs::weakly_canonical(path, ignored);
  const std::string target = resolved.empty() ? path : resolved.string();
  struct stat existing {};
  const bool exists = stat(target.c_str(), &existing) == 0;
  if (exists && S_ISDIR(existing.st_mode)) fail(path, EISDIR);
  if (exists && !S_ISREG(existing.st_mode)) return write_in_place(target, contents);
  if (exists && access(target.c_str(), W_OK) != 0) fail(path, errno);
  NewFile file(target);
  file.write(contents);
  file.keep(exists ? existing.st_mode & 07777 : usual_mode());
}

}  // namespace synoptic
