// Runs a program of another house on bytes from anywhere, within limits.
//
// The program is started without a shell, with an environment of our own and with nothing of ours
// open but what it is given: the bytes as a file in memory, under the absolute path kInputPath,
// which no program takes for an option.  Nothing is written to disk.  Past its limits the program
// is killed.
// Errors: Error where the system can't start processes.  Threads: any number at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct ProcessLimits {
  uint64_t cpu_ms = 0;
  uint64_t wall_ms = 0;
  uint64_t memory_bytes = 0;  // of its address space
  uint64_t output_bytes = 0;
};

enum class ProcessEnd : uint8_t {
  kExited,
  kNotFound,  // no such program on the PATH
  kTooSlow,
  kTooMuchOutput,
  kDied  // by a signal: out of memory, a fault of its own
};

struct ProcessResult {
  ProcessEnd end = ProcessEnd::kExited;
  int exit_status = 0;
  std::string output;
  std::string complaints;  // the first of what it wrote to its standard error
};

inline constexpr const char* kInputPath = "/dev/fd/3";

// `program` is looked up on the PATH; kInputPath among the arguments is the file with `input`.
// Example: run_process("pdftotext", {"-bbox-layout", kInputPath, "-"}, bytes, limits).
ProcessResult run_process(const std::string& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProcessLimits& limits);

}  // namespace synoptic
