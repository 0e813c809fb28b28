// An acronym that was exchanged for another, misspelt by a letter, or left out.
//
// Acronyms are translated or not as each language has it (EU, UE, ЕС; ASEM stays ASEM), so which
// goes with which is learnt from the pair itself (checks/counterparts.h), and an acronym proves
// something only where nearly all its other clauses have its counterpart.
// One that stands in a clause once is proved by the rest of the pair: where acronyms are kept as
// they are nearly everywhere, so is it.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "checks/acronym_neighbours.h"
#include "checks/acronym_sides.h"
#include "checks/acronyms.h"
#include "checks/clause_facts.h"
#include "checks/counterparts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {
namespace {

// Set by hand, checked on all published pairs at hand.
constexpr uint32_t kFewestAnswers = 2;  // other clauses, or is long that must have the counterpart
constexpr double kAnsweredShare = 0.8;  // of all other clauses with the acronym
constexpr uint32_t kFewestForDrop = 4;  // the same where nothing stands in its place
constexpr double kShareForDrop = 0.95;
constexpr uint32_t kFewestUsual = 4;       // clauses with an acronym that another is a slip for
constexpr std::size_t kLeastSlip = 3;      // characters of such an acronym
constexpr std::size_t kLeastLongSlip = 4;  // of one that needs no other witness
constexpr uint32_t kFewestKept = 5;        // acronyms of a pair that tell whether they are kept
constexpr double kKeptShare = 0.9;

bool is_answered(const Counterparts::Record& others, uint32_t fewest, double share) {
  return others.answered >= fewest &&
         static_cast<double>(others.answered) >= share * static_cast<double>(others.seen);
}

std::size_t count_of(uint32_t key, const std::vector<uint32_t>& keys) {
  return static_cast<std::size_t>(std::count(keys.begin(), keys.end(), key));
}

// The acronym in small letters, as "Unesco" is in French.
bool is_written(const Document& document, const std::vector<UnitId>& units, std::string_view key) {
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    return fold(document.text_of(unit)).find(key) != std::string::npos;
  });
}

class AcronymCheck {
 public:
  AcronymCheck(const CheckInput& input, const Acronyms& all)
      : input_(input),
        all_(all),
        pairs_(all.original.of_link, all.translation.of_link,
               static_cast<uint32_t>(all.keys.size())),
        kept_(are_kept()) {}

  void check_link(std::size_t at, std::vector<Finding>& findings) const;

 private:
  // Keys with fewer counterparts opposite than they need; `absent`: with none at all.
  struct Gaps {
    std::vector<uint32_t> fewer;
    std::vector<uint32_t> absent;
  };

  bool are_kept() const;
  Gaps gaps_of_original(std::size_t at) const;
  Gaps gaps_of_translation(std::size_t at) const;
  std::optional<uint32_t> slip_for(std::size_t at, uint32_t found) const;
  bool kept_alike(uint32_t original, uint32_t translation) const;
  bool is_misspelt(uint32_t found, uint32_t expected) const;
  std::optional<uint32_t> usual_for(uint32_t found) const;
  bool stays_as_it_is(std::size_t at, uint32_t original) const;
  bool is_near(std::size_t at, uint32_t original) const;
  bool came_from_near(std::size_t at, uint32_t translation) const;
  std::string printed_in_translation(uint32_t key) const;
  void report(std::size_t at, uint32_t expected, std::optional<uint32_t> found, Severity severity,
              std::vector<Finding>& findings) const;

  const CheckInput& input_;
  const Acronyms& all_;
  const Counterparts pairs_;
  const bool kept_;  // nearly all acronyms of this pair stay as they are
};

bool AcronymCheck::are_kept() const {
  uint32_t seen = 0;
  uint32_t kept = 0;
  for (std::size_t i = 0; i < all_.original.of_link.size(); ++i) {
    for (const uint32_t key : distinct(all_.original.of_link[i])) {
      ++seen;
      kept += count_of(key, all_.translation.of_link[i]) > 0;
    }
  }
  return is_answered({seen, kept}, kFewestKept, kKeptShare);
}

