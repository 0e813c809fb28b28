// Units and currencies beside a number: "30 days", "EUR 1 000", "5 ‰", "三十日".
//
// Method: the names that ICU formats for the language, in the forms of its plural numbers, looked
// up directly behind the number (one word or a number in brackets may stand between) or, for
// currencies, directly before it.  A word that several currencies share ("dollar", "franc") means
// any of them.
// Threads: safe; the names of a language are built once (10 to 20 ms).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/folded_text.h"
#include "text/span.h"

namespace synoptic {

// Names of units, each with all that it may mean: "day", "percent", "EUR".
class UnitTable {
 public:
  void add(std::string_view name, std::string_view meaning);
  void add_folded(const std::u32string& name, std::string_view meaning);

  // The meanings of the unit named at `at`, inflected forms too; null where there is none.  `end`
  // is where it ends.
  const std::vector<std::string>* find(const FoldedText& text, std::size_t at,
                                       std::size_t& end) const;
  bool empty() const { return names_.empty(); }

 private:
  struct Hash {
    std::size_t operator()(const std::u32string& name) const {
      return std::hash<std::u32string_view>{}(name);
    }
  };
  std::unordered_map<std::u32string, std::vector<std::string>, Hash> names_;
  std::size_t longest_ = 0;
};

struct NamedUnit {
  Span span;                          // bytes of the text given
  std::vector<std::string> meanings;  // sorted: {"month"}, {"AUD", "CAD", "USD", ...}
};

// The unit of the number at `number`.  `language` is a BCP 47 tag; `own` are names that ICU does
// not know, or null.
// Example: unit_of("within thirty (30) days", bytes of "thirty", "en", nullptr) is "day".
std::optional<NamedUnit> unit_of(std::string_view text, Span number, std::string_view language,
                                 const UnitTable* own);

// What one of `meaning` is in a smaller unit: a year is twelve months; 1 and itself for the rest.
struct SmallerUnit {
  std::string_view meaning;
  int count = 1;
};
SmallerUnit smaller_unit(std::string_view meaning);

}  // namespace synoptic
