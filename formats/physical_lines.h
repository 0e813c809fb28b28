// Text to physical lines: where lines and pages end, indents, blank lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

struct PhysicalLine {
  Span span;                      // without white space around; empty: a blank line
  uint32_t number = 0;            // 1-based line of the source, as editors count
  uint16_t indent = 0;            // columns before the first character
  bool form_feed_before = false;  // a form feed stands between this line and the one before

  bool blank() const { return span.empty(); }
};

// Lines end at \n, \r\n, \r, \v, U+0085, U+2028, U+2029 and at a form feed; only \n, \r\n and \r
// count for `number`.  A line that holds nothing but a form feed is no line.  A line of nothing but
// white space and format characters is blank.
// REQUIRES: valid UTF-8 of less than 2 GiB.  Errors: none.  Threads: pure.
std::vector<PhysicalLine> split_lines(std::string_view text);

}  // namespace synoptic
