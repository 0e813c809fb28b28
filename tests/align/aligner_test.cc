#include "align/aligner.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "align/convention.h"
#include "align/outline.h"
#include "align/segmenter.h"

namespace synoptic {
namespace {

Document document(std::string_view text, std::string_view language) {
  const Convention convention = load_convention(language);
  Document document = outline(text_of_lines(text, language), convention);
  segment(document, convention);
  return document;
}

// The path of what the unit whose text begins so is paired with; "-" for nothing.
std::string partner(const Document& original, const Document& translation,
                    std::string_view beginning) {
  const Alignment alignment = align(original, translation);
  for (const Link& link : alignment.links) {
    for (const UnitId unit : link.original) {
      if (!original.text_of(unit).starts_with(beginning)) continue;
      return link.translation.empty() ? "-" : translation.units[link.translation[0]].path;
    }
  }
  return "none such";
}

const char* const kEnglish =
    "1. In this Act,\n"
    "berth means a place of 40 metres where a boat lies; (poste)\n"
    "harbour means the waters that end at the two moles of 1921; (port)\n"
    "keeper means one who lights the lamps at dusk and signs the log; (gardien)\n"
    "lamp means a light of 300 watts on a pier; (feu)\n"
    "2. The keeper lights the lamps.\n"
    "3. The harbour is closed at 23 hours.";
const char* const kFrench =
    "1. Les mots ci-après ont, dans cette loi, le sens indiqué.\n"
    "feu Lampe de 300 watts sur une jetée. (lamp)\n"
    "gardien Personne qui allume les feux au crépuscule et signe le registre. (keeper)\n"
    "port Les eaux que bornent les deux môles de 1921. (harbour)\n"
    "poste Lieu de 40 mètres où se range un bateau. (berth)\n"
    "2. Le gardien allume les feux.\n"
    "3. Le port est fermé à 23 heures.";

}  // namespace

TEST_CASE("definitions that each language sorts by its alphabet are paired by content",
          "[aligner]") {
  const Document english = document(kEnglish, "en");
  const Document french = document(kFrench, "fr");
  CHECK(partner(english, french, "berth") == "1.¶4");
  CHECK(partner(english, french, "harbour") == "1.¶3");
  CHECK(partner(english, french, "keeper") == "1.¶2");
  CHECK(partner(english, french, "lamp") == "1.¶1");
  CHECK(partner(english, french, "The keeper") == "2");
  const Alignment alignment = align(english, french);
  // Sorting moved nothing that a reviser should look at.
  CHECK(std::none_of(alignment.links.begin(), alignment.links.end(),
                     [](const Link& link) { return link.moved; }));
}

TEST_CASE("links cover every unit once, whatever the order", "[aligner]") {
  const Document english = document(kEnglish, "en");
  const Document french = document(kFrench, "fr");
  const Alignment alignment = align(english, french);
  std::vector<int> originals(english.units.size());
  std::vector<int> translations(french.units.size());
  for (const Link& link : alignment.links) {
    for (const UnitId unit : link.original) ++originals[unit];
    for (const UnitId unit : link.translation) ++translations[unit];
  }
  CHECK(std::count(originals.begin(), originals.end(), 1) ==
        static_cast<std::ptrdiff_t>(originals.size()));
  CHECK(std::count(translations.begin(), translations.end(), 1) ==
        static_cast<std::ptrdiff_t>(translations.size()));
}

TEST_CASE("one running sentence stands for several items", "[aligner]") {
  const Document english = document(
      "1. The keeper shall:\n(a) light the lamp at dusk;\n(b) clean the glass each morning;\n"
      "(c) sign the log of the harbour.\n2. The keeper is paid by the day.",
      "en");
  const Document german = document(
      "1. Der Wärter zündet in der Dämmerung die Lampe an, putzt jeden Morgen das Glas und "
      "unterzeichnet das Buch des Hafens.\n2. Der Wärter wird nach Tagen bezahlt.",
      "de");
  CHECK(partner(english, german, "light the lamp") == "1");
  CHECK(partner(english, german, "sign the log") == "1");
  CHECK(partner(english, german, "The keeper is paid") == "2");
}

TEST_CASE("what is known of the words decides where the sentences tell nothing", "[aligner]") {
  // Eight sentences of six words, and seven of their translations: all words differ, all lengths
  // are equal, and only a lexicon can say which is missing.
  const auto sentence = [](char language, int number) {
    std::string text;
    for (char word = 'a'; word < 'g'; ++word) {
      text += std::string(text.empty() ? "" : " ") + language + static_cast<char>('a' + number) +
              word + "ol";
    }
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text + ". ";
  };
  const int missing = 2;
  std::string originals = "1. ";
  std::string translations = "1. ";
  std::vector<LexiconEntry> lexicon;
  for (int number = 0; number < 8; ++number) {
    originals += sentence('k', number);
    if (number != missing) translations += sentence('p', number);
    for (char word = 'a'; word < 'g'; ++word) {
      const std::string rest = {static_cast<char>('a' + number), word, 'o', 'l'};
      lexicon.push_back({"k" + rest, "p" + rest, 5});
    }
  }
  const Document original = document(originals, "und");
  const Document translation = document(translations, "und");
  const auto beads = [&](const LexiconSource& known) {
    const Alignment alignment = align(original, translation, known);
    std::string ends;
    for (const Bead& bead : alignment.links.at(0).beads) {
      ends += std::to_string(bead.original_end) + ":" + std::to_string(bead.translation_end) + " ";
    }
    return ends;
  };
  const auto known = [&](const Vocabulary& words) {
    CHECK(words.find("kaaol").has_value());
    return lexicon;
  };
  CHECK(beads(known) == "1:1 3:2 4:3 5:4 6:5 7:6 8:7 ");
  CHECK(beads({}) != beads(known));
}

}  // namespace synoptic
