// synoptic export WORK --format ...: a stored work for other programs.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/check_options.h"
#include "cli/comparison_json.h"
#include "cli/export_rows.h"
#include "cli/review_page.h"
#include "cli/store_option.h"
#include "cli/stored_work.h"
#include "cli/subcommand.h"
#include "formats/csv_writer.h"
#include "formats/ladder.h"
#include "formats/parallel_text.h"
#include "formats/tmx_writer.h"
#include "formats/xliff_writer.h"
#include "formats/xlsx_writer.h"
#include "text/error.h"

namespace synoptic {

namespace {

struct Options {
  std::string store;
  std::string work;
  std::vector<std::string> languages;
  std::string config;
  std::string format;
  std::string rows;  // empty: as the format is used
  bool half_empty = false;
  std::string output;
};

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

RowSize size_of(const Options& options) {
  const bool sentences = options.format == "tmx" || options.format == "xliff";
  if (options.rows.empty()) return sentences ? RowSize::kSentence : RowSize::kClause;
  return options.rows == "clause" ? RowSize::kClause : RowSize::kSentence;
}

std::string review_of(const StoredWork& work, const Options& options) {
  std::vector<const Comparison*> comparisons;
  for (const StoredTranslation& translation : work.translations) {
    comparisons.push_back(&translation.comparison);
  }
  if (comparisons.empty()) {
    throw Error({"", "", "the work \"" + work.name + "\" has no translation to lay beside it",
                 "import one: synoptic import " + work.name + " FILE"});
  }
  return review_file(options.format, "", comparisons);
}

std::string written(const StoredWork& work, const Options& options) {
  if (is_review_format(options.format)) return review_of(work, options);
  if (options.format == "json") return to_json(work);
  const RowSize size = size_of(options);
  const ParallelText rows = export_rows(work, work.translations, size);
  if (options.format == "csv") return to_csv(rows);
  if (options.format == "tsv") return to_csv(rows, '\t');
  if (options.format == "xlsx") return to_xlsx(rows);
  return to_tmx(rows, size, SYNOPTIC_VERSION,
                options.half_empty ? HalfEmpty::kWritten : HalfEmpty::kLeftOut);
}

std::string file_name(const StoredWork& work, const std::string& rest) {
  std::string name = work.name + "." + rest;
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

// A file a translation: the one that is asked for, or all into a folder.
void put_xliff(const StoredWork& work, const Options& options) {
  const bool folder = std::filesystem::is_directory(options.output);
  if (!folder && work.translations.size() != 1) {
    throw Error({options.output, "",
                 "an XLIFF file holds one translation, and " + work.name + " has " +
                     std::to_string(work.translations.size()),
                 "name a language, or a folder with -o"});
  }
  const HalfEmpty half_empty = options.half_empty ? HalfEmpty::kWritten : HalfEmpty::kLeftOut;
  for (const StoredTranslation& translation : work.translations) {
    const std::string xliff = to_xliff(export_rows(work, {&translation, 1}, size_of(options)), 1,
                                       SYNOPTIC_VERSION, half_empty);
    const std::string name = file_name(work, translation.version.language + ".xlf");
    write_result(folder ? (std::filesystem::path(options.output) / name).string() : options.output,
                 xliff, true);
  }
}

// The sentences of each language, one a line, and a ladder for each translation.
void put_ladders(const StoredWork& work, const Options& options) {
  const std::filesystem::path folder(options.output);
  if (!std::filesystem::is_directory(folder)) {
    throw Error({options.output, "", "ladders stand beside the sentences that they pair",
                 "name a folder with -o"});
  }
  for (const StoredTranslation& translation : work.translations) {
    const LadderFiles files = to_ladder(*work.original, translation.comparison.translation,
                                        translation.comparison.alignment);
    const std::string& language = translation.version.language;
    const auto put = [&](const std::string& rest, const std::string& bytes) {
      write_result((folder / file_name(work, rest)).string(), bytes, true);
    };
    put(work.original_version.language + ".txt", files.original);
    put(language + ".txt", files.translation);
    put(language + ".ladder", files.ladder);
  }
}

int run_export(const Options& options) {
  const Settings settings = find_settings(options.config, {folder_of(options.store)});
  Store store(options.store, Access::kRead);
  const StoredWork work = load_work(store, options.work, options.languages, settings);
  if (options.format == "xliff") {
    put_xliff(work, options);
  } else if (options.format == "ladder") {
    put_ladders(work, options);
  } else {
    write_result(options.output, written(work, options),
                 options.format != "docx" && options.format != "xlsx");
  }
  return kExitClean;
}

}  // namespace

std::function<int()> configure_export(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("work", options->work, "A work of the store")->required();
  app.add_option("language", options->languages, "Languages to export, else all");
  app.add_option(
         "--format", options->format,
         "json, csv, tsv, xlsx, tmx, xliff or ladder; html or docx: side by side, with findings")
      ->required()
      ->check(
          CLI::IsMember({"json", "csv", "tsv", "xlsx", "tmx", "xliff", "ladder", "html", "docx"}));
  app.add_option(
         "--rows", options->rows,
         "clause or sentence: what a row of csv, tsv or xlsx (else clause), a unit of tmx or "
         "a segment of xliff (else sentence) holds")
      ->check(CLI::IsMember({"clause", "sentence"}));
  app.add_flag("--half-empty", options->half_empty,
               "Write units of tmx and xliff that lack a side; tables always have them");
  app.add_option("--output,-o", options->output,
                 "File to write, else the standard output; of xliff also a folder, of ladder one");
  add_config_option(app, options->config);
  add_store_option(app, options->store);
  return [options] { return run_export(*options); };
}

}  // namespace synoptic
