// The first sheet of a workbook (Office Open XML) as a table with a column a language.
#pragma once

#include <string>
#include <string_view>

#include "formats/paired_text.h"

namespace synoptic {

bool looks_like_xlsx(std::string_view bytes);

// As paired_table() of formats/table_text.h reads the rows of the first visible sheet; texts are
// taken without their formats, phonetic guides left out, formulas by the value that is stored.
// Throws Error for an archive that is damaged or refused (formats/zip_archive.h), XML likewise.
PairedText read_xlsx_pairs(std::string_view bytes, const std::string& file);

}  // namespace synoptic
