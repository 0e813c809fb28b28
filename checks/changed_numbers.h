// Which numbers of one side of a clause became which of the other.
//
// A number that nothing on the other side says, and one there that nothing here says, are a change
// where the one may stand in the place of the other: forms that can be read on both sides, units
// that do not differ, and for words that are articles and pronouns as well, like places.
// Threads: pure.
#pragma once

#include <vector>

#include "checks/lone_numbers.h"
#include "checks/quantity_facts.h"

namespace synoptic {

using NumberClaims = std::vector<NumberClaim>;

// Numbers of one side that none of the other side is left for.
struct OpenNumbers {
  NumberClaims unsaid;   // not on the other side at all, each value once
  NumberClaims surplus;  // there, but less often
};

// Leaves in `unsaid` of both only the numbers that one of the other may have replaced, if there are
// any, and returns true; else leaves them as they are.
bool keep_changed(const LinkQuantities& link, const LoneNumbers& lone, OpenNumbers& missing,
                  OpenNumbers& extra);

// Takes from the `extra` words those that may say one of `missing` in another way: "fifteen days"
// are "two weeks".
void drop_synonyms(const LinkQuantities& link, const NumberClaims& missing, NumberClaims& extra);

}  // namespace synoptic
