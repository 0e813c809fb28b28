// The numbers and dates of one side of a link, and what else on that side can stand for a number.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"
#include "checks/check.h"
#include "text/folded_text.h"
#include "text/quantities.h"

namespace synoptic {

// A number written in figures, with its place.
struct NumberClaim {
  FindingSpan place;
  std::vector<std::string> values;  // the first is the likeliest; the others other readings
  bool reference = false;           // names a clause: "subsection (2)", "第三条"
};

struct DateClaim {
  FindingSpan place;
  Date date;
};

// What the units of one side say.  REQUIRES: document and convention outlive it.
// Threads: a value; not for use by several threads at once.
class SideQuantities {
 public:
  SideQuantities(const Document& document, const Convention& convention,
                 const std::vector<UnitId>& units);

  const std::vector<NumberClaim>& numbers() const { return numbers_; }
  const std::vector<DateClaim>& dates() const { return dates_; }

  // Whether this side says `value` in any way: in figures, alone or as a part of a date, a decimal
  // or a code, in words of its language, as a Roman numeral, as the ordinal of a label.
  bool says(const std::string& value) const;
  // The same for the readings of one number, the likeliest first.  Two second readings prove
  // nothing: 86,000 may be read 86, and so may 86万.
  bool says_any(const std::vector<std::string>& values) const;

  // Whether the texts hold one of `values` in figures.
  bool writes_any(const std::vector<std::string>& values) const;

  // Whether number words of the language are known, so that says() can see all of them.
  bool knows_words() const;

 private:
  void add_unit(UnitId unit);
  void add_label(const Label& label);
  void add_number(const Quantity& quantity);
  bool says_roman(int value) const;

  const Document& document_;
  const Convention& convention_;
  std::vector<NumberClaim> numbers_;
  std::vector<DateClaim> dates_;
  std::set<std::string, std::less<>> said_;
  std::set<std::string, std::less<>> said_otherwise_;  // second readings
  std::set<std::string, std::less<>> written_;
  FoldedText text_;  // of all units
};

// True where a text of theirs holds a digit or a Han numeral.
bool has_figures(const Document& document, const std::vector<UnitId>& units);

// "2004-10-08", with the parts that are known.
std::string shown(const Date& date);

}  // namespace synoptic
