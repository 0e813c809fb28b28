// A rendering that the user's glossary forbids.
//
// Where the entry has an original, only in the clauses that hold it; else in every clause.
#include <algorithm>
#include <string>
#include <vector>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/term_search.h"

namespace synoptic {
namespace {

bool holds(const Document& document, const std::vector<UnitId>& units, const TermPattern& term) {
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    return !term.find(term_words(document.text_of(unit))).empty();
  });
}

struct ForbiddenTerms {
  TermIndex index;
  std::vector<const GlossaryEntry*> entries;
  std::vector<std::string> terms;
};

ForbiddenTerms forbidden_terms(const Glossary& glossary) {
  ForbiddenTerms forbidden;
  for (const GlossaryEntry& entry : glossary.entries) {
    for (const std::string& term : entry.forbidden) {
      forbidden.index.add(term);
      forbidden.entries.push_back(&entry);
      forbidden.terms.push_back(term);
    }
  }
  return forbidden;
}

void check_unit(const CheckInput& input, const ForbiddenTerms& forbidden, const Link& link,
                UnitId unit, std::vector<Finding>& findings) {
  const uint32_t offset = input.translation.units[unit].text.begin;
  for (const auto& [term, span] :
       forbidden.index.find(term_words(input.translation.text_of(unit)))) {
    const GlossaryEntry& entry = *forbidden.entries[term];
    if (!entry.original.empty() &&
        !holds(input.original, link.original, TermPattern(entry.original))) {
      continue;
    }
    Finding finding = finding_of(kForbiddenTerm, input, link);
    finding.translation_spans = {{unit, {offset + span.begin, offset + span.end}}};
    finding.details = {{"path", finding.details[link.original.empty() ? 1 : 0].value},
                       {"term", forbidden.terms[term]}};
    findings.push_back(std::move(finding));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  if (input.glossary == nullptr) return;
  const ForbiddenTerms forbidden = forbidden_terms(*input.glossary);
  if (forbidden.index.empty()) return;
  for (const Link& link : input.alignment.links) {
    for (const UnitId unit : link.translation) check_unit(input, forbidden, link, unit, findings);
  }
}

}  // namespace

const Check kForbiddenTerm = {
    "forbidden-term",
    "Term that the glossary forbids",
    Severity::kWarning,
    Scope::kLink,
    "{path}: “{term}” is a forbidden term",
    run,
    {
        {"en", "1. Persons with disabilities.", "fr", "1. Les handicapés.", true, "1",
         "persons with disabilities\thandicapés\tforbidden"},
        {"en", "1. The treaty ends.", "de", "1. Der Kontrakt endet.", true, "1",
         "original,translation,forbidden\n,Kontrakt,yes"},
        {"en", "1. The meeting opened.", "zh", "一、欧亚会议开幕。", true, "1",
         "meeting\t欧亚会议\tdeprecated"},
        {"en", "1. The treaty ends.", "ru", "1. Пакт прекращается.", true, "1",
         "treaty\tпакт\tforbidden"},
        {"en", "1. The treaty ends.", "ar", "١. ينتهي الميثاق.", true, "1",
         "treaty\tالميثاق\tforbidden"},
        {"en", "1. The treaty ends.", "ja", "一　条款は終了する。", true, "1",
         "treaty\t条款\tforbidden"},
        {"en", "1. The treaty ends.", "el", "1. Το σύμφωνο λήγει.", true, "1",
         "treaty\tσύμφωνο\tforbidden"},
        {"en", "1. The treaty ends.", "ko", "1. 협약은 종료된다.", true, "1",
         "treaty\t협약\tforbidden"},
        {"en", "1. The treaty ends.", "fr", "1. Le traité prend fin.", false, "",
         "treaty\tpacte\tforbidden"},
        {"en", "1. The agreement ends.", "fr", "1. Le pacte prend fin.", false, "",
         "treaty\tpacte\tforbidden"},
        {"en", "1. The treaty ends.", "de", "1. Der Vertrag endet.", false, "",
         "original,translation,forbidden\ntreaty,Vertrag,no\ntreaty,Pakt,yes"},
        {"en", "1. The treaty ends.", "zh", "一、条约终止。", false, "", "treaty\t条款\tforbidden"},
        {"en", "1. The treaty ends.", "ru", "1. Договор прекращается.", false, "",
         "treaty\tпакт\tforbidden"},
        {"en", "1. The WHO acts.", "es", "1. La OMS actúa.", false, "", "WHO\tomso\tforbidden"},
        {"en", "1. The treaty ends.", "th", "๑. สนธิสัญญาสิ้นสุดลง", false, "",
         "treaty\tข้อตกลง\tforbidden"},
        {"en", "1. The treaty ends.", "ar", "١. تنتهي المعاهدة.", false, "",
         "treaty\tالميثاق\tforbidden"},
    },
    "Looks in the translation for terms that the glossary marks as forbidden or deprecated."};

}  // namespace synoptic
