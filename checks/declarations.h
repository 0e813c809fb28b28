// The checks, one a file; checks/all_checks.cc puts them in order.
#pragma once

#include "checks/check.h"

namespace synoptic {

extern const Check kMissingClause;
extern const Check kExtraClause;
extern const Check kMovedClause;
extern const Check kDisplacedText;
extern const Check kMergedClauses;
extern const Check kSplitClause;
extern const Check kDuplicateClause;
extern const Check kNumberingMismatch;
extern const Check kNumberingSequence;
extern const Check kItemCount;
extern const Check kHeadingCount;
extern const Check kNoteCount;
extern const Check kTruncated;
extern const Check kMissingText;
extern const Check kExtraText;
extern const Check kUntranslated;
extern const Check kWrongLanguage;
extern const Check kLength;
extern const Check kReference;
extern const Check kDanglingReference;
extern const Check kCitation;
extern const Check kUrl;
extern const Check kNumber;
extern const Check kDate;
extern const Check kAmount;
extern const Check kName;
extern const Check kAcronym;
extern const Check kTerm;
extern const Check kForbiddenTerm;
extern const Check kModality;
extern const Check kNegation;
extern const Check kInconsistentTranslation;
extern const Check kInconsistentTerm;
extern const Check kInconsistentSource;
extern const Check kStale;
extern const Check kEncodingDamage;
extern const Check kControlCharacter;
extern const Check kScriptMix;
extern const Check kRepeatedWord;
extern const Check kBracket;
extern const Check kQuotation;
extern const Check kEndPunctuation;
extern const Check kSpacing;

}  // namespace synoptic
