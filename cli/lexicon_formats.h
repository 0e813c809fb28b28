// The formats in which lexicons are read and written: one table of them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lessons.h"
#include "formats/word_list.h"

namespace synoptic {

struct LexiconFormat {
  std::string_view name;  // also the ending of a file's name
  std::vector<WordListEntry> (*read)(std::string_view bytes, const std::string& file,
                                     const LanguagePair& languages);
  std::string (*write)(std::span<const LexiconEntry> entries, const LanguagePair& languages);
};

std::span<const LexiconFormat> lexicon_formats();

// By `name`; where that is empty, by the ending of `file`.  Throws Error where neither says it.
const LexiconFormat& lexicon_format(std::string_view name, const std::string& file);

}  // namespace synoptic
