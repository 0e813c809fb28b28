// synoptic export WORK --format json|csv|tmx: a stored work for other programs.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/check_options.h"
#include "cli/comparison_json.h"
#include "cli/store_option.h"
#include "cli/stored_work.h"
#include "cli/subcommand.h"
#include "formats/csv_writer.h"
#include "formats/output_file.h"
#include "formats/parallel_text.h"
#include "formats/tmx_writer.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::string work;
  std::vector<std::string> languages;
  std::string config;
  std::string format;
  std::string rows;  // empty: as the format is used
  std::string output;
};

ParallelText rows_of(const StoredWork& work, RowSize size) {
  std::vector<AlignedTranslation> translations;
  for (const StoredTranslation& translation : work.translations) {
    translations.push_back({translation.comparison.translation, translation.comparison.alignment});
  }
  return parallel_text(work.name, *work.original, translations, size);
}

// The fields of `compare --format json`, the original once.
std::string to_json(const StoredWork& work) {
  using nlohmann::json;
  json translations = json::array();
  for (const StoredTranslation& translation : work.translations) {
    translations.push_back({{"translation", document_json(translation.comparison.translation)},
                            {"version", translation.version.number},
                            {"pairs", pairs_json(translation.comparison)},
                            {"findings", findings_json(translation.comparison)}});
  }
  const json all = {{"work", work.name},
                    {"original", document_json(*work.original)},
                    {"version", work.original_version.number},
                    {"translations", std::move(translations)}};
  return all.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

std::string written(const StoredWork& work, const Options& options) {
  if (options.format == "json") return to_json(work);
  const bool csv = options.format == "csv";
  const bool clauses = options.rows.empty() ? csv : options.rows == "clause";
  const RowSize size = clauses ? RowSize::kClause : RowSize::kSentence;
  return csv ? to_csv(rows_of(work, size)) : to_tmx(rows_of(work, size), size, SYNOPTIC_VERSION);
}

int run_export(const Options& options) {
  const Settings settings = find_settings(options.config, {folder_of(options.store)});
  Store store(options.store, Access::kRead);
  const std::string contents =
      written(load_work(store, options.work, options.languages, settings), options);
  if (options.output.empty() || options.output == "-") {
    std::cout.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  } else {
    write_file(options.output, contents);
  }
  return kExitClean;
}

}  // namespace

std::function<int()> configure_export(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("work", options->work, "A work of the store")->required();
  app.add_option("language", options->languages, "Languages to export, else all");
  app.add_option("--format", options->format, "json, csv or tmx")
      ->required()
      ->check(CLI::IsMember({"json", "csv", "tmx"}));
  app.add_option("--rows", options->rows,
                 "clause or sentence: what a row of csv (else clause) or a unit of tmx (else "
                 "sentence) holds")
      ->check(CLI::IsMember({"clause", "sentence"}));
  app.add_option("--output,-o", options->output, "File to write, else the standard output");
  add_config_option(app, options->config);
  add_store_option(app, options->store);
  return [options] { return run_export(*options); };
}

}  // namespace synoptic
