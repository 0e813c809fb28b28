#include "align/convention.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>

#include "align/labels.h"
#include "formats/language_folder.h"
#include "text/characters.h"
#include "text/error.h"
#include "text/folding.h"

namespace synoptic {
namespace {

std::string squeezed(std::string_view text) {
  std::string folded = fold(text);
  std::erase(folded, ' ');
  return folded;
}

// A number at the head of `text`, read without the program's own reader: digits of any script,
// small Roman and Han numerals.
struct Head {
  uint32_t value = 0;
  std::size_t bytes = 0;
};

Head number_at_head(const std::string& text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  Head head;
  icu::UnicodeString taken;
  for (int32_t i = 0; i < wide.length() && u_charDigitValue(wide.char32At(i)) >= 0; ++i) {
    head.value = head.value * 10 + static_cast<uint32_t>(u_charDigitValue(wide.char32At(i)));
    taken.append(wide.char32At(i));
  }
  if (!taken.isEmpty()) {
    std::string bytes;
    taken.toUTF8String(bytes);
    head.bytes = bytes.size();
    return head;
  }
  static const std::vector<std::pair<std::string, uint32_t>> kSmall = {
      {"iii", 3}, {"ii", 2}, {"iv", 4}, {"十二", 12}, {"二", 2}, {"三", 3}, {"四", 4}, {"五", 5}};
  for (const auto& [numeral, value] : kSmall) {
    if (text.starts_with(numeral)) return {value, numeral.size()};
  }
  return head;
}

std::string read(const LabelPattern& pattern) {
  std::string rest = squeezed(pattern.sample);
  const std::string before = squeezed(pattern.before);
  if (!rest.starts_with(before)) return "does not begin with " + before;
  rest.erase(0, before.size());
  uint32_t ordinal = pattern.fixed;
  if (pattern.fixed == 0) {
    const Head head = number_at_head(rest);
    if (head.bytes == 0) return "has no number";
    ordinal = head.value;
    rest.erase(0, head.bytes);
    if (!rest.starts_with(squeezed(pattern.after))) return "does not go on with " + pattern.after;
  }
  return std::string(level_kind_name(pattern.kind)) + " " + std::to_string(ordinal);
}

// Whether one of the readings is `expected`, the kind in front of the ordinal.
bool says(const std::vector<LabelReading>& readings, const std::string& expected) {
  return std::any_of(readings.begin(), readings.end(), [&](const LabelReading& reading) {
    const Level& level = reading.label.levels.back();
    const bool named = level_kind_name(level.kind) != "";
    return named &&
           std::string(level_kind_name(level.kind)) + " " + std::to_string(level.ordinal) ==
               expected;
  });
}

std::vector<std::string> all_tags() {
  std::vector<std::string> tags = known_languages();
  tags.push_back("und");
  return tags;
}

Convention from(std::string_view name, std::string_view contents) {
  const std::vector<LanguageTable> tables = {{"xx", name, contents}};
  return load_convention("xx", tables);
}

}  // namespace

TEST_CASE("every row of numbering.tsv reads its sample as it says") {
  for (const std::string& tag : all_tags()) {
    for (const LabelPattern& pattern : load_convention(tag).patterns) {
      CAPTURE(tag, pattern.sample, pattern.before, pattern.after);
      CHECK(read(pattern) == pattern.reading);
      CHECK(pattern.before == fold(pattern.before));
    }
  }
}

TEST_CASE("the program reads every sample of numbering.tsv as its row says") {
  const std::vector<LabelPattern> none;
  for (const std::string& tag : all_tags()) {
    const Convention convention = load_convention(tag);
    LabelReader reader(convention, none);
    for (const LabelPattern& pattern : convention.patterns) {
      CAPTURE(tag, pattern.sample, pattern.reading);
      CHECK(says(reader.read(pattern.sample), pattern.reading));
    }
    for (const std::string& line : convention.alphabet_samples) {
      const std::size_t tab = line.find('\t');
      CAPTURE(tag, line);
      const std::string ordinal = line.substr(tab + 1 + std::string("point ").size());
      CHECK(says(reader.read(line.substr(0, tab)), "number " + ordinal));
    }
  }
}

TEST_CASE("the program reads every listed ordinal behind and before a heading word") {
  const std::vector<LabelPattern> none;
  for (const std::string& tag : known_languages()) {
    Convention convention = load_convention(tag);
    const auto rows = convention.words.find("ordinal");
    if (rows == convention.words.end()) continue;
    const bool unspaced = is_unspaced(code_point_at(rows->second.front(), 0).value);
    convention.patterns = {
        {.kind = LevelKind::kPart, .before = "qux", .after = "", .sample = "", .reading = ""},
        {.kind = LevelKind::kPart, .before = "", .after = "qux", .sample = "", .reading = ""}};
    LabelReader reader(convention, none);
    for (const std::string& row : rows->second) {
      const std::size_t equals = row.rfind('=');
      const std::string word = row.substr(0, equals);
      const std::string reading = "part " + row.substr(equals + 1);
      CAPTURE(tag, row);
      CHECK(says(reader.read("QUX " + word), reading));
      if (!unspaced) CHECK(says(reader.read(word + " qux"), reading));
    }
  }
}

TEST_CASE("no row stands twice") {
  for (const std::string& tag : known_languages()) {
    std::set<std::string> seen;
    const Convention convention = load_convention(tag);
    for (const LanguageTable& table : language_tables()) {
      if (table.language != tag) continue;
      std::size_t begin = 0;
      for (std::size_t end; begin < table.contents.size(); begin = end + 1) {
        end = std::min(table.contents.find('\n', begin), table.contents.size());
        const std::string row(table.contents.substr(begin, end - begin));
        CAPTURE(tag, row);
        CHECK(seen.insert(std::string(table.name) + row).second);
      }
    }
  }
}

TEST_CASE("every alphabet's sample has the letter of its ordinal") {
  for (const std::string& tag : all_tags()) {
    const Convention convention = load_convention(tag);
    REQUIRE(convention.alphabets.size() == convention.alphabet_samples.size());
    for (std::size_t i = 0; i < convention.alphabets.size(); ++i) {
      const std::string& line = convention.alphabet_samples[i];
      const std::size_t tab = line.find('\t');
      const std::string reading = line.substr(tab + 1);
      CAPTURE(tag, line);
      REQUIRE(reading.starts_with("point "));
      const std::size_t ordinal = std::stoul(reading.substr(6));
      REQUIRE(ordinal <= convention.alphabets[i].size());
      std::string sample = squeezed(line.substr(0, tab));
      for (const std::string_view bracket : {"(", "（"}) {
        if (sample.starts_with(bracket)) sample.erase(0, bracket.size());
      }
      CHECK(sample.starts_with(convention.alphabets[i][ordinal - 1]));
    }
  }
}

TEST_CASE("a tag falls back to its language, then to what all share") {
  const Convention canadian = load_convention("fr-CA");
  CHECK(canadian.language == "fr-CA");
  CHECK(canadian.patterns.size() == load_convention("fr").patterns.size());
  const std::vector<std::string>& abbreviations = canadian.words.at("abbreviation");
  CHECK(std::count(abbreviations.begin(), abbreviations.end(), "Art.") >= 1);

  const auto has = [](const Convention& convention, std::string_view after) {
    return std::any_of(convention.patterns.begin(), convention.patterns.end(),
                       [&](const LabelPattern& p) { return p.after == after; });
  };
  CHECK(load_convention("no").patterns.size() == load_convention("nb").patterns.size());
  CHECK(load_convention("no-NO").language == "nb-NO");
  CHECK(has(load_convention("zh-hant-TW"), "條"));
  CHECK(has(load_convention("zh-Hant"), "条"));
  CHECK_FALSE(has(load_convention("tlh"), "条"));
  CHECK_FALSE(load_convention("tlh").alphabets.empty());
  CHECK_FALSE(load_convention("").patterns.empty());
}

TEST_CASE("patterns are split at the number") {
  const Convention hungarian =
      from("numbering", "article\t{n}.  CIKK\t5. cikk Cél\tarticle 5\tnumber first\n");
  REQUIRE(hungarian.patterns.size() == 1);
  CHECK(hungarian.patterns[0].before.empty());
  CHECK(hungarian.patterns[0].after == ". cikk");
  CHECK(hungarian.patterns[0].fixed == 0);
  const Convention fixed =
      from("numbering", "article\tArticle Premier\tArticle premier\tarticle 1");
  CHECK(fixed.patterns.at(0).before == "article premier");
  CHECK(fixed.patterns.at(0).fixed == 1);
}

TEST_CASE("a malformed row is refused with its place") {
  const auto [name, contents, cause] = GENERATE(table<std::string, std::string, std::string>({
      {"numbering", "article\tArticle {n}\tArticle 5\n", "fields"},
      {"numbering", "# fine\narticle\t\tArticle 5\tarticle 5\n", "empty"},
      {"numbering", "artikle\tArticle {n}\tArticle 5\tartikle 5\n", "unknown"},
      {"numbering", "number\t{n}.\t5.\tnumber 5\n", "unknown"},
      {"numbering", "article\tArticle {n}\tArticle 5\tsection 5\n", "another kind"},
      {"numbering", "article\t{n}\t5\tarticle 5\n", "without a word"},
      {"numbering", "alphabet\ta b a\ta)\tpoint 1\n", "twice"},
      {"numbering", "alphabet\ta\ta)\tpoint 1\n", "fewer"},
      {"words", "abbreviation\n", "fields"},
      {"words", "abbreviation\tart.\tnote\tmore\n", "fields"},
  }));
  CAPTURE(contents);
  try {
    from(name, contents);
    FAIL("was accepted");
  } catch (const Error& error) {
    CHECK(error.parts().file == "xx/" + name + ".tsv");
    CHECK(error.parts().place.starts_with("line "));
    CHECK_THAT(error.parts().cause, Catch::Contains(cause));
  }
}

TEST_CASE("a user's folder goes over the tables compiled in") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "synoptic_language_folder_test";
  fs::create_directories(folder / "tlh");
  fs::create_directories(folder / "fr");
  std::ofstream(folder / "tlh" / "numbering.tsv") << "article\t{n} paq\t5 paq\tarticle 5\n";
  std::ofstream(folder / "fr" / "words.tsv") << "abbreviation\txyz.\r\n";
  const LanguageFolder data(folder.string());
  fs::remove_all(folder);