AcronymCheck::Gaps AcronymCheck::gaps_of_original(std::size_t at) const {
  Gaps gaps;
  const std::vector<uint32_t>& here = all_.original.of_link[at];
  const std::vector<uint32_t>& there = all_.translation.of_link[at];
  for (const uint32_t key : distinct(here)) {
    const std::size_t answers = pairs_.answers_to_original(key, there);
    if (answers < count_of(key, here)) gaps.fewer.push_back(key);
    if (answers == 0) gaps.absent.push_back(key);
  }
  return gaps;
}

AcronymCheck::Gaps AcronymCheck::gaps_of_translation(std::size_t at) const {
  Gaps gaps;
  const std::vector<uint32_t>& here = all_.translation.of_link[at];
  const std::vector<uint32_t>& there = all_.original.of_link[at];
  for (const uint32_t key : distinct(here)) {
    const std::size_t answers = pairs_.answers_to_translation(key, there);
    if (answers < count_of(key, here)) gaps.fewer.push_back(key);
    if (answers == 0) gaps.absent.push_back(key);
  }
  return gaps;
}

// `found` stands nowhere else, and is a letter away from what should stand there.
bool AcronymCheck::is_misspelt(uint32_t found, uint32_t expected) const {
  if (pairs_.of_translation(found).answered > 0 || pairs_.of_original(found).seen > 0) return false;
  for (uint32_t key = 0; key < all_.keys.size(); ++key) {
    if (!pairs_.match(expected, key)) continue;
    const bool known = pairs_.of_translation(key).answered > 0 || kept_;
    if (known && one_letter_apart(all_.keys[found], all_.keys[key])) return true;
  }
  return false;
}

// As they stand where they stand first.
bool AcronymCheck::kept_alike(uint32_t original, uint32_t translation) const {
  const auto first = [](const AcronymSide& side, uint32_t key) {
    const auto at = std::find(side.keys.begin(), side.keys.end(), key) - side.keys.begin();
    return side.acronyms[static_cast<std::size_t>(at)];
  };
  return are_kept_alike(input_.original, first(all_.original, original), input_.translation,
                        first(all_.translation, translation));
}

// `found` stands nowhere else, and is a letter away from one that this clause has on both sides, or
// from one of the original that has no counterpart here and that nobody translated: the texts are
// in two scripts, or both stand among the same signs.  Gives that one.
std::optional<uint32_t> AcronymCheck::slip_for(std::size_t at, uint32_t found) const {
  if (pairs_.of_translation(found).seen != 1 || pairs_.of_original(found).seen > 0) return {};
  const std::vector<uint32_t>& there = all_.translation.of_link[at];
  if (count_of(found, there) != 1 || all_.keys[found].size() < kLeastSlip) return {};
  const Link& link = input_.alignment.links[at];
  const int original = main_script(input_.original.text_of(link.original.front()));
  const int translation = main_script(input_.translation.text_of(link.translation.front()));
  for (const uint32_t expected : distinct(all_.original.of_link[at])) {
    if (!one_letter_apart(all_.keys[expected], all_.keys[found])) continue;
    const bool stays = pairs_.answers_to_original(expected, there) > 0;
    const bool same_length = all_.keys[expected].size() == all_.keys[found].size();
    if (stays || (same_length && (original != translation || kept_alike(expected, found)))) {
      return expected;
    }
  }
  return {};
}

// `found` stands nowhere else, and is a letter away from one that stands by the same words in
// other clauses: "an offshore EFT" among many an "offshore ETF".  Gives that one.
std::optional<uint32_t> AcronymCheck::usual_for(uint32_t found) const {
  if (pairs_.of_translation(found).seen != 1 || pairs_.of_original(found).seen > 0) return {};
  const std::vector<Acronym>& acronyms = all_.translation.acronyms;
  const auto at = std::find(all_.translation.keys.begin(), all_.translation.keys.end(), found);
  const auto place = static_cast<std::size_t>(at - all_.translation.keys.begin());
  const Neighbours words = neighbours_of(input_.translation, acronyms[place]);
  if (all_.keys[found].size() < kLeastSlip) return {};
  for (std::size_t i = 0; i < acronyms.size(); ++i) {
    const uint32_t usual = all_.translation.keys[i];
    if (pairs_.of_translation(usual).seen >= kFewestUsual &&
        all_.keys[usual].size() == all_.keys[found].size() &&
        one_letter_apart(all_.keys[usual], all_.keys[found]) &&
        (all_.keys[found].size() >= kLeastLongSlip ||
         stand_alike(words, neighbours_of(input_.translation, acronyms[i])))) {
      return usual;
    }
  }
  return {};
}

