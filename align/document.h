// The document as every stage sees it: a text, its units (clauses) and its segments (sentences).
//
// Data only.  Ownership: Document::text owns the bytes; every Span points into it and is worthless
// without it.  Encoding: UTF-8 in NFC.  Offsets count bytes.  Threads: plain values.
//
//     bytes --formats--> Text --outline--> Document (units) --segment--> Document (segments)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace synoptic {

// ---- what a reader (formats/) hands over --------------------------------------------------------

// What a format knows of a line; plain text knows nothing.
enum class Role : uint8_t { kUnknown, kBody, kHeading, kItem, kCell, kNote };

// Where a line stands in the tables of its format, counted from 1; a table in a cell belongs to
// that cell.
struct TablePlace {
  uint32_t table = 0;  // 0: in none
  uint32_t row = 0;
  uint32_t column = 0;
};

// A physical line of plain text, or a whole paragraph of a format that knows its paragraphs.  A
// label that such a format computes stands in front of the text, as if it were printed. Page
// furniture (running headers, page numbers) is gone already.
struct Line {
  Span span;                  // in Text::bytes, without indent and trailing space; never empty
  uint32_t number = 0;        // 1-based line of the source file, or paragraph
  uint16_t indent = 0;        // columns before the first character, tabs to multiples of eight
  uint8_t nesting = 0;        // lists around its label, its own counted, as the format nests them;
                              // 0: the format does not say
  uint16_t blank_before = 0;  // blank lines before it; furniture that was removed counts for none
  bool page_break_before = false;    // a page ended between this line and the one before
  bool starts_paragraph = false;     // the format says that a paragraph begins here
  bool continues_paragraph = false;  // it says that the paragraph before goes on
  Role role = Role::kUnknown;
  TablePlace place;
  std::string alias;  // what the format calls it: an eId of Akoma Ntoso; mostly empty
};

// What could not be read as it stood.
struct Replacement {
  uint32_t line = 0;    // 1-based line of the source file
  uint32_t offset = 0;  // byte of the source file
  uint32_t count = 0;   // characters replaced from there on
};

struct Text {
  std::string bytes;          // UTF-8, NFC
  std::vector<Line> lines;    // in reading order
  bool hard_wrapped = false;  // lines are filled to a width, so that a line end means nothing
  std::string file;           // as the user named it
  std::string language;       // BCP 47 tag; empty where unknown
  std::string encoding;       // what the bytes were read as: "UTF-8", "windows-1252"
  std::vector<Replacement> replacements;
  std::string stated_language;  // what the format says, `language` as weighed; empty: nothing
};

// ---- outline ------------------------------------------------------------------------------------

using UnitId = uint32_t;  // index into Document::units
inline constexpr UnitId kNoUnit = UINT32_MAX;

enum class UnitKind : uint8_t { kTitle, kHeading, kParagraph, kItem, kNote, kCell };

// What a level of a label counts.  kNumber: a bare number or letter, whatever the law calls it.
enum class LevelKind : uint8_t {
  kNumber,
  kBullet,
  kPart,
  kTitle,
  kChapter,
  kSection,
  kSubsection,
  kArticle,
  kParagraph,
  kPoint,
  kAnnex,
  kProtocol,
  kPreamble
};

// One level of a printed label: {kArticle, 5, "bis"} for "Art. 5 bis".
struct Level {
  LevelKind kind = LevelKind::kNumber;
  uint32_t ordinal = 0;
  std::string suffix;  // "a", "bis", "-1"; empty for most

  friend bool operator==(const Level&, const Level&) = default;
};

// A label as printed; "7.1." has two levels, "Article 5" one, "•" one with ordinal 0.
struct Label {
  std::vector<Level> levels;

  friend bool operator==(const Label&, const Label&) = default;
};

// A clause.  Units stand in document order; a parent stands before its children.
struct Unit {
  UnitKind kind = UnitKind::kParagraph;
  Label label;  // no levels: unlabelled
  UnitId parent = kNoUnit;
  Span printed_label;  // bytes that are label, empty where there is none
  Span text;           // bytes that are text, may be empty ("Article 11" over its items)
  uint32_t line = 0;   // 1-based line of the source file on which the unit begins
  std::string path;    // "7.1.•3", unique in the document (DESIGN: "Paths")
  std::string alias;   // what its format calls it: "art_7__para_1"; empty for most
};

// ---- segments -----------------------------------------------------------------------------------

// A sentence.  Never crosses a unit; the segments of a unit cover its text in order.
struct Segment {
  Span span;
  UnitId unit = kNoUnit;
};

// Where a byte of the document's text stood in the source: from `offset` on, `line`.
struct Place {
  uint32_t offset = 0;
  uint32_t line = 0;
};

struct Document {
  std::string text;  // joined paragraphs, UTF-8, NFC
  std::vector<Unit> units;
  std::vector<Segment> segments;        // empty until segmented
  std::vector<uint32_t> first_segment;  // units.size() + 1 entries: those of unit u are
                                        // [first_segment[u], first_segment[u + 1])
  std::vector<Place> places;            // ascending offsets
  std::string file;
  std::string language;  // BCP 47 tag; empty where unknown
  std::string encoding;
  std::vector<Replacement> replacements;

  std::string_view text_of(UnitId unit) const { return slice(text, units[unit].text); }
  std::string_view label_of(UnitId unit) const { return slice(text, units[unit].printed_label); }
};

}  // namespace synoptic
