// The symbol of an act or document that the other side of its clause gives otherwise: "2016/697"
// for "2016/679", "A/RES/60/4" for "A/RES/60/1".
//
// Method: the numbers of a symbol are compared; its letters differ between languages (SOR and
// DORS), and count only where the pair has kept the letters of nearly all others.  One symbol in
// the place of another is an error where they agree in all but one number, so that the notes of two
// editions are not held against each other; one that is simply gone is a warning.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/document_codes.h"

namespace synoptic {
namespace {

// Letters count where at least so many symbols of the pair have their letters in common,
// and those are so large a share.
constexpr int kFewestEqual = 4;
constexpr double kShareEqual = 0.8;

struct CodeClaim {
  FindingSpan place;
  DocumentCode code;
};

using Claims = std::vector<CodeClaim>;

Claims claims_of(const Document& document, const std::vector<UnitId>& units) {
  Claims claims;
  for (const UnitId unit : units) {
    const uint32_t begin = document.units[unit].text.begin;
    for (DocumentCode& code : find_document_codes(document.text_of(unit))) {
      const Span span = {begin + code.span.begin, begin + code.span.end};
      claims.push_back({{unit, span}, std::move(code)});
    }
  }
  return claims;
}

// Whether the units have the numbers of the code one behind the other, whatever is between them.
bool says(const Document& document, const std::vector<UnitId>& units, const DocumentCode& code) {
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    const std::vector<std::string> figures = figures_of(document.text_of(unit));
    return std::search(figures.begin(), figures.end(), code.numbers.begin(), code.numbers.end()) !=
           figures.end();
  });
}

// One number alone of two codes differs, or their letters.
bool is_change(const DocumentCode& a, const DocumentCode& b) {
  if (a.numbers.size() != b.numbers.size()) return false;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < a.numbers.size(); ++i) differing += a.numbers[i] != b.numbers[i];
  return differing == 1 && (a.numbers.size() > 1 || a.letters == b.letters);
}

struct Pair {
  std::size_t link = 0;
  CodeClaim original;
  CodeClaim translation;
};

class Checker {
 public:
  Checker(const CheckInput& input, std::vector<Finding>& findings)
      : input_(input), findings_(findings) {}

  void run() {
    for (std::size_t i = 0; i < input_.alignment.links.size(); ++i) {
      const Link& link = input_.alignment.links[i];
      if (!link.original.empty() && !link.translation.empty()) check_link(i);
    }
    check_letters();
  }

 private:
  void check_link(std::size_t at) {
    const Link& link = input_.alignment.links[at];
    Claims missing = claims_of(input_.original, link.original);
    Claims extra = claims_of(input_.translation, link.translation);
    if (missing.empty()) return;
    match(at, missing, extra);
    std::erase_if(missing, [&](const CodeClaim& claim) {
      return says(input_.translation, link.translation, claim.code);
    });
    std::erase_if(extra, [&](const CodeClaim& claim) {
      return says(input_.original, link.original, claim.code);
    });
    for (const CodeClaim& claim : missing) {
      const auto change = std::find_if(extra.begin(), extra.end(), [&](const CodeClaim& other) {
        return is_change(claim.code, other.code);
      });
      if (change != extra.end()) {
        report(link, Severity::kError, claim, *change);
        extra.erase(change);
      } else if (extra.empty() && is_one_to_one(link) &&
                 !lost_with_text(findings_, link.translation.front())) {
        report(link, Severity::kWarning, claim, std::nullopt);
      }
    }
  }

  // Takes the codes with equal numbers out of both.
  void match(std::size_t at, Claims& missing, Claims& extra) {
    std::erase_if(missing, [&](const CodeClaim& claim) {
      const auto same = std::find_if(extra.begin(), extra.end(), [&](const CodeClaim& other) {
        return other.code.numbers == claim.code.numbers;
      });
      if (same == extra.end()) return false;
      pairs_.push_back({at, claim, *same});
      extra.erase(same);
      return true;
    });
  }

