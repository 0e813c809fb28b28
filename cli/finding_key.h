// By what a finding is known again in a later run: the texts of its clauses, and the words it
// marks.
//
// Neither line numbers nor the numbers of clauses are part of it, so that a finding keeps its key
// when something is put in before it.  Where the text of one of its clauses changes, on either
// side, it has another key.  A finding that names no clause is about both texts as they are.
// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "cli/pipeline.h"

namespace synoptic {

// The clauses that a finding is about, with those paired with them; ascending.
struct FindingClauses {
  std::vector<UnitId> original;
  std::vector<UnitId> translation;

  friend bool operator==(const FindingClauses&, const FindingClauses&) = default;
};

FindingClauses clauses_of(const Comparison& comparison, const Finding& finding);

// 16 hexadecimal digits over the words that the finding marks.
std::string marks_key(const Comparison& comparison, const Finding& finding);

// 16 hexadecimal digits over the texts of its clauses and the words that it marks.  Not over the
// check: two checks may say the same of the same words.
std::string finding_key(const Comparison& comparison, const Finding& finding);

// 16 hexadecimal digits over `parts`; where a part ends counts.
std::string key_of(const std::vector<std::string_view>& parts);

// How a reader names the clause: the path of its first clause, in the original where it has one;
// kWholeText for a finding that names none.
std::string clause_name(const Comparison& comparison, const Finding& finding);

inline constexpr std::string_view kWholeText = "-";

// True where `path` is a clause that the finding names, on either side, or kWholeText and it names
// none.
bool is_at(const Comparison& comparison, const Finding& finding, std::string_view path);

}  // namespace synoptic
