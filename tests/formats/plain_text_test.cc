#include "formats/plain_text.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;

namespace {

Text read(const std::string& bytes) { return read_plain_text(bytes, "draft.txt", {}); }

std::vector<std::string> lines_of(const Text& text) {
  std::vector<std::string> lines;
  for (const Line& line : text.lines) lines.emplace_back(slice(text.bytes, line.span));
  return lines;
}

using Lines = std::vector<std::string>;
using samples::error_of;

// Removed with what is in it at the end.
class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "synoptic.XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string of(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("every kind of line end ends a line, and only the usual ones count") {
  const Text text = read("one\ntwo\r\nthree\rfour\u2028five\vsix\u0085seven");
  CHECK(lines_of(text) == Lines{"one", "two", "three", "four", "five", "six", "seven"});
  CHECK(text.lines[3].number == 4);
  CHECK(text.lines[6].number == 4);
}

TEST_CASE("indents are columns, blank lines are counted, space around a line goes") {
  const Text text = read("title\n\n \t \n\t  item\u00A0 \n\u3000字\u202F\n");
  CHECK(lines_of(text) == Lines{"title", "item", "字"});
  CHECK(text.lines[1].indent == 10);
  CHECK(text.lines[1].blank_before == 2);
  CHECK(text.lines[1].number == 4);
  CHECK(text.lines[2].indent == 2);
  CHECK(text.lines[2].blank_before == 0);
}

TEST_CASE("text comes in NFC, with directional marks kept") {
  CHECK(read("cafe\u0301 \u200Fab").bytes == "caf\u00E9 \u200Fab");
}

TEST_CASE("a damaged byte is reported with its line and its place in the file") {
  const Text text = read("schön\ngrößer\nf\xFCr ähnliche\n");
  REQUIRE(text.replacements.size() == 1);
  CHECK(text.replacements[0].line == 3);
  CHECK(text.replacements[0].offset == 17);
  CHECK(text.replacements[0].count == 1);
}

TEST_CASE("a text without anything to read is refused") {
  for (const char* bytes : {"", " \n\t\r\n", "\xEF\xBB\xBF", "\u200B\n\f\n"}) {
    CHECK_THAT(error_of([&] { read(bytes); }), Catch::StartsWith("draft.txt: it is empty"));
  }
  CHECK_THAT(error_of([] { read("%PDF-1.4 ..."); }), Catch::StartsWith("draft.txt: not a text"));
}

TEST_CASE("the language is identified unless it is stated") {
  CHECK(read("Les parties coopèrent et publient les résultats de leurs travaux.").language == "fr");
  ReadOptions options;
  options.language = "oc";
  CHECK(read_plain_text("Les parties", "x", options).language == "oc");
}

TEST_CASE("a file that can't be read is named with what to do") {
  const Folder folder;
  const auto error = [&](const std::string& path, uint64_t most = 100) {
    return error_of([&] { read_file(path, most); });
  };
  CHECK_THAT(error(folder.of("none.txt")), Catch::Contains("none.txt: there is no such file"));
  CHECK_THAT(error(folder.of("")), Catch::Contains("it is a folder"));
  CHECK_THAT(error(folder.write("empty", "")), Catch::Contains("it is empty"));
  CHECK_THAT(error(folder.write("big", std::string(101, 'x'))),
             Catch::Contains("101 bytes") && Catch::Contains("--max-bytes"));
  CHECK_THAT(error("/dev/null"), Catch::Contains("device"));
  REQUIRE(mkfifo(folder.of("pipe").c_str(), 0600) == 0);
  CHECK_THAT(error(folder.of("pipe")), Catch::Contains("pipe"));
  CHECK(read_file(folder.write("good", "a\0b"), 100) == "a");
  if (geteuid() != 0) {
    const std::string locked = folder.write("locked", "x");
    REQUIRE(chmod(locked.c_str(), 0) == 0);
    CHECK_THAT(error(locked), Catch::Contains("permission"));
  }
}
