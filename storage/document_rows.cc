#include "storage/document_rows.h"

#include <algorithm>

#include "storage/hash.h"
#include "storage/names.h"

namespace synoptic {

namespace {

void insert_units(Connection& connection, VersionId version, const Document& document) {
  Statement unit_row(connection, "INSERT INTO units VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement level_row(connection, "INSERT INTO unit_levels VALUES (?, ?, ?, ?, ?, ?)");
  for (UnitId id = 0; id < document.units.size(); ++id) {
    const Unit& unit = document.units[id];
    std::optional<int64_t> parent;
    if (unit.parent != kNoUnit) parent = unit.parent;
    unit_row
        .with(row(version), id, name_of(kUnitKinds, unit.kind), parent, unit.printed_label.begin,
              unit.printed_label.end, unit.text.begin, unit.text.end, unit.line, unit.path)
        .run();
    uint32_t number = 0;
    for (const Level& level : unit.label.levels) {
      level_row
          .with(row(version), id, number++, name_of(kLevelKinds, level.kind), level.ordinal,
                level.suffix)
          .run();
    }
  }
}

void insert_places(Connection& connection, VersionId version, const Document& document) {
  uint32_t number = 0;
  Statement place_row(connection, "INSERT INTO places VALUES (?, ?, ?, ?)");
  for (const Place& place : document.places) {
    place_row.with(row(version), number++, place.offset, place.line).run();
  }
  number = 0;
  Statement replacement_row(connection, "INSERT INTO replacements VALUES (?, ?, ?, ?, ?)");
  for (const Replacement& replaced : document.replacements) {
    replacement_row.with(row(version), number++, replaced.line, replaced.offset, replaced.count)
        .run();
  }
}

void insert_segments(Connection& connection, VersionId version, const Document& document) {
  Statement segment_row(connection,
                        "INSERT INTO segments (version, number, unit, text_begin, text_end)"
                        " VALUES (?, ?, ?, ?, ?)");
  uint32_t number = 0;
  for (const Segment& segment : document.segments) {
    segment_row.with(row(version), number++, segment.unit, segment.span.begin, segment.span.end)
        .run();
  }
}

// Rows number 0, 1, 2, ...: a gap is damage.
void expect_number(const Connection& connection, const Statement& statement, std::size_t number) {
  if (statement.number(0) != number) connection.fail_corrupt("rows of a document are missing");
}

Span select_span(const Connection& connection, const Statement& statement, int column,
                 const std::string& text) {
  const Span span{statement.number(column), statement.number(column + 1)};
  if (span.begin > span.end || span.end > text.size()) {
    connection.fail_corrupt("a clause lies outside its text");
  }
  return span;
}

void select_units(Connection& connection, VersionId version, Document& document) {
  Statement statement(connection,
                      "SELECT number, kind, parent, label_begin, label_end, text_begin, text_end,"
                      " line, path FROM units WHERE version = ? ORDER BY number");
  statement.with(row(version));
  while (statement.step()) {
    expect_number(connection, statement, document.units.size());
    Unit unit;
    unit.kind = named(kUnitKinds, statement.text(1), connection);
    if (!statement.is_null(2)) {
      unit.parent = statement.number(2);
      if (unit.parent >= document.units.size()) {
        connection.fail_corrupt("a clause stands before the clause it belongs to");
      }
    }
    unit.printed_label = select_span(connection, statement, 3, document.text);
    unit.text = select_span(connection, statement, 5, document.text);
    unit.line = statement.number(7);
    unit.path = statement.text(8);
    document.units.push_back(std::move(unit));
  }
}

void select_levels(Connection& connection, VersionId version, Document& document) {
  Statement statement(connection,
                      "SELECT unit, kind, ordinal, suffix FROM unit_levels WHERE version = ?"
                      " ORDER BY unit, number");
  statement.with(row(version));
  while (statement.step()) {
    const UnitId unit = statement.number(0);
    if (unit >= document.units.size()) connection.fail_corrupt("a label belongs to no clause");
    document.units[unit].label.levels.push_back({named(kLevelKinds, statement.text(1), connection),
                                                 statement.number(2), statement.text(3)});
  }
}

void select_segments(Connection& connection, VersionId version, Document& document) {
  Statement statement(connection,
                      "SELECT number, unit, text_begin, text_end FROM segments WHERE version = ?"
                      " ORDER BY number");
  statement.with(row(version));
  document.first_segment.assign(document.units.size() + 1, 0);
  UnitId last = 0;
  while (statement.step()) {
    expect_number(connection, statement, document.segments.size());
    const UnitId unit = statement.number(1);
    if (unit >= document.units.size() || unit < last) {
      connection.fail_corrupt("a sentence belongs to no clause");
    }
    last = unit;
    document.segments.push_back({select_span(connection, statement, 2, document.text), unit});
    document.first_segment[unit + 1] = static_cast<uint32_t>(document.segments.size());
  }
  for (std::size_t unit = 1; unit < document.first_segment.size(); ++unit) {
    document.first_segment[unit] =
        std::max(document.first_segment[unit], document.first_segment[unit - 1]);
  }
}

void select_places(Connection& connection, VersionId version, Document& document) {
  Statement places(connection, "SELECT at, line FROM places WHERE version = ? ORDER BY number");
  places.with(row(version));
  while (places.step()) document.places.push_back({places.number(0), places.number(1)});
  Statement replaced(connection,
                     "SELECT line, at, count FROM replacements WHERE version = ? ORDER BY number");
  replaced.with(row(version));
  while (replaced.step()) {
    document.replacements.push_back({replaced.number(0), replaced.number(1), replaced.number(2)});
  }
}

bool same_unit(const Unit& a, const Unit& b) {
  return a.kind == b.kind && a.label == b.label && a.parent == b.parent &&
         a.printed_label == b.printed_label && a.text == b.text && a.line == b.line &&
         a.path == b.path;
}

bool same_segment(const Segment& a, const Segment& b) {
  return a.span == b.span && a.unit == b.unit;
}

bool same_place(const Place& a, const Place& b) { return a.offset == b.offset && a.line == b.line; }

}  // namespace

void insert_document(Connection& connection, VersionId version, const Document& document,
                     std::string_view bytes) {
  Statement(connection, "INSERT INTO contents VALUES (?, ?, ?, ?, ?)")
      .with(row(version), Blob{hash128(bytes)}, Blob{hash128(document.text)}, document.text,
            Blob{bytes})
      .run();
  insert_units(connection, version, document);
  insert_segments(connection, version, document);
  insert_places(connection, version, document);
  index_segments(connection, version, document.text);
}

void index_segments(Connection& connection, VersionId version, std::string_view content) {
  Statement segment(connection, "SELECT id, text_begin, text_end FROM segments WHERE version = ?");
  Statement terms(connection, "INSERT INTO segment_terms (rowid, content) VALUES (?, ?)");
  segment.with(row(version));
  while (segment.step()) {
    const Span span{segment.number(1), segment.number(2)};
    if (span.begin > span.end || span.end > content.size()) {
      connection.fail_corrupt("a sentence lies outside its text");
    }
    terms.with(segment.integer(0), slice(content, span)).run();
  }
}

Document select_document(Connection& connection, VersionId version) {
  Statement head(connection,
                 "SELECT content, content_hash, language, file, encoding FROM versions"
                 " JOIN contents ON contents.version = versions.id"
                 " JOIN texts ON texts.id = versions.text WHERE versions.id = ?");
  if (!head.with(row(version)).step()) connection.fail_corrupt("a version has no contents");
  Document document;
  document.text = head.text(0);
  if (hash128(document.text) != head.text(1)) connection.fail_corrupt("a text has changed");
  document.language = head.text(2);
  document.file = head.text(3);
  document.encoding = head.text(4);
  select_units(connection, version, document);
  select_levels(connection, version, document);
  select_segments(connection, version, document);
  select_places(connection, version, document);
  return document;
}

bool reads_the_same(const Document& a, const Document& b) {
  const auto all = [](const auto& left, const auto& right, auto same) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
  };
  // Replacements follow from bytes and encoding.
  return a.text == b.text && a.language == b.language && a.encoding == b.encoding &&
         all(a.units, b.units, same_unit) && all(a.segments, b.segments, same_segment) &&
         all(a.places, b.places, same_place);
}

}  // namespace synoptic
