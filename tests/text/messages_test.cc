#include "text/messages.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "text/error.h"

using namespace synoptic;

namespace {

namespace fs = std::filesystem;

using Entries = std::vector<std::pair<std::string, std::string>>;  // sorted by id

void put_number(std::string& out, std::size_t number) {
  for (int shift = 0; shift < 32; shift += 8) out += static_cast<char>((number >> shift) & 0xFF);
}

// A catalogue as GNU gettext lays it out.
std::string catalogue(const Entries& entries) {
  constexpr std::size_t kHeader = 28;
  const std::size_t table = 8 * entries.size();
  std::string head;
  std::string ids;
  std::string tables;
  std::string strings;
  const std::size_t begin = kHeader + 2 * table;
  for (const auto& [id, text] : entries) {
    put_number(ids, id.size());
    put_number(ids, begin + strings.size());
    strings += id + '\0';
  }
  for (const auto& [id, text] : entries) {
    put_number(tables, text.size());
    put_number(tables, begin + strings.size());
    strings += text + '\0';
  }
  for (const std::size_t number : {std::size_t{0x950412DE}, std::size_t{0}, entries.size(), kHeader,
                                   kHeader + table, std::size_t{0}, std::size_t{0}}) {
    put_number(head, number);
  }
  return head + ids + tables + strings;
}

// A folder of catalogues; the messages are English again afterwards.
class Catalogues {
 public:
  Catalogues() {
    std::string name = (fs::temp_directory_path() / "synoptic-messages-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    folder_ = name;
  }
  ~Catalogues() {
    use_messages({});
    fs::remove_all(folder_);
  }
  void put(const std::string& language, const std::string& bytes) const {
    const fs::path folder = folder_ / language / "LC_MESSAGES";
    fs::create_directories(folder);
    std::ofstream(folder / "synoptic.mo", std::ios::binary) << bytes;
  }
  std::string path() const { return folder_.string(); }

 private:
  fs::path folder_;
};

const std::string kPolish =
    "Content-Type: text/plain; charset=UTF-8\n"
    "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? "
    "1 "
    ": 2);\n";

}  // namespace

TEST_CASE("English needs no catalogue") {
  for (const char* locale : {"", "C", "POSIX", "C.UTF-8", "en_GB.UTF-8", "en-AU"}) {
    use_messages({locale, ""});
    CHECK(translate("no counterpart") == "no counterpart");
    CHECK(translate("{} clause", "{} clauses", 1) == "{} clause");
    CHECK(translate("{} clause", "{} clauses", 0) == "{} clauses");
    CHECK(format_number(1234567) == "1,234,567");
    CHECK(format_number(999) == "999");
  }
  use_messages({});
}

TEST_CASE("words come from the catalogue of the language, installed on the system or not") {
  const Catalogues catalogues;
  catalogues.put("pl", catalogue({{"", kPolish},
                                  {"no counterpart", "brak odpowiednika"},
                                  {std::string("one\0many", 8), std::string("A\0B\0C", 5)},
                                  {"verb\4view", "pokaż"},
                                  {"view", "widok"}}));
  for (const char* locale : {"pl_PL.UTF-8", "pl", "pl_PL.ISO-8859-2", "pl-PL"}) {
    INFO(locale);
    use_messages({locale, catalogues.path()});
    CHECK(translate("no counterpart") == "brak odpowiednika");
    CHECK(translate("not in the catalogue") == "not in the catalogue");
    CHECK(translate("view") == "widok");
    CHECK(translate_in_context("verb", "view") == "pokaż");
    CHECK(translate("one", "many", 1) == "A");
    CHECK(translate("one", "many", 3) == "B");
    CHECK(translate("one", "many", 5) == "C");
    CHECK(translate("one", "many", 4294967295000003) == "B");
    CHECK(format_number(1234567) == "1\u00A0234\u00A0567");
  }
}

TEST_CASE("a locale that is nonsense and a catalogue that is damaged leave English") {
  const Catalogues catalogues;
  catalogues.put("fr", "no catalogue");
  for (const char* locale : {"fr_FR.UTF-8", "xx_YY", "!!", "fr_FR@euro"}) {
    INFO(locale);
    use_messages({locale, catalogues.path()});
    CHECK(translate("no counterpart") == "no counterpart");
    CHECK_FALSE(format_number(12).empty());
  }
}

TEST_CASE("a sentence is filled at its named places, in any order") {
  struct Row {
    const char* sentence;
    const char* expected;
  };
  // In a sentence from right to left each value keeps its own direction (U+2068 to U+2069).
  const Row rows[] = {
      {"{a} became {b}", "1.\u20222 became two"},
      {"{b}: {a}{a}", "two: 1.\u202221.\u20222"},
      {"nothing", "nothing"},
      {"{unknown}|", "|"},
      {"open {a", "open {a"},
      {"البند {a}", "البند \u20681.\u20222\u2069"},
  };
  for (const Row& row : rows) {
    CHECK(filled(row.sentence, {{"a", "1.\u20222"}, {"b", "two"}}) == row.expected);
  }
}

TEST_CASE("numbers, dates and direction are those of the catalogue's language") {
  const Catalogues catalogues;
  const std::string head =
      "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n>1);\n";
  for (const char* language : {"de", "ar"}) {
    catalogues.put(language, catalogue({{"", head}, {"clause", "بند"}}));
  }
  const std::string time = "2026-11-24T12:05:09Z";
  use_messages({"de_DE.UTF-8", catalogues.path()});
  CHECK(message_language() == "de");
  CHECK(format_number(1234567) == "1.234.567");
  CHECK(format_time(time) == "24.11.2026, 12:05");
  CHECK(format_time("yesterday") == "yesterday");
  CHECK(in_own_direction("Klausel") == "Klausel");
  use_messages({"ar", catalogues.path()});
  CHECK(in_own_direction(translate("clause")) == "\u2067بند\u2069");
  CHECK(in_own_direction("a clause") == "a clause");
  use_messages({"fr", catalogues.path()});  // no catalogue
  CHECK(message_language() == "en");
  CHECK(format_number(1234567) == "1,234,567");
  CHECK(format_time(time) == time);
}

TEST_CASE("programs are spoken to in English unless a language was stated") {
  const Catalogues catalogues;
  catalogues.put("pl", catalogue({{"", kPolish}, {"clause", "klauzula"}}));
  use_messages({"pl_PL.UTF-8", catalogues.path()});
  CHECK(translate("clause") == "klauzula");
  CHECK(translate("clause", Audience::kProgram) == "clause");
  state_language("PL");
  CHECK(translate("clause", Audience::kProgram) == "klauzula");
  state_language("en");
  CHECK(translate("clause") == "clause");
  CHECK(message_languages() == std::vector<std::string>{"en", "pl"});
  for (const char* language : {"fr", "../pl", "no such"}) {
    INFO(language);
    CHECK_THROWS_WITH(state_language(language), Catch::Contains("en, pl"));
  }
  CHECK_THROWS_AS(state_language(""), Error);
}
