#include "formats/zip_archive.h"

#include <catch2/catch.hpp>
#include <string>

#include "formats/readers.h"
#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;
using samples::error_of;
using samples::zip_of;

namespace {

// The little-endian number of four bytes that stands `behind` bytes behind the last `signature`.
void set_number(std::string& bytes, const std::string& signature, std::size_t behind,
                uint32_t value) {
  const std::size_t at = bytes.rfind(signature);
  REQUIRE(at != std::string::npos);
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[at + behind + i] = static_cast<char>(value >> (8 * i));
  }
}

const std::string kDirectory = "PK\x01\x02";

std::string read_of(const std::string& bytes) {
  return error_of([&] { ZipArchive(bytes, "a.docx").read("x.xml"); });
}

}  // namespace

TEST_CASE("Entries are read by name") {
  const std::string bytes = zip_of({{"x.xml", std::string(100000, 'x')}, {"y", "why", false}});
  const ZipArchive archive(bytes, "a.docx");
  CHECK(archive.read("x.xml") == std::string(100000, 'x'));
  CHECK(archive.read("y") == "why");
  CHECK_FALSE(archive.read("z").has_value());
  CHECK(zip_names(bytes, "x.xml"));
  CHECK_FALSE(zip_names(bytes, "why"));
}

TEST_CASE("Hostile archives are refused") {
  const std::string good = zip_of({{"x.xml", "<x>" + std::string(5000, ' ') + "</x>"}});
  CHECK(read_of(good) == "no error");

  SECTION("a bomb") {
    CHECK_THAT(read_of(zip_of({{"x.xml", std::string(80 << 20, ' ')}})),
               Catch::Contains("a.docx: x.xml: it would unpack to 83886080 bytes"));
    CHECK_THAT(read_of(zip_of({{"x.xml", std::string(20 << 20, ' ')}})),
               Catch::Contains("more than a text needs"));
  }
  SECTION("sizes that are not true") {
    for (const uint32_t size : {0u, 10u, 5000u, 6000u, 0xFFFFFFF0u}) {
      std::string bytes = good;
      set_number(bytes, kDirectory, 24, size);
      CHECK_THAT(read_of(bytes), Catch::Contains("a.docx: x.xml: it "));
    }
  }
  SECTION("a checksum that is not true") {
    std::string bytes = good;
    set_number(bytes, kDirectory, 16, 12345);
    CHECK_THAT(read_of(bytes), Catch::Contains("cannot be unpacked"));
  }
  SECTION("names that lead out") {
    for (const char* name : {"../x.xml", "/etc/x", "a/../../x", "..\\x"}) {
      CHECK_THAT(read_of(zip_of({{name, "x"}, {"x.xml", "x"}})),
                 Catch::Contains("leads out of the archive"));
    }
    CHECK(read_of(zip_of({{"a..b/x..", "x"}, {"x.xml", "x"}})) == "no error");
  }
  SECTION("an encrypted entry") {
    std::string bytes = good;
    bytes[bytes.rfind(kDirectory) + 8] = 1;
    bytes[bytes.find("PK\x03\x04") + 6] = 1;
    CHECK_THAT(read_of(bytes), Catch::Contains("encrypted"));
  }
  SECTION("a damaged one") {
    for (std::size_t cut : {10u, 60u, 100u}) {
      CHECK_THAT(read_of(good.substr(0, good.size() - cut)),
                 Catch::Contains("a.docx: its zip archive is damaged"));
    }
    for (std::size_t at = 0; at < good.size(); ++at) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(~bytes[at]);
      read_of(bytes);  // whatever it says, it ends
    }
  }
}
