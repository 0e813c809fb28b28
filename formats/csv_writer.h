// A table of rows in n languages as comma-separated values (RFC 4180) or with tabs, UTF-8.
#pragma once

#include <string>

#include "formats/parallel_text.h"

namespace synoptic {

// The first line names the columns: "path", then the languages.  Lines end in CR LF; a field with a
// delimiter, a quotation mark or a line end is quoted.
std::string to_csv(const ParallelText& parallel, char delimiter = ',');

}  // namespace synoptic
