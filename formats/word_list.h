// Word lists a line an entry: two columns with a count, and hunalign's .dic.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lessons.h"

namespace synoptic {

// An entry as it is written, a word or several; count 0 where none is stated.
struct WordListEntry {
  Lesson words;
  float count = 0;
};

// "Vertrag TAB contrat" or "Vertrag TAB contrat TAB 12"; the words of the original first.  Blank
// lines and those that begin with "# " are passed over.  Throws Error with the line for any other.
std::vector<WordListEntry> read_columns(std::string_view text, const std::string& file);
std::string to_columns(std::span<const LexiconEntry> entries);

// "contrat @ Vertrag": the words of the translation first.
std::vector<WordListEntry> read_dic(std::string_view text, const std::string& file);
std::string to_dic(std::span<const LexiconEntry> entries);

}  // namespace synoptic
