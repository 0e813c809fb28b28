#include "text/language.h"

#include <catch2/catch.hpp>
#include <string>

using synoptic::identify_language;

TEST_CASE("a script of one language decides alone") {
  CHECK(identify_language("หมวด ๑").tag == "th");
  CHECK(identify_language("მუხლი 1").tag == "ka");
  CHECK(identify_language("제1조").tag == "ko");
  CHECK(identify_language("第一條 總則").tag == "zh-Hant");
  CHECK(identify_language("第一条 总则 会议").tag == "zh-Hans");
  CHECK(identify_language("第一条の規定").tag == "ja");
}

TEST_CASE("no letters, no language") {
  CHECK(identify_language("").tag.empty());
  CHECK(identify_language("1.  2.  (3)").tag.empty());
}

TEST_CASE("a long text is sampled between characters") {
  std::string text;
  while (text.size() < 200000) text += "Стороны обязуются сотрудничать и обмениваться сведениями. ";
  CHECK(identify_language(text).tag == "ru");
}
