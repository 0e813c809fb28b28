// A user's terms, and what they have to be, or must not be, in the translation.
//
// Data only; formats/glossary_reader.h reads it.
#pragma once

#include <string>
#include <vector>

namespace synoptic {

struct GlossaryEntry {
  std::string original;                   // empty: `forbidden` is so in every clause
  std::vector<std::string> translations;  // any of them will do
  std::vector<std::string> forbidden;     // none of them may render it
};

struct Glossary {
  std::vector<GlossaryEntry> entries;  // each original once
};

}  // namespace synoptic
