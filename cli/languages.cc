// synoptic languages: for which languages there are data, and what.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "align/convention.h"
#include "cli/language_data_option.h"
#include "cli/subcommand.h"
#include "text/language_name.h"
#include "text/messages.h"
#include "text/width.h"

namespace synoptic {

namespace {

struct Options {
  std::string format = "text";
  LanguageDataOptions language_data;
};

struct Row {
  std::string tag;
  std::string name;
  std::size_t labels = 0;     // patterns of numbered headings
  std::size_t alphabets = 0;  // letters of lists
  std::size_t ordinals = 0;   // number words beyond ICU's
  std::size_t abbreviations = 0;
};

// What the language's own tables hold, without what all languages share.
Row row_of(const std::string& tag, std::span<const LanguageTable> tables) {
  std::vector<LanguageTable> own;
  std::copy_if(tables.begin(), tables.end(), std::back_inserter(own),
               [&](const LanguageTable& table) { return table.language == tag; });
  const Convention convention = load_convention(tag, own);
  const auto count = [&](std::string_view key) {
    const auto found = convention.words.find(key);
    return found == convention.words.end() ? 0 : found->second.size();
  };
  return {tag,
          english_language_name(tag),
          convention.patterns.size(),
          convention.alphabets.size(),
          count("ordinal"),
          count("abbreviation")};
}

void print_json(const std::vector<Row>& rows) {
  nlohmann::json all = nlohmann::json::array();
  for (const Row& row : rows) {
    all.push_back({{"language", row.tag},
                   {"name", row.name},
                   {"labels", row.labels},
                   {"alphabets", row.alphabets},
                   {"ordinals", row.ordinals},
                   {"abbreviations", row.abbreviations}});
  }
  std::cout << all.dump() << '\n';
}

using Cells = std::array<std::string, 6>;

void print_text(const std::vector<Row>& rows) {
  std::vector<Cells> lines = {{translate("tag"), translate("language"), translate("labels"),
                               translate("alphabets"), translate("ordinals"),
                               translate("abbrev.")}};
  for (const Row& row : rows) {
    lines.push_back({row.tag, language_name(row.tag, message_language()),
                     std::to_string(row.labels), std::to_string(row.alphabets),
                     std::to_string(row.ordinals), std::to_string(row.abbreviations)});
  }
  std::array<std::size_t, 6> widths{};
  for (const Cells& cells : lines) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(cells[i]));
    }
  }
  for (const Cells& cells : lines) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string blanks(widths[i] - display_width(cells[i]), ' ');
      const bool number = i >= 2;
      std::cout << "  " << (number ? blanks + cells[i] : cells[i] + blanks);
    }
    std::cout << '\n';
  }
}

int run_languages(const Options& options) {
  const LanguageData data(options.language_data);
  std::vector<Row> rows;
  for (const std::string& tag : known_languages(data.tables())) {
    rows.push_back(row_of(tag, data.tables()));
  }
  options.format == "json" ? print_json(rows) : print_text(rows);
  return kExitClean;
}

}  // namespace

std::function<int()> configure_languages(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}));
  add_language_data_options(app, options->language_data);
  return [options] { return run_languages(*options); };
}

}  // namespace synoptic
