// A zip archive of files, read as a folder of files is.
//
// Taken are the files of the archive, or of the one folder that holds all of them, whose contents
// are of a format that is read; plain text only under the ending .txt or .text.  Hidden files, a
// README and what lies deeper are left out.  Nothing is written to disk.  Beside what
// formats/zip_archive.h refuses, archives in archives are, and more than kMostFolderBytes in all.
// Errors: Error with the archive, the file in it and what to do.  Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

inline constexpr uint64_t kMostFolderBytes = 64ull << 20;  // unpacked

struct ArchivedFile {
  std::string name;  // behind that of the archive: "act.zip/fr.html"
  std::string bytes;
};

// A zip that is no document of an office program, a book or the like.
bool is_zip_folder(std::string_view bytes);

// Sorted by name; never empty.
std::vector<ArchivedFile> files_in_zip(std::string_view bytes, const std::string& archive);

}  // namespace synoptic
