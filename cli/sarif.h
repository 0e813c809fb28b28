// Findings as SARIF 2.1.0 (OASIS, 2020), which code-hosting sites show on the lines of the texts.
//
// One run for all translations.  A result stands in the translation: on the words that are marked,
// else on the clause, else where the clause would follow; the original's place and further marks
// are its related locations.  Dismissed findings are there with a suppression.  URIs are relative
// to where the program runs, for files beneath it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/pipeline.h"
#include "cli/source_map.h"

namespace synoptic {

class SarifLog {
 public:
  SarifLog();
  ~SarifLog();

  void add(const Comparison& comparison, const SourceMap& original, const SourceMap& translation);

  // The log so far, one object with a final newline.
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

// A file name as a URI reference: relative to `folder` where it lies beneath it.
// Example: "a b.txt" -> "a%20b.txt", "/x/y.txt" under "/x" -> "y.txt", else "file:///x/y.txt".
std::string file_uri(const std::string& file, const std::string& folder);

}  // namespace synoptic
