// A number that the other side of its clause does not say.
//
// Numbers agree by value, whatever they are written in, and each agrees with one of the other side.
// What is left on both sides of one clause is a changed number, in figures or in words.  What is
// left on one side only is less: it may be said in another way (a date, a label, a Roman numeral, a
// word that is not known), so a reference, a small number or a word is not missed by itself.  A
// number that is left over on the other side of a clause close by has moved with its sentence.
#include <algorithm>
#include <utility>

#include "checks/changed_numbers.h"
#include "checks/clause_facts.h"
#include "checks/clause_references.h"
#include "checks/declarations.h"
#include "checks/lone_numbers.h"
#include "checks/quantity_facts.h"

namespace synoptic {
namespace {

// Links so far apart may have swapped a sentence, or been cut at other places.
constexpr std::size_t kNear = 2;
// Where so many numbers are on both sides, and most of them disagree, the clauses are not the same.
constexpr std::size_t kFewestOfMispaired = 5;

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

OpenNumbers open_claims(const QuantityFacts& facts, std::size_t at, const Direction& direction) {
  OpenNumbers open;
  const LinkQuantities& link = facts.of(at);
  for (const LinkQuantities::Leftover& left : link.*direction.left) {
    const NumberClaim& claim = (link.*direction.from).numbers()[left.claim];
    if (claim.partial || is_moved(facts, at, direction, claim)) continue;
    NumberClaims& claims = left.said ? open.surplus : open.unsaid;
    const bool seen = std::any_of(claims.begin(), claims.end(), [&](const NumberClaim& earlier) {
      return earlier.values == claim.values;
    });
    if (!seen) claims.push_back(claim);
  }
  return open;
}

bool is_mispaired(const LinkQuantities& link, const NumberClaims& missing,
                  const NumberClaims& extra) {
  const std::size_t original = link.original.numbers().size();
  const std::size_t translation = link.translation.numbers().size();
  return original + translation >= kFewestOfMispaired && 2 * missing.size() > original &&
         2 * extra.size() > translation;
}

std::string listed(const NumberClaims& claims) {
  std::string text;
  for (const NumberClaim& claim : claims) {
    text.append(text.empty() ? "" : ", ").append(claim.values.front());
  }
  return claims.empty() ? "–" : text;
}

Finding finding_of(const CheckInput& input, const Link& link, const NumberClaims& missing,
                   const NumberClaims& extra) {
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

void check_link(const CheckInput& input, const LoneNumbers& lone, std::size_t at,
                std::vector<Finding>& findings) {
  const Link& link = input.alignment.links[at];
  const LinkQuantities& facts = input.quantities->of(at);
  if (facts.missing.empty() && facts.extra.empty()) return;
  OpenNumbers missing = open_claims(*input.quantities, at, kMissing);
  OpenNumbers extra = open_claims(*input.quantities, at, kExtra);
  const auto drop_references = [&](OpenNumbers& open, std::vector<FindingSpan> Finding::*side) {
    const auto is_reference = [&](const NumberClaim& claim) {
      return is_marked(findings, kReference.id, side, claim.place) ||
             is_marked(findings, kCitation.id, side, claim.place);
    };
    std::erase_if(open.unsaid, is_reference);
    std::erase_if(open.surplus, is_reference);
  };
  drop_references(missing, &Finding::original_spans);
  drop_references(extra, &Finding::translation_spans);
  if (is_mispaired(facts, missing.unsaid, extra.unsaid)) return;
  if (!keep_changed(facts, lone, missing, extra)) {
    // In a merge or a split a number alone says less than the cut does.
    if (link.original.size() != 1 || link.translation.size() != 1) return;
    if (lost_with_text(findings, link.translation.front())) missing.unsaid.clear();
    drop_synonyms(facts, missing.unsaid, extra.unsaid);
    std::erase_if(missing.unsaid, [&](const NumberClaim& c) {
      return !lone.is_told({c, facts.original, facts.translation, true});
    });
    std::erase_if(extra.unsaid, [&](const NumberClaim& c) {
      return !lone.is_told({c, facts.translation, facts.original, false}) &&
             !facts.translation.is_misglossed(c);
    });
  }
  if (!missing.unsaid.empty() || !extra.unsaid.empty()) {
    findings.push_back(finding_of(input, link, missing.unsaid, extra.unsaid));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const LoneNumbers lone(*input.quantities);
  for (std::size_t i = 0; i < input.alignment.links.size(); ++i) {
    const Link& link = input.alignment.links[i];
    if (!link.original.empty() && !link.translation.empty()) check_link(input, lone, i, findings);
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
        {"de", "1. Die beiden Parteien unterzeichnen.", "fr", "1. Les cinq parties signent.", true,
         "1"},
        {"de", "1. Jeder der Staaten sorgt dafür.", "it",
         "1. Ognuno dei quaranta Stati vi provvede.", true, "1"},
        {"zh", "一、期限不得超過三個月。", "en", "1. The period shall not exceed four (3) months.",
         true, "1"},
        {"zh", "一、自公告之日起二年內申請。", "en", "1. Apply within years of the notice.", true,
         "1"},
        {"en", "1. Both pilots may appeal within three months.", "de",
         "1. Beide Lotsen können binnen zwei Monaten Beschwerde einlegen.", true, "1"},
        {"en", "1. A deputy of the other half, and two weeks, in the second month.", "nl",
         "1. Een plaatsvervanger van de andere helft, en vijf weken, in de tweede maand.", true,
         "1"},
        {"en", "1. In a new harbour.", "fr", "1. Dans un port neuf.", false, ""},
        {"fr", "1. Il néglige le délai.", "de", "1. Er lässt die Frist außer acht.", false, ""},
        {"en", "1. For a decade.", "de", "1. Für zehn Jahre.", false, ""},
        {"zh", "一、每年二月底前申報。", "en", "1. It is filed by the end of February.", false, ""},
        {"en", "1. The parts of a family.", "vi", "1. Các phần của một gia đình tư.", false, ""},
        {"en", "1. The two parts of the port.", "fr", "1. Les deux parties du port.", false, ""},
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
