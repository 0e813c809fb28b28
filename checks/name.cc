// A name that was exchanged for another.
//
// What counts as a name, and what stands for it in the other language, is learnt from the pair: a
// word that is always written with a capital and has one rendering, which stands opposite wherever
// it occurs (checks/renderings.h).  It is exchanged where its rendering is absent and that of
// another name is there, whose own original is absent in turn.  A name that is merely absent may
// have become a pronoun, and is a note at most.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/link_words.h"
#include "checks/renderings.h"
#include "checks/territories.h"
#include "text/characters.h"

namespace synoptic {
namespace {

// Set by hand, checked on all published pairs at hand.
constexpr uint32_t kFewestOthers = 3;  // other clauses in which the name has its rendering
constexpr double kOthersShare = 0.95;  // of all other clauses that hold it

struct Side {
  LinkWords words;
  WordSetsOfLinks sets;
  std::vector<std::optional<NameRendering>> renderings;
};

WordSetsOfLinks sets_of(const LinkWords& words) {
  WordSetsOfLinks sets;
  for (std::size_t link = 0; link < words.of_link.size(); ++link) {
    sets.push_back(words.distinct(link));
  }
  return sets;
}

bool holds(const std::vector<uint32_t>& words, uint32_t word) {
  return std::binary_search(words.begin(), words.end(), word);
}

void find_renderings(Side& from, const Side& to) {
  from.renderings = stable_renderings(from.sets, from.words.is_name, to.sets,
                                      static_cast<uint32_t>(to.words.stems.size()));
}

bool is_cased(const std::string& stem) {
  const char32_t first = code_point_at(stem, 0).value;
  return is_upper(first) || is_lower(first);
}

// In a script without capitals what renders a name is one.  In one with them it must be written
// like one, or the capital was that of a noun.
void keep_names(Side& from, Side& to) {
  for (auto& rendering : from.renderings) {
    if (!rendering || to.words.is_name[rendering->word]) continue;
    if (is_cased(to.words.stems[rendering->word])) {
      rendering.reset();
    } else {
      to.words.is_name[rendering->word] = true;
    }
  }
}

std::size_t count_of(const Side& side, std::size_t at, uint32_t word) {
  const auto& words = side.words.of_link[at];
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [word](const LinkWord& other) { return other.id == word; }));
}

// Names of a side of a link that the other side does not answer.
struct Gaps {
  std::vector<uint32_t> absent;  // the rendering is not there, though it is everywhere else
  std::vector<uint32_t> fewer;   // it is, or not, but less often than the name
};

bool is_proved(const NameRendering& rendering, bool answered_here) {
  const uint32_t others = rendering.seen - 1;
  const uint32_t met = rendering.met - (answered_here ? 1 : 0);
  return met >= kFewestOthers && met >= kOthersShare * static_cast<double>(others);
}

Gaps gaps_of(const Side& from, const Side& to, std::size_t at) {
  Gaps gaps;
  for (const uint32_t word : from.sets[at]) {
    const auto& rendering = from.renderings[word];
    if (!rendering) continue;
    const std::size_t answers = count_of(to, at, rendering->word);
    if (answers >= count_of(from, at, word) || !is_proved(*rendering, answers > 0)) continue;
    // It may have gone to the clause before or behind.
    const auto moved_to = [&](std::size_t link) {
      return link < to.sets.size() && holds(to.sets[link], rendering->word) &&
             !holds(from.sets[link], word);
    };
    if (moved_to(at + 1) || (at > 0 && moved_to(at - 1))) continue;
    gaps.fewer.push_back(word);
    if (answers == 0) gaps.absent.push_back(word);
  }
  return gaps;
}

std::string place(const Document& document, const Side& side, std::size_t at,
                  const std::vector<uint32_t>& names, std::vector<FindingSpan>& spans) {
  std::string shown;
  spans.clear();
  for (const LinkWord& word : side.words.of_link[at]) {
    if (!holds(names, word.id)) continue;
    spans.push_back({word.unit, word.span});
    if (!shown.empty()) shown += ", ";
    shown += slice(document.text, word.span);
  }
  return shown.empty() ? "–" : shown;
}

void check_link(const CheckInput& input, const Side& original, const Side& translation,
                std::size_t at, std::vector<Finding>& findings) {
  const Link& link = input.alignment.links[at];
  if (!is_one_to_one(link)) return;
  const Gaps missing = gaps_of(original, translation, at);
  const Gaps extra = gaps_of(translation, original, at);
  if (missing.fewer.empty() || extra.fewer.empty()) return;
  if (missing.absent.empty() && extra.absent.empty()) return;
  Finding finding = finding_of(kName, input, link);
  const std::string expected =
      place(input.original, original, at, missing.absent.empty() ? missing.fewer : missing.absent,
            finding.original_spans);
  const std::string found =
      place(input.translation, translation, at, extra.absent.empty() ? extra.fewer : extra.absent,
            finding.translation_spans);
  finding.details = {{"path", finding.details[0].value}, {"expected", expected}, {"found", found}};
  findings.push_back(std::move(finding));
}

