#include "cli/paired_documents.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "align/convention.h"
#include "align/outline.h"
#include "align/paths.h"
#include "align/segmenter.h"
#include "text/characters.h"
#include "text/joining.h"

namespace synoptic {

namespace {

// A clause as the rows give it.
struct Clause {
  std::string label;  // as printed; empty: none, or at the head of the text
  std::string text;
  std::string path;  // as stated
  uint32_t line = 0;
  std::vector<uint32_t> cuts;  // bytes of the text at which a cell ends
};

// Rows to clauses, and which row holds which.
class ClauseMaker {
 public:
  ClauseMaker(const PairedText& paired, std::size_t language)
      : paired_(paired), language_(language) {}

  void run() {
    for (const PairedRow& row : paired_.rows) {
      PairedSide::Place place{static_cast<UnitId>(clauses.size()),
                              static_cast<UnitId>(clauses.size())};
      if (!row.continues) ++group_;
      if (!row.cells[language_].empty()) add(row, place);
      place.last = std::max(place.first, static_cast<UnitId>(clauses.size()));
      places.push_back(place);
    }
  }

  std::vector<Clause> clauses;
  std::vector<PairedSide::Place> places;

 private:
  void add(const PairedRow& row, PairedSide::Place& place) {
    const std::vector<std::string_view> paths = split(row.path, '+');
    // Only where several clauses are stated is a line of the cell a clause.
    const std::vector<std::string_view> lines =
        row.path.empty() ? std::vector<std::string_view>{row.cells[language_]}
                         : split(row.cells[language_], '\n');
    const std::vector<std::string_view> labels = split(row.labels[language_], '\n');
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].empty()) continue;
      const std::string_view path = paths[std::min(i, paths.size() - 1)];
      const bool goes_on = i == 0 && row.continues && !clauses.empty() && last_group_ == group_ &&
                           clauses.back().path == path;
      if (goes_on) {
        append(lines[i], clauses.back());
        place.first = static_cast<UnitId>(clauses.size() - 1);
      } else {
        Clause clause{std::string(i < labels.size() ? labels[i] : std::string_view()),
                      std::string(lines[i]),
                      std::string(path),
                      row.line,
                      {}};
        clause.cuts.push_back(static_cast<uint32_t>(lines[i].size()));
        clauses.push_back(std::move(clause));
      }
    }
    last_group_ = group_;
  }

  static void append(std::string_view sentence, Clause& clause) {
    clause.text += join_lines(clause.text, sentence, JoiningVocabulary()).between;
    clause.text += sentence;
    clause.cuts.push_back(static_cast<uint32_t>(clause.text.size()));
  }

  const PairedText& paired_;
  const std::size_t language_;
  std::size_t group_ = 0;       // clauses begun by rows that continue nothing
  std::size_t last_group_ = 0;  // of the last clause
};

std::string line_of(const Clause& clause) {
  return clause.label.empty() ? clause.text : clause.label + " " + clause.text;
}

// What the outline makes of the clauses as lines; its units by the number of their clause.
struct Outlined {
  Document document;
  std::map<UnitId, UnitId> unit_of;  // clause to unit of `document`
};

Outlined outlined(const std::vector<Clause>& clauses, const Convention& convention) {
  Text text;
  text.language = convention.language;
  for (const Clause& clause : clauses) {
    Line line;
    line.span.begin = static_cast<uint32_t>(text.bytes.size());
    text.bytes += line_of(clause);
    line.span.end = static_cast<uint32_t>(text.bytes.size());
    line.number = static_cast<uint32_t>(text.lines.size() + 1);
    line.blank_before = text.lines.empty() ? 0 : 1;
    line.starts_paragraph = true;
    text.bytes += '\n';
    text.lines.push_back(line);
  }
  Outlined result;
  result.document = outline(text, convention);
  for (UnitId unit = 0; unit < result.document.units.size(); ++unit) {
    const uint32_t line = result.document.units[unit].line;
    if (line > 0) result.unit_of.try_emplace(line - 1, unit);
  }
  return result;
}

class DocumentMaker {
 public:
  DocumentMaker(const std::vector<Clause>& clauses, const Convention& convention)
      : clauses_(clauses), outlined_(outlined(clauses, convention)) {}

  Document run() {
    for (UnitId clause = 0; clause < clauses_.size(); ++clause) add(clause);
    set_paths(document_.units);
    state_paths();
    return std::move(document_);
  }

 private:
  void add(UnitId number) {
    const Clause& clause = clauses_[number];
    Unit unit;
    unit.line = clause.line;
    std::string label = clause.label;
    std::size_t text_at = 0;  // of the clause's text
    if (const auto found = outlined_.unit_of.find(number); found != outlined_.unit_of.end()) {
      const Unit& read = outlined_.document.units[found->second];
      unit.kind = read.kind;
      unit.label = read.label;
      unit.parent = parent(read);
      const std::string printed(outlined_.document.label_of(found->second));
      if (label.empty() && clause.path.empty() && clause.text.starts_with(printed)) {
        const std::size_t behind = printed.size() + blanks_at(clause.text, printed.size());
        // A label alone is all the text that its row has.
        if (behind < clause.text.size()) {
          label = printed;
          text_at = behind;
        }
      }
      // Where the file parts label and text, a number that begins the text is no label.
      if (label.empty() && !clause.path.empty()) unit.label = {};
    }
    std::string& text = document_.text;
    if (!text.empty()) text += '\n';
    document_.places.push_back({static_cast<uint32_t>(text.size()), clause.line});
    unit.printed_label.begin = static_cast<uint32_t>(text.size());
    text += label;
    unit.printed_label.end = static_cast<uint32_t>(text.size());
    if (!label.empty()) text += ' ';
    unit.text.begin = static_cast<uint32_t>(text.size());
    text += std::string_view(clause.text).substr(text_at);
    unit.text.end = static_cast<uint32_t>(text.size());
    document_.units.push_back(std::move(unit));
  }

