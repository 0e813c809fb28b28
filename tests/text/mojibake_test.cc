// Texts read in the wrong encoding, against texts that only look so.
#include "text/mojibake.h"

#include <catch2/catch.hpp>

#include "text/characters.h"

namespace synoptic {
namespace {

struct Row {
  std::string_view text;
  std::string_view sample;    // of the script of the whole text
  std::string_view intended;  // of the first place that is sure; empty: there is none
};

}  // namespace

TEST_CASE("damaged letters are found and read", "[mojibake]") {
  const Row rows[] = {
      {"libertÃ©", "la", "é"},
      {"â€™", "the", "’"},
      {"PÃ¢ques", "la", "â"},
      {"Ã‰tat", "la", "É"},
      {"voilÃ  un port", "la", "à"},
      {"ã€Œæ¸¯ã€\u008D", "港", "「港」"},
      {"à¤•à¤¾", "का", "का"},
      {"РїРѕСЂС‚", "порт", "порт"},
      {"Ð¿Ð¾ÑÑ‚", "порт", "по"},
      {"Îµ", "ελ", "ε"},
      {"×©×œ×•×\u009D", "של", "שלום"},
      {"Ïîðòû", "порт", "Порты"},
      {"ïîðòó", "порт", "порту"},
      {"dĂ©lai", "la", "é"},
      {"d√©lai", "la", "é"},
      {"d├®lai", "la", "é"},
      {"fa\u00C9\u0097in", "la", "ɗ"},
      {"ï»¿Art. 1", "la", "\uFEFF"},
      {"zobowiƒÖzania", "la", "ą"},
      {"的Êîπ改", "改", "改"},
      {"对æ”¹改", "改", "改"},
      {"ŸÑÿß", "لا", "لا"},
      {"ãƒ€ウン", "ひら", "ダ"},
      {"as ‚Äùnew", "la", "”"},
      {"liberté", "la", ""},
      {"改René”»改", "改", ""},
      {"LIBERTÉ»", "la", ""},
      {"IRMÃ”", "la", ""},
      {"„Ä“ und „Ü“", "la", ""},
      {"РІК, Річ, СІЛЬ", "порт", ""},
      {"определено, предвид, лицензодател", "порт", ""},
      {"شرط، مبدأ؟ قائم؛", "شرط", ""},
      {"ΝΟΜΟ… ΒΟΥΛΗΣ»", "ελ", ""},
      {"เธอ เก เข", "เธอ", ""},
      {"├── ┤", "la", ""},
      {"мРНК, кВт", "порт", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    std::string intended;
    for (const Mojibake& place : find_mojibake(row.text, main_script(row.sample))) {
      if (place.sure && intended.empty()) intended = place.intended;
    }
    CHECK(intended == row.intended);
  }
}

TEST_CASE("Cyrillic words in crosswise case are damaged one way or the other", "[mojibake]") {
  for (const std::string_view word : {"оНПРШ", "рПТФЩ"}) {
    const auto found = find_mojibake(word, main_script("порт"));
    REQUIRE(found.size() == 1);
    CHECK((found[0].sure && found[0].intended.empty()));
  }
}

TEST_CASE("references to characters are found", "[mojibake]") {
  CHECK(find_character_references("a &amp; b &#233; &#xE9; &eacute; &nbsp;").size() == 5);
  CHECK(find_character_references("R&D; M&A; a & b; &Co; &#; &#x;").empty());
}

}  // namespace synoptic
