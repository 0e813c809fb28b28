// synoptic formats: what is read and what is written.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/subcommand.h"
#include "formats/paired_readers.h"
#include "formats/readers.h"

namespace synoptic {

namespace {

struct WrittenFormat {
  std::string_view name;
  std::string_view title;
  std::string_view by;  // the commands that write it
};

constexpr WrittenFormat kWritten[] = {
    {"html", "a page for the reviser, side by side", "compare, export"},
    {"docx", "a Word document for the reviser, side by side", "compare, export"},
    {"xlsx", "workbook, a column a language (Excel)", "export"},
    {"csv", "table, a column a language (RFC 4180)", "export"},
    {"tsv", "table with tabs; sentence pairs and word lists", "export, align, lexicon"},
    {"tmx", "translation memory (TMX 1.4b)", "export, align, lexicon"},
    {"xliff", "bilingual file with findings (XLIFF 2.1)", "export"},
    {"ladder", "which sentences pair, by their numbers", "export, align"},
    {"json", "JSON, for programs", "compare, outline, check, view, export, align"},
    {"sarif", "findings for code review (SARIF 2.1.0)", "compare, check"},
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
  std::cout << "Read, told by their contents; texts of one language:\n";
  for (const Reader& reader : all_readers()) {
    std::cout << "  " << in_column(reader.name) << reader.title << '\n';
  }
  std::cout
      << "Read, told by their contents; texts of several languages with their pairs (import):\n";
  for (const PairedReader& reader : paired_readers()) {
    std::cout << "  " << in_column(reader.name) << reader.title << '\n';
  }
  std::cout << "  " << in_column("ladder") << "pairs of the lines of two files (import --ladder)\n";
  std::cout << "Written:\n";
  for (const WrittenFormat& format : kWritten) {
    std::cout << "  " << in_column(format.name) << format.title << " (" << format.by << ")\n";
  }
}

void print_json() {
  nlohmann::json read = nlohmann::json::array();
  for (const Reader& reader : all_readers()) {
    read.push_back({{"name", reader.name}, {"title", reader.title}, {"languages", 1}});
  }
  for (const PairedReader& reader : paired_readers()) {
    read.push_back({{"name", reader.name}, {"title", reader.title}, {"languages", 2}});
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
