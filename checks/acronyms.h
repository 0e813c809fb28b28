// Acronyms of running text: ASEM, EU, R.S.C., CO2, "NGOs", "l'OMC", "iSABC".
//
// An acronym is a run of two or more capitals, perhaps with digits behind them, perhaps with an
// ending or a prefix in small letters.  Where a text shouts, nothing is: words of a heading in
// capitals, three of them in a row, a word that the document also writes in small letters, Roman
// numerals.
// Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"

namespace synoptic {

struct Acronym {
  UnitId unit = kNoUnit;
  Span span;        // of the capitals, in Document::text
  std::string key;  // folded, without stops: "rsc" for "R.S.C."
};

// In document order, so that those of a unit stand together.
// Example: "the EU, NGOs and Annex II" gives "eu" and "ngo".
std::vector<Acronym> find_acronyms(const Document& document);

// Whether of two keys one has a letter replaced, left out or put in, or two neighbours swapped.
bool one_letter_apart(std::string_view a, std::string_view b);

}  // namespace synoptic
