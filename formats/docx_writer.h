// A review sheet as a document for word processors: Office Open XML (ISO/IEC 29500, transitional).
//
// One table in landscape, a column a language, its head on every page; clauses that one translation
// merges share its cell; columns and clauses run in their own direction.  A finding is a comment on
// its words in the translation, else on those of the original, else on the cell it is about; its
// words, unless they are the whole clause, are shaded on both sides.  A finding of no clause stands
// above the table. The same sheet gives the same bytes.  Errors: formats/zip_writer.h.  Threads:
// pure.
#pragma once

#include <string>

#include "formats/review_sheet.h"

namespace synoptic {

std::string to_docx(const ReviewSheet& sheet);

}  // namespace synoptic
