// The numbers that Word computes for paragraphs: "7.1.", "Article 5", "(iv)", "•".
//
// A list (num) takes its nine levels from a definition (abstractNum), which may stand under a style
// of lists, and may override some.  Lists of one definition count on together; a list that
// overrides a start begins there when it is first used.  A number makes the levels below it begin
// again unless they say otherwise (lvlRestart).  ECMA-376-1, 17.9.
//
//     DocxNumbering numbering(xml, {"act.docx", "word/numbering.xml"}, styles);
//     DocxCounters counters(numbering, "en");
//     counters.next(list, level);  // "7.1."
//
// Threads: a numbering is immutable; counters belong to one document.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "formats/docx_styles.h"
#include "formats/xml_reader.h"

namespace synoptic {

inline constexpr std::size_t kListLevels = 9;

struct DocxLevel {
  bool defined = false;
  int start = 0;
  std::string format = "decimal";  // text/number_formats.h
  std::string text;                // "%1.%2."
  std::string style;               // the paragraphs' style that is linked to the level
  std::string font;
  std::optional<int> restart;  // 0: never; n: by level n, counted from 1, and those above
  bool legal = false;          // all levels in figures
  bool hidden = false;
};

using DocxLevels = std::array<DocxLevel, kListLevels>;

struct DocxList {
  int definition = -1;
  std::array<std::optional<int>, kListLevels> starts;
  std::map<std::size_t, DocxLevel> levels;  // those that are overridden
};

class DocxNumbering {
 public:
  DocxNumbering() = default;
  DocxNumbering(std::string_view xml, const XmlSource& source, const DocxStyles& styles);

  const DocxList* list(int id) const;
  // REQUIRES: `list` is one of this, level < kListLevels.
  const DocxLevel& level(const DocxList& list, std::size_t level) const;
  // The level that is linked to a style of paragraphs.
  std::optional<std::size_t> level_of_style(const DocxList& list, std::string_view style) const;

 private:
  friend class NumberingReader;
  std::unordered_map<int, DocxList> lists_;
  std::unordered_map<int, DocxLevels> definitions_;
  std::unordered_map<int, std::string> borrowed_;  // definition: the style of lists that has it
};

class DocxCounters {
 public:
  // `numbering` outlives it; `language` is that of spelled numbers.
  DocxCounters(const DocxNumbering& numbering, std::string language);

  // Counts a paragraph, and gives its label; empty where it shows none.
  std::string next(int list, std::size_t level);

 private:
  struct Counts {
    std::array<std::optional<int>, kListLevels> values;
    std::array<std::optional<int>, kListLevels> starts;  // those that a list overrides
  };

  std::string label(const DocxList& list, std::size_t level, const Counts& counts) const;
  int start(const DocxList& list, std::size_t level, const Counts& counts) const;

  const DocxNumbering& numbering_;
  std::string language_;
  std::unordered_map<int, Counts> counts_;       // by definition
  std::set<std::pair<int, std::size_t>> begun_;  // lists and levels whose own start is used up
};

}  // namespace synoptic
