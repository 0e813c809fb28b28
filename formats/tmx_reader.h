// Translation memories: the segments of two languages out of a TMX file (1.1 to 1.4b).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/lessons.h"

namespace synoptic {

// One lesson for each unit that has a segment in both languages; varieties of a language are that
// language.  Codes of formatting inside a segment are left out, the text that they mark stays.
// Throws Error for XML that is malformed or refused (formats/xml_reader.h).
std::vector<Lesson> read_tmx(std::string_view bytes, const std::string& file,
                             const LanguagePair& languages);

}  // namespace synoptic
