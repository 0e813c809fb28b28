#include "align/outline.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "align/clause_tree.h"
#include "align/label_parts.h"
#include "align/labels.h"
#include "align/learnt_labels.h"
#include "align/line_layout.h"
#include "align/outline_reasons.h"
#include "align/outline_search.h"
#include "text/characters.h"

namespace synoptic {

namespace {

// Nats; set by hand on the measures of clause pairing.
constexpr double kUnknownToOriginal = 1.0;  // a label that the original has nowhere
constexpr double kKnownToOriginal = -1.0;   // one that it has

// What the original numbers: "3" and "7.1", the last ordinal of each label or all it prints.
class KnownLabels {
 public:
  explicit KnownLabels(const Document& original) {
    for (const Unit& unit : original.units) {
      if (!unit.label.levels.empty()) known_.insert(key(unit.label));
    }
  }

  bool contains(const Label& label) const { return known_.count(key(label)) > 0; }

 private:
  static std::string key(const Label& label) {
    std::string key;
    for (const Level& level : label.levels)
      key += std::to_string(level.ordinal) + level.suffix + ".";
    return key;
  }

  std::unordered_set<std::string> known_;
};

// A translation counts as its original does: a number that the original has somewhere is a label
// more likely than one that it has nowhere.  Too little to force a label on a line.
void prefer_known(const KnownLabels& known, std::vector<LineChoice>& lines) {
  for (LineChoice& line : lines) {
    for (LabelReading& reading : line.readings) {
      if (reading.next_in_order) continue;
      const bool counted = known.contains(reading.label);
      reading.cost_nats += counted ? kKnownToOriginal : kUnknownToOriginal;
    }
  }
}

// A text that counts its clauses up to some height has no unnumbered headings to be learnt.
bool counts_on(const std::vector<LineChoice>& lines) {
  constexpr uint32_t kHeight = 8;
  std::map<std::pair<LevelKind, NumeralSystem>, uint32_t> reached;
  for (const LineChoice& line : lines) {
    for (const LabelReading& reading : line.readings) {
      if (reading.label.levels.size() != 1 || reading.next_in_order) continue;
      uint32_t& last = reached[{reading.style.kind, reading.style.system}];
      if (reading.label.levels[0].ordinal == last + 1) ++last;
      if (last == kHeight) return true;
    }
  }
  return false;
}

void add_implicit(const Text& text, const Convention& convention,
                  const std::vector<LabelPattern>& learnt, std::vector<LineChoice>& lines) {
  const auto implicit = learn_implicit_patterns(text, convention, learnt);
  if (implicit.empty()) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    read_implicit_labels(slice(text.bytes, text.lines[i].span), convention, implicit,
                         lines[i].readings);
  }
}

// Where the first label of a list stands behind the label of its clause ("Article 3. (1) The ...",
// "Artículo 3. 1. Los ..."), the byte of the line at which it begins; 0 where none does.
std::size_t second_label(std::string_view line, const std::vector<LabelReading>& readings,
                         LabelReader& reader) {
  constexpr double kPlain = 2.0;  // nats; what is hardly a label has none behind it
  for (const LabelReading& reading : readings) {
    const bool worded =
        reading.style.kind != LevelKind::kNumber && reading.style.kind != LevelKind::kBullet;
    if (!worded || reading.alone || reading.next_in_order || reading.cost_nats > kPlain) continue;
    const std::size_t rest = skip_blanks(line, reading.printed.end);
    const char32_t first = code_point_at(line, rest).value;
    if (!is_open_bracket(first) && !is_digit(first)) continue;
    for (const LabelReading& second : reader.read(line.substr(rest))) {
      if (second.style.kind != LevelKind::kNumber || second.label.levels.size() != 1) continue;
      const Level& level = second.label.levels[0];
      const bool closed = second.style.closing == Closing::kBothBrackets ||
                          (second.style.closing == Closing::kStop &&
                           second.style.system == NumeralSystem::kDecimal);
      if (!closed || level.ordinal != 1 || !level.suffix.empty()) continue;
      // "Article 5 (1) of the Treaty" is a reference.
      const std::size_t text = skip_blanks(line, rest + second.printed.end);
      if (is_lower(code_point_at(line, text).value)) continue;
      return rest;
    }
  }
  return 0;
}

// Puts the second label of a line on a line of its own; empty where no line has one.
std::optional<Text> with_labels_apart(const Text& text, const std::vector<LineChoice>& lines,
                                      LabelReader& reader) {
  std::optional<Text> apart;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = text.lines[i];
    const bool begins =
        i == 0 || line.blank_before > 0 || line.starts_paragraph || !text.hard_wrapped;
    const std::size_t at =
        begins ? second_label(slice(text.bytes, line.span), lines[i].readings, reader) : 0;
    if (at > 0 && !apart) {
      apart = text;
      apart->lines.resize(i);
    }
    if (!apart) continue;
    apart->lines.push_back(line);
    if (at == 0) continue;
    Line second = line;
    second.span.begin += static_cast<uint32_t>(at);
    second.blank_before = 0;
    second.page_break_before = false;
    second.starts_paragraph = true;
    second.continues_paragraph = false;
    apart->lines.back().span.end = second.span.begin;
    apart->lines.push_back(second);
  }
  return apart;
}

