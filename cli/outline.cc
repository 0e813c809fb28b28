// synoptic outline FILE...: the clauses of files as they are recognised.
#include "align/outline.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "align/outline_reasons.h"
#include "cli/changes_option.h"
#include "cli/comparison_json.h"
#include "cli/language_data_option.h"
#include "cli/outline_tree.h"
#include "cli/outline_why.h"
#include "cli/pipeline.h"
#include "cli/replacement_warning.h"
#include "cli/side_by_side.h"
#include "cli/subcommand.h"
#include "cli/terminal.h"
#include "formats/readers.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

struct Options {
  std::vector<std::string> files;
  std::string original;
  std::string format = "text";
  std::string unit;
  bool why = false;
  ReadOptions read;
  LanguageDataOptions language_data;
  DisplayOptions display;
};

Text read_argument(const std::string& argument, ReadOptions read) {
  const FileArgument file = parse_file_argument(argument);
  if (!file.language.empty()) read.language = file.language;
  return read_text(read_file(file.file, read.most_bytes), file.file, read);
}

// The outline, with its reasons where they were asked for.
ExplainedOutline outline_of(const Text& text, const Document* original, const LanguageData& data,
                            bool why) {
  const Convention convention = load_convention(text.language, data.tables());
  if (why) return explain_outline(text, convention, original);
  return {original ? outline(text, convention, *original) : outline(text, convention), {}};
}

void print_json(const Text& text, const ExplainedOutline& outline, const Options& options) {
  nlohmann::json made = document_json(outline.document);
  if (options.why) made["lines"] = why_json(text, outline.reasons);
  std::cout << made.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

// The reasons for the lines before `line`, from `next` on, which moves behind them.
std::string reasons_before(uint32_t line, const Text& text, const OutlineReasons& reasons,
                           const OutlineTree& tree, std::size_t& next) {
  std::string all;
  for (; next < reasons.lines.size() && reasons.lines[next].line < line; ++next) {
    std::size_t steps = 0;
    for (const std::string& remark : why_remarks(text, reasons.lines[next])) {
      all += tree.remark(remark, steps);
      steps = 1;
    }
  }
  return all;
}

std::string text_of(const Text& text, const ExplainedOutline& outline, const Options& options,
                    const TableStyle& style) {
  const Document& document = outline.document;
  const OutlineTree tree(document, style);
  std::string all = tree.heading();
  if (options.why) all += tree.remark(why_heading());
  bool any = options.unit.empty();
  std::size_t reason = 0;
  for (UnitId id = 0; id < document.units.size(); ++id) {
    const uint32_t end = id + 1 < document.units.size() ? document.units[id + 1].line : UINT32_MAX;
    const std::string why = reasons_before(end, text, outline.reasons, tree, reason);
    if (!options.unit.empty() && !is_under(document.units[id].path, options.unit)) continue;
    any = true;
    all += tree.line(id) + why;
  }
  if (any) return all;
  throw Error({document.file, "", say("no clause has the path {path}", {{"path", options.unit}}),
               translate("see the paths of all clauses without --unit")});
}

int run_outline(const Options& options) {
  const LanguageData data(options.language_data);
  std::optional<Document> original;
  if (!options.original.empty()) {
    original =
        outline_of(read_argument(options.original, options.read), nullptr, data, false).document;
    warn_of_replacements(*original, std::cerr);
  }
  const TableStyle style{display_columns(options.display), display_colour(options.display),
                         display_order(options.display)};
  std::string all;
  for (const std::string& file : options.files) {
    const Text text = read_argument(file, options.read);
    const ExplainedOutline outline =
        outline_of(text, original ? &*original : nullptr, data, options.why);
    warn_of_replacements(outline.document, std::cerr);
    if (options.format == "json") {
      print_json(text, outline, options);
    } else {
      all += (all.empty() ? "" : "\n") + text_of(text, outline, options, style);
    }
  }
  if (!all.empty()) show(all, options.display);
  return kExitClean;
}

}  // namespace

std::function<int()> configure_outline(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("file", options->files, "Texts; `fr=FILE` states the language")->required();
  app.add_option("--original", options->original,
                 "Read them as translations of this one, as compare does");
  app.add_option("--format", options->format, "text, or json: a line a file")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  app.add_option("--unit", options->unit, "Only this clause and all under it: 7.1");
  app.add_flag("--why", options->why, "Say of the lines what else they might have been");
  app.add_option("--lang", options->read.language, "Language of the files, where it is not stated");
  app.add_option("--encoding", options->read.encoding, "Encoding of the files, else detected");
  app.add_option("--max-bytes", options->read.most_bytes, "Refuse larger files");
  app.add_option("--max-line-bytes", options->read.most_line_bytes, "Refuse longer lines");
  add_changes_option(app, options->read.changes);
  add_language_data_options(app, options->language_data);
  add_display_options(app, options->display);
  return [options] { return run_outline(*options); };
}

}  // namespace synoptic
