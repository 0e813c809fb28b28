// Where the bytes of a document stood in its source file: line and column.
//
// A document's text is joined and normalised; its places say on which line a byte stood, and the
// line itself, read anew from the file, in which column.  Where the line was changed by reading (it
// was not in NFC, a character was replaced), the column is not known, and is not guessed.
// Units: lines and columns count from 1; a column counts UTF-16 code units, as editors and SARIF
// do. Threads: pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"

namespace synoptic {

struct SourcePosition {
  uint32_t line = 1;
  uint32_t column = 0;  // 0: not known
};

struct SourceRegion {
  SourcePosition begin;
  SourcePosition end;  // behind the last character
};

class SourceMap {
 public:
  // `bytes`: the file that the document was read from.  The document outlives the map.
  SourceMap(const Document& document, std::string_view bytes);
  SourceMap(const SourceMap&) = delete;  // lines_ point into source_

  SourceRegion region(Span span) const;
  SourceRegion region(UnitId unit) const;  // label and text
  SourceRegion end_of(UnitId unit) const;  // nothing, behind its last character

 private:
  SourcePosition position(uint32_t offset) const;
  SourcePosition position_behind(Span span) const;

  const Document& document_;
  std::string source_;                   // UTF-8, not normalised
  std::vector<std::string_view> lines_;  // of source_
};

}  // namespace synoptic
