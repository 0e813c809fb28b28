#include "text/encoding.h"

#include <iconv.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "text/error.h"
#include "text/language.h"

using synoptic::decode;
using synoptic::Decoded;
using synoptic::Error;

namespace {

using namespace std::string_literals;

// By glibc, so that ICU's converters are not judged by themselves.
std::string encoded(const std::string& utf8, const std::string& encoding) {
  const std::string name = encoding == "windows-949" ? "CP949" : encoding;
  iconv_t converter = iconv_open(name.c_str(), "UTF-8");
  REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
  std::string bytes(utf8.size() * 4 + 16, '\0');
  char* in = const_cast<char*>(utf8.data());
  char* out = bytes.data();
  std::size_t in_left = utf8.size();
  std::size_t out_left = bytes.size();
  const std::size_t result = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  REQUIRE(result != static_cast<std::size_t>(-1));
  bytes.resize(bytes.size() - out_left);
  return bytes;
}

struct Row {
  std::string encoding;
  std::string language;
  std::string text;
};

std::vector<Row> rows() {
  std::ifstream file(std::string(SYNOPTIC_SOURCE_DIR) + "/tests/cases/encodings.tsv");
  std::vector<Row> all;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    all.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                   line.substr(second + 1)});
  }
  return all;
}

std::string cause_of(std::string_view bytes, std::string_view stated = {}) {
  try {
    decode(bytes, stated);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("an encoding is told from the text it gives") {
  const auto all = rows();
  REQUIRE(all.size() > 20);
  for (const Row& row : all) {
    INFO(row.encoding << " " << row.language);
    // A line end, as every file has one.
    const Decoded decoded = decode(encoded(row.text + "\n", row.encoding), "");
    CHECK(decoded.utf8 == row.text + "\n");
    CHECK(decoded.replaced.empty());
    CHECK(synoptic::identify_language(row.text).tag == row.language);
  }
}

TEST_CASE("a stated encoding is used where the bytes do not speak for UTF-8") {
  CHECK(decode("caf\xE9", "ISO-8859-1").utf8 == "café");
  CHECK(decode("caf\xE9", "cp437").utf8 == "cafΘ");
  CHECK(decode("caf\xC3\xA9", "windows-1252").utf8 == "café");
  CHECK(decode("\x1B$B\x46|K\\\x1B(B", "ISO-2022-JP").utf8 == "日本");
  CHECK_THAT(cause_of("text", "klingon"), Catch::Contains("klingon") && Catch::Contains("--enc"));
}

TEST_CASE("a byte-order mark decides and is no part of the text") {
  CHECK(decode("\xEF\xBB\xBFone", "").utf8 == "one");
  const Decoded wide = decode("\xFF\xFEo\0n\0e\0"s, "");
  CHECK(wide.utf8 == "one");
  CHECK(wide.encoding == "UTF-16LE");
}

TEST_CASE("damaged UTF-8 stays UTF-8 and says where it is damaged") {
  const Decoded cut = decode("Überall gilt: schön, größer, für, ü\xC3", "");
  CHECK(cut.encoding == "UTF-8");
  REQUIRE(cut.replaced.size() == 1);
  CHECK(cut.replaced[0].offset == cut.utf8.size() - 3);
  CHECK(cut.replaced[0].utf8_offset == cut.utf8.size() - 3);

  const Decoded mixed = decode("schön und größer, f\xFC\xFCr alle", "");
  CHECK(mixed.utf8 == "schön und größer, f\uFFFD\uFFFDr alle");
  REQUIRE(mixed.replaced.size() == 1);
  CHECK(mixed.replaced[0].count == 2);
}

TEST_CASE("a text half in UTF-8 and half in something else is refused with its line") {
  std::string mixture;
  for (int i = 0; i < 60; ++i) mixture += "schön, größer, für\n";
  for (int i = 0; i < 60; ++i) mixture += "f\xFCr\n";
  CHECK_THAT(cause_of(mixture), Catch::Contains("line 61") && Catch::Contains("--encoding"));
  CHECK(decode(mixture, "UTF-8").replaced.size() == 60);
}

TEST_CASE("what is no text is called by its name") {
  CHECK_THAT(cause_of("%PDF-1.7\n..."), Catch::Contains("PDF"));
  CHECK_THAT(cause_of("PK\x03\x04..."), Catch::Contains("zip"));
  CHECK_THAT(cause_of("\x7F"
                      "ELF\x02\x01"),
             Catch::Contains("ELF"));
  CHECK_THAT(cause_of("\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7\0\1"s), Catch::Contains("binary"));
}

TEST_CASE("NFC") {
  CHECK(synoptic::to_nfc("e\u0301") == "\u00E9");
  CHECK(synoptic::to_nfc("plain") == "plain");
}
