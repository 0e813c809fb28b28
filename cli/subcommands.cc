#include "cli/subcommand.h"

namespace synoptic {

std::function<int()> configure_align(CLI::App& app);
std::function<int()> configure_check(CLI::App& app);
std::function<int()> configure_checks(CLI::App& app);
std::function<int()> configure_compare(CLI::App& app);
std::function<int()> configure_dismiss(CLI::App& app);
std::function<int()> configure_export(CLI::App& app);
std::function<int()> configure_formats(CLI::App& app);
std::function<int()> configure_import(CLI::App& app);
std::function<int()> configure_languages(CLI::App& app);
std::function<int()> configure_lexicon(CLI::App& app);
std::function<int()> configure_outline(CLI::App& app);
std::function<int()> configure_search(CLI::App& app);
std::function<int()> configure_status(CLI::App& app);
std::function<int()> configure_view(CLI::App& app);

std::span<const Subcommand> subcommands() {
  static const Subcommand table[] = {
      {"compare", "Pair and check an original and its translations, nothing stored",
       configure_compare},
      {"outline", "Show the clauses of a file as they are recognised, and why so",
       configure_outline},
      {"import", "Put a work and its translations into the store", configure_import},
      {"view", "Show a stored work side by side", configure_view},
      {"check", "List the findings of a stored work", configure_check},
      {"dismiss", "Let a finding of a stored work stand, and say why", configure_dismiss},
      {"export", "Write a stored work for other programs", configure_export},
      {"align", "Pair the sentences of two texts, one a line", configure_align},
      {"lexicon", "Show, teach, read and write the store's lexicons", configure_lexicon},
      {"search", "Find words in the store, with their counterparts", configure_search},
      {"status", "Say what the store holds", configure_status},
      {"checks", "List the checks, and say what one of them looks at", configure_checks},
      {"formats", "List the formats that are read and written", configure_formats},
      {"languages", "List the languages whose numbering the program knows", configure_languages},
  };
  return table;
}

}  // namespace synoptic