  void check_letters() {
    std::map<std::pair<std::string, std::string>, int> seen;
    int equal = 0;
    for (const Pair& pair : pairs_) {
      ++seen[{pair.original.code.letters, pair.translation.code.letters}];
      equal += !pair.original.code.letters.empty() &&
               pair.original.code.letters == pair.translation.code.letters;
    }
    for (const Pair& pair : pairs_) {
      const std::string& original = pair.original.code.letters;
      const std::string& translation = pair.translation.code.letters;
      if (original == translation || original.empty() || translation.empty()) continue;
      if (original.size() != translation.size() || seen[{original, translation}] > 1) continue;
      const int lettered =
          static_cast<int>(std::count_if(pairs_.begin(), pairs_.end(), [](const Pair& other) {
            return !other.original.code.letters.empty();
          }));
      if (equal < kFewestEqual || equal < kShareEqual * lettered) continue;
      report(input_.alignment.links[pair.link], Severity::kError, pair.original, pair.translation);
    }
  }

  void report(const Link& link, Severity severity, const CodeClaim& expected,
              const std::optional<CodeClaim>& found) {
    Finding finding;
    finding.check = kCitation.id;
    finding.severity = severity;
    finding.original = link.original;
    finding.translation = link.translation;
    finding.original_spans = {expected.place};
    std::string text = "–";
    if (found) {
      finding.translation_spans = {found->place};
      text = slice(input_.translation.text, found->place.span);
    }
    finding.details = {{"path", paths_of(input_.original, link.original)},
                       {"expected", std::string(slice(input_.original.text, expected.place.span))},
                       {"found", text}};
    findings_.push_back(std::move(finding));
  }

  const CheckInput& input_;
  std::vector<Finding>& findings_;
  std::vector<Pair> pairs_;
};

void run(const CheckInput& input, std::vector<Finding>& findings) {
  Checker(input, findings).run();
}

}  // namespace

const Check kCitation = {
    "citation",
    "Symbol of an act or document",
    Severity::kError,
    Scope::kLink,
    "{path}: cites {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. Regulation (EU) 2016/679 applies.", "fr",
         "1. Le règlement (UE) 2016/697 s'applique.", true, "1"},
        {"en", "1. Recalling resolution A/RES/60/1 of the Assembly.", "es",
         "1. Recordando la resolución A/RES/60/4 de la Asamblea.", true, "1"},
        {"de", "1. Das Abkommen (SR 0.742.140) gilt.", "it",
         "1. Si applica l'accordo (RS 0.742.141).", true, "1"},
        {"en", "1. As ISO 9001:2015 has it.", "ja", "一　ISO 9001:2008による。", true, "1"},
        {"en", "1. See OJ L 119/1 of that year.", "pl", "1. Zob. Dz.U. L 191/1 z tego roku.", true,
         "1"},
        {"en", "1. Directive 95/461/EC applies.", "el", "1. Ισχύει η οδηγία 95/641/ΕΚ.", true, "1"},
        {"ru", "1. Документ E/CN.4/2004/10 принят.", "zh", "一、文件E/CN.4/2005/10获得通过。", true,
         "1"},
        {"en", "1. Act C-10.2 applies.", "fr", "1. La loi C-10.3 s'applique.", true, "1"},
        {"en", "1. Document A/RES/60/1 is noted.", "ar", "١- يحاط علما بالوثيقة A/RES/60/1.", false,
         ""},
        {"en", "1. Regulations SOR/2003-288 apply.", "fr",
         "1. Le règlement DORS/2003-288 s'applique.", false, ""},
        {"en", "1. Directive 95/461/EC applies.", "fr", "1. La directive 95/461/CE s'applique.",
         false, ""},
        {"en", "1. On 31/12/2004 the term ends.", "de", "1. Am 31.12.2004 endet die Frist.", false,
         ""},
        {"en", "1. A fund of 1,000,000 dollars.", "de", "1. Ein Fonds von 1.000.000 Dollar.", false,
         ""},
        {"en", "1. Half (1/2) of the votes and/or seats.", "ko", "1. 표의 절반(1/2) 및/또는 의석.",
         false, ""},
        {"en", "1. Resolution 60/125 is noted.", "th", "1. รับทราบข้อมติที่ ๖๐/๑๒๕", false, ""},
        {"en", "1. At 12:30 the meeting in 2004-2005 began.", "he", "1. בשעה 12:30 נפתחה הישיבה.",
         false, ""},
    },
    "Compares the symbols and numbers of acts and documents (A/RES/60/1, 2016/679). Series that "
    "each language names in its own way are learnt from the pair; the figures have to agree."};

}  // namespace synoptic