std::string printed(const Document& document, const std::vector<FindingSpan>& spans) {
  std::string text;
  for (const FindingSpan& place : spans) {
    text.append(text.empty() ? "" : ", ").append(slice(document.text, place.span));
  }
  return text;
}

void check_places(const CheckInput& input, std::vector<Finding>& findings) {
  for (const ExchangedPlace& place : exchanged_places(input)) {
    Finding finding = finding_of(kName, input, input.alignment.links[place.link]);
    finding.original_spans = place.original;
    finding.translation_spans = place.translation;
    finding.details = {{"path", finding.details[0].value},
                       {"expected", printed(input.original, place.original)},
                       {"found", printed(input.translation, place.translation)}};
    findings.push_back(std::move(finding));
  }
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  check_places(input, findings);
  Side original{words_of_original(input.original, input.alignment), {}, {}};
  Side translation{words_of_translation(input.translation, input.alignment), {}, {}};
  original.sets = sets_of(original.words);
  translation.sets = sets_of(translation.words);
  for (int pass = 0; pass < 2; ++pass) {
    find_renderings(original, translation);
    find_renderings(translation, original);
    keep_names(original, translation);
    keep_names(translation, original);
  }
  for (std::size_t at = 0; at < input.alignment.links.size(); ++at) {
    check_link(input, original, translation, at, findings);
  }
}

}  // namespace

const Check kName = {
    "name",
    "Name exchanged for another",
    Severity::kWarning,
    Scope::kLink,
    "{path}: {expected} in the original, {found} in the translation",
    run,
    {
        {"en", "1. A treaty between France and Chile.", "de",
         "1. Ein Vertrag zwischen Deutschland und Chile.", true, "1"},
        {"en", "1. The court sits in Germany.", "fr", "1. La cour siège en Autriche.", true, "1"},
        {"en", "1. The court sits in Japan.", "zh", "一、法院设在德国。", true, "1"},
        {"en", "1. The court sits in Germany.", "ar", "١. مقر المحكمة في فرنسا.", true, "1"},
        {"en", "1. The court sits in Finland.", "ru", "1. Суд находится в Норвегии.", true, "1"},
        {"fr", "1. Le tribunal siège en Espagne.", "ja", "一　裁判所はイタリアに置く。", true, "1"},
        {"en", "1. The court sits in Poland.", "th", "๑. ศาลตั้งอยู่ในเยอรมนี", true, "1"},
        {"en", "1. The court sits in Vietnam.", "ko", "1. 법원은 인도네시아 땅에 있다.", true, "1"},
        {"en",
         "1. The Senate met.\n\n2. We ask the Senate.\n\n3. Then the Senate acts.\n\n"
         "4. It binds the Senate.\n\n5. Then the Cabinet acts.\n\n6. We ask the Cabinet.\n\n"
         "7. It binds the Cabinet.\n\n8. Here the Cabinet met.\n\n9. Now the Senate may end.",
         "fr",
         "1. Le Sénat s'est réuni.\n\n2. Nous prions le Sénat.\n\n3. Puis le Sénat agit.\n\n"
         "4. Cela lie le Sénat.\n\n5. Puis le Cabinet agit.\n\n6. Nous prions le Cabinet.\n\n"
         "7. Cela lie le Cabinet.\n\n8. Ici le Cabinet s'est réuni.\n\n"
         "9. Alors le Cabinet peut finir.",
         true, "9"},
        {"en", "1. The Council met.\n\n2. The members of the Council decide.", "fr",
         "1. Le Conseil s'est réuni.\n\n2. Les membres du Conseil décident.", false, ""},
        {"en", "1. A treaty between France and Chile.", "de",
         "1. Ein Vertrag zwischen Frankreich und Chile.", false, ""},
        {"en", "1. The French Republic agrees.", "de", "1. Die Französische Republik stimmt zu.",
         false, ""},
        {"en", "1. The court sits in Germany.", "pl", "1. Siedziba sądu mieści się tam.", false,
         ""},
        {"en", "1. The court sits in Finland.", "ru", "1. Суд находится в Финляндии.", false, ""},
        {"en", "1. The court sits in Japan.", "zh", "一、法院设在日本。", false, ""},
        {"en", "1. The court sits in Spain.", "ar", "١. مقر المحكمة في إسبانيا.", false, ""},
        {"en", "1. Done in English and French.", "el", "1. Έγινε στα αγγλικά και στα γαλλικά.",
         false, ""},
        {"de", "1. Die Schweiz und Italien.", "it", "1. La Svizzera e l'Italia.", false, ""},
        {"en", "1. The court sits in Vietnam.", "ko", "1. 법원은 베트남에 있다.", false, ""},
    },
    "Learns from the pair how names are rendered, and knows those of territories and languages in "
    "each language. It tells of a name in whose place another stands."};

}  // namespace synoptic
