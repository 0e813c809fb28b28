#include "text/messages.h"

#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

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
