#include "formats/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>

#include "text/error.h"

namespace synoptic {

namespace {

constexpr int kInputDescriptor = 3;  // of kInputPath
constexpr int kFirstFree = 10;       // descriptors below are laid out anew in the child
constexpr int kNoSuchProgram = 127;
constexpr int kLookEvery_ms = 20;
constexpr std::size_t kMostComplaints = 16 << 10;
constexpr const char* kUsualPath = "/usr/local/bin:/usr/bin:/bin";

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what) {
  throw Error({"", "", what + ": " + std::strerror(errno), "close other programs and run again"});
}

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(); }

  int number() const { return number_; }
  void reset(int number = -1) {
    if (number_ >= 0) close(number_);
    number_ = number;
  }

 private:
  int number_;
};

// Out of the way of the descriptors that the child gets.
int raised(int number) {
  const int moved = fcntl(number, F_DUPFD_CLOEXEC, kFirstFree);
  const int code = errno;
  close(number);
  errno = code;
  if (moved < 0) fail("no file can be opened");
  return moved;
}

struct Pipe {
  Descriptor read;
  Descriptor write;

  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) fail("no pipe can be opened");
    read.reset(ends[0]);
    write.reset(raised(ends[1]));
    fcntl(read.number(), F_SETFL, O_NONBLOCK);
  }
};

void fill(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail("no room in memory");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  lseek(file.number(), 0, SEEK_SET);
}

// The first executable of that name on the PATH; empty where there is none.
std::string find_program(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : kUsualPath;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    // Relative folders are left out: what lies in the current folder is not ours to run.
    if (rest.starts_with('/')) {
      std::string candidate = std::string(rest.substr(0, end)) + "/" + program;
      if (access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

void limit(decltype(RLIMIT_CPU) what, rlim_t soft, rlim_t hard) {
  const rlimit both{soft, hard};
  setrlimit(what, &both);
}

// What the child is, before it is the program.  Only calls that are safe behind a fork.
struct Child {
  const char* path;
  char* const* arguments;
  int input;
  int output;
  int complaints;
  ProcessLimits limits;

  [[noreturn]] void become() const {
    char locale[] = "LC_ALL=C.UTF-8";
    char* environment[] = {locale, nullptr};
    const int nothing = open("/dev/null", O_RDONLY);
    const bool laid_out = dup2(nothing, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
                          dup2(complaints, STDERR_FILENO) >= 0 &&
                          dup2(input, kInputDescriptor) >= 0;
    if (!laid_out) _exit(kNoSuchProgram);
    const rlim_t seconds = limits.cpu_ms / 1000 + 1;
    limit(RLIMIT_CPU, seconds, seconds + 1);
    limit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
    limit(RLIMIT_FSIZE, 0, 0);
    limit(RLIMIT_CORE, 0, 0);
    execve(path, arguments, environment);
    _exit(kNoSuchProgram);
  }
};

// A running child; killed where it is left running.
class Running {
 public:
  explicit Running(const Child& child) : process_(fork()) {
    if (process_ < 0) fail("no process can be started");
    if (process_ == 0) child.become();
    has_clock_ = clock_getcpuclockid(process_, &clock_) == 0;
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running() {
    if (!waited_) {
      kill(process_, SIGKILL);
      wait();
    }
  }

  uint64_t cpu_ms() const {
    timespec used{};
    if (!has_clock_ || clock_gettime(clock_, &used) != 0) return 0;
    return static_cast<uint64_t>(used.tv_sec) * 1000 +
           static_cast<uint64_t>(used.tv_nsec) / 1000000;
  }

  int wait() {
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    waited_ = true;
    return status;
  }

 private:
  pid_t process_;
  clockid_t clock_{};
  bool has_clock_ = false;
  bool waited_ = false;
};

// Takes what is there; false at the end of it.
bool drain(const Descriptor& from, std::string& into, std::size_t most) {
  std::array<char, 1 << 16> piece;
  while (true) {
    const ssize_t got = read(from.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return errno == EAGAIN;
    if (got == 0) return false;
    into.append(piece.data(), std::min(static_cast<std::size_t>(got), most - into.size()));
    if (into.size() == most) return true;
  }
}

// Why the child had to be stopped; none where it ended its output by itself.
std::optional<ProcessEnd> gather(const Running& child, const Pipe& output, const Pipe& complaints,
                                 const ProcessLimits& limits, ProcessResult& result) {
  const auto began = Clock::now();
  std::array<pollfd, 2> open = {
      {{output.read.number(), POLLIN, 0}, {complaints.read.number(), POLLIN, 0}}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    poll(open.data(), open.size(), kLookEvery_ms);
    if (open[0].fd >= 0 && !drain(output.read, result.output, limits.output_bytes + 1)) {
      open[0].fd = -1;
    }
    if (result.output.size() > limits.output_bytes) return ProcessEnd::kTooMuchOutput;
    std::string more;
    if (open[1].fd >= 0 && !drain(complaints.read, more, kMostComplaints)) open[1].fd = -1;
    result.complaints.append(more, 0, kMostComplaints - result.complaints.size());
    const auto passed =
        std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count();
    if (static_cast<uint64_t>(passed) > limits.wall_ms || child.cpu_ms() > limits.cpu_ms) {
      return ProcessEnd::kTooSlow;
    }
  }
  return std::nullopt;
}

}  // namespace

ProcessResult run_process(const std::string& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProcessLimits& limits) {
  ProcessResult result;
  const std::string path = find_program(program);
  if (path.empty()) {
    result.end = ProcessEnd::kNotFound;
    return result;
  }
  const int memory = memfd_create("input", MFD_CLOEXEC);
  if (memory < 0) fail("no room in memory");
  const Descriptor file(raised(memory));
  fill(file, input);
  Pipe output;
  Pipe complaints;
  std::vector<char*> words{const_cast<char*>(path.c_str())};
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  Running child({path.c_str(), words.data(), file.number(), output.write.number(),
                 complaints.write.number(), limits});
  output.write.reset();
  complaints.write.reset();
  if (const auto stopped = gather(child, output, complaints, limits, result)) {
    result.end = *stopped;
    return result;
  }
  const int status = child.wait();
  if (WIFEXITED(status)) {
    result.exit_status = WEXITSTATUS(status);
    if (result.exit_status == kNoSuchProgram) result.end = ProcessEnd::kNotFound;
  } else {
    const bool slow = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
    result.end = slow ? ProcessEnd::kTooSlow : ProcessEnd::kDied;
  }
  return result;
}

}  // namespace synoptic
