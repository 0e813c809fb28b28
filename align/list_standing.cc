#include "align/list_standing.h"

namespace synoptic {

namespace {

constexpr double kOtherNesting = 2.5;
constexpr double kOtherIndent = 0.5;
constexpr int kOneIndent = 2;  // columns; numbers set to the right differ by one

Standing compare(int line, int list, int tolerance) {
  if (line >= list + tolerance) return Standing::kInside;
  return line + tolerance <= list ? Standing::kOutside : Standing::kBeside;
}

}  // namespace

bool nesting_is_known(const LineChoice& line, const List& list) {
  return line.nesting > 0 && list.nesting > 0;
}

Standing standing_of(const LineChoice& line, const List& list) {
  return nesting_is_known(line, list) ? compare(line.nesting, list.nesting, 1)
                                      : compare(line.indent, list.indent, kOneIndent);
}

double standing_cost(const LineChoice& line, const List& list) {
  if (standing_of(line, list) == Standing::kBeside) return 0;
  return nesting_is_known(line, list) ? kOtherNesting : kOtherIndent;
}

}  // namespace synoptic
