// Dates in running text: "8 and 9 October 2004", "2004年10月8日", "08.10.2004".
#pragma once

#include <string_view>
#include <vector>

#include "text/digits.h"
#include "text/folded_text.h"
#include "text/quantities.h"

namespace synoptic {

// The dates of `text`, in order; `numerals` are its numbers, in order; those in words are no
// part of a date.
//
// Method: a name of a month with figures beside it, day first, month first or year first, with the
// short words that stand between them in the languages ("de", "r.", "ngày"); figures with year,
// month and day signs (年月日, 년월일); three figures with one sign between them.  A month or a day
// alone is no date.  Years are made Gregorian (Buddhist ones in Thai, Japanese eras, 民國).
// Threads: safe.
std::vector<Date> find_dates(const FoldedText& text, const std::vector<Figure>& numerals,
                             std::string_view language);

}  // namespace synoptic
