// synoptic view WORK [LANG...]: the clauses of a stored work side by side.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/check_options.h"
#include "cli/side_by_side.h"
#include "cli/store_option.h"
#include "cli/stored_work.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"
#include "text/error.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::string work;
  std::vector<std::string> languages;
  std::string config;
  Selection selection;
  DisplayOptions display;
};

int run_view(const Options& options) {
  const Settings settings = find_settings(options.config, {folder_of(options.store)});
  Store store(options.store, Access::kRead);
  const StoredWork work = load_work(store, options.work, options.languages, settings);
  std::vector<const Comparison*> comparisons;
  for (const StoredTranslation& translation : work.translations) {
    comparisons.push_back(&translation.comparison);
  }
  show(side_by_side(*work.original, comparisons, options.selection), options.display);
  return kExitClean;
}

}  // namespace

std::function<int()> configure_view(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("work", options->work, "A work of the store")->required();
  app.add_option("language", options->languages, "Languages beside the original, else all");
  app.add_option("--unit", options->selection.unit, "This clause and all under it: 7.1");
  app.add_flag("--findings", options->selection.findings_only, "Only clauses with findings");
  add_display_options(app, options->display);
  add_config_option(app, options->config);
  add_store_option(app, options->store);
  return [options] { return run_view(*options); };
}

}  // namespace synoptic
