// synoptic compare ORIGINAL TRANSLATION...: one shot, nothing stored.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "cli/changes_option.h"
#include "cli/check_options.h"
#include "cli/comparison_json.h"
#include "cli/dismissals.h"
#include "cli/finding_line.h"
#include "cli/format_notes.h"
#include "cli/glossary_option.h"
#include "cli/language_data_option.h"
#include "cli/now.h"
#include "cli/paired_documents.h"
#include "cli/pipeline.h"
#include "cli/replacement_warning.h"
#include "cli/review_page.h"
#include "cli/sarif.h"
#include "cli/side_by_side.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"
#include "formats/paired_readers.h"
#include "formats/readers.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

struct Options {
  std::string original;
  std::vector<std::string> translations;
  std::string format = "text";
  std::string output;
  std::string glossary;
  ReadOptions read;
  Selection selection;
  LanguageDataOptions language_data;
  DisplayOptions display;
  CheckOptions checks;
  std::string decisions;             // file; empty: as found beside the texts
  std::vector<std::string> dismiss;  // check and clause
  Dismissal dismissal;
};

// A file as it was read; its bytes are kept for what shows places in it.
struct Source {
  Document document;
  std::string bytes;
};

Source read_argument(const std::string& argument, ReadOptions read, const Document* original,
                     const LanguageData& data) {
  const FileArgument file = parse_file_argument(argument);
  if (!file.language.empty()) read.language = file.language;
  Source source;
  source.bytes = read_file(file.file, read.most_bytes);
  source.document = to_document(read_text(source.bytes, file.file, read), original, data.tables());
  warn_of_replacements(source.document, std::cerr);
  return source;
}

bool reportable(const Finding& finding) { return finding.severity != Severity::kInfo; }

void print_line(const std::string& line, const Options& options) {
  std::cout << in_display_order(line, options.display) << '\n';
}

// "fr.txt: 39 clauses in fr; 38 of the 39 clauses of the original paired, 2 findings, 1 dismissed".
void print_summary(const Comparison& comparison, const Options& options) {
  std::size_t paired = 0;
  for (const Link& link : comparison.alignment.links) {
    if (!link.translation.empty()) paired += link.original.size();
  }
  const auto found = static_cast<uint64_t>(
      std::count_if(comparison.findings.begin(), comparison.findings.end(), reportable));
  std::string line = say_count("{count} clause in {language}", "{count} clauses in {language}",
                               comparison.translation.units.size(),
                               {{"language", comparison.translation.language}});
  line += translate("; ");
  line += say_count("{paired} of the {count} clause of the original paired",
                    "{paired} of the {count} clauses of the original paired",
                    comparison.original->units.size(), {{"paired", format_number(paired)}});
  line += translate(", ") + say_count("{count} finding", "{count} findings", found);
  if (!comparison.dismissed.empty()) {
    line += translate(", ");
    line += say_count("{count} dismissed", "{count} dismissed", comparison.dismissed.size());
  }
  print_line(comparison.translation.file + ": " + in_own_direction(line), options);
}

// Lines of the file that dismiss nothing of these texts any more.
void print_lapsed(const Comparison& comparison, const std::string& file,
                  const std::vector<DecisionLine>& lines) {
  for (const DecisionLine& line : lines) {
    const auto is_it = [&](const DismissedFinding& one) { return one.decision == line.line; };
    if (!covers_language(line.language, comparison.translation.language) ||
        std::any_of(comparison.dismissed.begin(), comparison.dismissed.end(), is_it)) {
      continue;
    }
    std::cerr << "synoptic: " << file << ": "
              << say("line {line}", {{"line", std::to_string(line.line)}}) << ": "
              << say("{check} at {clause} dismisses nothing in {file}",
                     {{"check", line.check},
                      {"clause", line.clause},
                      {"file", comparison.translation.file}})
              << '\n';
  }
}

void print_text(const Comparison& comparison, const Options& options) {
  for (const Finding& finding : comparison.findings) {
    print_line(finding_line(comparison, finding), options);
  }
  if (options.checks.dismissed) {
    for (const DismissedFinding& finding : comparison.dismissed) {
      print_line(dismissed_line(comparison, finding), options);
    }
  }
  print_summary(comparison, options);
}

