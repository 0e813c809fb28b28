// The entries of a zip archive (DOCX, ODT), read in memory.  For files from anywhere: hostile ones
// are refused.
//
// Refused are archives with more than kMostZipEntries entries, names that lead out of the archive
// ("../x", "/x"), and of the entries that are asked for: encrypted ones, ones larger than
// kMostEntryBytes or packed more tightly than text ever is, ones whose size or checksum is not what
// the archive says, and damaged ones.  What is not asked for is not unpacked.
// Errors: Error with the file, the entry and what to do.  Threads: one archive, one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace synoptic {

inline constexpr int64_t kMostZipEntries = 20000;
inline constexpr uint64_t kMostEntryBytes = 48ull << 20;
// Deflate reaches 1000; documents, however much they repeat, stay below this once they are large.
inline constexpr uint64_t kMostZipRatio = 400;
inline constexpr uint64_t kLeastRatioBytes = 8ull << 20;  // smaller entries may be packed at will

// Whether the bytes begin as an archive does.
bool looks_like_zip(std::string_view bytes);

// Whether they also hold an entry of a name that begins with `name`; false for a damaged directory
// that does not name it any more.
bool zip_names(std::string_view bytes, std::string_view name);

class ZipArchive {
 public:
  // `bytes` outlive the archive; `file` is for messages.
  ZipArchive(std::string_view bytes, std::string file);

  // The whole entry, none where there is no such name.
  std::optional<std::string> read(const std::string& name) const;

  // Of its files, in the order of the archive; folders are left out.
  std::vector<std::string> names() const;

  // Throws Error where these entries are encrypted, packed too tightly, or larger than `most` in
  // all, by what the archive says of them.
  void require_total(const std::vector<std::string>& names, uint64_t most) const;

  const std::string& file() const { return file_; }

 private:
  struct Close {
    void operator()(struct zip* archive) const;
  };

  std::string file_;
  std::unique_ptr<struct zip, Close> archive_;
};

}  // namespace synoptic
