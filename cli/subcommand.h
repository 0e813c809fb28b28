// The table of subcommands: one row each, one file each.
#pragma once

#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace synoptic {

// Exit statuses that every subcommand shares.
enum ExitStatus : int { kExitClean = 0, kExitFindings = 1, kExitInput = 2, kExitInternal = 3 };

struct Subcommand {
  std::string_view name;
  std::string_view summary;  // one line for --help and the manual
  // Declares options and arguments on `app` and returns what runs once they are parsed.  The
  // runner returns the exit status and throws Error for what the user can mend.
  std::function<int()> (*configure)(CLI::App& app);
};

// In the order of --help.
std::span<const Subcommand> subcommands();

}  // namespace synoptic
