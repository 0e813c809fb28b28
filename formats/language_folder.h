// A user's own language data (--language-data DIR), laid out as languages/ is: DIR/fr/words.tsv.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "align/language_data.h"

namespace synoptic {

// Of the tables compiled in, those that all languages share (languages/und).
std::vector<LanguageTable> shared_language_tables();

// The tables of a folder over those compiled in, or over `base`: a file replaces the table of the
// same language and name, and adds it where there is none.  Owns what it read; the tables live as
// long as it does.
// Errors: a folder or file that can't be read, or a folder without a table, throws Error; a
// malformed row does when its language is loaded.
// Example: LanguageFolder data("mine"); load_convention("fr", data.tables());
class LanguageFolder {
 public:
  explicit LanguageFolder(const std::string& folder,
                          std::span<const LanguageTable> base = language_tables());
  LanguageFolder(LanguageFolder&&) = default;
  LanguageFolder& operator=(LanguageFolder&&) = default;

  std::span<const LanguageTable> tables() const { return tables_; }

 private:
  void add(const std::string& language, const std::string& name, std::string contents);

  std::deque<std::string> owned_;  // its elements never move
  std::vector<LanguageTable> tables_;
};

}  // namespace synoptic
