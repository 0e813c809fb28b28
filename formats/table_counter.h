// Counts tables, rows and cells as a reader meets them.  Threads: a value.
#pragma once

#include <cstdint>

#include "align/document.h"

namespace synoptic {

class TableCounter {
 public:
  void begin_table() {
    if (depth_++ > 0) return;
    ++table_;
    row_ = 0;
  }
  void end_table() { depth_ -= depth_ > 0 ? 1 : 0; }
  void begin_row() {
    if (depth_ != 1) return;
    ++row_;
    column_ = 0;
    span_ = 1;
  }
  // `columns`: how many it spans.
  void begin_cell(uint32_t columns) {
    if (depth_ != 1) return;
    column_ += span_;
    span_ = columns;
  }

  // Of what stands here.
  TablePlace place() const {
    return depth_ == 0 || row_ == 0 || column_ == 0 ? TablePlace()
                                                    : TablePlace{table_, row_, column_};
  }

 private:
  uint32_t depth_ = 0;
  uint32_t table_ = 0;
  uint32_t row_ = 0;
  uint32_t column_ = 0;
  uint32_t span_ = 1;  // columns of the cell
};

}  // namespace synoptic