  CHECK(load_convention("tlh", data.tables()).patterns.front().after == "paq");
  const Convention french = load_convention("fr", data.tables());
  CHECK(french.words.at("abbreviation").front() == "xyz.");
  CHECK(french.patterns.size() == load_convention("fr").patterns.size());
  const std::vector<std::string> tags = known_languages(data.tables());
  CHECK(std::count(tags.begin(), tags.end(), "tlh") == 1);
  CHECK_THROWS_AS(LanguageFolder((folder / "none").string()), Error);
}

TEST_CASE("without language data only what all languages share is left") {
  namespace fs = std::filesystem;
  const std::vector<LanguageTable> shared = shared_language_tables();
  CHECK(known_languages(shared).empty());
  CHECK(load_convention("fr", shared).patterns.size() == load_convention("tlh").patterns.size());

  const fs::path folder = fs::temp_directory_path() / "synoptic_language_folder_alone_test";
  fs::create_directories(folder / "fr");
  CHECK_THROWS_AS(LanguageFolder(folder.string()), Error);  // without a table
  std::ofstream(folder / "fr" / "numbering.tsv") << "article\tArtikel {n}\tArtikel 5\tarticle 5\n";
  const LanguageFolder data(folder.string(), shared);
  fs::remove_all(folder);
  CHECK(load_convention("fr", data.tables()).patterns.front().before == "artikel");
  CHECK(known_languages(data.tables()) == std::vector<std::string>{"fr"});
}

}  // namespace synoptic
