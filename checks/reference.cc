// A reference to a clause that names another one than the original does: "section 36" for "section
// 63", "9(2)(d)" for "9(2)(c)".
//
// Method: the numbers and letters of all references of a link are compared as multisets, whatever
// the order and the words of either language.  One that is missing on one side is a change only
// where another is in its place on the other: references are left out ("that subsection") and
// added ("section 5") freely.  Both must be said nowhere else in their clause, in whatever form,
// unless everything but this one pair agrees.
#include <algorithm>
#include <optional>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/reference_sides.h"

namespace synoptic {
namespace {

// Links so far apart may have swapped a sentence, or been cut at other places.
constexpr std::size_t kNear = 2;
// Where so many marks are on both sides, and most of them disagree, the clauses are not the same.
constexpr std::size_t kFewestOfMispaired = 5;

using Claim = ReferenceClaim;
using Claims = ReferenceClaims;

bool is_within(const ReferenceMark& mark, const std::vector<ReferenceRange>& ranges) {
  const uint32_t ordinal = ordinal_of(mark);
  return std::any_of(ranges.begin(), ranges.end(), [&](const ReferenceRange& range) {
    return range.first < ordinal && ordinal < range.last;
  });
}

// Letters on both sides, or numbers on both.
bool alike(const Claim& a, const Claim& b) {
  return a.mark.letters.empty() == b.mark.letters.empty();
}

struct Unmatched {
  Claims original;
  Claims translation;
};

// Claims that have no equal on the other side, each of which serves once: first by those printed
// in the same way, then by the others ("(c)" by "3").
Unmatched unmatched(const SideReferences& original, const SideReferences& translation) {
  std::vector<bool> matched(original.claims.size(), false);
  std::vector<bool> taken(translation.claims.size(), false);
  for (const bool same_form : {true, false}) {
    for (std::size_t i = 0; i < original.claims.size(); ++i) {
      for (std::size_t k = 0; k < translation.claims.size() && !matched[i]; ++k) {
        const Claim& claim = original.claims[i];
        const Claim& other = translation.claims[k];
        if (taken[k] || alike(claim, other) != same_form || !same_mark(claim.mark, other.mark)) {
          continue;
        }
        matched[i] = taken[k] = true;
      }
    }
  }
  const auto rest = [](const SideReferences& side, const std::vector<bool>& done,
                       const SideReferences& other) {
    Claims claims;
    for (std::size_t i = 0; i < side.claims.size(); ++i) {
      const Claim& claim = side.claims[i];
      if (!done[i] && claim.mark.certain && !is_within(claim.mark, other.ranges)) {
        claims.push_back(claim);
      }
    }
    return claims;
  };
  return {rest(original, matched, translation), rest(translation, taken, original)};
}

// A letter does not become a number: leaves what may have become one of `others`.
void keep_alike(Claims& claims, const Claims& others) {
  std::erase_if(claims, [&](const Claim& claim) {
    return std::none_of(others.begin(), others.end(),
                        [&](const Claim& other) { return alike(claim, other); });
  });
}

// How many levels of two chains differ; all of them where they can't be compared.
std::size_t differences(const Claims& a, const Claims& b) {
  if (a.size() != b.size()) return std::max(a.size(), b.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!alike(a[i], b[i])) return a.size();
    count += !same_mark(a[i].mark, b[i].mark);
  }
  return count;
}

bool has_equal(const std::vector<Claims>& chains, const Claims& chain) {
  return std::any_of(chains.begin(), chains.end(),
                     [&](const Claims& other) { return differences(chain, other) == 0; });
}

// A level in which two chains or lists that have no equals differ: "(1)(a)" and "(2)(a)", though
// "(2)" be said elsewhere.
std::optional<std::pair<Claim, Claim>> changed_level(const std::vector<Claims>& original,
                                                     const std::vector<Claims>& translation) {
  for (const Claims& found : translation) {
    if (found.size() < 2 || has_equal(original, found)) continue;
    for (const Claims& expected : original) {
      if (has_equal(translation, expected) || differences(expected, found) != 1) continue;
      for (std::size_t i = 0; i < found.size(); ++i) {
        if (!same_mark(expected[i].mark, found[i].mark)) return {{expected[i], found[i]}};
      }
    }
  }
  return std::nullopt;
}

bool refers_to(const SideReferences& side, const ReferenceMark& mark) {
  return std::any_of(side.claims.begin(), side.claims.end(),
                     [&](const Claim& claim) { return same_mark(claim.mark, mark); });
}

bool same_as_before(const Claims& list, std::size_t at) {
  const ReferenceMark& mark = list[at].mark;
  return std::any_of(
      list.begin(), list.begin() + static_cast<std::ptrdiff_t>(at), [&](const Claim& other) {
        return other.mark.kind == mark.kind && other.mark.inserted == mark.inserted &&
               mark.certain && alike(other, list[at]) && same_mark(other.mark, mark);
      });
}

// A number that a list names twice: "(2) and (2)", "4 to 4".
std::optional<Claim> repeated(const std::vector<Claims>& lists) {
  for (const Claims& list : lists) {
    for (std::size_t i = 1; i < list.size(); ++i) {
      if (same_as_before(list, i)) return list[i];
    }
  }
  return std::nullopt;
}

std::string printed(const Document& document, const Claims& claims) {
  std::string text;
  for (const Claim& claim : claims) {
    text.append(text.empty() ? "" : ", ").append(slice(document.text, claim.place.span));
  }
  return text.empty() ? "–" : text;
}

class LinkChecker {
 public:
  LinkChecker(const CheckInput& input, std::vector<Finding>& findings)
      : input_(input),
        findings_(findings),
        original_(input.original, input.original_convention),
        translation_(input.translation, input.translation_convention) {
    for (const Link& link : input.alignment.links) {
      const bool original = is_labelled(input.original, link.original);
      const bool translation = is_labelled(input.translation, link.translation);
      originals_.push_back(original_.read(link.original, original && !translation));
      translations_.push_back(translation_.read(link.translation, translation && !original));
    }
  }

