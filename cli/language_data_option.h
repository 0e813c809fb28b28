// Which rows of languages/ a run uses: those compiled in, a user's own over them, or none.
//
// --language-data DIR puts the tables of a folder over those compiled in; --no-language-data leaves
// of these what all languages share (languages/und), with DIR or without.  Where neither is given,
// $SYNOPTIC_LANGUAGE_DATA says it: "none", or a folder.  What ICU knows of a language (sentence
// ends, number words, names of months) is no row of languages/ and stays.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "align/language_data.h"
#include "formats/language_folder.h"

namespace CLI {
class App;
}

namespace synoptic {

struct LanguageDataOptions {
  std::string folder;  // empty: none given
  bool none = false;
};

// Declares --language-data and --no-language-data.
void add_language_data_options(CLI::App& app, LanguageDataOptions& options);

// The tables asked for.  They live as long as it does.
class LanguageData {
 public:
  // Throws Error where the folder can't be read.
  explicit LanguageData(LanguageDataOptions options = {});

  std::span<const LanguageTable> tables() const;

 private:
  std::vector<LanguageTable> built_in_;
  std::optional<LanguageFolder> folder_;
};

}  // namespace synoptic
