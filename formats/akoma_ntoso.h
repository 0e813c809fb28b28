// Akoma Ntoso (OASIS LegalDocML 3.0 and its drafts, 2.0, national profiles): acts, bills,
// judgments, debates.
//
// Any prefix and namespace.  A num stands in front of the heading or the first paragraph that
// follows it; one of nothing but a number or a letter is printed as its element has it ("1." for an
// article, "(1)" for what is below).  Notes follow the paragraph that calls them; metadata and
// tables of contents are left out.  The alias of a paragraph is the eId (in 2.0 the id) of the
// element that its number belongs to, else of the innermost around it.
// Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

bool is_akoma_ntoso(std::string_view bytes);

// Throws Error for XML that is malformed or refused (formats/xml_reader.h) or holds no text.
Text read_akoma_ntoso(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