// The clause before or behind has one more than its original: the text was cut elsewhere.
bool AcronymCheck::is_near(std::size_t at, uint32_t original) const {
  const std::size_t end = std::min(at + 2, all_.original.of_link.size());
  for (std::size_t i = at > 0 ? at - 1 : 0; i < end; ++i) {
    if (i != at && pairs_.answers_to_original(original, all_.translation.of_link[i]) >
                       count_of(original, all_.original.of_link[i])) {
      return true;
    }
  }
  return false;
}

bool AcronymCheck::came_from_near(std::size_t at, uint32_t translation) const {
  const std::size_t end = std::min(at + 2, all_.translation.of_link.size());
  for (std::size_t i = at > 0 ? at - 1 : 0; i < end; ++i) {
    if (i != at && pairs_.answers_to_translation(translation, all_.original.of_link[i]) >
                       count_of(translation, all_.translation.of_link[i])) {
      return true;
    }
  }
  return false;
}

// Said of an acronym that stands in one clause only, by what is done with the others of the pair.
// Languages of one script may translate any, so there is no telling.
bool AcronymCheck::stays_as_it_is(std::size_t at, uint32_t original) const {
  if (!kept_ || pairs_.of_original(original).seen > 1) return false;
  const Link& link = input_.alignment.links[at];
  return main_script(input_.original.text_of(link.original.front())) !=
         main_script(input_.translation.text_of(link.translation.front()));
}

// As it stands where it stands first.
std::string AcronymCheck::printed_in_translation(uint32_t key) const {
  const std::vector<uint32_t>& keys = all_.translation.keys;
  const auto place =
      static_cast<std::size_t>(std::find(keys.begin(), keys.end(), key) - keys.begin());
  if (place == keys.size()) return {};
  return std::string(slice(input_.translation.text, all_.translation.acronyms[place].span));
}

void AcronymCheck::report(std::size_t at, uint32_t expected, std::optional<uint32_t> found,
                          Severity severity, std::vector<Finding>& findings) const {
  const Link& link = input_.alignment.links[at];
  Finding finding = finding_of(kAcronym, input_, link);
  finding.severity = severity;
  finding.original_spans.clear();
  finding.translation_spans.clear();
  std::string shown = "–";
  const auto add = [&](const Document& document, const AcronymSide& side,
                       const std::vector<UnitId>& units, uint32_t key,
                       std::vector<FindingSpan>& spans) {
    std::string printed;
    for (std::size_t i = 0; i < side.acronyms.size(); ++i) {
      const Acronym& acronym = side.acronyms[i];
      if (side.keys[i] != key) continue;
      if (std::find(units.begin(), units.end(), acronym.unit) == units.end()) continue;
      spans.push_back({acronym.unit, acronym.span});
      printed = slice(document.text, acronym.span);
    }
    return printed;
  };
  std::string wanted =
      add(input_.original, all_.original, link.original, expected, finding.original_spans);
  if (wanted.empty()) wanted = printed_in_translation(expected);
  if (found) {
    shown = add(input_.translation, all_.translation, link.translation, *found,
                finding.translation_spans);
  }
  finding.details = {{"path", finding.details[0].value}, {"expected", wanted}, {"found", shown}};
  findings.push_back(std::move(finding));
}

