// The references of one side of a link, with their places.
#pragma once

#include <cstddef>
#include <vector>

#include "checks/check.h"
#include "checks/clause_references.h"
#include "checks/quantity_facts.h"

namespace synoptic {

struct ReferenceClaim {
  FindingSpan place;
  ReferenceMark mark;
};

using ReferenceClaims = std::vector<ReferenceClaim>;

// The ends of "articles 5 to 9".
struct ReferenceRange {
  uint32_t first = 0;
  uint32_t last = 0;
};

struct SideReferences {
  ReferenceClaims claims;
  std::vector<ReferenceRange> ranges;
  std::vector<ReferenceClaims> lists;   // the numbers of "sections 9, 10 and 11"
  std::vector<ReferenceClaims> chains;  // those printed together: 9, 2, c of "9(2)(c)"

  // Claims that are certain.
  std::ptrdiff_t count() const;
};

// The likeliest number of a mark, 0 where it has none.
uint32_t ordinal_of(const ReferenceMark& mark);

// Reads one of the two documents.  REQUIRES: document and convention outlive it.
class ReferenceReader {
 public:
  ReferenceReader(const Document& document, const Convention& convention)
      : document_(document), convention_(convention), words_(convention) {}

  // `with_labels`: what stands as a label may be a reference that begins the sentence, as in
  // "第一項所稱".
  SideReferences read(const std::vector<UnitId>& units, bool with_labels = false) const;
  SideQuantities quantities(const std::vector<UnitId>& units) const {
    return {document_, convention_, units};
  }

  // Whether the units say this number or letter in any form, `numbers` being theirs.
  bool says(const std::vector<UnitId>& units, const SideQuantities& numbers,
            const ReferenceMark& mark) const;

 private:
  bool is_own(const std::vector<UnitId>& units, uint32_t ordinal) const;
  void add_span(UnitId unit, Span span, SideReferences& side) const;

  const Document& document_;
  const Convention& convention_;
  ReferenceWords words_;
};

}  // namespace synoptic
