#include "formats/zip_writer.h"

#include <zip.h>

#include <memory>

#include "text/error.h"

namespace synoptic {

namespace {

constexpr zip_uint16_t kDosDate = 1 << 5 | 1;  // 1 January 1980: years from 1980, month, day
constexpr zip_uint16_t kDosTime = 0;

[[noreturn]] void fail(const char* what) {
  throw Error({"", "", std::string("the zip archive can't be made: ") + what,
               "see that there is enough memory"});
}

struct SourceRelease {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceRelease>;

struct ArchiveRelease {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, ArchiveRelease>;

void add(zip_t* archive, const ZipEntry& entry) {
  Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
  if (!source) fail(zip_strerror(archive));
  const zip_int64_t index =
      zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) fail(zip_strerror(archive));
  static_cast<void>(source.release());  // the archive has it now
  const auto at = static_cast<zip_uint64_t>(index);
  if (zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 0) != 0 ||
      zip_file_set_dostime(archive, at, kDosTime, kDosDate, 0) != 0) {
    fail(zip_strerror(archive));
  }
}

std::string contents_of(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
    fail(zip_error_strerror(zip_source_error(source)));
  }
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read < 0 || static_cast<std::size_t>(read) != bytes.size()) {
    fail(zip_error_strerror(zip_source_error(source)));
  }
  return bytes;
}

}  // namespace

std::string to_zip(const std::vector<ZipEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const Source buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) fail(zip_error_strerror(&error));
  zip_source_keep(buffer.get());  // closing the archive lets go of it once
  Archive archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(buffer.get());
    fail(zip_error_strerror(&error));
  }
  for (const ZipEntry& entry : entries) add(archive.get(), entry);
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release());
  return contents_of(buffer.get());
}

}  // namespace synoptic
