// A search with what stands beside each sentence found in the other languages.
#pragma once

#include <string>
#include <vector>

#include "storage/store.h"

namespace synoptic {

struct Concordance {
  struct Side {
    std::string language;
    std::string text;  // one or more sentences
  };
  std::string work;
  std::string path;         // of the clause, in the language of the sentence found
  std::vector<Side> sides;  // the sentence found first, then the original, then by language
};

// A sentence and its counterpart that both match are one entry.
std::vector<Concordance> concordance(Store& store, const SearchQuery& query);

}  // namespace synoptic
