// Findings that reviewers dismissed: known again, set apart, and newly dismissed.
//
// A dismissal holds as long as the texts of the finding's clauses, on both sides, and the words
// that it marks stay as they were (cli/finding_key.h).  Decisions live in the store or in a file
// beside the texts (formats/decision_file.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/pipeline.h"
#include "formats/decision_file.h"
#include "storage/store.h"

namespace synoptic {

struct Dismissal {
  std::string reason;
  std::string author;
  std::string date;  // ISO 8601
};

// Moves the findings that `decisions` dismiss from `findings` to `dismissed`.
void take_dismissed(Comparison& comparison, const std::vector<Decision>& decisions);
void take_dismissed(Comparison& comparison, const std::vector<DecisionLine>& decisions);

// What the store or a file is told to dismiss the finding.
Decision decision_of(const Comparison& comparison, const Finding& finding,
                     const Dismissal& dismissal);
DecisionLine line_of(const Comparison& comparison, const Finding& finding,
                     const Dismissal& dismissal);

// The findings of the check at the clause; `path` as is_at() takes it.
std::vector<const Finding*> findings_at(const Comparison& comparison, std::string_view check,
                                        std::string_view path);

// Throw Error where there is no such check, or nothing is said.
void require_check(const std::string& check);
void require_reason(const std::string& reason);

// The file `stated`; else the first kDecisionFile in `folders`; else the one that would be in the
// first of them.
std::string decision_file_path(const std::string& stated, const std::vector<std::string>& folders);

// The decisions of the file; none where it does not exist and was not stated.
std::vector<DecisionLine> read_decision_file(const std::string& path, bool stated);

// Puts `lines` behind what the file holds; makes the file where there is none.
void append_to_decision_file(const std::string& path, const std::vector<DecisionLine>& lines);

}  // namespace synoptic
