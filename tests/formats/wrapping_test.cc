#include <catch2/catch.hpp>
#include <string>

#include "formats/plain_text.h"

using namespace synoptic;

namespace {

bool wrapped(const std::string& bytes) { return read_plain_text(bytes, "x", {}).hard_wrapped; }

}  // namespace

TEST_CASE("lines filled to a width are wrapped") {
  CHECK(
      wrapped("The ports of the league undertake to keep\nthe waters of their harbours clean "
              "and\nto publish each year what they found.\n"));
  CHECK(
      wrapped("1. The ports of the league undertake to\nkeep the waters of their harbours "
              "clean.\n2. The ports shall publish each year all\nthat they found in the "
              "water.\n3. The ports shall meet each year in the\nmonth of May.\n"));
  CHECK(wrapped(
      "各成员港口承诺密切合作，主管机关每年交换有\n关水质的资料，并至迟于二月公布结果，一切争\n"
      "端应当以和平方式解决。\n"));
}

TEST_CASE("one paragraph a line is not wrapped") {
  CHECK_FALSE(
      wrapped("The ports of the league undertake to keep the waters clean.\nThey meet each "
              "year.\nThe secretary calls the meeting and sends the papers to all.\nNo "
              "port is bound without its consent.\nDone at sea.\nIn two copies.\n"));
  CHECK_FALSE(wrapped("Title\n\nThe ports undertake to keep their waters clean.\n\nThey meet.\n"));
  CHECK_FALSE(wrapped(std::string(900, 'x') + "\n" + std::string(700, 'y') + "\nshort\n"));
  CHECK_FALSE(wrapped("one line"));
}
