#include "cli/pipeline.h"

#include <algorithm>
#include <filesystem>
#include <regex>

#include "align/aligner.h"
#include "align/outline.h"
#include "align/segmenter.h"
#include "checks/check.h"
#include "formats/readers.h"

namespace synoptic {

Document to_document(const Text& text, const Document* original,
                     std::span<const LanguageTable> tables) {
  const Convention convention = load_convention(text.language, tables);
  Document document = original ? outline(text, convention, *original) : outline(text, convention);
  segment(document, convention);
  return document;
}

Document read_document(const std::string& file, const ReadOptions& options,
                       const Document* original, std::span<const LanguageTable> tables) {
  return to_document(read_text(read_file(file, options.most_bytes), file, options), original,
                     tables);
}

Comparison compare(const Document& original, Document translation,
                   std::span<const LanguageTable> tables, const LexiconSource& lexicon,
                   const Glossary* glossary) {
  Comparison comparison;
  comparison.original = &original;
  comparison.translation = std::move(translation);
  comparison.alignment = align(original, comparison.translation, lexicon);
  run_checks_on(comparison, tables, glossary);
  return comparison;
}

void run_checks_on(Comparison& comparison, std::span<const LanguageTable> tables,
                   const Glossary* glossary, std::span<const UnitId> changed_since,
                   std::span<const SentenceElsewhere> elsewhere) {
  const Convention original = load_convention(comparison.original->language, tables);
  const Convention translation = load_convention(comparison.translation.language, tables);
  comparison.findings =
      run_checks({*comparison.original, comparison.translation, comparison.alignment, original,
                  translation, glossary, changed_since, elsewhere});
}

bool is_language_tag(const std::string& word) {
  static const std::regex tag("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
  return std::regex_match(word, tag);
}

bool covers_language(std::string_view asked, std::string_view language) {
  if (asked.size() > language.size()) return false;
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const bool begins = std::equal(asked.begin(), asked.end(), language.begin(),
                                 [&](char a, char b) { return lower(a) == lower(b); });
  return begins && (asked.size() == language.size() || language[asked.size()] == '-');
}

FileArgument parse_file_argument(const std::string& argument) {
  const std::size_t equals = argument.find('=');
  if (equals == std::string::npos || std::filesystem::exists(argument)) return {argument, ""};
  const std::string before = argument.substr(0, equals);
  if (!is_language_tag(before)) return {argument, ""};
  return {argument.substr(equals + 1), before};
}

}  // namespace synoptic