  void check(std::size_t at) {
    const Link& link = input_.alignment.links[at];
    const SideReferences& original = originals_[at];
    const SideReferences& translation = translations_[at];
    auto [missing, extra] = unmatched(original, translation);
    if (is_mispaired(at, missing, extra)) return;
    if (!missing.empty() || !extra.empty()) narrow(at, missing, extra);
    if (missing.empty() || extra.empty()) {
      auto changed = changed_level(original.chains, translation.chains);
      if (!changed) changed = changed_level(original.lists, translation.lists);
      const auto twice = repeated(translation.lists);
      if (!changed && (!twice || repeated(original.lists))) return;
      missing = changed ? Claims{changed->first} : missing;
      extra = {changed ? changed->second : *twice};
    }
    report(link, missing, extra);
  }

 private:
  static bool is_labelled(const Document& document, const std::vector<UnitId>& units) {
    return std::any_of(units.begin(), units.end(),
                       [&](UnitId unit) { return is_numbered(document.units[unit]); });
  }

  bool is_mispaired(std::size_t at, const Claims& missing, const Claims& extra) const {
    const std::size_t original = originals_[at].claims.size();
    const std::size_t translation = translations_[at].claims.size();
    return original + translation >= kFewestOfMispaired && 2 * missing.size() > original &&
           2 * extra.size() > translation;
  }

  // Leaves what one side has in the place of the other's.
  void narrow(std::size_t at, Claims& missing, Claims& extra) const {
    const Link& link = input_.alignment.links[at];
    const bool alone = originals_[at].count() == translations_[at].count() && missing.size() == 1 &&
                       extra.size() == 1;
    if (link.by == LinkSource::kContent && are_near(at, missing, extra)) {
      missing.clear();
      extra.clear();
    }
    if (!alone) drop_said(link, missing, extra);
    keep_alike(missing, extra);
    keep_alike(extra, missing);
  }

  // Whether all of them stand in clauses close by: a sentence has moved.
  bool are_near(std::size_t at, const Claims& missing, const Claims& extra) const {
    return stand_near(translations_, at, missing) && stand_near(originals_, at, extra);
  }

  static bool stand_near(const std::vector<SideReferences>& sides, std::size_t at,
                         const Claims& claims) {
    const std::size_t end = std::min(at + kNear + 1, sides.size());
    return std::all_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      for (std::size_t i = at > kNear ? at - kNear : 0; i < end; ++i) {
        if (i != at && refers_to(sides[i], claim.mark)) return true;
      }
      return false;
    });
  }

  // Leaves what its other side does not say at all.  Against what is left alone then stands a
  // reference of the other side that is said elsewhere, where there are as many; else a plain
  // number: the words of the other language may be unknown.
  void drop_said(const Link& link, Claims& missing, Claims& extra) const {
    const Claims all_missing = missing;
    const Claims all_extra = extra;
    const SideQuantities original = original_.quantities(link.original);
    const SideQuantities translation = translation_.quantities(link.translation);
    std::erase_if(missing, [&](const Claim& claim) {
      return translation_.says(link.translation, translation, claim.mark);
    });
    std::erase_if(extra, [&](const Claim& claim) {
      return original_.says(link.original, original, claim.mark);
    });
    const bool as_many = all_missing.size() == all_extra.size();
    if (missing.empty() && !extra.empty()) {
      missing = as_many ? all_missing : plain_numbers(original, translation, extra);
    } else if (extra.empty() && !missing.empty()) {
      extra = as_many ? all_extra : plain_numbers(translation, original, missing);
    }
  }

  // Numbers in figures that the other side does not say; none for letters.
  static Claims plain_numbers(const SideQuantities& side, const SideQuantities& other,
                              const Claims& against) {
    Claims claims;
    const bool letters = std::any_of(against.begin(), against.end(), [](const Claim& claim) {
      return !claim.mark.letters.empty();
    });
    if (letters) return claims;
    for (const NumberClaim& number : side.numbers()) {
      if (!other.says_any(number.values)) claims.push_back({number.place, {}});
    }
    return claims;
  }

  void report(const Link& link, const Claims& missing, const Claims& extra) {
    Finding finding;
    finding.check = kReference.id;
    finding.severity = kReference.severity;
    finding.original = link.original;
    finding.translation = link.translation;
    finding.details = {{"path", paths_of(input_.original, link.original)},
                       {"expected", printed(input_.original, missing)},
                       {"found", printed(input_.translation, extra)}};
    for (const Claim& claim : missing) finding.original_spans.push_back(claim.place);
    for (const Claim& claim : extra) finding.translation_spans.push_back(claim.place);
    findings_.push_back(std::move(finding));
  }

  const CheckInput& input_;
  std::vector<Finding>& findings_;
  ReferenceReader original_;
  ReferenceReader translation_;
  std::vector<SideReferences> originals_;
  std::vector<SideReferences> translations_;
};

