#include "align/segmenter.h"

#include "text/characters.h"
#include "text/sentences.h"

namespace synoptic {

void segment(Document& document, const Convention& convention) {
  static const std::vector<std::string> kNoAbbreviations;
  const auto found = convention.words.find("abbreviation");
  const auto& abbreviations = found == convention.words.end() ? kNoAbbreviations : found->second;
  document.segments.clear();
  document.first_segment.clear();
  for (UnitId id = 0; id < document.units.size(); ++id) {
    document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
    const Span unit = document.units[id].text;
    uint32_t begin = unit.begin;
    for (const std::size_t end :
         sentence_ends(slice(document.text, unit), document.language, abbreviations)) {
      const uint32_t stop = unit.begin + static_cast<uint32_t>(end);
      const std::string_view piece = trim(slice(document.text, {begin, stop}));
      const auto at = static_cast<uint32_t>(piece.data() - document.text.data());
      if (!piece.empty()) {
        document.segments.push_back({{at, at + static_cast<uint32_t>(piece.size())}, id});
      }
      begin = stop;
    }
  }
  document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
}

}  // namespace synoptic
