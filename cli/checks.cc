// synoptic checks [CHECK]: which checks there are, and what one of them looks at.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/check_pages.h"
#include "cli/dismissals.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"

namespace synoptic {

namespace {

struct Options {
  std::string check;
  std::string format = "text";
};

int run_checks_command(const Options& options) {
  std::vector<const Check*> checks(all_checks().begin(), all_checks().end());
  if (!options.check.empty()) {
    require_check(options.check);
    checks = {find_check(options.check)};
  }
  if (options.format == "json") {
    nlohmann::json all = nlohmann::json::array();
    for (const Check* check : checks) all.push_back(check_json(*check));
    std::cout << all.dump() << '\n';
  } else if (options.format == "markdown") {
    std::cout << checks_markdown(checks);
  } else if (options.check.empty()) {
    std::cout << in_display_order(checks_list(checks));
  } else {
    show(in_display_order(check_page(*checks.front(), display_columns({}))), {});
  }
  return kExitClean;
}

}  // namespace

std::function<int()> configure_checks(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("check", options->check, "One of them, with its examples: number");
  app.add_option("--format", options->format, "text, json, or markdown: the page of all checks")
      ->check(CLI::IsMember({"text", "json", "markdown"}))
      ->capture_default_str();
  return [options] { return run_checks_command(*options); };
}

}  // namespace synoptic
