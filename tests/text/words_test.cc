#include "text/words.h"

#include <catch2/catch.hpp>

namespace synoptic {

namespace {

std::string joined(std::string_view utf8, TermUse use) {
  std::string all;
  for (const Term& term : search_terms(utf8, use)) {
    if (!all.empty()) all += '|';
    all += term.folded;
    if (term.prefix) all += '*';
  }
  return all;
}

}  // namespace

TEST_CASE("Terms of a text for an index and for a query", "[text][words]") {
  struct Row {
    const char* why;
    const char* text;
    const char* index;
    const char* query;
  };
  const Row rows[] = {
      {"nothing", "", "", ""},
      {"only punctuation", " — …", "", ""},
      {"case and marks", "Ministère ÉTRANGER", "ministere|etranger", "ministere|etranger"},
      {"sharp s and ligature", "Straße oﬃce", "strasse|office", "strasse|office"},
      {"an elided article", "l'article d’État", "l|article|d|etat", "l|article|d|etat"},
      {"Greek with accents and final sigma", "Ἄρθρον κράτος", "αρθρον|κρατοσ", "αρθρον|κρατοσ"},
      {"Han pairs", "条約法", "条約|約法|法", "条約|約法"},
      {"one Han character", "法", "法", "法*"},
      {"a number between Han", "第５条", "第|5|条", "第|5|条*"},
      {"kana and Han are one run", "国の力", "国の|の力|力", "国の|の力"},
      {"long vowel mark", "データ", "デー|ータ|タ", "デー|ータ"},
      {"half-width kana fold to full", "ﾃﾀ", "テタ|タ", "テタ"},
      {"half-width kana with their voicing", "ﾃﾞｰﾀ", "デー|ータ|タ", "デー|ータ"},
      {"decomposed kana stays voiced", "が", "が", "が*"},
      {"Hangul pairs find a word under its particle", "문화를", "문화|화를|를", "문화|화를"},
      {"Latin beside Han", "EU法律", "eu|法律|律", "eu|法律"},
      {"Arabic vowels, hamza and tatweel", "أَحْكَـام", "احكام", "احكام"},
      {"Hebrew points", "שָׁלוֹם", "שלום", "שלום"},
      {"Arabic digits", "٧", "7", "7"},
      {"Thai by dictionary", "สิทธิของประชาชน", "สิทธิ|ของ|ประชาชน", "สิทธิ|ของ|ประชาชน"},
      {"Hindi vowel signs and virama stay", "हिन्दी", "हिन्दी", "हिन्दी"},
      {"soft hyphen and direction marks are nothing", "co\u00ADop \u200Fא", "coop|א", "coop|א"},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(joined(row.text, TermUse::kIndex) == row.index);
    CHECK(joined(row.text, TermUse::kQuery) == row.query);
  }
}

TEST_CASE("Terms say where they stand", "[text][words]") {
  const std::string text = "l'État 条約法";
  std::vector<std::string> found;
  for (const Term& term : search_terms(text, TermUse::kIndex)) {
    found.emplace_back(slice(text, term.span));
  }
  CHECK(found == std::vector<std::string>{"l", "État", "条約", "約法", "法"});
}

TEST_CASE("Words of bytes that are no UTF-8", "[text][words]") {
  CHECK(joined("abc \xFF\xFE def", TermUse::kIndex) == "abc|def");
}

TEST_CASE("ASCII folds alone as it does beside other letters", "[text][words]") {
  for (char c = 1; c > 0 && c < 0x7F; ++c) {
    const std::string word = std::string("Aa") + c + "Zz";
    INFO("character " << static_cast<int>(c));
    CHECK(fold_for_search(word + "é") == fold_for_search(word) + "e");
  }
}

}  // namespace synoptic
