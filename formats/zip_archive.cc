#include "formats/zip_archive.h"

#include <zip.h>

#include <algorithm>

#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kDamaged = "save it again from the program that wrote it";

using EntryFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\')) return true;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

// An entry that is named `name` and that may be unpacked.
void require_harmless(const zip_stat_t& entry, const std::string& file, const std::string& name) {
  constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if ((entry.valid & kNeeded) != kNeeded) {
    throw Error({file, name, "its size is not said", std::string(kDamaged)});
  }
  if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) && entry.encryption_method != ZIP_EM_NONE) {
    throw Error({file, name, "it is encrypted", "save the document without a password"});
  }
  const bool bomb = entry.size > kLeastRatioBytes &&
                    entry.size / std::max<uint64_t>(entry.comp_size, 1) > kMostZipRatio;
  if (entry.size <= kMostEntryBytes && !bomb) return;
  throw Error({file, name,
               "it would unpack to " + std::to_string(entry.size) + " bytes from " +
                   std::to_string(entry.comp_size) + ", more than a text needs",
               "split the document into parts of at most " + std::to_string(kMostEntryBytes) +
                   " bytes unpacked"});
}

}  // namespace

bool looks_like_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

bool zip_names(std::string_view bytes, std::string_view name) {
  // Names stand unpacked in front of each entry and in the directory, 26 and 42 bytes behind a
  // signature.
  constexpr std::string_view kSignatures[] = {"PK\x03\x04", "PK\x01\x02"};
  constexpr std::size_t kNameOffsets[] = {30, 46};
  for (std::size_t at = bytes.find(name); at < bytes.size(); at = bytes.find(name, at + 1)) {
    for (std::size_t i = 0; i < 2; ++i) {
      const std::size_t before = kNameOffsets[i];
      if (at >= before && bytes.substr(at - before).starts_with(kSignatures[i])) return true;
    }
  }
  return false;
}

void ZipArchive::Close::operator()(struct zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(std::string_view bytes, std::string file) : file_(std::move(file)) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive_ == nullptr) {
    const std::string why = zip_error_strerror(&error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    throw Error({file_, "", "its zip archive is damaged: " + why, std::string(kDamaged)});
  }
  zip_error_fini(&error);
  const zip_int64_t entries = zip_get_num_entries(archive_.get(), 0);
  if (entries > kMostZipEntries) {
    throw Error({file_, "",
                 "its zip archive has " + std::to_string(entries) + " entries, more than " +
                     std::to_string(kMostZipEntries),
                 std::string(kDamaged)});
  }
  for (zip_int64_t i = 0; i < entries; ++i) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name == nullptr || !leads_out(name)) continue;
    throw Error({file_, name, "the name leads out of the archive", std::string(kDamaged)});
  }
}

std::vector<std::string> ZipArchive::names() const {
  std::vector<std::string> names;
  const zip_int64_t entries = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < entries; ++i) {
    const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && *name != '\0' && !std::string_view(name).ends_with('/')) {
      names.emplace_back(name);
    }
  }
  return names;
}

void ZipArchive::require_total(const std::vector<std::string>& names, uint64_t most) const {
  uint64_t total = 0;
  for (const std::string& name : names) {
    zip_stat_t entry;
    zip_stat_init(&entry);
    if (zip_stat(archive_.get(), name.c_str(), 0, &entry) != 0) continue;
    require_harmless(entry, file_, name);
    total += entry.size;
    if (total <= most) continue;
    throw Error({file_, "",
                 "its files would unpack to more than " + std::to_string(most) + " bytes",
                 "unpack it and import the files in parts"});
  }
}

std::optional<std::string> ZipArchive::read(const std::string& name) const {
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::nullopt;
  zip_stat_t entry;
  zip_stat_init(&entry);
  zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &entry);
  require_harmless(entry, file_, name);
  const auto damaged = [&](const std::string& why) {
    return Error({file_, name, "it cannot be unpacked: " + why, std::string(kDamaged)});
  };
  const EntryFile opened(zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0),
                         &zip_fclose);
  if (opened == nullptr) throw damaged(zip_strerror(archive_.get()));
  // One byte more than is said shows an entry that goes on, and has the checksum tested.
  std::string bytes(static_cast<std::size_t>(entry.size) + 1, '\0');
  std::size_t read = 0;
  while (read < bytes.size()) {
    const zip_int64_t got = zip_fread(opened.get(), bytes.data() + read, bytes.size() - read);
    if (got < 0) throw damaged(zip_file_strerror(opened.get()));
    if (got == 0) break;
    read += static_cast<std::size_t>(got);
  }
  if (read != entry.size) throw damaged("its size is not what the archive says");
  bytes.resize(read);
  return bytes;
}

}  // namespace synoptic
