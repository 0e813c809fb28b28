#include "text/joining.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using synoptic::Join;
using synoptic::join_lines;
using synoptic::JoiningVocabulary;

namespace {

std::string joined(std::string_view first, std::string_view second,
                   std::string_view elsewhere = {}) {
  JoiningVocabulary vocabulary;
  vocabulary.add_line(first);
  vocabulary.add_line(second);
  if (!elsewhere.empty()) vocabulary.add_line(elsewhere);
  const Join join = join_lines(first, second, vocabulary);
  return std::string(first.substr(0, first.size() - join.drop)) + std::string(join.between) +
         std::string(second);
}

}  // namespace

TEST_CASE("what stands between two lines") {
  CHECK(joined("the two", "ports") == "the two ports");
  CHECK(joined("各成员港口", "承诺合作") == "各成员港口承诺合作");
  CHECK(joined("根据", "ISO 14001") == "根据ISO 14001");
  CHECK(joined("緊密に", "カ国") == "緊密にカ国");
  CHECK(joined("회원 항구는", "협력한다") == "회원 항구는 협력한다");
  CHECK(joined("ท่าเรือ", "สมาชิก") == "ท่าเรือสมาชิก");
  CHECK(joined("ท่าเรือ", "ABC") == "ท่าเรือ ABC");
  CHECK(joined("ወደቦች", "ይተባበራሉ") == "ወደቦች ይተባበራሉ");
  CHECK(joined("and/", "or") == "and/or");
  CHECK(joined("either /", "or") == "either / or");
}

TEST_CASE("hyphens at a line's end") {
  CHECK(joined("of inter-", "national law") == "of international law");
  CHECK(joined("of co-", "operation", "close co-operation") == "of co-operation");
  CHECK(joined("of co-", "operation", "close cooperation") == "of cooperation");
  CHECK(joined("the Asia-", "Europe Meeting") == "the Asia-Europe Meeting");
  CHECK(joined("INTER-", "NATIONAL PORTS") == "INTERNATIONAL PORTS");
  CHECK(joined("2004-", "2006") == "2004-2006");
  CHECK(joined("Hafen-", "und Seebehörden") == "Hafen- und Seebehörden");
  CHECK(joined("haven-", "en zeebesturen", "kust- en oeverzones") == "haven- en zeebesturen");
  CHECK(joined("the member -", "as agreed") == "the member - as agreed");
  CHECK(joined("Zusammen\u00AD", "arbeit") == "Zusammenarbeit");
  CHECK(joined("inter\u2010", "national") == "international");
}
