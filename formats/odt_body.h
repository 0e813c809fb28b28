// The paragraphs of an OpenDocument text.
//
// Method: one pass over the tags, as formats/docx_body.h.  Deleted text stands in front of the
// document; where changes are rejected it is put back at its place, and what was inserted is passed
// over, the ends of paragraphs too.  Time: linear.  Threads: pure.
#pragma once

#include <string_view>
#include <vector>

#include "formats/odt_styles.h"
#include "formats/paragraph_text.h"

namespace synoptic {

std::vector<Paragraph> read_odt_body(std::string_view xml, const XmlSource& source,
                                     const OdtStyles& styles, const ReadOptions& options);

}  // namespace synoptic
