// synoptic search TEXT: a concordance over the store.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/concordance.h"
#include "cli/store_option.h"
#include "cli/subcommand.h"
#include "text/messages.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::vector<std::string> words;
  std::string work;
  std::string language;
  uint32_t most = 20;
};

// What the shell kept together stands side by side; quotes inside an argument do so too.
std::string query_of(const std::vector<std::string>& arguments) {
  std::string query;
  for (const std::string& argument : arguments) {
    const bool phrase = argument.find_first_of(" \t") != std::string::npos &&
                        argument.find('"') == std::string::npos;
    if (!query.empty()) query += ' ';
    query += phrase ? '"' + argument + '"' : argument;
  }
  return query;
}

int run_search(const Options& options) {
  Store store(options.store, Access::kRead);
  const std::string query = query_of(options.words);
  // One more than is shown tells whether there are more.
  std::vector<Concordance> found =
      concordance(store, {query, options.work, options.language, options.most + 1});
  const bool more = found.size() > options.most;
  if (more) found.pop_back();
  for (const Concordance& hit : found) {
    std::cout << hit.work << ' ' << hit.path << '\n';
    for (const Concordance::Side& side : hit.sides) {
      std::cout << "  " << side.language << "  " << side.text << '\n';
    }
  }
  if (found.empty()) std::cerr << "synoptic: " << translate("nothing found") << '\n';
  if (more) {
    std::cerr << "synoptic: "
              << say_count("only the first is shown; --most shows more",
                           "only the first {count} are shown; --most shows more", options.most)
              << '\n';
  }
  return kExitClean;
}

}  // namespace

std::function<int()> configure_search(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("text", options->words,
                 "Words that stand in one sentence; \"two words\" in quotes: side by side; word*: "
                 "any ending")
      ->required();
  app.add_option("--lang", options->language, "Search this language, else all");
  app.add_option("--work", options->work, "Search this work, else all");
  app.add_option("--most", options->most, "Sentences to show")
      ->capture_default_str()
      ->check(CLI::Range(1u, 1000000u));
  add_store_option(app, options->store);
  return [options] { return run_search(*options); };
}

}  // namespace synoptic
