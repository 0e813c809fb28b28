// What `synoptic align` is asked to pair: two files, or the lines of a list of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/plain_text.h"
#include "formats/sentence_lines.h"

namespace synoptic {

struct AlignmentJob {
  SentenceText original;
  SentenceText translation;
  std::string output;  // empty: the standard output
};

// Tags as stated or found; a store's lexicon has its own pairs (align/lessons.h).
struct SideLanguages {
  std::string original;  // BCP 47; empty: not known
  std::string translation;
  friend bool operator==(const SideLanguages&, const SideLanguages&) = default;
  friend auto operator<=>(const SideLanguages&, const SideLanguages&) = default;
};

// "de,fr".  Throws Error for anything but two language tags with a comma between.
SideLanguages parse_languages(const std::string& argument);

// Two files, of which one may be "-", the standard input; `fr=FILE` states a language and goes
// before `stated`.  Tells on stderr what could not be read as it stood.
AlignmentJob read_job(const std::vector<std::string>& files, const SideLanguages& stated,
                      const ReadOptions& options);

// The documents of a list: a line is SRC, TGT and OUTPUT with tabs between; empty lines are passed
// over.  Throws Error with the number of the line: a field that is missing or too many, an output
// that an earlier line has, a file that can't be read.
std::vector<AlignmentJob> read_batch(const std::string& list, const SideLanguages& stated,
                                     const ReadOptions& options);

// Languages that nobody stated, from the text and the name of the file.  A document of a list that
// is too short to tell is in the language that most text of that side is in.
void identify_languages(std::vector<AlignmentJob>& jobs);

}  // namespace synoptic
