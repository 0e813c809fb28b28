// Quotation marks that do not pair, and marks of another language among the language's own.
//
// A quotation may run over several clauses: a lone mark pairs with the next lone one, or stands
// before each paragraph of a long quotation.  What the original leaves open is not told.
#include <algorithm>
#include <optional>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/quotation_marks.h"

namespace synoptic {
namespace {

constexpr UnitId kReach = 20;          // clauses that one quotation may take
constexpr double kMostForeign = 0.2;   // of the marks: more is the text's own style
constexpr std::size_t kFewestOwn = 6;  // marks that make a style

struct Clause {
  UnitId unit = kNoUnit;
  std::vector<QuotationMark> marks;  // spans of the document's text
};

std::vector<Clause> clauses_with_marks(const Document& document) {
  std::vector<Clause> clauses;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    auto marks = find_quotation_marks(document.text_of(unit));
    if (marks.empty()) continue;
    const uint32_t base = document.units[unit].text.begin;
    for (QuotationMark& mark : marks) mark.span = {base + mark.span.begin, base + mark.span.end};
    clauses.push_back({unit, std::move(marks)});
  }
  return clauses;
}

bool begins_with_mark(const Document& document, const Clause& clause) {
  return clause.marks.front().span.begin == document.units[clause.unit].text.begin;
}

// Clauses with an odd number of marks that no neighbour makes even.
std::vector<const Clause*> lone_clauses(const Document& document,
                                        const std::vector<Clause>& clauses) {
  std::vector<const Clause*> lone;
  const Clause* open = nullptr;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    if (clause.marks.size() % 2 == 0) continue;
    const bool goes_on = i + 1 < clauses.size() && clauses[i + 1].unit - clause.unit == 1 &&
                         begins_with_mark(document, clause) &&
                         begins_with_mark(document, clauses[i + 1]);
    if (goes_on) continue;
    if (open != nullptr && clause.unit - open->unit <= kReach) {
      open = nullptr;
      continue;
    }
    if (open != nullptr) lone.push_back(open);
    open = &clause;
  }
  if (open != nullptr) lone.push_back(open);
  return lone;
}

bool is_odd(const Document& document, const std::vector<UnitId>& units) {
  std::size_t count = 0;
  for (const UnitId unit : units) count += find_quotation_marks(document.text_of(unit)).size();
  return count % 2 == 1;
}

Finding finding_at(const CheckInput& input, const Link& link, UnitId unit, Span span,
                   std::string_view kind) {
  Finding finding;
  finding.check = kQuotation.id;
  finding.severity = kQuotation.severity;
  finding.original = link.original;
  finding.translation = link.translation;
  finding.translation_spans = {{unit, span}};
  finding.details = {{"path", paths_of(input.translation, link.translation)},
                     {"found", std::string(slice(input.translation.text, span))},
                     {"kind", std::string(kind)}};
  return finding;
}

// Marks of a family that the language does not use, where the text keeps to its own otherwise.
void report_foreign(const CheckInput& input, const std::vector<uint32_t>& links,
                    const std::vector<Clause>& clauses, std::vector<Finding>& findings) {
  const QuotationStyle style = quotation_style(input.translation.language);
  if (style.curved && style.angular) return;
  std::vector<FindingSpan> foreign;
  std::size_t own = 0;
  for (const Clause& clause : clauses) {
    bool inside = false;  // one quotation in another takes other marks
    for (const QuotationMark& mark : clause.marks) {
      if (mark.family == QuoteFamily::kStraight) continue;
      const bool is_own = mark.family == QuoteFamily::kCurved ? style.curved : style.angular;
      if (is_own) {
        ++own;
        inside = !inside;
      } else if (!inside) {
        foreign.push_back({clause.unit, mark.span});
      }
    }
  }
  const auto most = kMostForeign * static_cast<double>(own);
  if (foreign.empty() || own < kFewestOwn || static_cast<double>(foreign.size()) > most) return;
  const Link& link = input.alignment.links[links[foreign.front().unit]];
  Finding finding = finding_at(input, link, foreign.front().unit, foreign.front().span, "foreign");
  finding.details.push_back({"expected", style.marks});
  finding.details.push_back({"count", std::to_string(foreign.size())});
  finding.translation_spans = std::move(foreign);
  findings.push_back(std::move(finding));
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<Clause> clauses = clauses_with_marks(input.translation);
  if (clauses.empty()) return;
  const std::vector<uint32_t> links = link_of_translation(input);
  for (const Clause* clause : lone_clauses(input.translation, clauses)) {
    const Link& link = input.alignment.links[links[clause->unit]];
    if (is_odd(input.original, link.original)) continue;
    findings.push_back(
        finding_at(input, link, clause->unit, clause->marks.back().span, "unpaired"));
  }
  report_foreign(input, links, clauses, findings);
}

}  // namespace

const Check kQuotation = {
    "quotation",
    "Quotation mark without its partner, or of another language",
    Severity::kInfo,
    Scope::kDocument,
    "{path}: quotation mark {found} without its partner, or foreign to the language",
    run,
    {
        {"en", "1. The word “port” is open.", "fr", "1. Le mot « port est ouvert.", true, "1"},
        {"en", "1. The word “port” is open.", "de", "1. Das Wort „Hafen ist offen.", true, "1"},
        {"en", "1. The word “port” is open.", "pl", "1. Słowo „port jest otwarte.", true, "1"},
        {"en", "1. The word “port” is open.", "sv", "1. Ordet hamn” är öppet.", true, "1"},
        {"en", "1. The word “port” is open.", "ru", "1. Слово порт» открыто.", true, "1"},
        {"en", "1. The word “port” is open.", "he", "1. המילה \"נמל פתוחה.", true, "1"},
        {"en", "1. The word “port” is open.", "zh", "1. “港口一词是公开的。", true, "1"},
        {"en", "1. The word “port” is open.", "ar", "1. كلمة «ميناء مفتوحة.", true, "1"},
        {"en",
         "1. “Port” and “river” and “lamp” and “pilot” and “log”.\n2. The word “fee” is open.",
         "fr",
         "1. « Port » et « rivière » et « feu » et « pilote » et « livre ».\n2. Le mot “droit” est "
         "ouvert.",
         true, "2"},
        {"en", "1. The word “port” is open.", "pl", "1. Słowo „port” jest otwarte.", false, ""},
        {"en", "1. The word “port” is open.", "de", "1. Das Wort „Hafen“ ist offen.", false, ""},
        {"en", "1. The word “port” is open.", "sv", "1. Ordet ”hamn” är öppet.", false, ""},
        {"en", "1. The word “port” is open.", "da", "1. Ordet »havn« er åbent.", false, ""},
        {"en", "1. The port's \"lamp\" is lit.", "uk", "1. Лампа порту п’ять \"світить\".", false,
         ""},
        {"en", "1. The army's mark is 12\" long.", "he", "1. סימן צה\"ל באורך 12\".", false, ""},
        {"en", "1. “The ports are open.\n2. The rivers are not.”", "fr",
         "1. « Les ports sont ouverts.\n2. Les rivières ne le sont pas. »", false, ""},
        {"en", "1. The word “port” is open.", "ja", "1. 「港」という語は公開する。", false, ""},
        {"en", "1. The sailors’ port isn’t open.", "nl", "1. ’s Avonds is de haven ’n feest.",
         false, ""},
        {"en", "1. The word “port is open.", "es", "1. La palabra «puerto está abierta.", false,
         ""},
    },
    "Looks for a quotation mark without its partner, and for marks of another language than that "
    "of the text."};

}  // namespace synoptic
