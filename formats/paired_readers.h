// The formats that hold a text in several languages with its pairs, and which of them some bytes
// are in.
//
// Told by contents, as those of one language are (formats/readers.h), which are asked where none of
// these takes the bytes.  Threads: pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "formats/paired_text.h"
#include "formats/plain_text.h"

namespace synoptic {

struct PairedReader {
  std::string_view name;                       // "tmx"
  std::string_view title;                      // "translation memory (TMX)"
  bool (*recognises)(std::string_view bytes);  // never throws
  // `options.language` is not used.  Throws Error that names file, place and remedy.
  PairedText (*read)(std::string_view bytes, const std::string& file, const ReadOptions& options);
};

// In the order in which they are asked.
std::span<const PairedReader> paired_readers();

// The pairs of the file; none where no reader takes the bytes and they are no document that is a
// table with a column a language (formats/bilingual_table.h).
std::optional<PairedText> read_pairs(std::string_view bytes, const std::string& file,
                                     const ReadOptions& options);

// Null where no reader takes the bytes.
const PairedReader* paired_reader_of(std::string_view bytes);

}  // namespace synoptic
