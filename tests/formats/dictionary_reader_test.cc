// Word lists: the kinds are told by their contents.
#include "formats/dictionary_reader.h"

#include <catch2/catch.hpp>
#include <string>

#include "text/error.h"

using namespace synoptic;

namespace {

std::string read(const std::string& contents) {
  std::string all;
  for (const PhrasePair& pair : read_dictionary(contents, "list", {})) {
    all += pair.original + "=" + pair.translation + ";";
  }
  return all;
}

}  // namespace

TEST_CASE("dictionaries: two columns, CSV and hunalign's") {
  CHECK(read("lamp\tlampe\nriver, wide\tfleuve\n") == "lamp=lampe;river, wide=fleuve;");
  CHECK(read("lamp\tlampe\tnoun\r\n\r\nbell\tcloche") == "lamp=lampe;bell=cloche;");
  CHECK(read("lampe @ lamp\ngrosse cloche @ big bell\n") == "lamp=lampe;big bell=grosse cloche;");
  CHECK(read("lamp,lampe\n\"river, wide\",\"le \"\"fleuve\"\"\"\n") ==
        "lamp=lampe;river, wide=le \"fleuve\";");
  CHECK(read("lamp;lampe\nbell;cloche\n") == "lamp=lampe;bell=cloche;");
}

TEST_CASE("dictionaries: what is no entry is passed over") {
  CHECK(read("lamp\tlampe\nbell\t\n\tcloche\nonly one\nboat\tbateau\ndoor\tporte\n") ==
        "lamp=lampe;boat=bateau;door=porte;");
}

TEST_CASE("dictionaries: words of scripts without spaces are joined") {
  CHECK(read("渡 船 @ ferry boat\n灯 @ lamp\n") == "ferry boat=渡船;lamp=灯;");
}

TEST_CASE("dictionaries: a text is none") {
  CHECK_THROWS_AS(read("Each town keeps two boats.\nIt has a lamp.\n"), Error);
  CHECK_THROWS_AS(read(""), Error);
}
