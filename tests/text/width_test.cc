#include "text/width.h"

#include <unicode/uchar.h>
#include <wchar.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <clocale>

#include "text/characters.h"

using namespace synoptic;

namespace {

struct WidthRow {
  const char* text;
  std::size_t columns;
  const char* why;
};

// clang-format off
const WidthRow kWidths[] = {
    {"", 0, "nothing"},
    {"Article 5", 9, "ASCII"},
    {"a\tb\x1B[1m", 5, "controls take none"},
    {"Élargi", 6, "composed letters"},
    {"E\u0301largi", 6, "combining mark"},
    {"第五条", 6, "Han"},
    {"ア", 2, "kana"},
    {"ｱ", 1, "half-width kana"},
    {"Ａ", 2, "full-width Latin"},
    {"제5조", 5, "Hangul"},
    {"\u1112\u1161\u11AB", 2, "one Hangul syllable of three letters"},
    {"मान", 3, "spacing vowel sign"},
    {"किं", 2, "spacing vowel sign and mark"},
    {"ที่", 1, "Thai vowel and tone"},
    {"กำ", 2, "sara am is a column of its own"},
    {"סָפֵר", 3, "Hebrew points"},
    {"a\u200Bb\u200Ec", 3, "zero-width space and bidi mark"},
    {"co\u00ADop", 4, "soft hyphen"},
    {"•", 1, "ambiguous"},
    {"😀", 2, "emoji"},
    {"👍🏽", 2, "emoji with skin tone"},
    {"👩‍👩‍👧", 2, "joined family"},
    {"❤️", 2, "text symbol shown as emoji"},
    {"1️⃣", 2, "keycap"},
    {"🇫🇷", 2, "flag of two letters"},
    {"क्‍ष", 2, "joiner in Devanagari joins no emoji"},
    {"\uFF08一\uFF09", 6, "full-width brackets"},
};
// clang-format on

std::size_t widest(const std::vector<std::string>& lines) {
  std::size_t most = 0;
  for (const std::string& line : lines) most = std::max(most, display_width(line));
  return most;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("columns of text") {
  for (const WidthRow& row : kWidths) {
    INFO(row.why << ": " << row.text);
    CHECK(display_width(row.text) == row.columns);
  }
}

TEST_CASE("letters, marks and signs are as wide as the C library has them") {
  if (!setlocale(LC_CTYPE, "C.UTF-8")) {
    WARN("skipped: there is no locale C.UTF-8");
    return;
  }
  std::size_t compared = 0;
  std::size_t differ = 0;
  for (char32_t c = 0x20; c < 0x3FFFF; ++c) {
    const int expected = wcwidth(static_cast<wchar_t>(c));
    // Unassigned characters depend on the versions of Unicode; controls are no text.
    const auto code = static_cast<UChar32>(c);
    if (expected < 0 || !u_isdefined(code) || u_charType(code) == U_PRIVATE_USE_CHAR) continue;
    ++compared;
    differ += static_cast<std::size_t>(expected) != display_width(to_utf8(c));
  }
  setlocale(LC_CTYPE, "C");
  CHECK(compared > 100000);
  CHECK(differ < compared / 100);
}

TEST_CASE("lines break where the language may break") {
  CHECK(wrap("the joint board", 9, "en") == Strings{"the joint", "board"});
  CHECK(wrap("the joint board", 15, "en") == Strings{"the joint board"});
  CHECK(wrap("well-known port", 6, "en") == Strings{"well-", "known", "port"});
  CHECK(wrap("1990-1995", 9, "en") == Strings{"1990-1995"});
  CHECK(wrap("à l’eau — vite", 8, "fr") == Strings{"à l’eau", "— vite"});
  CHECK(wrap("各城镇共同看守河流。", 8, "zh") == Strings{"各城镇共", "同看守河", "流。"});
  CHECK(wrap("河流。", 4, "zh") == Strings{"河", "流。"});
  CHECK(wrap("Artikel\u00A05 gilt", 9, "de") == Strings{"Artikel\u00A05", "gilt"});
}

TEST_CASE("Thai and Khmer break between words of the dictionary") {
  CHECK(wrap("ประเทศไทย", 6, "th") == Strings{"ประเทศ", "ไทย"});
  CHECK(wrap("ប្រទេសកម្ពុជា", 8, "km").front() == "ប្រទេស");
}

TEST_CASE("a word longer than a line breaks between clusters") {
  CHECK(wrap("abcdefgh", 3, "en") == Strings{"abc", "def", "gh"});
  CHECK(wrap("ne\u0301e\u0301e\u0301", 2, "fr") == Strings{"ne\u0301", "e\u0301e\u0301"});
  CHECK(wrap("a 👩‍👩‍👧👩‍👩‍👧", 3, "en") ==
        Strings{"a", "👩‍👩‍👧", "👩‍👩‍👧"});
  CHECK(wrap("to abcdefgh", 4, "en") == Strings{"to", "abcd", "efgh"});
}

TEST_CASE("line feeds, soft hyphens and spaces at ends of lines") {
  CHECK(wrap("", 5, "en") == Strings{""});
  CHECK(wrap("one\ntwo", 10, "en") == Strings{"one", "two"});
  CHECK(wrap("un\ndeux é", 10, "fr") == Strings{"un", "deux é"});
  CHECK(wrap("one   two", 4, "en") == Strings{"one", "two"});
  CHECK(wrap("Donau\u00ADschiff", 7, "de") == Strings{"Donau-", "schiff"});
  CHECK(wrap("Donau\u00ADschiff", 5, "de") == Strings{"Donau", "schif", "f"});
}

TEST_CASE("no line is too wide and no character lost") {
  const std::string text =
      "Les villes veillent ensemble — 各城镇自2019年3月1日起 — ٧-١ تسهر المدن معا — ทุกเมืองดูแล ก "
      "👩‍👩‍👧 Donaudampfschifffahrtsgesellschaft";
  const auto squeezed = [](std::string_view from) {
    std::string out;
    for (const char c : from) {
      if (c != ' ') out += c;
    }
    return out;
  };
  for (std::size_t columns = 2; columns < 40; ++columns) {
    const Strings lines = wrap(text, columns, "fr");
    INFO(columns);
    CHECK(widest(lines) <= columns);
    std::string joined;
    for (const std::string& line : lines) joined += line;
    CHECK(squeezed(joined) == squeezed(text));
  }
}

TEST_CASE("a text that is too wide is cut between what one sees as characters") {
  struct CutRow {
    const char* text;
    std::size_t columns;
    const char* cut;
    const char* why;
  };
  // clang-format off
  const CutRow rows[] = {
      {"", 1, "", "nothing"},
      {"Article 5", 9, "Article 5", "it fits"},
      {"Article 5", 8, "Article…", "room for the ellipsis"},
      {"Article 5", 1, "…", "no room for more"},
      {"第五条", 6, "第五条", "wide, fits"},
      {"第五条", 5, "第五…", "wide"},
      {"第五条", 4, "第…", "half a character is none"},
      {"E\u0301largir", 3, "E\u0301l…", "a mark goes with its letter"},
      {"aE\u0301largir", 2, "a…", "or not at all"},
      {"मानमान", 4, "मान…", "spacing vowel sign"},
      {"मानमान", 2, "…", "is not left behind"},
      {"👩‍👩‍👧👩‍👩‍👧x", 4, "👩‍👩‍👧…", "joined family"},
      {"\u1112\u1161\u11AB\u1112\u1161\u11AB", 3, "\u1112\u1161\u11AB…", "Hangul of letters"},
  };
  // clang-format on
  for (const CutRow& row : rows) {
    INFO(row.why);
    CHECK(cut_to_width(row.text, row.columns) == row.cut);
    CHECK(display_width(cut_to_width(row.text, row.columns)) <= row.columns);
  }
}