Document build(const Text& text, const Convention& convention, const Document* original,
               OutlineReasons* reasons = nullptr) {
  const std::vector<LabelPattern> learnt = learn_label_patterns(text, convention);
  std::vector<LineChoice> lines(text.lines.size());
  if (lines.empty()) return build_clause_tree(text, convention, {}, {});
  LabelReader reader(convention, learnt);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].nesting = text.lines[i].nesting;
    lines[i].indent = text.lines[i].indent;
    // The number in front of a note is the note's.
    if (text.lines[i].role == Role::kNote) continue;
    lines[i].readings = reader.read(slice(text.bytes, text.lines[i].span));
  }
  if (const auto apart = with_labels_apart(text, lines, reader)) {
    return build(*apart, convention, original, reasons);
  }
  if (!counts_on(lines)) add_implicit(text, convention, learnt, lines);
  if (original != nullptr) prefer_known(KnownLabels(*original), lines);
  const std::vector<LayoutCost> costs = layout_costs(text, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].layout = costs[i];
  const std::vector<LineVerdict> verdicts = choose_paragraphs(lines);
  if (reasons) *reasons = reasons_for(text, lines, verdicts);
  return build_clause_tree(text, convention, lines, verdicts);
}

}  // namespace

Document outline(const Text& text, const Convention& convention) {
  return build(text, convention, nullptr);
}

Document outline(const Text& text, const Convention& convention, const Document& original) {
  return build(text, convention, &original);
}

ExplainedOutline explain_outline(const Text& text, const Convention& convention,
                                 const Document* original) {
  ExplainedOutline explained;
  explained.document = build(text, convention, original, &explained.reasons);
  return explained;
}

Text text_of_lines(std::string_view utf8, std::string_view language) {
  Text text;
  text.bytes = utf8;
  text.language = language;
  text.encoding = "UTF-8";
  uint32_t number = 0;
  uint16_t blank = 0;
  for (std::size_t begin = 0; begin < utf8.size();) {
    std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    ++number;
    const std::string_view whole = utf8.substr(begin, end - begin);
    const std::string_view trimmed = trim(whole);
    if (trimmed.empty()) {
      ++blank;
    } else {
      Line line;
      line.span.begin = static_cast<uint32_t>(trimmed.data() - utf8.data());
      line.span.end = line.span.begin + static_cast<uint32_t>(trimmed.size());
      line.number = number;
      line.indent = static_cast<uint16_t>(trimmed.data() - whole.data());
      line.blank_before = std::exchange(blank, uint16_t{0});
      text.lines.push_back(line);
    }
    begin = end + 1;
  }
  return text;
}

}  // namespace synoptic
