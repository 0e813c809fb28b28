// What `compare` and `check` share: settings, what makes them fail, dismissed findings.
#pragma once

#include <string>
#include <vector>

#include "cli/pipeline.h"
#include "cli/settings.h"

namespace CLI {
class App;
}

namespace synoptic {

struct CheckOptions {
  std::string config;      // empty: synoptic.toml where it is looked for
  std::string fail_on;     // empty: as the settings say, else "warning"
  bool dismissed = false;  // show dismissed findings too
};

// Declares --config, --fail-on and --dismissed.
void add_check_options(CLI::App& app, CheckOptions& options);

// Declares --config alone.
void add_config_option(CLI::App& app, std::string& config);

// True where a finding that was not dismissed makes the run fail.
bool fails(const Comparison& comparison, const CheckOptions& options, const Settings& settings);

}  // namespace synoptic
