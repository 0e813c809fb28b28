// Aligned texts of a folder, as lessons for a lexicon.
#pragma once

#include <string>
#include <vector>

#include "cli/stored_lexicon.h"

namespace synoptic {

struct Training {
  std::vector<Lesson> lessons;
  std::size_t documents = 0;
};

// The texts of two languages that a folder holds, lower folders not: NAME.src with NAME.tgt and
// NAME.LANG.txt with NAME.LANG.txt, one sentence a line, which are aligned together in the light of
// what the store knows; and .tmx files, whose segments are paired already.  NAME.src is in the
// first of `languages`.
// Throws Error for a folder or file that can't be read, and where there are none.
Training read_training(const std::string& folder, const LanguagePair& languages, Store& store);

}  // namespace synoptic
