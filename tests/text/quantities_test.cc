#include "text/quantities.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "text/digits.h"
#include "text/figures.h"
#include "text/spellout.h"

namespace synoptic {
namespace {

std::string shown(const Quantity& quantity) {
  std::string text = quantity.value;
  for (const std::string& other : quantity.alternatives) text += "=" + other;
  return quantity.spelled ? text + "~" : text;
}

std::string shown(const Date& date) {
  std::string text = date.year ? fmt::format("{:04}", *date.year) : "----";
  if (date.month) text += fmt::format("-{:02}", *date.month);
  if (date.day) text += fmt::format("-{:02}", *date.day);
  return date.ambiguous ? text + "?" : text;
}

template <typename T>
std::string joined(const std::vector<T>& values) {
  std::string text;
  for (const T& value : values) text.append(text.empty() ? "" : " ").append(shown(value));
  return text;
}

std::vector<std::vector<std::string>> cases(const std::string& name) {
  std::ifstream file(std::string(SYNOPTIC_SOURCE_DIR) + "/tests/cases/" + name);
  REQUIRE(file.good());
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
    rows.push_back(fields);
  }
  return rows;
}

}  // namespace

TEST_CASE("numbers and dates are found by value") {
  for (const std::vector<std::string>& row : cases("quantities.tsv")) {
    REQUIRE(row.size() >= 4);
    CAPTURE(row[0], row[1]);
    const Quantities found = find_quantities(row[1], row[0]);
    CHECK(joined(found.numbers) == (row[2] == "-" ? "" : row[2]));
    CHECK(joined(found.dates) == row[3]);
  }
}

TEST_CASE("spans are bytes of the text given, in order") {
  const std::string text = "Le 8 et 9 octobre 2004, à 1 200 mètres (٣٠)";
  const Quantities found = find_quantities(text, "fr");
  REQUIRE(found.numbers.size() == 2);
  CHECK(slice(text, found.numbers[0].span) == "1 200");
  CHECK(slice(text, found.numbers[1].span) == "٣٠");
  REQUIRE(found.dates.size() == 2);
  CHECK(slice(text, found.dates[0].span) == "8");
  CHECK(slice(text, found.dates[1].span) == "9 octobre 2004");
}

TEST_CASE("malformed and extreme input is read without harm") {
  CHECK(find_quantities("", "en").numbers.empty());
  CHECK(find_quantities("\xFF\xC3", "en").numbers.empty());
  CHECK(find_quantities("5\xFF", "no-such-language").numbers.size() == 1);
  const std::string digits(5000, '9');
  CHECK(find_quantities(digits, "en").numbers.at(0).value == digits);
  CHECK(find_quantities(digits + "万", "zh").numbers.at(0).value == digits);
  CHECK_FALSE(find_quantities(std::string(3000, 'X'), "en").numbers.size() > 0);
}

TEST_CASE("a number word at the head of a line is read whole") {
  struct Case {
    std::string_view language, text;
    uint32_t value;
    std::string_view taken;
  };
  const auto row = GENERATE(values<Case>({
      {"fr", "premier. Champ", 1, "premier"},
      {"fr", "dix-septième alinéa", 17, "dix-septième"},
      {"en", "Twenty-first", 21, "Twenty-first"},
      {"en", "twenty first part", 21, "twenty first"},
      {"de", "Zweiundzwanzigster Teil", 22, "Zweiundzwanzigster"},
      {"es", "PRIMERO", 1, "PRIMERO"},
      {"ar", "الثانية", 2, "الثانية"},
      {"fa", "دوم", 2, "دوم"},
      {"fa", "بیست و نهم", 29, "بیست و نهم"},
      {"ru", "семнадцатая статья", 17, "семнадцатая"},
      {"bg", "втора", 2, "втора"},
      {"vi", "thứ nhất", 1, "thứ nhất"},
      {"id", "ketiga", 3, "ketiga"},
      {"el", "ΠΡΏΤΟ", 1, "ΠΡΏΤΟ"},
      {"he", "ראשון", 1, "ראשון"},
  }));
  CAPTURE(row.text);
  const std::optional<SpelledNumber> found = read_spelled_number(row.text, row.language);
  REQUIRE(found);
  CHECK(found->value == row.value);
  CHECK(row.text.substr(0, found->bytes) == row.taken);
}

TEST_CASE("what is no number word is none") {
  CHECK_FALSE(read_spelled_number("onerous", "en"));
  CHECK_FALSE(read_spelled_number("5 apples", "en"));
  CHECK_FALSE(read_spelled_number("septante", "fr"));
  CHECK_FALSE(read_spelled_number("two", "la"));
  CHECK_FALSE(read_spelled_number("", "en"));
}

TEST_CASE("a number is said in words") {
  const auto says = [](std::string_view text, int value, std::string_view language) {
    return says_in_words(folded_text_of(text), value, language);
  };
  CHECK(says("in the year two thousand and four", 2004, "en"));
  CHECK(says("one hundred and eighty days", 180, "en"));
  CHECK(says("eine dreißigtägige Frist", 30, "de"));
  CHECK(says("Neunzehnhundertzweiundneunzig", 1992, "de"));
  CHECK(says("ภายในสามสิบวัน", 30, "th"));
  CHECK_FALSE(says("often", 10, "en"));
  CHECK_FALSE(says("seventeen", 18, "en"));
}

TEST_CASE("canonical values") {
  CHECK(canonical("007", "50") == "7.5");
  CHECK(canonical("000", "") == "0");
  CHECK(scaled("2.5", 6) == "2500000");
  CHECK(scaled("500", -3) == "0.5");
  CHECK(roman(14) == "XIV");
  CHECK(roman(0).empty());
}

TEST_CASE("threads read the same") {
  const std::string text = "dix-sept jours, le 8 octobre 2004, 1 200";
  std::vector<std::string> results(4);
  std::vector<std::jthread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&] {
      const Quantities found = find_quantities(text, "fr");
      result = joined(found.numbers) + "|" + joined(found.dates);
    });
  }
  threads.clear();
  for (const std::string& result : results) CHECK(result == "17~ 1200|2004-10-08");
}

}  // namespace synoptic
