// A name that was exchanged for another.
//
// What counts as a name, and what stands for it in the other language, is learnt from the pair: a
// word that is always written with a capital, and the words that stand opposite wherever it occurs
// (checks/renderings.h).  It is exchanged where its rendering is absent and another name is there
// whose own original is absent in turn; how grave that is, the other places of both tell.  A name
// that is merely absent may have become a pronoun.
#include <optional>
#include <string>
#include <vector>

#include "checks/clause_facts.h"
#include "checks/clause_wording.h"
#include "checks/declarations.h"
#include "checks/link_words.h"
#include "checks/renderings.h"
#include "checks/territories.h"

namespace synoptic {
namespace {

// Chances that a right translation has it so.  Set by hand, checked on published pairs of several
// languages and on names exchanged in them.
constexpr double kWarningChance = 0.01;
constexpr double kHintChance = 0.05;

struct Exchange {
  std::size_t link = 0;  // index into alignment.links
  ExchangedName name;
};

std::vector<FindingSpan> places_of(const LinkWords& words, std::size_t link, uint32_t word) {
  std::vector<FindingSpan> places;
  for (const LinkWord& other : words.of_link[link]) {
    if (other.id == word) places.push_back({other.unit, other.span});
  }
  return places;
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

void check_link(const CheckInput& input, const LinkWords& original, const LinkWords& translation,
                const Exchange& exchange, std::vector<Finding>& findings) {
  const Link& link = input.alignment.links[exchange.link];
  if (!is_one_to_one(link) || lengths_disagree(input, link)) return;
  if (lost_with_text(findings, link.translation.front())) return;
  Finding finding = finding_of(kName, input, link);
  if (exchange.name.chance > kWarningChance) finding.severity = Severity::kInfo;
  finding.original_spans = places_of(original, exchange.link, exchange.name.lost);
  finding.translation_spans = places_of(translation, exchange.link, exchange.name.added);
  finding.details = {{"path", finding.details[0].value},
                     {"expected", printed(input.original, finding.original_spans)},
                     {"found", printed(input.translation, finding.translation_spans)}};
  findings.push_back(std::move(finding));
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  check_places(input, findings);
  const LinkWords original = words_of_original(input.original, input.alignment);
  const LinkWords translation = words_of_translation(input.translation, input.alignment);
  const Renderings renderings(original, translation);
  for (std::size_t link = 0; link < input.alignment.links.size(); ++link) {
    const auto name = renderings.exchanged(link);
    if (name && name->chance <= kHintChance) {
      check_link(input, original, translation, {link, *name}, findings);
    }
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
        {"en",
         "1. The office is in Skerry.\n\n2. Boats leave Skerry.\n\n3. Boats leave Marrow.\n\n"
         "4. The lamp of Marrow burns.\n\n5. The pilot sails to Skerry at dawn.",
         "fr",
         "1. Le bureau est à Skerry.\n\n2. Les bateaux quittent Skerry.\n\n"
         "3. Les bateaux quittent Marrow.\n\n4. La lampe de Marrow brûle.\n\n"
         "5. Le pilote vogue à Marrow dès l'aube.",
         true, "5"},
        {"en",
         "1. The office is in Skerry.\n\n2. Boats leave Skerry.\n\n3. Boats leave Marrow.\n\n"
         "4. The lamp of Marrow burns.\n\n5. The pilot sails to Skerry at dawn.",
         "fr",
         "1. Le bureau est à Skerry.\n\n2. Les bateaux quittent Skerry.\n\n"
         "3. Les bateaux quittent Marrow.\n\n4. La lampe de Marrow brûle.\n\n"
         "5. Le pilote y vogue dès l'aube.",
         false, ""},
        {"en",
         "1. The office is in Skerry.\n\n2. Boats leave Skerry.\n\n3. Boats leave Marrow.\n\n"
         "4. The lamp of Marrow burns.\n\n5. The pilot sails to Skerry at dawn.",
         "de",
         "1. Das Amt ist in Skerry.\n\n2. Die Boote verlassen Skerry.\n\n"
         "3. Die Boote verlassen Marrow.\n\n4. Die Lampe von Marrow brennt.\n\n"
         "5. Der Lotse segelt im Morgengrauen nach Marrow.",
         true, "5"},
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
