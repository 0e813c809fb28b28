#include "cli/subcommand.h"

namespace synoptic {

std::function<int()> configure_compare(CLI::App& app);

std::span<const Subcommand> subcommands() {
  static const Subcommand table[] = {
      {"compare", "Pair and check an original and its translations, nothing stored",
       configure_compare},
  };
  return table;
}

}  // namespace synoptic