void print_view(const Document& original, const std::vector<Comparison>& all,
                const Options& options) {
  std::vector<const Comparison*> comparisons;
  for (const Comparison& comparison : all) comparisons.push_back(&comparison);
  show(side_by_side(original, comparisons, options.selection), options.display);
}

// What run_compare() goes through for each translation.
class Run {
 public:
  explicit Run(const Options& options) : options_(options), data_(options.language_data) {}

  void files() {
    set_original(read_argument(options_.original, options_.read, nullptr, data_));
    for (const std::string& argument : options_.translations) {
      Source source = read_argument(argument, options_.read, &original_.document, data_);
      const auto glossary = glossary_for(source.document);
      Comparison comparison = compare(original_.document, std::move(source.document),
                                      data_.tables(), {}, glossary ? &*glossary : nullptr);
      translation(std::move(comparison), source.bytes);
    }
  }

  // A file that holds the original, its translations and their pairs.
  void pairs() {
    const std::string& file = options_.original;
    const std::string bytes = read_file(file, options_.read.most_bytes);
    const std::optional<PairedText> read = read_pairs(bytes, file, options_.read);
    if (!read) {
      throw Error({file, "", "it holds no pairs of clauses", "name a translation behind it"});
    }
    const PairedText& paired = *read;
    for (const std::string& note : format_notes(paired)) std::cerr << "synoptic: " << note << '\n';
    const PairedSide original = paired_side(paired, 0, data_.tables());
    set_original({original.document, bytes});
    for (std::size_t column = 1; column < paired.languages.size(); ++column) {
      PairedSide side = paired_side(paired, column, data_.tables());
      Comparison comparison;
      comparison.original = &original_.document;
      comparison.alignment = paired_alignment(original, side, LinkSource::kContent);
      comparison.translation = std::move(side.document);
      const auto glossary = glossary_for(comparison.translation);
      run_checks_on(comparison, data_.tables(), glossary ? &*glossary : nullptr);
      translation(std::move(comparison), bytes);
    }
  }

  // Returns the exit status.
  int finish() {
    if (!options_.dismiss.empty() && !dismissed_) {
      throw Error({"", "",
                   say("there is no finding of {check} at {clause} that is not dismissed",
                       {{"check", options_.dismiss[0]}, {"clause", options_.dismiss[1]}}),
                   translate("see the findings without --dismiss")});
    }
    if (options_.format == "view" && options_.dismiss.empty()) {
      print_view(original_.document, all_, options_);
    }
    if (is_review_format(options_.format) && options_.dismiss.empty()) write_review();
    if (options_.format == "sarif" && options_.dismiss.empty()) std::cout << sarif_.text();
    return failed_ ? kExitFindings : kExitClean;
  }

 private:
  void set_original(Source source) {
    original_ = std::move(source);
    if (options_.format == "sarif") source_map_.emplace(original_.document, original_.bytes);
  }

  std::optional<Glossary> glossary_for(const Document& translation) const {
    return load_glossary(options_.glossary, original_.document, translation, options_.read);
  }

  void translation(Comparison comparison, const std::string& bytes) {
    const std::string file = comparison.translation.file;
    const std::vector<std::string> folders = {folder_of(file), folder_of(original_.document.file)};
    const Settings settings = find_settings(options_.checks.config, folders);
    apply_settings(settings, comparison.translation.language, comparison.findings);
    const std::string path = decision_file_path(options_.decisions, folders);
    if (!options_.dismiss.empty()) return dismiss(comparison, path);
    const auto lines = read_decision_file(path, !options_.decisions.empty());
    take_dismissed(comparison, lines);
    if (options_.checks.dismissed) print_lapsed(comparison, path, lines);
    failed_ |= fails(comparison, options_.checks, settings);
    print(std::move(comparison), bytes);
  }

