#include "align/clause_tree.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string>

#include "align/inline_lists.h"
#include "align/paths.h"
#include "text/characters.h"
#include "text/joining.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostTitleCharacters = 220;

// A unit in the making.
struct Draft {
  const LabelReading* reading = nullptr;  // null: unlabelled
  LineVerdict verdict;
  uint32_t first_line = 0;
  uint32_t last_line = 0;  // of the text; one past the last
  bool inside = false;     // an item of a list inside the paragraph before
};

std::vector<Draft> draft_units(const std::vector<LineChoice>& lines,
                               const std::vector<LineVerdict>& verdicts) {
  std::vector<Draft> drafts;
  for (uint32_t i = 0; i < lines.size(); ++i) {
    const LineVerdict& verdict = verdicts[i];
    const bool starts = verdict.role != LineRole::kProceeds || drafts.empty();
    const bool takes_next = !drafts.empty() && verdict.role == LineRole::kUnlabelled &&
                            drafts.back().reading != nullptr && drafts.back().reading->alone &&
                            drafts.back().last_line == drafts.back().first_line + 1;
    if (!starts || takes_next) {
      drafts.back().last_line = i + 1;
      continue;
    }
    Draft draft;
    draft.verdict = verdict;
    draft.first_line = i;
    draft.last_line = i + 1;
    if (verdict.role == LineRole::kLabelled) draft.reading = &lines[i].readings[verdict.reading];
    drafts.push_back(draft);
  }
  return drafts;
}

// ---- text ---------------------------------------------------------------------------------------

class Writer {
 public:
  Writer(const Text& text, Document& document) : text_(text), document_(document) {
    const auto text_of = [&](const Line& line) { return slice(text.bytes, line.span); };
    if (std::none_of(text.lines.begin(), text.lines.end(), [&](const Line& line) {
          return JoiningVocabulary::is_asked_for(text_of(line));
        })) {
      return;
    }
    for (const Line& line : text.lines) vocabulary_.add_line(text_of(line));
  }

  Unit write(const Draft& draft) {
    Unit unit;
    unit.line = text_.lines[draft.first_line].number;
    unit.alias = text_.lines[draft.first_line].alias;
    std::string& out = document_.text;
    if (!out.empty()) out += '\n';
    const std::string_view head = slice(text_.bytes, text_.lines[draft.first_line].span);
    const uint32_t label_end = draft.reading ? draft.reading->printed.end : 0;
    mark_place(draft.first_line);
    if (draft.reading) {
      unit.label = draft.reading->label;
      unit.printed_label.begin = size() + draft.reading->printed.begin;
      out += head.substr(0, label_end);
      unit.printed_label.end = size();
    }
    std::string_view rest = trim(head.substr(label_end));
    if (draft.reading && !rest.empty()) out += ' ';
    unit.text.begin = size();
    out += rest;
    std::string_view before = rest;
    for (uint32_t i = draft.first_line + 1; i < draft.last_line; ++i) {
      const std::string_view line = slice(text_.bytes, text_.lines[i].span);
      if (before.empty()) {
        out += '\n';
        unit.text.begin = size();
      } else {
        const Join join = join_lines(before, line, vocabulary_);
        out.resize(out.size() - join.drop);
        out += join.between;
      }
      mark_place(i);
      out += line;
      before = line;
    }
    unit.text.end = size();
    return unit;
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(document_.text.size()); }
  void mark_place(uint32_t line) { document_.places.push_back({size(), text_.lines[line].number}); }

  const Text& text_;
  Document& document_;
  JoiningVocabulary vocabulary_;
};

// ---- tree ---------------------------------------------------------------------------------------

UnitKind kind_of(const Unit& unit, Role role) {
  if (role == Role::kNote) return UnitKind::kNote;
  if (role == Role::kCell) return UnitKind::kCell;
  if (role == Role::kHeading) return UnitKind::kHeading;
  if (unit.label.levels.empty()) return UnitKind::kParagraph;
  if (is_container_kind(unit.label.levels.back().kind)) return UnitKind::kHeading;
  return is_bullet(unit) ? UnitKind::kItem : UnitKind::kParagraph;
}

// For each draft, up to which depth the lists open there go on behind it.
class Continuations {
 public:
  explicit Continuations(const std::vector<Draft>& drafts) : deepest_(drafts.size()) {
    std::vector<bool> goes_on;  // one a depth
    for (std::size_t i = drafts.size(); i-- > 0;) {
      deepest_[i] = 0;
      for (uint32_t depth = 0; depth < goes_on.size(); ++depth) {
        if (goes_on[depth]) deepest_[i] = depth + 1;
      }
      if (drafts[i].reading == nullptr || drafts[i].inside) continue;
      goes_on.resize(drafts[i].verdict.depth);
      goes_on.push_back(!drafts[i].verdict.list_begins);
    }
  }
  // The number of lists around `draft` that have an item behind it.
  uint32_t depth(std::size_t draft) const { return deepest_[draft]; }

 private:
  std::vector<uint32_t> deepest_;
};

bool is_list_item(const Unit& unit) {
  const LevelKind kind = unit.label.levels.back().kind;
  return kind == LevelKind::kNumber || kind == LevelKind::kPoint || kind == LevelKind::kParagraph;
}

