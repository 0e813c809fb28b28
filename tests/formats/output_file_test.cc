#include "formats/output_file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "text/error.h"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "synoptic-test-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string operator/(const char* name) const { return (path_ / name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("A result is written whole", "[formats][output]") {
  const Folder folder;
  const std::string path = folder / "out.csv";
  write_file(path, "first");
  CHECK(contents(path) == "first");
  REQUIRE(chmod(path.c_str(), 0640) == 0);
  write_file(path, "");
  CHECK(contents(path).empty());
  CHECK(fs::status(path).permissions() == fs::perms(0640));
  fs::create_symlink("out.csv", folder / "link.csv");
  write_file(folder / "link.csv", "through a link");
  CHECK(contents(path) == "through a link");
  CHECK(fs::is_symlink(folder / "link.csv"));
  CHECK(folder.files() == 2);  // nothing is left beside it
}

TEST_CASE("A result that can't be written says why", "[formats][output]") {
  const Folder folder;
  const auto error = [](const std::string& path) -> std::string {
    try {
      write_file(path, "text");
    } catch (const Error& thrown) {
      return thrown.what();
    }
    return "";
  };
  using Catch::Matchers::Contains;
  CHECK_THAT(error(folder / "no/out.csv"), Contains("out.csv: can't be written: No such file"));
  fs::create_directory(folder / "taken");
  CHECK_THAT(error(folder / "taken"), Contains("directory"));
  CHECK_THAT(error("/dev/full"), Contains("No space left") && Contains("free some space"));
  CHECK(error("/dev/null").empty());
  CHECK(folder.files() == 1);
}

}  // namespace synoptic
