// A term of the user's glossary that the translation of its clause does not render as asked.
//
// The term is looked for word for word, its translation in any form (checks/term_search.h).  Where
// a longer term of the glossary stands, those within it are not asked about.
#include <algorithm>
#include <string>
#include <vector>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/term_search.h"

namespace synoptic {
namespace {

struct Occurrence {
  const GlossaryEntry* entry = nullptr;
  FindingSpan place;
};

// The terms of the original, each with its entry.
struct Terms {
  TermIndex index;
  std::vector<const GlossaryEntry*> entries;
};

Terms terms_of(const Glossary& glossary) {
  Terms terms;
  for (const GlossaryEntry& entry : glossary.entries) {
    if (entry.original.empty()) continue;
    terms.index.add(entry.original);
    terms.entries.push_back(&entry);
  }
  return terms;
}

bool is_within(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.end <= outer.end && inner.size() < outer.size();
}

std::vector<Occurrence> occurrences(const Document& document, UnitId unit, const Terms& terms) {
  std::vector<Occurrence> found;
  const std::vector<TermWord> words = term_words(document.text_of(unit));
  const uint32_t offset = document.units[unit].text.begin;
  for (const TermIndex::Match& match : terms.index.find(words)) {
    found.push_back(
        {terms.entries[match.term], {unit, {offset + match.span.begin, offset + match.span.end}}});
  }
  std::vector<Occurrence> longest;
  for (const Occurrence& one : found) {
    if (std::none_of(found.begin(), found.end(), [&](const Occurrence& other) {
          return is_within(one.place.span, other.place.span);
        })) {
      longest.push_back(one);
    }
  }
  return longest;
}

bool is_rendered(const GlossaryEntry& entry, const std::vector<TermWord>& text) {
  return std::any_of(
      entry.translations.begin(), entry.translations.end(),
      [&](const std::string& translation) { return TermPattern(translation).is_hinted(text); });
}

void check_link(const CheckInput& input, const Terms& terms, const Link& link,
                std::vector<Finding>& findings) {
  std::vector<TermWord> text;
  for (const UnitId unit : link.translation) {
    const auto words = term_words(input.translation.text_of(unit));
    text.insert(text.end(), words.begin(), words.end());
  }
  std::vector<const GlossaryEntry*> reported;
  for (const UnitId unit : link.original) {
    for (const Occurrence& term : occurrences(input.original, unit, terms)) {
      const GlossaryEntry& entry = *term.entry;
      if (entry.translations.empty() || is_rendered(entry, text)) continue;
      if (std::find(reported.begin(), reported.end(), &entry) != reported.end()) continue;
      reported.push_back(&entry);
      Finding finding = finding_of(kTerm, input, link);
      finding.original_spans = {term.place};
      std::string expected;
      for (const std::string& translation : entry.translations) {
        expected.append(expected.empty() ? "" : " / ").append(translation);
      }
      finding.details = {
          {"path", finding.details[0].value}, {"term", entry.original}, {"expected", expected}};
      findings.push_back(std::move(finding));
    }
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  if (input.glossary == nullptr) return;
  const Terms terms = terms_of(*input.glossary);
  if (terms.index.empty()) return;
  for (const Link& link : input.alignment.links) {
    if (link.original.empty() || link.translation.empty()) continue;
    if (lost_with_text(findings, link.translation.front())) continue;
    check_link(input, terms, link, findings);
  }
}

}  // namespace

const Check kTerm = {
    "term",
    "Term not translated as the glossary asks",
    Severity::kWarning,
    Scope::kLink,
    "{path}: “{term}” is not rendered by “{expected}”",
    run,
    {
        {"en", "1. The Heads of State met.", "fr", "1. Les dirigeants se sont réunis.", true, "1",
         "Heads of State\tchefs d'État"},
        {"de", "1. Der Vertrag gilt.", "en", "1. The contract applies.", true, "1",
         "Vertrag,treaty\n"},
        {"en", "1. The ministers met.", "zh", "一、首长举行了会议。", true, "1", "minister\t部长"},
        {"en", "1. The WHO acts.", "ru", "1. Организация действует.", true, "1", "WHO\tВОЗ"},
        {"fr", "1. Le règlement s'applique.", "el", "1. Η απόφαση εφαρμόζεται.", true, "1",
         "règlement;κανονισμός"},
        {"en", "1. The treaty ends.", "ar", "١. ينتهي الاتفاق.", true, "1", "treaty\tالمعاهدة"},
        {"en", "1. Each treaty ends.", "ja", "一　各協定は終了する。", true, "1", "treaty\t条約"},
        {"ko", "1. 조약은 종료된다.", "en", "1. The agreement ends.", true, "1", "조약\ttreaty"},
        {"en", "1. The Heads of State met.", "fr", "1. Les chefs d'État se sont réunis.", false, "",
         "Heads of State\tchef d'État"},
        {"de", "1. Die Verträge gelten.", "en", "1. The treaties apply.", false, "",
         "Vertrag\ttreaty"},
        {"en", "1. Those who act.", "ru", "1. Те, кто действует.", false, "", "WHO\tВОЗ"},
        {"en", "1. The treaty body meets.", "fr", "1. L'organe conventionnel se réunit.", false, "",
         "treaty\ttraité\ntreaty body\torgane conventionnel"},
        {"en", "1. The treaty ends.", "fi", "1. Sopimuksen voimassaolo päättyy.", false, "",
         "treaty\tsopimus"},
        {"en", "1. The treaty ends.", "ar", "١. تنتهي بالمعاهدة.", false, "", "treaty\tمعاهدة"},
        {"en", "1. The ministers met.", "zh", "一、各国部长举行了会议。", false, "",
         "minister\t部长"},
        {"en", "1. The ministers met.", "ko", "1. 장관들이 만났다.", false, "", "minister\t장관"},
    },
    "Looks for the terms of a glossary that is given with --glossary: where the original has the "
    "term, the translation must have what the glossary asks for, in any inflection."};

}  // namespace synoptic
