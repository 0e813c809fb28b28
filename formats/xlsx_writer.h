// Rows in n languages as a workbook (Office Open XML).
#pragma once

#include <string>

#include "formats/parallel_text.h"

namespace synoptic {

// The first sheet has a row a row: the path, a column a language, what was found in words.  Its
// head stays in place, its columns can be filtered, cells with a finding are coloured by the
// severity and carry it as a comment, cells of a language that is written from right to left are
// set so. The second sheet lists the findings. Throws Error where a cell would hold more than a
// cell can (32,767 characters), or there are more rows than a sheet has.
std::string to_xlsx(const ParallelText& parallel);

}  // namespace synoptic
