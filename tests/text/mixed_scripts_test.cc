// Letters of another script inside words.
#include "text/mixed_scripts.h"

#include <catch2/catch.hpp>

namespace synoptic {
namespace {

struct Row {
  std::string_view text;
  std::string_view intended;  // of the first mixed word; empty: there is none
};

}  // namespace

TEST_CASE("words of two scripts are found", "[mixed_scripts]") {
  const Row rows[] = {
      {"the Сommission", "Commission"},
      {"все прaва", "права"},
      {"τα λιμάνια νόμoς", "νόμος"},
      {"the wοrd", "word"},
      {"the Κing's", "King"},
      {"все пoртa", "порта"},
      {"порти Iноземці", "Іноземці"},
      {"各港口与各河ロ的法律适用", "口"},
      {"以下簡稱FVРL得選擇", "FVPL"},
      {"SMSку PDFов WTOшный", ""},
      {"XIXв. Vго Iй", ""},
      {"μg Ωm TNFα IFNγ", ""},
      {"IT-отдел e-порт EU'шний", ""},
      {"eКазна iФорум", ""},
      {"закон zakon", ""},
      {"日本のアジア二カ国", ""},
      {"大韓民國의 WTO협정", ""},
      {"COVID19 порт2", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto found = find_mixed_words(row.text, script_use(row.text));
    CHECK((found.empty() ? std::string() : found.front().intended) == row.intended);
  }
}

}  // namespace synoptic
