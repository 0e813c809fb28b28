// The rules of the folders: which stage may include which, who may name ICU, how files are called
// and how long they may get.  The first cases show that each rule can fail; the last reads the
// tree.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostLines = 400;

// Folder: the folders that its files may include.
const std::map<std::string, std::set<std::string>, std::less<>> kMayInclude = {
    {"text", {"text"}},
    {"align", {"align", "text"}},
    {"checks", {"checks", "align", "text"}},
    {"formats", {"formats", "align", "text"}},
    {"storage", {"storage", "checks", "align", "text"}},
    {"web", {"web", "storage", "formats", "checks", "align", "text"}},
    {"cli", {"cli", "web", "storage", "formats", "checks", "align", "text"}},
    {"tests", {"tests", "cli", "web", "storage", "formats", "checks", "align", "text"}},
};

// Folders of the tree that hold no code.
const std::set<std::string, std::less<>> kNoCode = {"build", "cmake", "docs", "languages",
                                                    "translations"};

const std::set<std::string, std::less<>> kVagueNames = {"util",   "utils",   "common", "misc",
                                                        "helper", "helpers", "stuff"};

struct Include {
  std::size_t line = 0;  // 1-based
  std::string name;      // between the quotes or brackets
  bool quoted = false;
};

std::optional<Include> read_include(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!line.starts_with("include")) return std::nullopt;
  const std::size_t begin = line.find_first_of("\"<");
  if (begin == std::string_view::npos) return std::nullopt;
  const bool quoted = line[begin] == '"';
  const std::size_t end = line.find(quoted ? '"' : '>', begin + 1);
  if (end == std::string_view::npos) return std::nullopt;
  return Include{0, std::string(line.substr(begin + 1, end - begin - 1)), quoted};
}

std::string first_folder(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

bool names_unicode_library(std::string_view include) {
  return include.starts_with("unicode/") || include.starts_with("boost/locale");
}

// Headers that cost seconds; one source file pays for them, not all that include our header.
bool is_heavy(std::string_view include) {
  return include.starts_with("CLI/") || include == "nlohmann/json.hpp" || include == "regex";
}

std::string complaint_about(const std::string& path, const Include& include) {
  const std::string folder = first_folder(path);
  if (include.quoted) {
    const std::string other = first_folder(include.name);
    if (other.empty()) return "an include names its folder";
    const auto allowed = kMayInclude.find(folder);
    if (allowed != kMayInclude.end() && !allowed->second.contains(other)) {
      return folder + "/ may not include " + other + "/";
    }
  }
  if (names_unicode_library(include.name) && folder != "text" && folder != "tests") {
    return "only text/ names ICU or Boost.Locale";
  }
  if (is_heavy(include.name) && path.ends_with(".h")) return "a heavy header in a header";
  return {};
}

bool has_vague_name(const std::string& path) {
  std::string word;
  for (const char c : path + "/") {
    if (c != '/' && c != '_' && c != '.' && c != '-') {
      word += c;
      continue;
    }
    if (kVagueNames.contains(word)) return true;
    word.clear();
  }
  return false;
}

// What is against the rules in a source file; `path` is relative to the top of the tree.
std::vector<std::string> complaints(const std::string& path, const std::string& contents) {
  std::vector<std::string> all;
  if (!kMayInclude.contains(first_folder(path))) all.push_back(path + ": no folder of the design");
  if (has_vague_name(path)) all.push_back(path + ": the name says nothing");
  std::istringstream lines(contents);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::optional<Include> include = read_include(line);
    if (!include) continue;
    const std::string complaint = complaint_about(path, *include);
    if (complaint.empty()) continue;
    all.push_back(path + ":" + std::to_string(number) + ": " + include->name + ": " + complaint);
  }
  if (number > kMostLines) {
    all.push_back(path + ": " + std::to_string(number) + " lines, more than " +
                  std::to_string(kMostLines));
  }
  return all;
}

std::vector<fs::path> source_files(const fs::path& top) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& folder : fs::directory_iterator(top)) {
    const std::string name = folder.path().filename().string();
    if (!folder.is_directory() || name.starts_with('.') || name.starts_with("build-") ||
        kNoCode.contains(name)) {
      continue;
    }
    for (const fs::directory_entry& file : fs::recursive_directory_iterator(folder)) {
      const fs::path extension = file.path().extension();
      if (extension == ".cc" || extension == ".h") files.push_back(file.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string contents_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

struct Row {
  const char* path;
  const char* contents;
  bool allowed;
};

// clang-format off
const Row kRows[] = {
    {"text/width.cc", "#include \"text/width.h\"\n", true},
    {"text/width.cc", "#include <unicode/brkiter.h>\n", true},
    {"text/width.cc", "#include \"align/document.h\"\n", false},
    {"align/outline.cc", "#include \"text/span.h\"\n", true},
    {"align/outline.cc", "#include <unicode/uchar.h>\n", false},
    {"align/outline.cc", "  #  include <boost/locale.hpp>\n", false},
    {"align/outline.cc", "#include \"checks/check.h\"\n", false},
    {"align/outline.cc", "// #include \"checks/check.h\"\n", true},
    {"checks/number.cc", "#include \"align/alignment.h\"\n", true},
    {"checks/number.cc", "#include \"formats/plain_text.h\"\n", false},
    {"formats/tmx.cc", "#include \"align/document.h\"\n", true},
    {"formats/tmx.cc", "#include \"checks/check.h\"\n", false},
    {"storage/store.cc", "#include \"checks/check.h\"\n", true},
    {"storage/store.cc", "#include \"formats/plain_text.h\"\n", false},
    {"cli/view.cc", "#include \"storage/store.h\"\n", true},
    {"cli/view.cc", "#include \"tests/cli/run.h\"\n", false},
    {"cli/view.cc", "#include <nlohmann/json.hpp>\n", true},
    {"cli/view.h", "#include <nlohmann/json.hpp>\n", false},
    {"cli/view.cc", "#include \"view.h\"\n", false},
    {"tests/text/width_test.cc", "#include <unicode/uchar.h>\n", true},
    {"tests/cli/view_test.cc", "#include \"cli/view.h\"\n", true},
    {"tests/align/outline_test.cc", "#include <unicode/uchar.h>\n", true},
    {"text/utils.cc", "", false},
    {"text/string_helpers.h", "", false},
    {"align/common/labels.cc", "", false},
    {"align/commonwealth.cc", "", true},
    {"engine/labels.cc", "", false},
};
// clang-format on

}  // namespace

TEST_CASE("each rule of the layout can fail") {
  for (const Row& row : kRows) {
    INFO(row.path << ": " << row.contents);
    CHECK(complaints(row.path, row.contents).empty() == row.allowed);
  }
  const std::string line = "int x;\n";
  std::string longest;
  for (std::size_t i = 0; i < kMostLines; ++i) longest += line;
  CHECK(complaints("text/width.cc", longest).empty());
  CHECK_FALSE(complaints("text/width.cc", longest + line).empty());
}

TEST_CASE("the tree keeps the rules of the layout") {
  const fs::path top = SYNOPTIC_SOURCE_DIR;
  const std::vector<fs::path> files = source_files(top);
  CHECK(files.size() > 10);
  for (const fs::path& file : files) {
    for (const std::string& complaint :
         complaints(fs::relative(file, top).generic_string(), contents_of(file))) {
      FAIL_CHECK(complaint);
    }
  }
}
