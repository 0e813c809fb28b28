// Every physical line is a sentence; its number stays exact.
#include "formats/sentence_lines.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/error.h"

using namespace synoptic;

namespace {

using Lines = std::vector<std::string_view>;

SentenceText read(std::string_view bytes) { return read_sentence_lines(bytes, "text", {}); }

}  // namespace

TEST_CASE("sentence lines: ends of lines") {
  CHECK(read("a\nb\n").sentences() == Lines{"a", "b"});
  CHECK(read("a\nb").sentences() == Lines{"a", "b"});
  CHECK(read("a\r\n\r\nb\r\n").sentences() == Lines{"a", "", "b"});
  CHECK(read("a\rb\r").sentences() == Lines{"a", "b"});
  CHECK(read("a\rb\nc\n").sentences() == Lines{"a\rb", "c"});
  CHECK(read("\n\na\n").sentences() == Lines{"", "", "a"});
  CHECK(read("").sentences().empty());
  CHECK(read("\n").sentences() == Lines{""});
}

TEST_CASE("sentence lines: nothing is taken for the end of a line or for furniture") {
  CHECK(read("a\fb\n- 3 -\n1\n2\n  c  \n").sentences() ==
        Lines{"a\fb", "- 3 -", "1", "2", "  c  "});
  CHECK(read("a\xE2\x80\xA8z\nb\n").sentences().size() == 2);
}

TEST_CASE("sentence lines: encodings") {
  CHECK(read("\xEF\xBB\xBFlamp\n").sentences() == Lines{"lamp"});
  const SentenceText latin = read("La soci\xE9t\xE9 \xE9met des r\xE8gles.\nL'\xE9t\xE9 aussi.\n");
  CHECK(latin.encoding == "windows-1252");
  CHECK(latin.sentences()[1] == "L'été aussi.");
  CHECK_THROWS_AS(read("\x7F"
                       "ELF\x02\x01\x01\0\0\0\0"),
                  Error);
}
