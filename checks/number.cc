// A number in figures that the other side of its clause does not say.
//
// Precision first: a number counts as said when the other side has it in any form (figures of any
// script, words, Roman, inside a date, a decimal, a code or a label).  Numbers in words are never
// missed themselves.  A number that stands in figures in a clause close by has moved with its
// sentence and is left alone; so is a reference that the other side leaves out.
#include <algorithm>
#include <array>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/clause_references.h"
#include "checks/declarations.h"
#include "checks/quantity_facts.h"
#include "text/digits.h"

namespace synoptic {
namespace {

// A number so small may be in words where the language's number words are not known.
constexpr int kLargestInWords = 100;
// Numbers that languages have other words for: decade, dozen, century, half, millennium.
constexpr std::array<std::string_view, 5> kNamed = {"10", "12", "100", "0.5", "1000"};
// Links so far apart may have swapped a sentence, or been cut at other places.
constexpr std::size_t kNear = 2;
// Where so many numbers are on both sides, and most of them disagree, the clauses are not the same.
constexpr std::size_t kFewestOfMispaired = 5;

struct LinkSides {
  SideQuantities original;
  SideQuantities translation;
};

using Side = SideQuantities LinkSides::*;
using Claims = std::vector<NumberClaim>;

// Claims of one side that the other does not say, each value once.
Claims unsaid(const SideQuantities& side, const SideQuantities& other) {
  Claims claims;
  for (const NumberClaim& claim : side.numbers()) {
    const bool seen = std::any_of(claims.begin(), claims.end(), [&](const NumberClaim& earlier) {
      return earlier.values == claim.values;
    });
    if (!seen && !other.says_any(claim.values)) claims.push_back(claim);
  }
  return claims;
}

bool written_near(const std::vector<LinkSides>& links, std::size_t link, Side side,
                  const NumberClaim& claim) {
  const std::size_t end = std::min(link + kNear + 1, links.size());
  for (std::size_t i = link > kNear ? link - kNear : 0; i < end; ++i) {
    if (i != link && (links[i].*side).writes_any(claim.values)) return true;
  }
  return false;
}

bool is_mispaired(const LinkSides& sides, const Claims& missing, const Claims& extra) {
  const std::size_t original = sides.original.numbers().size();
  const std::size_t translation = sides.translation.numbers().size();
  return original + translation >= kFewestOfMispaired && 2 * missing.size() > original &&
         2 * extra.size() > translation;
}

// Whether a claim that has nothing against it on the other side is worth a word: references are
// worded in too many ways ("that subsection"), small numbers where words can't be read too.
bool is_telling(const NumberClaim& claim, const SideQuantities& other) {
  if (claim.reference) return false;
  const auto named = std::find(kNamed.begin(), kNamed.end(), claim.values.front());
  if (named != kNamed.end()) return false;
  if (other.knows_words()) return true;
  const std::optional<int> value = small_integer(claim.values.front());
  return !value || *value > kLargestInWords;
}

std::string listed(const Claims& claims) {
  std::string text;
  for (const NumberClaim& claim : claims) {
    text.append(text.empty() ? "" : ", ").append(claim.values.front());
  }
  return claims.empty() ? "–" : text;
}

Finding finding_of(const CheckInput& input, const Link& link, const Claims& missing,
                   const Claims& extra) {
  Finding finding;
  finding.check = kNumber.id;
  finding.severity = missing.empty() || extra.empty() ? kNumber.severity : Severity::kError;
  finding.original = link.original;
  finding.translation = link.translation;
  finding.details = {{"path", paths_of(input.original, link.original)},
                     {"expected", listed(missing)},
                     {"found", listed(extra)}};
  for (const NumberClaim& claim : missing) finding.original_spans.push_back(claim.place);
  for (const NumberClaim& claim : extra) finding.translation_spans.push_back(claim.place);
  return finding;
}

void check_link(const CheckInput& input, const std::vector<LinkSides>& links, std::size_t at,
                std::vector<Finding>& findings) {
  const Link& link = input.alignment.links[at];
  const LinkSides& sides = links[at];
  Claims missing = unsaid(sides.original, sides.translation);
  Claims extra = unsaid(sides.translation, sides.original);
  const auto is_reference = [&](const NumberClaim& claim) {
    return is_marked(findings, kReference.id, claim.place) ||
           is_marked(findings, kCitation.id, claim.place);
  };
  std::erase_if(missing, is_reference);
  std::erase_if(extra, is_reference);
  if (is_mispaired(sides, missing, extra)) return;
  const auto is_near = [&](Side side) {
    return [&links, at, side](const NumberClaim& claim) {
      return written_near(links, at, side, claim);
    };
  };
  if (std::all_of(missing.begin(), missing.end(), is_near(&LinkSides::translation)) &&
      std::all_of(extra.begin(), extra.end(), is_near(&LinkSides::original))) {
    return;
  }
  if (extra.empty() && lost_with_text(findings, link.translation.front())) return;
  if (extra.empty() || missing.empty()) {
    // In a merge or a split a number alone says less than the cut does.
    if (link.original.size() != 1 || link.translation.size() != 1) return;
    std::erase_if(missing, is_near(&LinkSides::translation));
    std::erase_if(extra, is_near(&LinkSides::original));
    std::erase_if(missing, [&](const NumberClaim& c) { return !is_telling(c, sides.translation); });
    std::erase_if(extra, [&](const NumberClaim& c) { return !is_telling(c, sides.original); });
  }
  if (!missing.empty() || !extra.empty()) {
    findings.push_back(finding_of(input, link, missing, extra));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  std::vector<LinkSides> links;
  // Only figures are claims: clauses without any have nothing to compare.
  const std::vector<UnitId> none;
  for (const Link& link : input.alignment.links) {
    const bool figures = has_figures(input.original, link.original) ||
                         has_figures(input.translation, link.translation);
    links.push_back(
        {{input.original, input.original_convention, figures ? link.original : none},
         {input.translation, input.translation_convention, figures ? link.translation : none}});
  }
  for (std::size_t i = 0; i < links.size(); ++i) {
    const Link& link = input.alignment.links[i];
    if (!link.original.empty() && !link.translation.empty()) check_link(input, links, i, findings);
  }
}

}  // namespace

const Check kNumber = {
    "number",
    "Number that the other side does not say",
    Severity::kWarning,
    Scope::kLink,
    "{path}: numbers {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. The Council has 13 members.", "fr", "1. Le Conseil compte 15 membres.", true,
         "1"},
        {"en", "1. It has 13 members.\n\n2. It meets in May.", "de",
         "1. Es hat fünfzehn Mitglieder.\n\n2. Es tritt im Mai zusammen.", true, "1"},
        {"en", "1. A fund of 1,200 dollars.", "fr", "1. Un fonds de 1 300 dollars.", true, "1"},
        {"zh", "一、委员会由13人组成。", "en", "1. The committee has 31 members.", true, "1"},
        {"ru", "1. В течение 30 дней.", "ja", "一　20日以内に行う。", true, "1"},
        {"de", "1. Fassung vom Mai (AS 2010 933 940, BBl 1993 I 805).", "fr",
         "1. Version de mai (RO 2010 871 880, FF 1993 I 757).", false, ""},
        {"en", "1. Subject to subsection (4), it may be released.", "fr", "1. Il peut être libéré.",
         false, ""},
        {"en", "1. The Council has 13 members.", "fr", "1. Le Conseil compte treize membres.",
         false, ""},
        {"en", "1. A fund of 1,200.50 dollars.", "de", "1. Ein Fonds von 1.200,50 Dollar.", false,
         ""},
        {"en", "1. A city of 12,000 people.", "ja", "一　1万2千人の都市。", false, ""},
        {"en", "1. The 43rd session, under rule 7.1.", "fr",
         "1. La 43e session, selon l'article 7(1).", false, ""},
        {"de", "1. Die Frist beträgt 30 Tage.", "th", "1. ระยะเวลาสามสิบวัน", false, ""},
        {"en", "1. The decade of the oceans.", "ko", "1. 해양 10년.", false, ""},
        {"en", "1. The 43rd session.", "ar", "١- الدورة الثالثة والأربعين.", false, ""},
        {"en", "1. In 2019, under Chapter 14.", "th", "1. ในปี ๒๕๖๒ ตามหมวด ๑๔", false, ""},
        {"en", "1. Chapter 14 applies for 180 days.", "it",
         "1. Il capitolo XIV si applica per centottanta giorni.", false, ""},
        {"en", "1. About 2.5 million ships.", "ru", "1. Около 2 500 000 судов.", false, ""},
    },
    "Compares the numbers that a clause gives in figures of any script with those of its "
    "counterpart. A number is taken as said in whatever form it stands there: figures, words, "
    "Roman numerals, a date, a decimal, a code. Numbers in words are never missed themselves."};

}  // namespace synoptic
