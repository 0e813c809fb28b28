// The clauses of a document as an indented list, a line a clause.
//
//     en.txt: 39 clauses in en, UTF-8
//      1  title         The Port Cities Declaration
//     42  7             7. │ In view of this, we call on
//     44    7.1         7.1. │ Education
//     45      7.1.•1    [item] o │ Sharing what is known…
//
// In front the line of the source, then the path, indented by depth; the kind where it is neither
// title nor paragraph; the label as printed, and the beginning of the text, cut to the width.
// Errors: none.  Threads: pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"
#include "cli/table.h"

namespace synoptic {

// Lays out the lines of one document.  `document` outlives it.
class OutlineTree {
 public:
  OutlineTree(const Document& document, const TableStyle& style);

  // "en.txt: 39 clauses in en, UTF-8"; lines end with a line feed.
  std::string heading() const;
  std::string line(UnitId unit) const;
  // Words about what stands above, set in by `steps` under the paths, dim and wrapped.
  std::string remark(std::string_view words, std::size_t steps = 0) const;

 private:
  std::string shown(UnitId unit, std::size_t columns) const;

  const Document& document_;
  const TableStyle& style_;
  std::vector<std::size_t> depths_;  // one a unit
  std::size_t number_columns_ = 0;
  std::size_t path_columns_ = 0;
};

}  // namespace synoptic
