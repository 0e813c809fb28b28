// Dismissed findings in a file that is kept with the texts, under version control.
//
// One decision a line, seven fields with tabs between, in UTF-8:
//
//     # language  check  clause  key  date  author  reason
//     fr	number	7.1	0f3a91c2b7d64e58	2026-11-24	A. Reviser	the figure
//     is in the annex
//
// The key alone says what is dismissed (cli/finding_key.h); language and clause are for readers.
// Empty lines and lines that begin with # are passed over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

inline constexpr std::string_view kDecisionFile = "synoptic-decisions.tsv";

struct DecisionLine {
  std::string language;  // of the translation
  std::string check;
  std::string clause;  // path, as it was
  std::string key;
  std::string date;
  std::string author;  // may be empty
  std::string reason;
  uint32_t line = 0;  // 1-based
};

// Throws Error with `name` and the line for one that has too few or too many fields, or no reason.
std::vector<DecisionLine> parse_decisions(std::string_view text, const std::string& name);

// The line with its line feed; tabs and line feeds in a field become spaces.
std::string decision_line(const DecisionLine& decision);

// What a new file begins with.
std::string_view decision_file_head();

}  // namespace synoptic
