// synoptic dismiss WORK [LANG [CHECK CLAUSE]]: findings of a stored work that may stand.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/dismissals.h"
#include "cli/finding_key.h"
#include "cli/finding_line.h"
#include "cli/now.h"
#include "cli/settings.h"
#include "cli/store_option.h"
#include "cli/stored_work.h"
#include "cli/subcommand.h"
#include "text/error.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::string work;
  std::string language;  // empty: all
  std::string check;
  std::string clause;
  Dismissal dismissal;
  bool undo = false;
};

void list(const StoredWork& work) {
  for (const StoredTranslation& translation : work.translations) {
    for (const DismissedFinding& dismissed : translation.comparison.dismissed) {
      std::cout << translation.version.language << ": "
                << dismissed_line(translation.comparison, dismissed) << '\n';
    }
  }
}

[[noreturn]] void fail_nothing_there(const Options& options, const std::string& language) {
  const std::string finding = "finding of " + options.check + " at " + options.clause;
  throw Error({options.store, "",
               options.undo
                   ? "no " + finding + " is dismissed in " + language
                   : "there is no " + finding + " in " + language + " that is not dismissed",
               (options.undo ? "see those that are: synoptic dismiss "
                             : "see the findings: synoptic check ") +
                   options.work + " " + language});
}

// How many findings were dismissed.
std::size_t dismiss(Store& store, const VersionPair& pair, const Comparison& comparison,
                    const Options& options) {
  const auto found = findings_at(comparison, options.check, options.clause);
  for (const Finding* finding : found) {
    store.put_decision(pair, decision_of(comparison, *finding, options.dismissal));
    std::cout << "dismissed: " << finding_line(comparison, *finding) << '\n';
  }
  return found.size();
}

// How many dismissals were taken back.
std::size_t undo(Store& store, const Comparison& comparison, const Options& options) {
  std::size_t count = 0;
  for (const DismissedFinding& dismissed : comparison.dismissed) {
    const Finding& finding = dismissed.finding;
    if (finding.check != options.check || !is_at(comparison, finding, options.clause)) continue;
    store.forget_decision(dismissed.decision);
    std::cout << "open again: " << finding_line(comparison, finding) << '\n';
    ++count;
  }
  return count;
}

int run_dismiss(const Options& options) {
  const Settings settings = find_settings("", {folder_of(options.store)});
  const std::vector<std::string> languages =
      options.language.empty() ? std::vector<std::string>() : std::vector{options.language};
  // A store that is not there is not made for this.
  StoredWork work;
  {
    Store store(options.store, Access::kRead);
    work = load_work(store, options.work, languages, settings);
  }
  if (options.check.empty()) {
    list(work);
    return kExitClean;
  }
  require_check(options.check);
  if (!options.undo) require_reason(options.dismissal.reason);
  if (work.translations.size() != 1) {
    throw Error({options.store, "",
                 "\"" + options.language + "\" names " + std::to_string(work.translations.size()) +
                     " translations of the work",
                 "name one: `synoptic status " + options.work + "` lists them"});
  }
  const StoredTranslation& translation = work.translations.front();
  Store store(options.store, Access::kWrite);
  std::size_t count = 0;
  store.in_transaction([&] {
    count = options.undo ? undo(store, translation.comparison, options)
                         : dismiss(store, {work.original_version.id, translation.version.id},
                                   translation.comparison, options);
  });
  if (count == 0) fail_nothing_there(options, translation.version.language);
  return kExitClean;
}

}  // namespace

std::function<int()> configure_dismiss(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->dismissal.date = now_utc();
  app.add_option("work", options->work, "A work of the store")->required();
  app.add_option("language", options->language,
                 "Of the translation; alone: list what is dismissed");
  CLI::Option* check = app.add_option("check", options->check, "The check: number");
  CLI::Option* clause = app.add_option(
      "clause", options->clause, "Path of the clause: 7.1; - for a finding on the whole text");
  check->needs(clause);
  CLI::Option* reason =
      app.add_option("--reason", options->dismissal.reason, "Why the finding may stand");
  app.add_option("--author", options->dismissal.author, "Who says so")->envname("SYNOPTIC_AUTHOR");
  app.add_flag("--undo", options->undo, "Take the dismissal back")->needs(clause)->excludes(reason);
  add_store_option(app, options->store);
  return [options] { return run_dismiss(*options); };
}

}  // namespace synoptic
