#include "checks/reference_sides.h"

#include <algorithm>
#include <string>

namespace synoptic {

std::ptrdiff_t SideReferences::count() const {
  return std::count_if(claims.begin(), claims.end(),
                       [](const ReferenceClaim& claim) { return claim.mark.certain; });
}

uint32_t ordinal_of(const ReferenceMark& mark) {
  return mark.ordinals.empty() ? 0 : mark.ordinals.front();
}

SideReferences ReferenceReader::read(const std::vector<UnitId>& units, bool with_labels) const {
  SideReferences side;
  for (const UnitId unit : units) {
    const Unit& clause = document_.units[unit];
    const bool label = with_labels && !clause.printed_label.empty();
    add_span(unit, {label ? clause.printed_label.begin : clause.text.begin, clause.text.end}, side);
  }
  return side;
}

bool ReferenceReader::says(const std::vector<UnitId>& units, const SideQuantities& numbers,
                           const ReferenceMark& mark) const {
  if (mark.letters.empty()) {
    if (is_own(units, ordinal_of(mark))) return true;
    return std::any_of(mark.ordinals.begin(), mark.ordinals.end(),
                       [&](uint32_t ordinal) { return numbers.says(std::to_string(ordinal)); });
  }
  return std::any_of(units.begin(), units.end(), [&](UnitId unit) {
    const auto letters = find_list_letters(document_.text_of(unit), words_, convention_);
    return std::any_of(letters.begin(), letters.end(),
                       [&](const ReferenceMark& letter) { return same_mark(letter, mark); });
  });
}

// "This article": the number of a clause over one of the units.
bool ReferenceReader::is_own(const std::vector<UnitId>& units, uint32_t ordinal) const {
  for (UnitId unit : units) {
    for (; unit != kNoUnit; unit = document_.units[unit].parent) {
      for (const Level& level : document_.units[unit].label.levels) {
        if (level.ordinal == ordinal) return true;
      }
    }
  }
  return false;
}

void ReferenceReader::add_span(UnitId unit, Span span, SideReferences& side) const {
  const uint32_t begin = span.begin;
  const ReferenceMention* last = nullptr;
  const auto mentions = find_references(slice(document_.text, span), words_, convention_);
  for (const ReferenceMention& mention : mentions) {
    ReferenceClaims marks;
    for (const ReferenceMark& mark : mention.marks) {
      marks.push_back({{unit, {begin + mark.span.begin, begin + mark.span.end}}, mark});
      if (!mark.attached || side.chains.empty()) side.chains.emplace_back();
      side.chains.back().push_back(marks.back());
    }
    if (!mention.listed || side.lists.empty()) side.lists.emplace_back();
    // A list whose members have levels of their own is read in more than one way.
    if (marks.size() == mention.shared + 1 || !mention.listed) {
      side.lists.back().push_back(marks.back());
    } else {
      side.lists.back().clear();
    }
    side.claims.insert(side.claims.end(), marks.begin() + mention.shared, marks.end());
    if (mention.ends_range && last != nullptr) {
      side.ranges.push_back({ordinal_of(last->marks.back()), ordinal_of(mention.marks.back())});
    }
    last = &mention;
  }
}

}  // namespace synoptic
