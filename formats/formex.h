// Formex 4 (Publications Office of the European Union): acts, annexes and the other texts of the
// Official Journal.
//
// Numbers (NO.P, NO.PARAG, TI.ART ...) stand in front of what they number; an item of a list
// without one gets the dash or number that the list counts.  Notes follow the paragraph that calls
// them; bibliographic data are left out.  The alias of a paragraph is the IDENTIFIER of the article
// or paragraph around it.  A file that only describes a publication (DOC, PUBLICATION) is refused,
// with the files that it names.
// Threads: pure.
#pragma once

#include <string>
#include <string_view>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

bool is_formex(std::string_view bytes);

// Throws Error for XML that is malformed or refused (formats/xml_reader.h) or holds no text.
Text read_formex(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
