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
#include "cli/terminal.h"
#include "text/error.h"
#include "text/messages.h"

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
      std::cout << in_display_order(translation.version.language + ": " +
                                    dismissed_line(translation.comparison, dismissed))
                << '\n';
    }
  }
}

[[noreturn]] void fail_nothing_there(const Options& options, const std::string& language) {
  const std::vector<MessageValue> values = {
      {"check", options.check}, {"clause", options.clause}, {"language", language}};
  const std::string cause = translate(
      options.undo
          ? translatable("no finding of {check} at {clause} is dismissed in {language}")
          : translatable("there is no finding of {check} at {clause} in {language} that is "
                         "not dismissed"));
  const std::string command =
      (options.undo ? "synoptic dismiss " : "synoptic check ") + options.work + " " + language;
  throw Error({options.store, "", filled(cause, values),
               say("`{command}` lists what there is", {{"command", command}})});
}

void print(const std::string& what, const std::string& line) {
  std::cout << in_display_order(what + ": " + line) << '\n';
}

// How many findings were dismissed.
std::size_t dismiss(Store& store, const VersionPair& pair, const Comparison& comparison,
                    const Options& options) {
  const auto found = findings_at(comparison, options.check, options.clause);
  for (const Finding* finding : found) {
    store.put_decision(pair, decision_of(comparison, *finding, options.dismissal));
    print(translate("dismissed"), finding_line(comparison, *finding));
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
    print(translate("open again"), finding_line(comparison, finding));
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
    throw Error(
        {options.store, "",
         say_count("\"{language}\" names {count} translation of the work",
                   "\"{language}\" names {count} translations of the work",
                   work.translations.size(), {{"language", options.language}}),
         say("`{command}` lists what there is", {{"command", "synoptic status " + options.work}})});
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