  static std::size_t blanks_at(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const CodePoint next = code_point_at(text, at);
      if (!is_space(next.value)) break;
      at += next.bytes;
    }
    return at - begin;
  }

  UnitId parent(const Unit& read) const {
    if (read.parent == kNoUnit) return kNoUnit;
    const uint32_t line = outlined_.document.units[read.parent].line;
    return line > 0 && line - 1 < document_.units.size() ? line - 1 : kNoUnit;
  }

  // Paths that the file states go over those that were read; "7.1" stands under "7".
  void state_paths() {
    std::map<std::string, UnitId> by_path;
    std::map<std::string, int> times;
    for (UnitId number = 0; number < clauses_.size(); ++number) {
      if (clauses_[number].path.empty()) continue;
      Unit& unit = document_.units[number];
      unit.path = clauses_[number].path;
      if (const int seen = ++times[unit.path]; seen > 1) unit.path += "#" + std::to_string(seen);
      unit.parent = kNoUnit;
      if (unit.path == "title") unit.kind = UnitKind::kTitle;
      for (std::string path = unit.path; path.rfind('.') != path.npos;) {
        path.resize(path.rfind('.'));
        if (const auto found = by_path.find(path); found != by_path.end()) {
          unit.parent = found->second;
          break;
        }
      }
      by_path.emplace(unit.path, number);
    }
  }

  const std::vector<Clause>& clauses_;
  Outlined outlined_;
  Document document_;
};

// Bytes of the clause's text in the document at which a cell ends, where its label was taken off.
std::vector<uint32_t> cuts_in(const Clause& clause, const Unit& unit) {
  const auto taken = static_cast<uint32_t>(clause.text.size()) - unit.text.size();
  std::vector<uint32_t> cuts = clause.cuts;
  for (uint32_t& cut : cuts) cut = cut > taken ? cut - taken : 0;
  return cuts;
}

// A sentence ends where its cell does.
void cut_segments(const std::vector<Clause>& clauses, Document& document) {
  std::vector<Segment> cut;
  std::vector<uint32_t> first{0};
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    const uint32_t begin = document.units[unit].text.begin;
    const std::vector<uint32_t> cuts = cuts_in(clauses[unit], document.units[unit]);
    for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
      Segment rest = document.segments[s];
      for (const uint32_t end : cuts) {
        const uint32_t at = begin + end;
        if (cuts.size() < 2 || at <= rest.span.begin || at >= rest.span.end) continue;
        cut.push_back({{rest.span.begin, at}, unit});
        rest.span.begin = at;
        while (rest.span.begin < rest.span.end && document.text[rest.span.begin] == ' ') {
          ++rest.span.begin;
        }
      }
      if (!rest.span.empty()) cut.push_back(rest);
    }
    first.push_back(static_cast<uint32_t>(cut.size()));
  }
  document.segments = std::move(cut);
  document.first_segment = std::move(first);
}

// Which sentences stand in which row: a cell's sentences end where it does.
void place_segments(const std::vector<Clause>& clauses, PairedSide& side) {
  std::vector<std::size_t> cell(clauses.size());  // the next of each clause
  for (PairedSide::Place& row : side.rows) {
    for (UnitId unit = row.first; unit < row.last; ++unit) {
      const Document& document = side.document;
      const uint32_t begin = document.units[unit].text.begin;
      const std::vector<uint32_t> cuts = cuts_in(clauses[unit], document.units[unit]);
      const std::size_t number = cell[unit]++;
      const uint32_t from = number == 0 ? 0 : cuts[number - 1];
      const uint32_t to = cuts[number];
      for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
        const uint32_t at = document.segments[s].span.begin - begin;
        if (at < from || at >= to) continue;
        if (row.last_segment == 0) row.first_segment = s;
        row.last_segment = s + 1;
      }
    }
  }
}

}  // namespace

PairedSide paired_side(const PairedText& paired, std::size_t language,
                       std::span<const LanguageTable> tables) {
  const Convention convention = load_convention(paired.languages[language], tables);
  ClauseMaker maker(paired, language);
  maker.run();
  PairedSide side;
  side.document = DocumentMaker(maker.clauses, convention).run();
  side.document.language = paired.languages[language];
  side.document.file = paired.file;
  side.document.encoding = paired.encoding;
  segment(side.document, convention);
  cut_segments(maker.clauses, side.document);
  side.rows = std::move(maker.places);
  place_segments(maker.clauses, side);
  return side;
}

}  // namespace synoptic
