// A number that the other side of its clause does not say.
//
// Numbers agree by value, whatever they are written in, and each agrees with one of the other side.
// What is left on both sides of one clause is a changed number, in figures or in words.  What is
// left on one side only is less: it may be said in another way (a date, a label, a Roman numeral, a
// word that is not known), so a reference, a small number or a word is not missed by itself.  A
// number that is left over on the other side of a clause close by has moved with its sentence.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/clause_references.h"
#include "checks/declarations.h"
#include "checks/lone_number_words.h"
#include "checks/quantity_facts.h"
#include "text/digits.h"

namespace synoptic {
namespace {

// A number so small may be in words where the language's number words are not known.
constexpr int kLargestInWords = 100;
// Words for so small a number take the place of another only where they stand at like places.
constexpr int kLargestCommonWord = 3;
constexpr double kSamePlace = 0.25;
// Numbers that languages have other words for: decade, dozen, century, half, millennium.
constexpr std::array<std::string_view, 6> kNamed = {"10", "12", "100", "0.5", "1000", "50"};
// Links so far apart may have swapped a sentence, or been cut at other places.
constexpr std::size_t kNear = 2;
// Where so many numbers are on both sides, and most of them disagree, the clauses are not the same.
constexpr std::size_t kFewestOfMispaired = 5;

using Claims = std::vector<NumberClaim>;
using Leftovers = std::vector<LinkQuantities::Leftover>;

// One direction of a link: the side that has a number, and the one that lacks it.
struct Direction {
  SideQuantities LinkQuantities::*from;
  SideQuantities LinkQuantities::*to;
  Leftovers LinkQuantities::*left;
  Leftovers LinkQuantities::*left_there;
};
constexpr Direction kMissing = {&LinkQuantities::original, &LinkQuantities::translation,
                                &LinkQuantities::missing, &LinkQuantities::extra};
constexpr Direction kExtra = {&LinkQuantities::translation, &LinkQuantities::original,
                              &LinkQuantities::extra, &LinkQuantities::missing};

// Whether the number is left over on the other side of a clause close by.
bool is_moved(const QuantityFacts& facts, std::size_t at, const Direction& direction,
              const NumberClaim& claim) {
  const std::size_t end = std::min(at + kNear + 1, facts.size());
  for (std::size_t i = at > kNear ? at - kNear : 0; i < end; ++i) {
    if (i == at) continue;
    const LinkQuantities& link = facts.of(i);
    for (const LinkQuantities::Leftover& left : link.*direction.left_there) {
      const NumberClaim& other = (link.*direction.to).numbers()[left.claim];
      if (other.values.front() == claim.values.front()) return true;
    }
  }
  return false;
}

struct Open {
  Claims unsaid;   // not on the other side at all, each value once
  Claims surplus;  // there, but less often
};

Open open_claims(const QuantityFacts& facts, std::size_t at, const Direction& direction) {
  Open open;
  const LinkQuantities& link = facts.of(at);
  for (const LinkQuantities::Leftover& left : link.*direction.left) {
    const NumberClaim& claim = (link.*direction.from).numbers()[left.claim];
    if (claim.partial || is_moved(facts, at, direction, claim)) continue;
    Claims& claims = left.said ? open.surplus : open.unsaid;
    const bool seen = std::any_of(claims.begin(), claims.end(), [&](const NumberClaim& earlier) {
      return earlier.values == claim.values;
    });
    if (!seen) claims.push_back(claim);
  }
  return open;
}

bool is_mispaired(const LinkQuantities& link, const Claims& missing, const Claims& extra) {
  const std::size_t original = link.original.numbers().size();
  const std::size_t translation = link.translation.numbers().size();
  return original + translation >= kFewestOfMispaired && 2 * missing.size() > original &&
         2 * extra.size() > translation;
}

bool is_common(const NumberClaim& claim) {
  const std::optional<int> value = small_integer(claim.values.front());
  return claim.form != NumberForm::kFigures && value && *value <= kLargestCommonWord;
}

// Whether a claim that has nothing against it on the other side is worth a word: references are
// worded in too many ways ("that subsection"), small numbers where words can't be read too.
bool is_telling(const NumberClaim& claim, const SideQuantities& other) {
  if (claim.reference || claim.form == NumberForm::kOther) return false;
  if (std::find(kNamed.begin(), kNamed.end(), claim.values.front()) != kNamed.end()) return false;
  const std::optional<int> value = small_integer(claim.values.front());
  if (claim.form == NumberForm::kWords) {
    return other.knows_words() && !is_common(claim) && value && *value <= kLargestInWords;
  }
  return other.knows_words() || !value || *value > kLargestInWords;
}

// Whether `surplus` may stand in the place of `unsaid`: "30 ... 60" became "60 ... 60".
bool may_replace(const NumberClaim& surplus, const NumberClaim& unsaid) {
  return surplus.form == unsaid.form && surplus.reference == unsaid.reference &&
         surplus.form != NumberForm::kOther;
}

bool share_meaning(const NamedUnit& a, const NamedUnit& b) {
  return std::any_of(a.meanings.begin(), a.meanings.end(), [&](const auto& meaning) {
    return std::find(b.meanings.begin(), b.meanings.end(), meaning) != b.meanings.end();
  });
}

// Whether two units are known and differ: "two weeks" is "quinze jours".
bool differ(const std::optional<NamedUnit>& a, const std::optional<NamedUnit>& b) {
  return a && b && !share_meaning(*a, *b);
}

bool same(const std::optional<NamedUnit>& a, const std::optional<NamedUnit>& b) {
  return a && b && share_meaning(*a, *b);
}

// Words have synonyms: "fifteen days" are "two weeks".  One that has any other number against it
// may be said so.
void drop_words(const LinkQuantities& link, const Claims& missing, Claims& extra) {
  std::erase_if(extra, [&](const NumberClaim& word) {
    return word.form == NumberForm::kWords &&
           std::any_of(missing.begin(), missing.end(), [&](const NumberClaim& claim) {
             return !is_common(claim) ||
                    differ(link.original.unit_of(claim), link.translation.unit_of(word));
           });
  });
}

// Whether no number of `side` is the claim: what says it is a label, or a part of another number.
bool is_in_passing(const NumberClaim& claim, const SideQuantities& side) {
  const std::vector<NumberClaim>& numbers = side.numbers();
  return std::none_of(numbers.begin(), numbers.end(), [&](const NumberClaim& other) {
    return other.values.front() == claim.values.front();
  });
}

// Adds to `claims` of `side`, which has nothing unsaid, what is there too often, or is said on the
// other side only in passing and has the unit of what is not said.
void add_replacing(const Claims& surplus, const SideQuantities& side, const Claims& unsaid,
                   const SideQuantities& other, Claims& claims) {
  if (!claims.empty() || unsaid.empty()) return;
  for (const NumberClaim& claim : surplus) {
    const bool passing = is_in_passing(claim, other);
    if (std::any_of(unsaid.begin(), unsaid.end(), [&](const NumberClaim& lost) {
          return may_replace(claim, lost) ||
                 (passing && same(side.unit_of(claim), other.unit_of(lost)));
        })) {
      claims.push_back(claim);
      return;
    }
  }
}

// "la centaine", "millénaire": words that are said in other ways.
bool is_named_word(const NumberClaim& claim) {
  return claim.form == NumberForm::kWords &&
         (claim.values.front() == "100" || claim.values.front() == "1000");
}

// Whether `extra` may be what became of `missing`.
bool may_have_become(const LinkQuantities& link, const NumberClaim& missing,
                     const NumberClaim& extra) {
  if (missing.reference != extra.reference) return false;
  if (is_named_word(missing) || is_named_word(extra)) return false;
  const bool readable = link.original.knows_words() && link.translation.knows_words();
  if (!readable && missing.form != extra.form) return false;
  const std::optional<NamedUnit> unit = link.original.unit_of(missing);
  const std::optional<NamedUnit> unit_there = link.translation.unit_of(extra);
  if ((is_common(missing) || is_common(extra)) && !same(unit, unit_there) &&
      std::abs(link.original.place_of(missing) - link.translation.place_of(extra)) > kSamePlace) {
    return false;
  }
  return !differ(unit, unit_there);
}

// Leaves of both only the numbers that one of the other may have replaced, if there are any.
bool keep_changed(const LinkQuantities& link, Claims& missing, Claims& extra) {
  Claims changed_missing;
  std::vector<bool> became(extra.size(), false);
  for (const NumberClaim& claim : missing) {
    bool any = false;
    for (std::size_t i = 0; i < extra.size(); ++i) {
      if (!may_have_become(link, claim, extra[i])) continue;
      any = became[i] = true;
    }
    if (any) changed_missing.push_back(claim);
  }
  if (changed_missing.empty()) return false;
  Claims changed_extra;
  for (std::size_t i = 0; i < extra.size(); ++i) {
    if (became[i]) changed_extra.push_back(extra[i]);
  }
  missing = std::move(changed_missing);
  extra = std::move(changed_extra);
  return true;
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

void check_link(const CheckInput& input, const LoneNumberWords& words, std::size_t at,
                std::vector<Finding>& findings) {
  const Link& link = input.alignment.links[at];
  const LinkQuantities& facts = input.quantities->of(at);
  if (facts.missing.empty() && facts.extra.empty()) return;
  Open missing = open_claims(*input.quantities, at, kMissing);
  Open extra = open_claims(*input.quantities, at, kExtra);
  const auto is_reference = [&](const NumberClaim& claim) {
    return is_marked(findings, kReference.id, claim.place) ||
           is_marked(findings, kCitation.id, claim.place);
  };
  for (Claims* claims : {&missing.unsaid, &missing.surplus, &extra.unsaid, &extra.surplus}) {
    std::erase_if(*claims, is_reference);
  }
  if (is_mispaired(facts, missing.unsaid, extra.unsaid)) return;
  const bool none_missing = missing.unsaid.empty();
  if (extra.unsaid.empty()) {
    add_replacing(extra.surplus, facts.translation, missing.unsaid, facts.original, extra.unsaid);
  }
  if (none_missing) {
    add_replacing(missing.surplus, facts.original, extra.unsaid, facts.translation, missing.unsaid);
  }
  if (!keep_changed(facts, missing.unsaid, extra.unsaid)) {
    // In a merge or a split a number alone says less than the cut does.
    if (link.original.size() != 1 || link.translation.size() != 1) return;
    if (lost_with_text(findings, link.translation.front())) missing.unsaid.clear();
    drop_words(facts, missing.unsaid, extra.unsaid);
    // "five-year" is "quinquennal".
    std::erase_if(missing.unsaid,
                  [](const NumberClaim& c) { return c.form == NumberForm::kWords; });
    std::erase_if(missing.unsaid,
                  [&](const NumberClaim& c) { return !is_telling(c, facts.translation); });
    std::erase_if(extra.unsaid, [&](const NumberClaim& c) {
      return !is_telling(c, facts.original) ||
             (c.form == NumberForm::kWords && !words.is_told_alone(c));
    });
  }
  if (!missing.unsaid.empty() || !extra.unsaid.empty()) {
    findings.push_back(finding_of(input, link, missing.unsaid, extra.unsaid));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const LoneNumberWords words(*input.quantities);
  for (std::size_t i = 0; i < input.alignment.links.size(); ++i) {
    const Link& link = input.alignment.links[i];
    if (!link.original.empty() && !link.translation.empty()) check_link(input, words, i, findings);
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
        {"en", "1. Within thirty days of receipt.", "de",
         "1. Innerhalb von vierzig Tagen nach Erhalt.", true, "1"},
        {"en", "1. At the second session.", "fr", "1. À la troisième session.", true, "1"},
        {"en", "1. The first 30 of the 60 members.", "af", "1. Die eerste 60 van die 60 lede.",
         true, "1"},
        {"zh", "一、任期六個月。", "en", "1. The term is five months.", true, "1"},
        {"en", "1. Three judges sit with two clerks.", "xh",
         "1. Iijaji ezintathu zihlala noonobhala abathathu.", true, "1"},
        {"en", "1. A fine of two hundred and fifty thousand dollars.", "fr",
         "1. Une amende de deux cent cinquante mille dollars.", false, ""},
        {"de", "1. Die beiden Regierungen handeln.", "fr", "1. Les quatre gouvernements agissent.",
         true, "1"},
        {"zh", "三、未來五年資訊系統之評估。", "en", "3. An estimate for the next three years.",
         true, "3"},
        {"fr", "1. Fait en mil neuf cent soixante et un.", "en", "1. Done in 1961.", false, ""},
        {"zh", "一、總額一萬二千萬元。", "en",
         "1. A total of one hundred and twenty million (120,000,000).", false, ""},
        {"zh", "一、按百分之十五計算。", "en", "1. At a rate of 15 percent.", false, ""},
        {"en", "1. A five-year review.", "fr", "1. Un examen quinquennal.", false, ""},
        {"en", "1. Within two weeks.", "fr", "1. Dans un délai de quinze jours.", false, ""},
        {"en", "1. After 6:00 p.m. each day.", "fr", "1. Après 18 heures chaque jour.", false, ""},
        {"en", "1. The statutes of 1943-44 apply.", "fr",
         "1. Les statuts de 1943-1944 s'appliquent.", false, ""},
        {"en", "1. Both parties shall sign, after sixty days.", "de",
         "1. Beide Parteien unterzeichnen nach sechzig Tagen.", false, ""},
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
    "Roman numerals, a date, a decimal, a code. A number in words that only the original has is "
    "not missed by itself."};

}  // namespace synoptic
