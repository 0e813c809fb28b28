#include "formats/paired_readers.h"

#include <algorithm>
#include <array>

#include "formats/bilingual_table.h"
#include "formats/readers.h"
#include "formats/table_text.h"
#include "formats/tmx_pairs.h"
#include "formats/xliff_reader.h"
#include "formats/xlsx_reader.h"

namespace synoptic {

namespace {

// Without reading all of it.
bool may_hold_table(const Reader& reader, std::string_view bytes) {
  if (reader.name == "docx" || reader.name == "odt") return true;
  return reader.name == "html" && (bytes.find("<table") != std::string_view::npos ||
                                   bytes.find("<TABLE") != std::string_view::npos);
}

}  // namespace

std::span<const PairedReader> paired_readers() {
  using Options = const ReadOptions&;
  static const std::array readers = {
      PairedReader{"xlsx", "workbook with a column a language (Excel)", looks_like_xlsx,
                   [](auto bytes, auto& file, Options) { return read_xlsx_pairs(bytes, file); }},
      PairedReader{"tmx", "translation memory (TMX 1.1 to 1.4b)", looks_like_tmx,
                   [](auto bytes, auto& file, Options) { return read_tmx_pairs(bytes, file); }},
      PairedReader{"xliff", "bilingual file (XLIFF 1.2, 2.0 and 2.1)", looks_like_xliff,
                   [](auto bytes, auto& file, Options) { return read_xliff_pairs(bytes, file); }},
      PairedReader{"table", "table with a column a language (CSV, TSV)", looks_like_table,
                   read_table_pairs},
  };
  return readers;
}

std::optional<PairedText> read_pairs(std::string_view bytes, const std::string& file,
                                     const ReadOptions& options) {
  if (const PairedReader* reader = paired_reader_of(bytes)) {
    return reader->read(bytes, file, options);
  }
  const Reader& reader = reader_of(bytes);
  if (!may_hold_table(reader, bytes)) return std::nullopt;
  return bilingual_table(reader.read(bytes, file, options));
}

const PairedReader* paired_reader_of(std::string_view bytes) {
  const auto readers = paired_readers();
  const auto found = std::find_if(readers.begin(), readers.end(), [&](const PairedReader& reader) {
    return reader.recognises(bytes);
  });
  return found == readers.end() ? nullptr : &*found;
}

}  // namespace synoptic