// Sets parents from the depths that the search found.  An unlabelled paragraph belongs to the
// innermost labelled unit, but not to a bullet, nor to the last item of a list inside a clause:
// there the list has ended and the clause goes on.
void set_parents(std::vector<Unit>& units, const std::vector<Draft>& drafts) {
  const Continuations continuations(drafts);
  std::vector<UnitId> open;  // one a depth
  UnitId host = kNoUnit;     // the paragraph whose list stands inside it
  for (UnitId id = 0; id < units.size(); ++id) {
    Unit& unit = units[id];
    if (drafts[id].inside) {
      unit.parent = drafts[host].reading == nullptr ? units[host].parent : host;
      continue;
    }
    host = id;
    if (drafts[id].reading == nullptr) {
      std::size_t depth = open.size();
      while (depth > 0 &&
             (is_bullet(units[open[depth - 1]]) || (depth > 1 && depth > continuations.depth(id) &&
                                                    is_list_item(units[open[depth - 1]])))) {
        --depth;
      }
      unit.parent = depth > 0 ? open[depth - 1] : kNoUnit;
      continue;
    }
    open.resize(std::min<std::size_t>(open.size(), drafts[id].verdict.depth));
    unit.parent = open.empty() ? kNoUnit : open.back();
    open.push_back(id);
  }
}

// Where several paragraphs under one clause have lists of their own (definitions), the lists hang
// under them and not all under the clause.
void hang_lists_under_paragraphs(std::vector<Unit>& units, const std::vector<Draft>& drafts) {
  struct List {
    UnitId paragraph = kNoUnit;
    std::vector<UnitId> items;
  };
  std::map<UnitId, std::vector<List>> lists;  // by the clause
  std::map<UnitId, std::size_t> current;      // by the clause: the list that is open, from one
  for (UnitId id = 1; id < units.size(); ++id) {
    const UnitId parent = units[id].parent;
    if (drafts[id].reading == nullptr || parent == kNoUnit) continue;
    if (drafts[id].verdict.list_begins) {
      const Unit& before = units[id - 1];
      current[parent] = 0;
      if (!before.label.levels.empty() || before.parent != parent || is_bullet(units[id])) continue;
      lists[parent].push_back({id - 1, {}});
      current[parent] = lists[parent].size();
    }
    const std::size_t at = current[parent];
    if (at > 0) lists[parent][at - 1].items.push_back(id);
  }
  for (const auto& [clause, all] : lists) {
    if (all.size() < 2) continue;
    for (const List& list : all) {
      for (const UnitId item : list.items) units[item].parent = list.paragraph;
    }
  }
}

// Ordinals that the label itself does not show: bullets are counted, implicit ones known by place.
void set_ordinals(Unit& unit, const Draft& draft) {
  if (draft.reading && draft.reading->next_in_order) {
    unit.label.levels.back().ordinal = draft.verdict.ordinal;
  }
}

uint32_t line_at(const Document& document, uint32_t offset) {
  const auto next =
      std::upper_bound(document.places.begin(), document.places.end(), offset,
                       [](uint32_t at, const Place& place) { return at < place.offset; });
  return next == document.places.begin() ? 1 : std::prev(next)->line;
}

// Makes units of the list inside the last unit, whose own text then ends before it.
std::vector<InlineItem> take_inline_list(Document& document, const Convention& convention) {
  const Span host = document.units.back().text;
  std::vector<InlineItem> items = find_inline_list(slice(document.text, host), convention);
  if (items.empty()) return items;
  const std::string_view own =
      trim(std::string_view(document.text).substr(host.begin, items.front().printed.begin));
  document.units.back().text.end = host.begin + static_cast<uint32_t>(own.size());
  for (const InlineItem& item : items) {
    Unit unit;
    unit.label = item.reading.label;
    unit.printed_label = {host.begin + item.printed.begin, host.begin + item.printed.end};
    unit.text = {host.begin + item.text.begin, host.begin + item.text.end};
    unit.line = line_at(document, unit.printed_label.begin);
    document.units.push_back(std::move(unit));
  }
  return items;
}

Draft inline_draft(const Draft& host, const LabelReading& reading) {
  Draft draft = host;
  draft.reading = &reading;
  draft.inside = true;
  draft.verdict = {LineRole::kLabelled, 0, 0, reading.label.levels[0].ordinal, false, false};
  draft.verdict.list_begins = reading.label.levels[0].ordinal == 1;
  return draft;
}

bool looks_like_title(const Document& document, const Unit& unit) {
  const std::string_view text = slice(document.text, unit.text);
  if (!unit.label.levels.empty() || count_characters(text) > kMostTitleCharacters) return false;
  const char32_t last = code_point_before(text, text.size()).value;
  return !(last == ';' || last == ',' || last == ':');
}

}  // namespace

Document build_clause_tree(const Text& text, const Convention& convention,
                           const std::vector<LineChoice>& lines,
                           const std::vector<LineVerdict>& verdicts) {
  Document document;
  document.file = text.file;
  document.language = text.language;
  document.encoding = text.encoding;
  document.replacements = text.replacements;
  std::vector<Draft> drafts;
  std::deque<LabelReading> inline_readings;
  Writer writer(text, document);
  for (const Draft& draft : draft_units(lines, verdicts)) {
    Unit unit = writer.write(draft);
    set_ordinals(unit, draft);
    unit.kind = kind_of(unit, text.lines[draft.first_line].role);
    document.units.push_back(std::move(unit));
    drafts.push_back(draft);
    for (InlineItem& item : take_inline_list(document, convention)) {
      inline_readings.push_back(std::move(item.reading));
      drafts.push_back(inline_draft(draft, inline_readings.back()));
    }
  }
  set_parents(document.units, drafts);
  hang_lists_under_paragraphs(document.units, drafts);
  if (!document.units.empty() && looks_like_title(document, document.units[0])) {
    document.units[0].kind = UnitKind::kTitle;
  }
  set_paths(document.units);
  return document;
}

}  // namespace synoptic
