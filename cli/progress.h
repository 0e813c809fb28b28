// How far a long run is: a bar with count and rate on a terminal, nothing elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace synoptic {

// Draws on the standard error stream, where that is a terminal and there is much to do.
class Progress {
 public:
  // `what` is counted: "files".
  Progress(std::size_t total, std::string what);
  ~Progress();  // leaves a clean line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance();
  // Takes the bar away before something else is printed; the next advance() draws it again.
  void clear();

 private:
  void draw();

  std::size_t total_;
  std::size_t done_ = 0;
  std::string what_;
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

// "[#####               ] 12/48 files, 3.5/s, 10 s left" in at most `columns`.
std::string progress_line(std::size_t done, std::size_t total, double seconds,
                          const std::string& what, std::size_t columns);

}  // namespace synoptic
