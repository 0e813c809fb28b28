#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/subcommand.h"
#include "cli/terminal.h"
#include "text/error.h"
#include "text/messages.h"

namespace {

// The parser would only say that a subcommand is required, not which word it did not know.
void refuse_unknown_subcommand(int argc, char** argv) {
  using namespace synoptic;
  if (argc < 2 || argv[1][0] == '-') return;
  for (const Subcommand& row : subcommands()) {
    if (row.name == argv[1]) return;
  }
  throw Error({"", "", say("there is no subcommand '{name}'", {{"name", argv[1]}}),
               translate("see synoptic --help")});
}

int run(int argc, char** argv) {
  using namespace synoptic;
  CLI::App app{
      "Pairs the clauses of an original with those of its translations, shows them side by side\n"
      "and flags what is missing, moved or mismatched."};
  app.name("synoptic");
  app.set_version_flag("--version", SYNOPTIC_VERSION);
  app.require_subcommand(1);
  app.footer(
      "Exit status: 0 nothing of severity error or warning, 1 some findings, 2 bad usage or "
      "input,\n"
      "3 internal failure.");
  app.add_option_function<std::string>("--ui", state_language,
                                       "Language of what is said, else that of the locale");
  int status = kExitClean;
  for (const Subcommand& row : subcommands()) {
    CLI::App* sub = app.add_subcommand(std::string(row.name), std::string(row.summary));
    sub->fallthrough();  // options of the program may stand behind the subcommand
    sub->callback([&status, runner = row.configure(*sub)] { status = runner(); });
  }
  refuse_unknown_subcommand(argc, argv);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitClean : kExitInput;
  }
  // Results that a full disk swallowed must not look like none.
  if (!std::cout.flush()) {
    throw Error({translate("standard output"), "", translate("the results could not be written"),
                 translate("see that there is room")});
  }
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const synoptic::Error& error) {
    std::cerr << "synoptic: " << synoptic::in_display_order(error.what()) << '\n';
    return error.kind() == synoptic::ErrorKind::kInput ? synoptic::kExitInput
                                                       : synoptic::kExitInternal;
  } catch (const std::bad_alloc&) {
    std::cerr << "synoptic: out of memory; give it a smaller file, or more memory\n";
    return synoptic::kExitInternal;
  } catch (const std::exception& error) {
    std::cerr << "synoptic: internal failure: " << error.what() << '\n';
    return synoptic::kExitInternal;
  }
}
