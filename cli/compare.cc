// synoptic compare ORIGINAL TRANSLATION...: one shot, nothing stored.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "checks/check.h"
#include "cli/comparison_json.h"
#include "cli/pipeline.h"
#include "cli/replacement_warning.h"
#include "cli/subcommand.h"

namespace synoptic {

namespace {

struct Options {
  std::string original;
  std::vector<std::string> translations;
  std::string format = "text";
  ReadOptions read;
};

Document read_argument(const std::string& argument, ReadOptions read, const Document* original) {
  const FileArgument file = parse_file_argument(argument);
  if (!file.language.empty()) read.language = file.language;
  Document document = read_document(file.file, read, original);
  warn_of_replacements(document, std::cerr);
  return document;
}

bool reportable(const Finding& finding) { return finding.severity != Severity::kInfo; }

int run_compare(const Options& options) {
  const Document original = read_argument(options.original, options.read, nullptr);
  bool found = false;
  for (const std::string& file : options.translations) {
    const Comparison comparison = compare(original, read_argument(file, options.read, &original));
    if (options.format == "json") {
      std::cout << to_json(comparison);
    } else {
      for (const Finding& finding : comparison.findings) {
        std::cout << severity_name(finding.severity) << ' ' << finding.check << ": "
                  << message_of(finding) << '\n';
      }
    }
    found |= std::any_of(comparison.findings.begin(), comparison.findings.end(), reportable);
  }
  return found ? kExitFindings : kExitClean;
}

}  // namespace

std::function<int()> configure_compare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("original", options->original, "The original; `fr=FILE` states its language")
      ->required();
  app.add_option("translation", options->translations, "Its translations")->required();
  app.add_option("--format", options->format, "text or json, a line of JSON a translation")
      ->check(CLI::IsMember({"text", "json"}));
  app.add_option("--encoding", options->read.encoding, "Encoding of the files, else detected");
  app.add_option("--max-bytes", options->read.most_bytes, "Refuse larger files");
  app.add_option("--max-line-bytes", options->read.most_line_bytes, "Refuse longer lines");
  return [options] { return run_compare(*options); };
}

}  // namespace synoptic
