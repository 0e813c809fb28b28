// Where a line stands to an open list: inside its items, beside them, or further out.
//
// By the nesting of lists where the format says it, else by the indent of the plain text, which
// says less.  Units: nats.  Threads: pure.
#pragma once

#include <cstdint>

#include "align/open_lists.h"
#include "align/outline_search.h"

namespace synoptic {

enum class Standing : int8_t { kOutside, kBeside, kInside };

bool nesting_is_known(const LineChoice& line, const List& list);

Standing standing_of(const LineChoice& line, const List& list);

// Of a line that goes on with the list.
double standing_cost(const LineChoice& line, const List& list);

}  // namespace synoptic
