#include "cli/text_files.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "formats/readers.h"
#include "formats/zip_folder.h"
#include "text/error.h"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

bool is_text_of_work(const fs::path& path, uint64_t most_bytes) {
  const std::string name = path.filename().string();
  if (name.starts_with('.') || name.starts_with("README")) return false;
  std::string bytes;
  try {
    bytes = read_file(path.string(), most_bytes);
  } catch (const Error&) {
    return path.extension() == ".txt";  // importing it says what is wrong
  }
  if (is_zip_folder(bytes)) return false;  // what lies deeper is left out
  const bool plain = &reader_of(bytes) == &all_readers().back();
  return !plain || path.extension() == ".txt" || path.extension() == ".text";
}

std::vector<std::string> texts_in(const std::string& folder, uint64_t most_bytes) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file() && is_text_of_work(entry.path(), most_bytes)) {
      files.push_back(entry.path().string());
    }
  }
  if (files.empty()) {
    throw Error({folder, "", "the folder holds no file of a format that is read",
                 "name the files one by one; `synoptic formats` lists the formats"});
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> matches_of(const std::string& pattern) {
  glob_t found{};
  const std::unique_ptr<glob_t, void (*)(glob_t*)> owner(&found,
                                                         [](glob_t* all) { globfree(all); });
  if (glob(pattern.c_str(), 0, nullptr, &found) != 0) {
    throw Error({pattern, "", "no file matches the pattern", "check the folder and the ending"});
  }
  return {found.gl_pathv, found.gl_pathv + found.gl_pathc};
}

}  // namespace

std::vector<std::string> files_for(const std::string& argument, uint64_t most_bytes) {
  std::error_code ignored;
  if (fs::is_directory(argument, ignored)) return texts_in(argument, most_bytes);
  const bool pattern = argument.find_first_of("*?[") != std::string::npos;
  if (pattern && !fs::exists(argument, ignored)) return matches_of(argument);
  return {argument};
}

}  // namespace synoptic
