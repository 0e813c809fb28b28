// synoptic formats: what is read and what is written.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/subcommand.h"
#include "formats/readers.h"

namespace synoptic {

namespace {

struct WrittenFormat {
  std::string_view name;
  std::string_view title;
  std::string_view by;  // the commands that write it
};

constexpr WrittenFormat kWritten[] = {
    {"json", "JSON, for programs", "compare, outline, check, view, export"},
    {"sarif", "findings for code review (SARIF 2.1.0)", "compare, check"},
    {"csv", "a row a clause or sentence (RFC 4180)", "export"},
    {"tmx", "translation memory (TMX 1.4b)", "export, align, lexicon"},
    {"tsv", "sentence pairs and word lists with tabs", "align, lexicon"},
    {"tbx", "term base (TBX-Basic)", "lexicon"},
    {"dic", "word list of hunalign", "lexicon"},
};

std::string in_column(std::string_view name) {
  constexpr std::size_t kColumns = 14;
  std::string cell(name);
  cell.resize(std::max(kColumns, cell.size() + 1), ' ');
  return cell;
}

void print_text() {
  std::cout << "Read, told by their contents:\n";
  for (const Reader& reader : all_readers()) {
    std::cout << "  " << in_column(reader.name) << reader.title << '\n';
  }
  std::cout << "Written:\n";
  for (const WrittenFormat& format : kWritten) {
    std::cout << "  " << in_column(format.name) << format.title << " (" << format.by << ")\n";
  }
}

void print_json() {
  nlohmann::json read = nlohmann::json::array();
  for (const Reader& reader : all_readers()) {
    read.push_back({{"name", reader.name}, {"title", reader.title}});
  }
  nlohmann::json written = nlohmann::json::array();
  for (const WrittenFormat& format : kWritten) {
    written.push_back({{"name", format.name}, {"title", format.title}, {"by", format.by}});
  }
  std::cout << nlohmann::json{{"read", read}, {"written", written}}.dump() << '\n';
}

}  // namespace

std::function<int()> configure_formats(CLI::App& app) {
  auto format = std::make_shared<std::string>("text");
  app.add_option("--format", *format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  return [format] {
    *format == "json" ? print_json() : print_text();
    return static_cast<int>(kExitClean);
  };
}

}  // namespace synoptic
