// What a reader could not read as it stood, told on stderr: the text is kept, the reader of the
// results must know.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "align/document.h"

namespace synoptic {

// One line for the document, none where every character could be read.
// Example: "synoptic: fr.txt: line 9: a character is not UTF-8 and read as U+FFFD; mend the file,
// or state its encoding with --encoding"
void warn_of_replacements(const Document& document, std::ostream& stream);

// The same of what is read otherwise.  `encoding` is the file's.
struct ReadFile {
  const std::string& file;
  const std::string& encoding;
  const std::vector<Replacement>& replacements;
};
void warn_of_replacements(const ReadFile& read, std::ostream& stream);

}  // namespace synoptic
