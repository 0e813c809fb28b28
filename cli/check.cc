// synoptic check WORK [LANG...]: the findings of a stored work.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/comparison_json.h"
#include "cli/finding_line.h"
#include "cli/store_option.h"
#include "cli/stored_work.h"
#include "cli/subcommand.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::string work;
  std::vector<std::string> languages;
  std::string format = "text";
};

using nlohmann::json;

// Findings name units by number, as everywhere; here, without the units, by path as well.
json finding_with_paths(const Comparison& comparison, const Finding& finding) {
  const auto paths = [](const Document& document, const std::vector<UnitId>& units) {
    json all = json::array();
    for (const UnitId unit : units) all.push_back(document.units.at(unit).path);
    return all;
  };
  json made = finding_json(comparison, finding);
  made["original_paths"] = paths(*comparison.original, finding.original);
  made["translation_paths"] = paths(comparison.translation, finding.translation);
  const FindingPlace place = place_of(comparison, finding);
  made["file"] = place.file;
  made["line"] = place.line;
  return made;
}

void print_json(const StoredWork& work) {
  for (const StoredTranslation& translation : work.translations) {
    json findings = json::array();
    for (const Finding& finding : translation.comparison.findings) {
      findings.push_back(finding_with_paths(translation.comparison, finding));
    }
    const json line = {{"work", work.name},
                       {"original", work.original->language},
                       {"translation", translation.version.language},
                       {"findings", std::move(findings)}};
    std::cout << line.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
}

void print_text(const StoredWork& work) {
  for (const StoredTranslation& translation : work.translations) {
    for (const Finding& finding : translation.comparison.findings) {
      std::cout << translation.version.language << ": "
                << finding_line(translation.comparison, finding) << '\n';
    }
  }
}

int run_check(const Options& options) {
  Store store(options.store, Access::kRead);
  const StoredWork work = load_work(store, options.work, options.languages);
  options.format == "json" ? print_json(work) : print_text(work);
  const bool found =
      std::any_of(work.translations.begin(), work.translations.end(), [](const auto& translation) {
        const std::vector<Finding>& findings = translation.comparison.findings;
        return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
          return finding.severity != Severity::kInfo;
        });
      });
  return found ? kExitFindings : kExitClean;
}

}  // namespace

std::function<int()> configure_check(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("work", options->work, "A work of the store")->required();
  app.add_option("language", options->languages, "Languages to check, else all");
  app.add_option("--format", options->format, "text, or json: a line a translation")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  add_store_option(app, options->store);
  return [options] { return run_check(*options); };
}

}  // namespace synoptic