void AcronymCheck::check_link(std::size_t at, std::vector<Finding>& findings) const {
  const Link& link = input_.alignment.links[at];
  if (link.original.empty() || link.translation.empty()) return;
  const Gaps missing = gaps_of_original(at);
  const Gaps extra = gaps_of_translation(at);
  for (const uint32_t found : extra.absent) {
    if (const auto usual = usual_for(found)) {
      return report(at, *usual, found, kAcronym.severity, findings);
    }
  }
  for (const uint32_t found : extra.absent) {
    if (const auto expected = slip_for(at, found)) {
      return report(at, *expected, found, kAcronym.severity, findings);
    }
  }
  if (missing.fewer.empty()) return;
  for (const uint32_t found : extra.absent) {
    for (const uint32_t expected : missing.fewer) {
      if (is_misspelt(found, expected)) {
        return report(at, expected, found, kAcronym.severity, findings);
      }
    }
  }
  for (const uint32_t expected : missing.absent) {
    Counterparts::Record others = pairs_.of_original(expected);
    --others.seen;
    if (is_written(input_.translation, link.translation, all_.keys[expected])) continue;
    if (is_near(at, expected)) continue;
    const bool proved = is_answered(others, kFewestAnswers, kAnsweredShare);
    if (proved && !extra.fewer.empty()) {
      return report(at, expected, extra.fewer.front(), kAcronym.severity, findings);
    }
    const auto taken = std::find_if(extra.absent.begin(), extra.absent.end(),
                                    [&](uint32_t key) { return is_kept_elsewhere(all_, at, key); });
    // Where two such stand opposite each other, one was exchanged.
    if (taken != extra.absent.end() && is_kept_elsewhere(all_, at, expected)) {
      return report(at, expected, *taken, kAcronym.severity, findings);
    }
    if (stays_as_it_is(at, expected) && !extra.absent.empty()) {
      return report(at, expected, extra.absent.front(), kAcronym.severity, findings);
    }
    if (is_answered(others, kFewestForDrop, kShareForDrop) && is_one_to_one(link) &&
        !lost_with_text(findings, link.translation.front())) {
      return report(at, expected, std::nullopt, Severity::kInfo, findings);
    }
  }
  for (const uint32_t found : extra.absent) {
    Counterparts::Record others = pairs_.of_translation(found);
    --others.seen;
    if (is_written(input_.original, link.original, all_.keys[found])) continue;
    if (came_from_near(at, found)) continue;
    if (is_answered(others, kFewestAnswers, kAnsweredShare)) {
      return report(at, missing.fewer.front(), found, kAcronym.severity, findings);
    }
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::size_t links = input.alignment.links.size();
  const Acronyms all = acronyms_of(input);
  if (all.original.acronyms.empty() || all.translation.acronyms.empty()) return;
  const AcronymCheck check(input, all);
  for (std::size_t at = 0; at < links; ++at) check.check_link(at, findings);
}

}  // namespace

