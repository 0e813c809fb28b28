// synoptic compare ORIGINAL TRANSLATION...: one shot, nothing stored.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/comparison_json.h"
#include "cli/finding_line.h"
#include "cli/language_data_option.h"
#include "cli/pipeline.h"
#include "cli/replacement_warning.h"
#include "cli/side_by_side.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"

namespace synoptic {

namespace {

struct Options {
  std::string original;
  std::vector<std::string> translations;
  std::string format = "text";
  ReadOptions read;
  Selection selection;
  LanguageDataOptions language_data;
  DisplayOptions display;
};

Document read_argument(const std::string& argument, ReadOptions read, const Document* original,
                       const LanguageData& data) {
  const FileArgument file = parse_file_argument(argument);
  if (!file.language.empty()) read.language = file.language;
  Document document = read_document(file.file, read, original, data.tables());
  warn_of_replacements(document, std::cerr);
  return document;
}

bool reportable(const Finding& finding) { return finding.severity != Severity::kInfo; }

// "fr.txt: 39 clauses, 38 of 39 of the original paired, 2 findings".
void print_summary(const Comparison& comparison) {
  std::size_t paired = 0;
  for (const Link& link : comparison.alignment.links) {
    if (!link.translation.empty()) paired += link.original.size();
  }
  const auto found =
      std::count_if(comparison.findings.begin(), comparison.findings.end(), reportable);
  std::cout << comparison.translation.file << ": " << comparison.translation.units.size()
            << " clauses in " << comparison.translation.language << "; " << paired << " of the "
            << comparison.original->units.size() << " clauses of the original paired, " << found
            << (found == 1 ? " finding\n" : " findings\n");
}

void print_text(const Comparison& comparison) {
  for (const Finding& finding : comparison.findings) {
    std::cout << finding_line(comparison, finding) << '\n';
  }
  print_summary(comparison);
}

void print_view(const Document& original, const std::vector<Comparison>& all,
                const Options& options) {
  std::vector<const Comparison*> comparisons;
  for (const Comparison& comparison : all) comparisons.push_back(&comparison);
  show(side_by_side(original, comparisons, options.selection), options.display);
}

int run_compare(const Options& options) {
  const LanguageData data(options.language_data);
  const Document original = read_argument(options.original, options.read, nullptr, data);
  std::vector<Comparison> all;
  bool found = false;
  for (const std::string& file : options.translations) {
    Comparison comparison =
        compare(original, read_argument(file, options.read, &original, data), data.tables());
    found |= std::any_of(comparison.findings.begin(), comparison.findings.end(), reportable);
    if (options.format == "json") std::cout << to_json(comparison);
    if (options.format == "text") print_text(comparison);
    if (options.format == "view") all.push_back(std::move(comparison));
  }
  if (options.format == "view") print_view(original, all, options);
  return found ? kExitFindings : kExitClean;
}

}  // namespace

std::function<int()> configure_compare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("original", options->original, "The original; `fr=FILE` states its language")
      ->required();
  app.add_option("translation", options->translations, "Its translations")->required();
  app.add_option("--format", options->format,
                 "text: findings; view: side by side; json: a line a translation")
      ->check(CLI::IsMember({"text", "view", "json"}))
      ->capture_default_str();
  app.add_option("--unit", options->selection.unit, "View this clause and all under it: 7.1");
  app.add_flag("--findings", options->selection.findings_only, "View only clauses with findings");
  add_display_options(app, options->display);
  app.add_option("--encoding", options->read.encoding, "Encoding of the files, else detected");
  app.add_option("--max-bytes", options->read.most_bytes, "Refuse larger files");
  app.add_option("--max-line-bytes", options->read.most_line_bytes, "Refuse longer lines");
  add_language_data_options(app, options->language_data);
  return [options] { return run_compare(*options); };
}

}  // namespace synoptic
