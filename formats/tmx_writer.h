// Rows in n languages as a translation memory: TMX 1.4b (LISA OSCAR, 2005), UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "formats/parallel_text.h"

namespace synoptic {

// One <tu> a row with the texts of all languages that have one; the path and the work as <prop>,
// and in the <tuv> of a language its label, the cost of its pair and what should be looked at.  A
// row with a text in fewer than two languages translates nothing and is left out unless it is asked
// for.  Characters that XML 1.0 has no way to write, and bytes that are no UTF-8, become U+FFFD.
// `size` says what a row holds, `version` which synoptic writes.
std::string to_tmx(const ParallelText& parallel, RowSize size, std::string_view version,
                   HalfEmpty half_empty = HalfEmpty::kLeftOut);

// Text between tags or quotation marks of XML.
std::string escape_xml(std::string_view utf8);

}  // namespace synoptic
