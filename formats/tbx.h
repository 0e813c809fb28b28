// Term bases: TBX, TermBase eXchange (ISO 30042:2019, dialect TBX-Basic; that of 2008 is read too).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lessons.h"

namespace synoptic {

// One lesson for each pair of terms that a concept has in the two languages; varieties of a
// language are that language.  Both editions, in the styles DCA and DCT.
// Throws Error for XML that is malformed or refused (formats/xml_reader.h).
std::vector<Lesson> read_tbx(std::string_view bytes, const std::string& file,
                             const LanguagePair& languages);

// A concept for each entry.  TBX-Basic has no field for a count: it stands in a note.
std::string to_tbx(std::span<const LexiconEntry> entries, const LanguagePair& languages);

}  // namespace synoptic
