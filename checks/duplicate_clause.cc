// The same text under two clauses of the translation whose originals differ.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "checks/gazette.h"
#include "text/characters.h"
#include "text/words.h"

namespace synoptic {

namespace {

// Set by hand on copied articles of the UDHR and on clean acts.
constexpr std::size_t kLeastCharacters = 20;     // where the copy stands beside its original
constexpr std::size_t kLeastCharactersFar = 40;  // formulas come again
constexpr UnitId kBeside = 3;                    // units
constexpr double kAlike = 0.7;                   // of the words of the originals
constexpr double kAlikeFar = 0.5;                // where formulas come again

// Han, kana and Thai say in a character what takes others two or three; the longer side tells.
std::size_t length_to_judge(const std::string& original, const std::string& translation) {
  return std::max(count_characters(original), count_characters(translation));
}

std::multiset<std::string> words_of(std::string_view text) {
  std::multiset<std::string> words;
  for_each_word(text, [&](Span span) { words.insert(fold_for_search(slice(text, span))); });
  return words;
}

// Dice coefficient (1945) of their words: originals that say much the same may become the same.
double likeness(std::string_view a, std::string_view b) {
  const std::multiset<std::string> first = words_of(a);
  const std::multiset<std::string> second = words_of(b);
  std::vector<std::string> shared;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(shared));
  return 2 * static_cast<double>(shared.size()) /
         std::max(1.0, static_cast<double>(first.size() + second.size()));
}

std::string text_of(const Document& document, const std::vector<UnitId>& units) {
  std::string text;
  for (const UnitId unit : units) text.append(document.text_of(unit)).append(" ");
  return text;
}

// `a` and `b` hold the same text in the translation.
bool is_fault(const CheckInput& input, UnitId first, UnitId second, const Link& a, const Link& b) {
  // A title page often repeats the title; a heading what it announces.
  if (input.translation.units[first].kind == UnitKind::kTitle) return false;
  const std::string text(input.translation.text_of(second));
  if (is_edition_note(text)) return false;  // one act amends many a clause
  if (a.original.empty() || b.original.empty()) return true;
  if (&a == &b) return count_characters(text) >= kLeastCharacters;
  const std::string original_a = text_of(input.original, a.original);
  const std::string original_b = text_of(input.original, b.original);
  const bool beside = second - first <= kBeside;
  const bool heading =
      is_heading_text(input.translation, first) || is_heading_text(input.translation, second);
  if (!beside && heading) return false;
  return length_to_judge(original_b, text) >= (beside ? kLeastCharacters : kLeastCharactersFar) &&
         likeness(original_a, original_b) < (beside ? kAlike : kAlikeFar);
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const std::vector<uint32_t> links = link_of_translation(input);
  std::map<std::string, UnitId> last_with;
  for (UnitId unit = 0; unit < input.translation.units.size(); ++unit) {
    const std::string bare = bare_text(input.translation.text_of(unit));
    if (count_characters(bare) < kLeastCharacters) continue;
    const auto [entry, added] = last_with.try_emplace(bare, unit);
    if (added) continue;
    const UnitId before = std::exchange(entry->second, unit);
    const Link& a = input.alignment.links[links[before]];
    const Link& b = input.alignment.links[links[unit]];
    if (!is_fault(input, before, unit, a, b)) continue;
    Finding& finding = findings.emplace_back();
    finding.check = kDuplicateClause.id;
    finding.severity = kDuplicateClause.severity;
    finding.original = b.original;
    finding.translation = {before, unit};
    finding.translation_spans = {whole(input.translation, before), whole(input.translation, unit)};
    finding.details = {{"path", input.translation.units[unit].path},
                       {"first", input.translation.units[before].path}};
  }
}

}  // namespace

const Check kDuplicateClause = {
    "duplicate-clause",
    "Same text under two clauses",
    Severity::kError,
    Scope::kDocument,
    "{path} of the translation repeats the text of {first}",
    run,
    {
        {"en", "1. The ports keep their archives open.\n2. The rivers are dredged each spring.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n2. Les ports tiennent leurs archives "
         "ouvertes.",
         true, "2"},
        {"en", "1. The ports keep their archives open.\n2. The ports keep their archives open.",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.\n2. Les ports tiennent leurs archives "
         "ouvertes.",
         false, ""},
    },
    "Looks for one text under two numbers of the translation where the original says two "
    "different things: a paragraph that was pasted twice."};

}  // namespace synoptic
