#include "text/language_name.h"

#include <catch2/catch.hpp>

namespace synoptic {

TEST_CASE("The language that the name of a file states", "[text][language]") {
  struct Row {
    const char* name;
    const char* tag;
  };
  const Row rows[] = {
      {"fr.txt", "fr"},
      {"texts/de/act_fr.txt", "fr"},
      {"eupl.zh-hans.txt", "zh-Hans"},
      {"zh_Hant_TW.txt", "zh-Hant-TW"},
      {"act-pt-BR.txt", "pt-BR"},
      {"act_es_419.txt", "es-419"},
      {"FR_act.txt", "fr"},
      {"charter (fr).txt", "fr"},
      {"ger.txt", "de"},
      {"deu.txt", "de"},
      {"cmn_hans.txt", "zh-Hans"},
      {"fil.txt", "fil"},
      {"draft2.txt", ""},
      {"declaration.txt", ""},
      {"act_2004.txt", ""},
      {"fr", "fr"},
      {".txt", ""},
      {"", ""},
      {"---.txt", ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(language_in_name(row.name) == row.tag);
  }
}

TEST_CASE("A file's text and its name weighed", "[text][language]") {
  CHECK(weigh_language({"fr", 0.99}, 1000, "") == "fr");
  CHECK(weigh_language({"", 0}, 1000, "fr") == "fr");
  CHECK(weigh_language({"", 0}, 1000, "").empty());
  CHECK(weigh_language({"it", 0.4}, 1000, "co") == "co");   // unsure
  CHECK(weigh_language({"de", 0.99}, 1000, "fr") == "de");  // a wrong name
  CHECK(weigh_language({"bs", 0.99}, 1000, "hr") == "hr");  // easily confused
  CHECK(weigh_language({"de", 0.99}, 20, "fr") == "fr");    // a title says little
  CHECK(weigh_language({"pt", 0.99}, 1000, "pt-BR") == "pt-BR");
  CHECK(weigh_language({"zh-Hans", 0.99}, 1000, "zh") == "zh-Hans");
  CHECK(weigh_language({"zh-Hant", 0.99}, 1000, "zh-Hans") == "zh-Hant");
}

TEST_CASE("Languages have English names", "[text][language]") {
  CHECK(english_language_name("nb") == "Norwegian Bokmål");
  CHECK(english_language_name("zh-Hant") == "Chinese (Traditional)");
  CHECK(english_language_name("qxq") == "qxq");
  CHECK(english_language_name("") == "");
}

TEST_CASE("Languages have a script", "[text][language]") {
  CHECK(script_of_language("fr") == "Latn");
  CHECK(script_of_language("zh-TW") == "Hant");
  CHECK(script_of_language("sr-Latn") == "Latn");
  CHECK(script_of_language("ar") == "Arab");
  CHECK(script_of_language("") == "");
}

}  // namespace synoptic
