#include "formats/zip_folder.h"

#include <algorithm>
#include <utility>

#include "formats/paired_readers.h"
#include "formats/readers.h"
#include "formats/zip_archive.h"
#include "text/error.h"

namespace synoptic {

namespace {

// The folder that all names lie in, with its slash; empty where there is none.
std::string shared_folder(const std::vector<std::string>& names) {
  std::string folder;
  for (const std::string& name : names) {
    const std::string first = name.substr(0, name.find('/') + 1);
    // What macOS adds for itself.
    if (first == "__MACOSX/") continue;
    if (first.empty() || (!folder.empty() && folder != first)) return {};
    folder = first;
  }
  return folder;
}

// Whether the file may be a text of the work by its name.
bool is_candidate(std::string_view name) {
  const bool deeper = name.find('/') != std::string_view::npos;
  return !name.empty() && !deeper && !name.starts_with('.') && !name.starts_with("README");
}

bool is_text_of_work(std::string_view bytes, std::string_view name) {
  if (paired_reader_of(bytes) != nullptr) return true;
  const bool plain = &reader_of(bytes) == &all_readers().back();
  return !plain || name.ends_with(".txt") || name.ends_with(".text");
}

}  // namespace

bool is_zip_folder(std::string_view bytes) {
  constexpr std::size_t kLeastArchive = 22;  // bytes, without an entry
  if (!looks_like_zip(bytes) || bytes.size() < kLeastArchive) return false;
  return !zip_names(bytes, "[Content_Types].xml") && !zip_names(bytes, "mimetype") &&
         !zip_names(bytes, "META-INF/") && !zip_names(bytes, "word/");
}

std::vector<ArchivedFile> files_in_zip(std::string_view bytes, const std::string& archive) {
  const ZipArchive zip(bytes, archive);
  const std::vector<std::string> names = zip.names();
  const std::string folder = shared_folder(names);
  std::vector<std::string> wanted;
  for (const std::string& name : names) {
    if (name.starts_with(folder) && is_candidate(std::string_view(name).substr(folder.size()))) {
      wanted.push_back(name);
    }
  }
  zip.require_total(wanted, kMostFolderBytes);
  std::sort(wanted.begin(), wanted.end());
  std::vector<ArchivedFile> files;
  for (const std::string& name : wanted) {
    std::optional<std::string> contents = zip.read(name);
    if (!contents || contents->empty()) continue;
    if (is_zip_folder(*contents)) {
      throw Error(
          {archive, name, "it is an archive in an archive", "unpack it and import its files"});
    }
    if (!is_text_of_work(*contents, name)) continue;
    files.push_back({archive + "/" + name, std::move(*contents)});
  }
  if (files.empty()) {
    throw Error({archive, "", "the archive holds no file of a format that is read",
                 "unpack it and name the files one by one; `synoptic formats` lists the "
                 "formats"});
  }
  return files;
}

}  // namespace synoptic
