// synoptic check WORK [LANG...]: the findings of a stored work.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/check_options.h"
#include "cli/comparison_json.h"
#include "cli/finding_line.h"
#include "cli/glossary_option.h"
#include "cli/sarif.h"
#include "cli/store_option.h"
#include "cli/stored_work.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::string work;
  std::vector<std::string> languages;
  std::string format = "text";
  CheckOptions checks;
  std::string glossary;
};

using nlohmann::json;

// Findings name units by number, as everywhere; here, without the units, by path as well.
json with_paths(const Comparison& comparison, const Finding& finding, json made) {
  const auto paths = [](const Document& document, const std::vector<UnitId>& units) {
    json all = json::array();
    for (const UnitId unit : units) all.push_back(document.units.at(unit).path);
    return all;
  };
  made["original_paths"] = paths(*comparison.original, finding.original);
  made["translation_paths"] = paths(comparison.translation, finding.translation);
  const FindingPlace place = place_of(comparison, finding);
  made["file"] = place.file;
  made["line"] = place.line;
  return made;
}

void print_json(const StoredWork& work, const Options& options) {
  for (const StoredTranslation& translation : work.translations) {
    const Comparison& comparison = translation.comparison;
    json findings = json::array();
    for (const Finding& finding : comparison.findings) {
      findings.push_back(with_paths(comparison, finding, finding_json(comparison, finding)));
    }
    if (options.checks.dismissed) {
      for (const DismissedFinding& dismissed : comparison.dismissed) {
        findings.push_back(
            with_paths(comparison, dismissed.finding, dismissed_json(comparison, dismissed)));
      }
    }
    const json line = {{"work", work.name},
                       {"original", work.original->language},
                       {"translation", translation.version.language},
                       {"findings", std::move(findings)}};
    std::cout << line.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
}

void print_text(const StoredWork& work, const Options& options) {
  for (const StoredTranslation& translation : work.translations) {
    const Comparison& comparison = translation.comparison;
    const std::string head = translation.version.language + ": ";
    for (const Finding& finding : comparison.findings) {
      std::cout << in_display_order(head + finding_line(comparison, finding)) << '\n';
    }
    if (!options.checks.dismissed) continue;
    for (const DismissedFinding& dismissed : comparison.dismissed) {
      std::cout << in_display_order(head + dismissed_line(comparison, dismissed)) << '\n';
    }
  }
}

void print_sarif(Store& store, const StoredWork& work) {
  const SourceMap original(*work.original, store.load_bytes(work.original_version.id));
  SarifLog log;
  for (const StoredTranslation& translation : work.translations) {
    const SourceMap map(translation.comparison.translation,
                        store.load_bytes(translation.version.id));
    log.add(translation.comparison, original, map);
  }
  std::cout << log.text();
}

int run_check(const Options& options) {
  const Settings settings = find_settings(options.checks.config, {folder_of(options.store)});
  Store store(options.store, Access::kRead);
  const StoredWork work =
      load_work(store, options.work, options.languages, settings, options.glossary);
  if (options.format == "json") print_json(work, options);
  if (options.format == "text") print_text(work, options);
  if (options.format == "sarif") print_sarif(store, work);
  const bool failed = std::any_of(work.translations.begin(), work.translations.end(),
                                  [&](const StoredTranslation& one) {
                                    return fails(one.comparison, options.checks, settings);
                                  });
  return failed ? kExitFindings : kExitClean;
}

}  // namespace

std::function<int()> configure_check(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("work", options->work, "A work of the store")->required();
  app.add_option("language", options->languages, "Languages to check, else all");
  app.add_option("--format", options->format, "text, json: a line a translation, or sarif")
      ->check(CLI::IsMember({"text", "json", "sarif"}))
      ->capture_default_str();
  add_check_options(app, options->checks);
  add_glossary_option(app, options->glossary);
  add_store_option(app, options->store);
  return [options] { return run_check(*options); };
}

}  // namespace synoptic