  void print(Comparison comparison, const std::string& bytes) {
    const bool dismissed = options_.checks.dismissed;
    if (options_.format == "json") {
      std::cout << to_json(comparison, dismissed ? Dismissed::kShown : Dismissed::kLeftOut);
    }
    if (options_.format == "text") print_text(comparison, options_);
    if (options_.format == "sarif") {
      sarif_.add(comparison, *source_map_, SourceMap(comparison.translation, bytes));
    }
    if (options_.format == "view" || is_review_format(options_.format)) {
      all_.push_back(std::move(comparison));
    }
  }

  void write_review() const {
    std::vector<const Comparison*> comparisons;
    for (const Comparison& comparison : all_) comparisons.push_back(&comparison);
    write_result(options_.output, review_file(options_.format, "", comparisons),
                 options_.format != "docx");
  }

  void dismiss(Comparison& comparison, const std::string& path) {
    take_dismissed(comparison, read_decision_file(path, false));
    std::vector<DecisionLine> lines;
    for (const Finding* finding :
         findings_at(comparison, options_.dismiss[0], options_.dismiss[1])) {
      lines.push_back(line_of(comparison, *finding, options_.dismissal));
      print_line(path + ": " + translate("dismissed") + ": " + finding_line(comparison, *finding),
                 options_);
    }
    if (lines.empty()) return;
    append_to_decision_file(path, lines);
    dismissed_ = true;
  }

  const Options& options_;
  const LanguageData data_;
  Source original_;
  std::optional<SourceMap> source_map_;  // of the original
  SarifLog sarif_;
  std::vector<Comparison> all_;  // for what shows all languages at once
  bool failed_ = false;
  bool dismissed_ = false;
};

int run_compare(const Options& options) {
  if (!options.output.empty() && !is_review_format(options.format)) {
    throw Error({"", "", "--output goes with --format html or docx",
                 "redirect the standard output for the other formats"});
  }
  if (!options.dismiss.empty()) {
    require_check(options.dismiss[0]);
    require_reason(options.dismissal.reason);
  }
  Run run(options);
  options.translations.empty() ? run.pairs() : run.files();
  return run.finish();
}

void add_dismissal_options(CLI::App& app, Options& options) {
  app.add_option("--decisions", options.decisions,
                 "File of dismissed findings, else synoptic-decisions.tsv beside the texts");
  CLI::Option* dismiss =
      app.add_option("--dismiss", options.dismiss,
                     "CHECK and CLAUSE: write into that file that the finding may stand")
          ->expected(2)
          ->type_name("CHECK CLAUSE");
  app.add_option("--reason", options.dismissal.reason, "Why it may stand")->needs(dismiss);
  app.add_option("--author", options.dismissal.author, "Who says so")->envname("SYNOPTIC_AUTHOR");
}

}  // namespace

std::function<int()> configure_compare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  options->dismissal.date = now_utc();
  app.add_option("original", options->original, "The original; `fr=FILE` states its language")
      ->required();
  app.add_option(
      "translation", options->translations,
      "Its translations; none where the original is a TMX, XLIFF, CSV, TSV or XLSX file, "
      "which holds both and their pairs");
  app.add_option("--format", options->format,
                 "text: findings; view: side by side; json: a line a translation; sarif; html or "
                 "docx: side by side, with findings")
      ->check(CLI::IsMember({"text", "view", "json", "sarif", "html", "docx"}))
      ->capture_default_str();
  app.add_option("--output,-o", options->output,
                 "File to write html or docx to, else the standard output");
  app.add_option("--unit", options->selection.unit, "View this clause and all under it: 7.1");
  add_glossary_option(app, options->glossary);
  app.add_flag("--findings", options->selection.findings_only, "View only clauses with findings");
  add_display_options(app, options->display);
  add_check_options(app, options->checks);
  add_dismissal_options(app, *options);
  app.add_option("--encoding", options->read.encoding, "Encoding of the files, else detected");
  app.add_option("--max-bytes", options->read.most_bytes, "Refuse larger files");
  app.add_option("--max-line-bytes", options->read.most_line_bytes, "Refuse longer lines");
  add_changes_option(app, options->read.changes);
  add_language_data_options(app, options->language_data);
  return [options] { return run_compare(*options); };
}

}  // namespace synoptic
