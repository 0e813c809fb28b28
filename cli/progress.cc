#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace synoptic {

namespace {

constexpr std::size_t kMany = 8;  // fewer are done before one has read the bar
constexpr std::size_t kBarColumns = 20;
constexpr std::size_t kUsualColumns = 80;
constexpr std::chrono::milliseconds kBetweenDraws{100};

std::size_t terminal_columns() {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsualColumns;
  return size.ws_col;
}

}  // namespace

Progress::Progress(std::size_t total, std::string what)
    : total_(total),
      what_(std::move(what)),
      shown_(total >= kMany && isatty(STDERR_FILENO) == 1),
      start_(std::chrono::steady_clock::now()),
      last_(start_ - kBetweenDraws) {}

Progress::~Progress() { clear(); }

void Progress::advance() {
  ++done_;
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - last_ < kBetweenDraws) return;
  last_ = now;
  draw();
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1B[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
  last_ = start_ - kBetweenDraws;
}

void Progress::draw() {
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
  // The last column stays free: some terminals wrap when it is filled.
  const std::string line =
      progress_line(done_, total_, seconds.count(), what_, terminal_columns() - 1);
  fmt::print(stderr, "\r{}\x1B[K", line);
  std::fflush(stderr);
  drawn_ = true;
}

std::string progress_line(std::size_t done, std::size_t total, double seconds,
                          const std::string& what, std::size_t columns) {
  const std::size_t filled = total == 0 ? kBarColumns : kBarColumns * done / total;
  std::string line =
      fmt::format("[{:<{}}] {}/{} {}", std::string(filled, '#'), kBarColumns, done, total, what);
  if (seconds > 0 && done > 0) {
    const double rate = static_cast<double>(done) / seconds;
    const double left = static_cast<double>(total - std::min(done, total)) / rate;
    line += fmt::format(", {:.1f}/s, {:.0f} s left", rate, left);
  }
  return line.substr(0, columns);
}

}  // namespace synoptic
