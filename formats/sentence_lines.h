// A text of which every physical line is a sentence: what sentence aligners read.
//
// Nothing is taken out: an empty line is a sentence without words, so that the number of a line is
// the number of its sentence.  Lines end at \n or \r\n (as `wc -l` and the gold standards count
// them); at \r in a text that has no \n.  A last line without an end counts, nothing behind the
// last end does not.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"
#include "formats/plain_text.h"

namespace synoptic {

struct SentenceText {
  std::string file;
  std::string encoding;
  std::string language;     // as stated; empty: not stated
  std::string text;         // UTF-8, NFC
  std::vector<Span> lines;  // of `text`, without their ends
  std::vector<Replacement> replacements;

  // Views of `text`, good while this object stands where it is.
  std::vector<std::string_view> sentences() const;

  // Those of these numbers as one text, joined as their script does.
  std::string joined(std::span<const uint32_t> numbers) const;
};

// `name` is for messages.  An empty text has no sentence.  Throws Error (formats/plain_text.h):
// binary input, an encoding that does not exist.
SentenceText read_sentence_lines(std::string_view bytes, const std::string& name,
                                 const ReadOptions& options);

}  // namespace synoptic