const Check kAcronym = {
    "acronym",
    "Acronym exchanged, misspelt or left out",
    Severity::kWarning,
    Scope::kLink,
    "{path}: {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. The ASEM leaders met.\n\n2. ASEM goes on.\n\n3. They thank ASEM and the EU.",
         "fr",
         "1. Les dirigeants de l'ASEM se sont réunis.\n\n2. L'ASEM continue.\n\n"
         "3. Ils remercient l'AESM et l'UE.",
         true, "3"},
        {"en", "1. ASEM met.\n\n2. ASEM goes on.\n\n3. They thank ASEM.", "zh",
         "一、ASEM举行会议。\n\n二、ASEM继续进行。\n\n三、他们感谢AESM。", true, "3"},
        {"en", "1. ASEM met.\n\n2. ASEM goes on.\n\n3. They thank ASEM.", "ar",
         "١. اجتمع ASEM اليوم.\n\n٢. يستمر ASEM بعد ذلك.\n\n٣. يشكرون ASAM على ذلك.", true, "3"},
        {"en", "1. The PPS guide of the firm (PPS), known as PPS Centrus.\n\n2. The ports rise.",
         "fr",
         "1. Le guide PPS de la firme (PPS), ou PPS, appelé PSS Centrus.\n\n2. Les ports montent.",
         true, "1"},
        {"zh", "一、國際論壇（IAF）之證書。", "en", "1. A certificate of the forum (IGF).", true,
         "1"},
        {"en", "1. Write “GEP-45” or “LGE-45”.", "fr", "1. Écrire «GEP-45» ou «VGE-45».", true,
         "1"},
        {"en", "1. The WIPO Copyright Treaty.", "de", "1. Der WIWO Copyright Treaty.", true, "1"},
        {"en", "1. As EN-ISO/IEC 17 has it.", "de", "1. Gemäß EN-ISH/IEC17.", true, "1"},
        {"en", "1. The Act, R.S.C. 1970, of the ports.", "fr",
         "1. La loi, S.R.C. 1970, sur les ports.", false, ""},
        {"en", "1. Directive 96/9/EEC of the ports.", "es", "1. Directiva 96/9/CEE de puertos.",
         false, ""},
        {"fr", "1. L’OCDE et les ports.", "it", "1. L’OCSE e i porti.", false, ""},
        {"en", "1. The EU-27 and the ports.", "es", "1. La UE-27 y los puertos.", false, ""},
        {"en",
         "1. The EU met.\n\n2. The EU decides.\n\n3. The EU and the WTO agree.\n\n"
         "4. The WTO acts.\n\n5. The WTO pays.\n\n6. The EU ends.",
         "fr",
         "1. L'UE s'est réunie.\n\n2. L'UE décide.\n\n3. L'OMC et l'OMC sont d'accord.\n\n"
         "4. L'OMC agit.\n\n5. L'OMC paie.\n\n6. L'UE finit.",
         true, "3"},
        {"de", "1. Die UNESCO tagt.\n\n2. Die UNESCO zahlt.\n\n3. Die UNESCO hilft.", "it",
         "1. L'UNESCO si riunisce.\n\n2. L'UNESCO paga.\n\n3. La FAO aiuta.", true, "3"},
        {"en", "1. UNICEF met.\n\n2. UNICEF paid.\n\n3. UNICEF helps.", "ja",
         "一　UNICEFが会合した。\n\n二　UNICEFが支払った。\n\n三　UNICFEが支援する。", true, "3"},
        {"en", "1. UNICEF met.\n\n2. UNICEF paid.\n\n3. UNICEF helps.", "th",
         "๑. UNICEF ประชุม\n\n๒. UNICEF จ่าย\n\n๓. UNICFE ช่วย", true, "3"},
        {"en", "1. The OECD met.\n\n2. The OECD paid.\n\n3. The OECD helps.", "pl",
         "1. OECD się zebrało.\n\n2. OECD zapłaciło.\n\n3. OEDC pomaga.", true, "3"},
        {"en", "1. The EU met.\n\n2. The EU decides.\n\n3. The EU pays.", "fr",
         "1. L'UE s'est réunie.\n\n2. L'UE décide.\n\n3. L'UE paie.", false, ""},
        {"en", "1. The EU met.", "fr", "1. L'UE s'est réunie.", false, ""},
        {"en", "1. UNESCO met.\n\n2. UNESCO paid.\n\n3. UNESCO helps.", "es",
         "1. La Unesco se reunió.\n\n2. La Unesco pagó.\n\n3. La UNESCO ayuda.", false, ""},
        {"en", "1. The EU met.\n\n2. The EU paid.\n\n3. The EU helps.", "ru",
         "1. ЕС собрался.\n\n2. ЕС заплатил.\n\n3. Союз помогает.", false, ""},
        {"en", "1. PART II APPLIES TO ALL\n\n2. ALL PARTS OF THE ACT", "de",
         "1. TEIL II GILT FÜR ALLE\n\n2. ALLE TEILE DES GESETZES", false, ""},
        {"en", "1. The EU met.\n\n2. The EU paid.\n\n3. The EU helps.", "zh",
         "一、欧盟举行会议。\n\n二、欧盟付款。\n\n三、欧盟(EU)提供帮助。", false, ""},
        {"en", "1. NGOs met.\n\n2. An NGO paid.\n\n3. NGOs help.", "fi",
         "1. NGO:t kokoontuivat.\n\n2. NGO maksoi.\n\n3. NGO:iden apu.", false, ""},
        {"de", "1. Das OR gilt.\n\n2. Das OR und das ZGB gelten.\n\n3. Das ZGB ruht.", "fr",
         "1. Le CO s'applique.\n\n2. Le CO et le CC s'appliquent.\n\n3. Le CC est suspendu.", false,
         ""},
        {"en", "1. R.S.C. applies.\n\n2. R.S.C. is cited.\n\n3. R.S.C. ends.", "fr",
         "1. L.R.C. s'applique.\n\n2. L.R.C. est cité.\n\n3. L.R.C. finit.", false, ""},
    },
    "Learns from the pair which acronym stands for which, and tells of one that was exchanged, "
    "misspelt, or left out where it is kept elsewhere."};

}  // namespace synoptic
