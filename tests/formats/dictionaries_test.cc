#include <catch2/catch.hpp>
#include <string>

#include "formats/tbx.h"
#include "formats/tmx_reader.h"
#include "formats/word_list.h"
#include "text/error.h"

namespace synoptic {

namespace {

const LanguagePair kGermanFrench{"de", "fr"};

std::string listed(const std::vector<Lesson>& lessons) {
  std::string text;
  for (const Lesson& lesson : lessons) text += lesson.original + "=" + lesson.translation + ";";
  return text;
}

// What a reader says to a file that it does not take.
template <typename Read>
std::string refusal(Read read) {
  try {
    read();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

constexpr char kMemory[] = R"(<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="de"/><body>
<tu><tuv xml:lang="de-CH"><seg>Der <bpt i="1">&lt;b></bpt>Hafen<ept i="1">&lt;/b></ept></seg></tuv>
<tuv xml:lang="en"><seg>The harbour</seg></tuv><tuv lang="FR"><seg>Le <hi>port</hi> &amp; co</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>allein</seg></tuv></tu>
</body></tmx>)";

constexpr char kTerms[] = R"(<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="1"><langSec xml:lang="de"><termSec><term>Hafen</term></termSec>
<termSec><term>Hafenanlage</term></termSec></langSec>
<langSec xml:lang="fr-FR"><termSec><term>port</term><min:note>no term</min:note></termSec></langSec>
</conceptEntry></body></text></tbx>)";

constexpr char kOldTerms[] = R"(<martif type="TBX"><text><body><termEntry>
<langSet xml:lang="fr"><tig><term>bateau</term></tig></langSet>
<langSet xml:lang="de"><ntig><termGrp><term>Boot</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>)";

}  // namespace

TEST_CASE("A translation memory is read", "[formats][tmx]") {
  CHECK(listed(read_tmx(kMemory, "m.tmx", kGermanFrench)) == "Der Hafen=Le port & co;");
  CHECK(read_tmx(kMemory, "m.tmx", {"de", "it"}).empty());
}

TEST_CASE("Term bases of both editions are read", "[formats][tbx]") {
  CHECK(listed(read_tbx(kTerms, "t.tbx", kGermanFrench)) == "Hafen=port;Hafenanlage=port;");
  CHECK(listed(read_tbx(kOldTerms, "t.tbx", kGermanFrench)) == "Boot=bateau;");
}

TEST_CASE("What is written is read back", "[formats][tbx]") {
  const std::vector<LexiconEntry> entries = {{"a<b", "\"&", 2.5F}, {"hafen", "port", 1}};
  CHECK(listed(read_tbx(to_tbx(entries, kGermanFrench), "t", kGermanFrench)) ==
        "a<b=\"&;hafen=port;");
  const auto columns = read_columns(to_columns(entries), "c");
  REQUIRE(columns.size() == 2);
  CHECK(columns[0].words.original == "a<b");
  CHECK(columns[0].count == 2.5F);
  const auto dic = read_dic(to_dic(entries), "d");
  REQUIRE(dic.size() == 2);
  CHECK(dic[1].words.original == "hafen");
  CHECK(dic[1].words.translation == "port");
}

TEST_CASE("XML that means harm is refused", "[formats][xml]") {
  const auto read = [](const std::string& xml) {
    return refusal([&] { read_tmx(xml, "m.tmx", kGermanFrench); });
  };
  using Catch::Matchers::Contains;
  CHECK_THAT(read("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"),
             Contains("m.tmx: line 1, column 25: this XML is refused: it declares entities"));
  CHECK_THAT(read("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>"),
             Contains("declares entities"));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<a>";
  CHECK_THAT(read(deep), Contains("nest too deep"));
  CHECK_THAT(read("<a>\n<b></a>"), Contains("line 2, column 6: no well-formed XML"));
  CHECK_THAT(read(""), Contains("no well-formed XML"));
  CHECK_THAT(read("<a>\xFF</a>"), Contains("no well-formed XML"));
}

TEST_CASE("Word lists say which line is wrong", "[formats][word list]") {
  using Catch::Matchers::Contains;
  CHECK(read_columns("\xEF\xBB\xBF# words\n\nBoot\tbateau\r\n", "w").size() == 1);
  CHECK(read_columns("Boot\tbateau\n", "w")[0].count == 0);
  CHECK_THAT(refusal([] { read_columns("Boot\tbateau\nHafen\n", "w.tsv"); }),
             Contains("w.tsv: line 2: not two words"));
  for (const char* count : {"x", "-1", "0", "nan", "inf", "1e30"}) {
    INFO(count);
    CHECK_FALSE(refusal([&] { read_columns(std::string("a\tb\t") + count, "w"); }).empty());
  }
  CHECK_THAT(refusal([] { read_dic("Boot bateau\n", "w.dic"); }), Contains("\" @ \""));
}

}  // namespace synoptic