void run(const CheckInput& input, std::vector<Finding>& findings) {
  LinkChecker checker(input, findings);
  for (std::size_t i = 0; i < input.alignment.links.size(); ++i) {
    const Link& link = input.alignment.links[i];
    if (!link.original.empty() && !link.translation.empty()) checker.check(i);
  }
}

}  // namespace

const Check kReference = {
    "reference",
    "Reference to another clause",
    Severity::kError,
    Scope::kLink,
    "{path}: refers to {expected} in the original, to {found} in the translation",
    run,
    {
        {"en", "1. Under section 36 it may act.", "fr", "1. Il peut agir selon l'article 38.", true,
         "1"},
        {"en", "1. As Article 9(2)(c) has it.", "pl", "1. Zgodnie z art. 9 ust. 2 lit. d).", true,
         "1"},
        {"en", "1. Pursuant to Article 9 of the Charter.", "de", "1. Gemäß Artikel 19 der Charta.",
         true, "1"},
        {"en", "1. Articles 5 and 6 apply.", "ru", "1. Применяются статьи 5 и 8.", true, "1"},
        {"zh", "一、依第九条第二款办理。", "en", "1. As Article 9, paragraph 3 has it.", true, "1"},
        {"en", "1. Under article 12 it may act.", "ar", "١- يجوز له التصرف وفقا للمادة ١٣.", true,
         "1"},
        {"de", "1. Nach § 12 Abs. 3 gilt es.", "hu", "1. A 12. § (4) bekezdése szerint.", true,
         "1"},
        {"en", "1. Under section 36 it may act.", "xh", "1. Linganyathela phantsi kwesiqendu 63.",
         true, "1"},
        {"en", "1. Subsections (1) and (2) apply.", "af", "1. Subartikels (1) en (4) geld.", true,
         "1"},
        {"en", "1. Under Article 7 it may act.", "fi", "1. Se voi toimia 8 artiklan nojalla.", true,
         "1"},
        {"en", "1. The powers need consent.", "fr",
         "1. Les pouvoirs visés aux paragraphes (2) et (2) requièrent un accord.", true, "1"},
        {"zh", "一、依第二項至第四項規定辦理。", "en", "1. As Paragraphs 4 to 4 have it.", true,
         "1"},
        {"zh", "一、移除第三条a款第(1)项(A)目的信息。", "en",
         "1. Remove the information of Section 4(a)(1)(A).", true, "1"},
        {"zh", "一、移除第三条a款第(1)项(A)目的信息。", "en",
         "1. Remove the information of Section 3(a)(1)(A).", false, ""},
        {"en", "1. Under section 36(2)(c) it may act.", "af",
         "1. Dit kan ingevolge artikel 36(2)(c) optree.", false, ""},
        {"en", "1. Under paragraph (c) of subsection (2) it may act.", "nl",
         "1. Het kan krachtens lid 2, onder c), optreden.", false, ""},
        {"en", "1. Subject to section 4, it may act.", "fr", "1. Il peut agir, sous cette réserve.",
         false, ""},
        {"en", "1. Articles 5 to 7 apply.", "es", "1. Se aplican los artículos 5, 6 y 7.", false,
         ""},
        {"en", "1. As Article 9(2)(c) has it.", "bg", "1. Съгласно член 9, параграф 2, буква в).",
         false, ""},
        {"en", "1. As Article 9(2)(c) has it.", "el",
         "1. Σύμφωνα με το άρθρο 9 παράγραφος 2 στοιχείο γ).", false, ""},
        {"en", "1. As Article 12, paragraph 3 has it.", "zh", "一、依第十二条第三款办理。", false,
         ""},
        {"en", "1. Under Part IV it may act.", "th", "1. ดำเนินการได้ตามภาค ๔", false, ""},
        {"en", "1. Under section 36 it may act.", "he", "1. הוא רשאי לפעול לפי סעיף 36.", false,
         ""},
        {"en", "1. Within 30 days under rule 4.", "ja", "一　規則4により30日以内に行う。", false,
         ""},
        {"en", "5. This Article and Article 6 apply.", "lt", "5. Taikomi 5 ir 6 straipsniai.",
         false, ""},
    },
    "Reads what a clause says of other clauses (Article 9(2)(c), 第九条第二款) as paths, in the "
    "words "
    "of each language, and compares both sides. Only a reference that became another is told: one "
    "that is left out is often worded as “that article”."};

}  // namespace synoptic
