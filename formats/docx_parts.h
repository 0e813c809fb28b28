// Which parts of a Word document hold what: its relationships say so, Office does not always use
// the same names.  Errors: Error for a document without a main part.  Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "formats/zip_archive.h"

namespace synoptic {

// Names of entries; empty where there is none.
struct DocxParts {
  std::string document;
  std::string styles;
  std::string numbering;
  std::string footnotes;
  std::string endnotes;
  std::string settings;
};

DocxParts find_docx_parts(const ZipArchive& archive);

// The value of a property that is on where it stands alone: <w:vanish/>, <w:vanish w:val="0"/>.
bool is_on(std::string_view value);

}  // namespace synoptic
