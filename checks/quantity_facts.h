// The numbers and dates of one side of a link, and what else on that side can stand for a number.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "align/document.h"
#include "checks/check.h"
#include "text/folded_text.h"
#include "text/quantities.h"
#include "text/units.h"

namespace synoptic {

enum class NumberForm : uint8_t {
  kFigures,
  kWords,
  kOther  // Han, Roman, enclosed: may be something else
};

// A number with its place.
struct NumberClaim {
  FindingSpan place;
  std::vector<std::string> values;  // the first is the likeliest; the others other readings
  NumberForm form = NumberForm::kFigures;
  bool reference = false;  // names a clause: "subsection (2)", "第三条"
  bool partial = false;    // a word that goes on behind the number
};

struct DateClaim {
  FindingSpan place;
  Date date;
  bool noted =
      false;  // of an amendment, with the page of a gazette: each edition has its own notes
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

  // The unit beside a number of numbers(); the spans are bytes of the document.
  std::optional<NamedUnit> unit_of(const NumberClaim& claim) const;

  // The number as it stands in the text.
  std::string_view printed(const NumberClaim& claim) const;

  // Whether the word is known to mean something else as well.
  bool has_namesake(const NumberClaim& claim) const;

  // Whether figures in brackets right behind the words say another number: "four (3) months".
  bool is_misglossed(const NumberClaim& claim) const;

  // Where in the texts of the side a number stands: 0 to 1.
  double place_of(const NumberClaim& claim) const;

  // Whether ICU knows the number words of the language, so that says() can see all of them; those
  // that the language data list are never all.
  bool knows_words() const;

 private:
  void add_unit(UnitId unit);
  void add_label(const Label& label);
  void add_number(const Quantity& quantity);
  bool is_in_unit(const Quantity& quantity) const;
  bool is_gloss(const NumberClaim& words, const NumberClaim& figures) const;
  bool says_roman(int value) const;
  const FoldedText& folded_text() const;

  const Document& document_;
  const Convention& convention_;
  std::vector<NumberClaim> numbers_;
  std::vector<DateClaim> dates_;
  std::set<std::string, std::less<>> said_;
  std::set<std::string, std::less<>> said_otherwise_;  // second readings
  std::vector<UnitId> units_;
  mutable std::optional<FoldedText> text_;  // of all units; folded when first asked for
};

// Both sides of a link, and how their numbers agree.
struct LinkQuantities {
  SideQuantities original;
  SideQuantities translation;

  // A number of one side that none of the other is left for.  `said`: the other side says it, but
  // less often.
  struct Leftover {
    std::size_t claim = 0;  // of numbers()
    bool said = false;
  };
  struct Agreement {
    std::size_t original = 0;  // claims of numbers()
    std::size_t translation = 0;
  };
  std::vector<Agreement> agreed;
  std::vector<Leftover> missing;  // of the original
  std::vector<Leftover> extra;    // of the translation
};

// The quantities of all links, read once for all checks that ask for them.
// REQUIRES: the documents, alignment and conventions of the input outlive it.
class QuantityFacts {
 public:
  explicit QuantityFacts(const CheckInput& input);
  const LinkQuantities& of(std::size_t link) const { return links_[link]; }
  std::size_t size() const { return links_.size(); }

 private:
  std::vector<LinkQuantities> links_;
};

// "2004-10-08", with the parts that are known.
std::string shown(const Date& date);

}  // namespace synoptic
