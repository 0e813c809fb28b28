#include "formats/language_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>
#include <utility>

#include "text/error.h"

namespace synoptic {
namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string contents{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream.good() && !stream.eof()) {
    throw Error({.file = file.string(),
                 .place = {},
                 .cause = "the table can't be read",
                 .remedy = "make it readable or take it out of the folder"});
  }
  return contents;
}

}  // namespace

std::vector<LanguageTable> shared_language_tables() {
  std::vector<LanguageTable> shared;
  std::copy_if(language_tables().begin(), language_tables().end(), std::back_inserter(shared),
               [](const LanguageTable& table) { return table.language == "und"; });
  return shared;
}

LanguageFolder::LanguageFolder(const std::string& folder, std::span<const LanguageTable> base)
    : tables_(base.begin(), base.end()) {
  std::error_code failure;
  for (fs::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    const fs::path& file = entry->path();
    if (entry.depth() != 1 || file.extension() != ".tsv") continue;
    add(file.parent_path().filename().string(), file.stem().string(), contents_of(file));
  }
  if (failure) {
    throw Error({.file = folder,
                 .place = {},
                 .cause = "the language data can't be read (" + failure.message() + ")",
                 .remedy = "name a folder laid out as languages/ is"});
  }
  if (owned_.empty()) {
    throw Error({.file = folder,
                 .place = {},
                 .cause = "the folder holds no table",
                 .remedy = "name one laid out as languages/ is: DIR/fr/numbering.tsv"});
  }
  std::sort(tables_.begin(), tables_.end(), [](const LanguageTable& a, const LanguageTable& b) {
    return std::tie(a.language, a.name) < std::tie(b.language, b.name);
  });
}

void LanguageFolder::add(const std::string& language, const std::string& name,
                         std::string contents) {
  const auto own = [this](std::string text) -> std::string_view {
    return owned_.emplace_back(std::move(text));
  };
  for (LanguageTable& table : tables_) {
    if (table.language == language && table.name == name) {
      table.contents = own(std::move(contents));
      return;
    }
  }
  tables_.push_back({own(language), own(name), own(std::move(contents))});
}

}  // namespace synoptic
