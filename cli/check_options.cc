#include "cli/check_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace synoptic {

void add_config_option(CLI::App& app, std::string& config) {
  app.add_option("--config", config,
                 "Settings of the checks, else synoptic.toml beside the texts or the store");
}

void add_check_options(CLI::App& app, CheckOptions& options) {
  add_config_option(app, options.config);
  app.add_option("--fail-on", options.fail_on,
                 "Exit with 1 from this severity on: error, warning (as a rule), info, or never")
      ->check(CLI::IsMember({"error", "warning", "info", "never"}));
  app.add_flag("--dismissed", options.dismissed, "Show dismissed findings too");
}

bool fails(const Comparison& comparison, const CheckOptions& options, const Settings& settings) {
  FailOn fail_on = settings.fail_on.value_or(FailOn::kWarning);
  if (const auto stated = fail_on_of(options.fail_on)) fail_on = *stated;
  return std::any_of(comparison.findings.begin(), comparison.findings.end(),
                     [&](const Finding& finding) { return fails(fail_on, finding.severity); });
}

}  // namespace synoptic
