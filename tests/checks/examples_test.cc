// Every check on its own examples, through the whole of outline, segmentation and alignment.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "align/aligner.h"
#include "align/outline.h"
#include "align/segmenter.h"
#include "checks/check.h"
#include "cli/changed_since.h"
#include "formats/glossary_reader.h"

namespace synoptic {
namespace {

Document document_of(std::string_view text, std::string_view language) {
  const Convention convention = load_convention(language);
  Document document = outline(text_of_lines(text, language), convention);
  segment(document, convention);
  return document;
}

Glossary glossary_of(const Example& example) {
  if (example.glossary.empty()) return {};
  const LanguagePair languages{base_language(example.original_language),
                               base_language(example.translation_language)};
  return read_glossary(example.glossary, "example", languages, {});
}

std::vector<UnitId> changed_in(const Example& example, const Document& original) {
  if (example.earlier_original.empty()) return {};
  return changed_clauses(document_of(example.earlier_original, example.original_language),
                         original);
}

bool touches(const Finding& finding, const Document& original, const Document& translation,
             std::string_view path) {
  const auto has = [path](const Document& document, const std::vector<UnitId>& units) {
    return std::any_of(units.begin(), units.end(),
                       [&](UnitId unit) { return document.units[unit].path == path; });
  };
  return path.empty() || has(original, finding.original) || has(translation, finding.translation);
}

}  // namespace

TEST_CASE("every check has an id, a title, a message and examples of both kinds", "[checks]") {
  std::set<std::string_view> ids;
  for (const Check* check : all_checks()) {
    INFO(check->id);
    CHECK(ids.insert(check->id).second);
    CHECK_FALSE(check->title.empty());
    CHECK_FALSE(check->message.empty());
    CHECK(find_check(check->id) == check);
    const auto& examples = check->examples;
    CHECK(std::any_of(examples.begin(), examples.end(), [](auto& e) { return e.fires; }));
    CHECK(std::any_of(examples.begin(), examples.end(), [](auto& e) { return !e.fires; }));
  }
}

TEST_CASE("every check explains itself in docs/checks.md", "[checks]") {
  for (const Check* check : all_checks()) {
    INFO(check->id);
    CHECK(check->explanation.ends_with('.'));
  }
}

TEST_CASE("every check fires and keeps silent on its own examples", "[checks]") {
  for (const Check* check : all_checks()) {
    for (const Example& example : check->examples) {
      const Document original = document_of(example.original, example.original_language);
      const Document translation = document_of(example.translation, example.translation_language);
      const Alignment alignment = align(original, translation);
      const Convention original_convention = load_convention(original.language);
      const Convention translation_convention = load_convention(translation.language);
      const Glossary glossary = glossary_of(example);
      const std::vector<UnitId> changed = changed_in(example, original);
      const std::vector<Finding> findings =
          run_checks({original, translation, alignment, original_convention, translation_convention,
                      &glossary, changed});
      INFO(check->id << " on\n" << example.original << "\n--\n" << example.translation);
      std::string seen;
      for (const Finding& finding : findings) {
        seen += finding.check + ": " + message_of(finding) + "\n";
      }
      INFO("findings:\n" << seen);
      const bool fired = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.check == check->id && touches(finding, original, translation, example.path);
      });
      CHECK(fired == example.fires);
    }
  }
}

}  // namespace synoptic
