// Whether the lines of a text are filled to a width, so that a line's end means nothing.
//
// Method: a wrapped line is full: the word that begins the next line would not have fitted on it.
// Lines between which there is a blank line say nothing.
#pragma once

#include <string_view>
#include <vector>

#include "align/document.h"

namespace synoptic {

// Threads: pure.  Errors: none.
bool is_hard_wrapped(std::string_view text, const std::vector<Line>& lines);

}  // namespace synoptic
