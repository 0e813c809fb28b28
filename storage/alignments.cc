// Alignments and findings of the store.
#include <algorithm>

#include "storage/document_rows.h"
#include "storage/names.h"
#include "storage/store.h"

namespace synoptic {

namespace {

std::optional<int64_t> alignment_row(Connection& connection, const VersionPair& pair) {
  Statement find(connection, "SELECT id FROM alignments WHERE original = ? AND translation = ?");
  if (!find.with(row(pair.original), row(pair.translation)).step()) return std::nullopt;
  return find.integer(0);
}

void insert_links(Connection& connection, int64_t alignment, const VersionPair& pair,
                  const std::vector<Link>& links) {
  Statement link_row(connection, "INSERT INTO links VALUES (?, ?, ?, ?, ?)");
  Statement unit_row(connection, "INSERT INTO link_units VALUES (?, ?, ?, ?)");
  Statement bead_row(connection, "INSERT INTO beads VALUES (?, ?, ?, ?, ?, ?)");
  for (uint32_t number = 0; number < links.size(); ++number) {
    const Link& link = links[number];
    link_row
        .with(alignment, number, link.cost_nats, name_of(kLinkSources, link.by),
              static_cast<int64_t>(link.moved))
        .run();
    for (const UnitId unit : link.original) {
      unit_row.with(alignment, row(pair.original), unit, number).run();
    }
    for (const UnitId unit : link.translation) {
      unit_row.with(alignment, row(pair.translation), unit, number).run();
    }
    uint32_t place = 0;
    for (const Bead& bead : link.beads) {
      bead_row
          .with(alignment, number, place++, bead.original_end, bead.translation_end, bead.cost_nats)
          .run();
    }
  }
}

class FindingRows {
 public:
  FindingRows(Connection& connection, int64_t alignment, const VersionPair& pair)
      : alignment_(alignment),
        pair_(pair),
        finding_(connection, "INSERT INTO findings VALUES (?, ?, ?, ?)"),
        place_(connection, "INSERT INTO finding_places VALUES (?, ?, ?, ?, ?, ?, ?)"),
        detail_(connection, "INSERT INTO finding_details VALUES (?, ?, ?, ?, ?)") {}

  void insert(uint32_t number, const Finding& finding) {
    number_ = number;
    place_count_ = 0;
    finding_.with(alignment_, number, finding.check, name_of(kSeverities, finding.severity)).run();
    for (const UnitId unit : finding.original) insert_place(pair_.original, {unit, {}}, false);
    for (const UnitId unit : finding.translation) {
      insert_place(pair_.translation, {unit, {}}, false);
    }
    for (const FindingSpan& span : finding.original_spans) insert_place(pair_.original, span, true);
    for (const FindingSpan& span : finding.translation_spans) {
      insert_place(pair_.translation, span, true);
    }
    uint32_t place = 0;
    for (const Detail& detail : finding.details) {
      detail_.with(alignment_, number, place++, detail.name, detail.value).run();
    }
  }

 private:
  void insert_place(VersionId version, const FindingSpan& at, bool with_span) {
    std::optional<int64_t> unit, begin, end;
    if (at.unit != kNoUnit) unit = at.unit;
    if (with_span) {
      begin = at.span.begin;
      end = at.span.end;
    }
    place_.with(alignment_, number_, place_count_++, row(version), unit, begin, end).run();
  }

  int64_t alignment_;
  VersionPair pair_;
  Statement finding_;
  Statement place_;
  Statement detail_;
  uint32_t number_ = 0;
  uint32_t place_count_ = 0;
};

// How many sentences each unit has.
std::vector<uint32_t> segment_counts(Connection& connection, VersionId version) {
  Statement units(connection, "SELECT count(*) FROM units WHERE version = ?");
  units.with(row(version)).step();
  std::vector<uint32_t> counts(units.number(0), 0);
  Statement segments(connection,
                     "SELECT unit, count(*) FROM segments WHERE version = ? GROUP BY unit");
  segments.with(row(version));
  while (segments.step()) {
    if (segments.number(0) >= counts.size()) {
      connection.fail_corrupt("a sentence belongs to no clause");
    }
    counts[segments.number(0)] = segments.number(1);
  }
  return counts;
}

void select_links(Connection& connection, int64_t alignment, std::vector<Link>& links) {
  Statement statement(connection,
                      "SELECT number, cost_nats, source, moved FROM links WHERE alignment = ?"
                      " ORDER BY number");
  statement.with(alignment);
  while (statement.step()) {
    if (statement.number(0) != links.size()) connection.fail_corrupt("a pair of clauses is lost");
    Link link;
    link.cost_nats = statement.real(1);
    link.by = named(kLinkSources, statement.text(2), connection);
    link.moved = statement.integer(3) != 0;
    links.push_back(std::move(link));
  }
}

void select_link_units(Connection& connection, int64_t alignment, const VersionPair& pair,
                       std::vector<Link>& links) {
  Statement statement(connection,
                      "SELECT link, version, unit FROM link_units WHERE alignment = ?"
                      " ORDER BY version, unit");
  statement.with(alignment);
  while (statement.step()) {
    const uint32_t link = statement.number(0);
    if (link >= links.size()) connection.fail_corrupt("a clause is paired with nothing known");
    const bool original = statement.integer(1) == row(pair.original);
    (original ? links[link].original : links[link].translation).push_back(statement.number(2));
  }
}

void select_beads(Connection& connection, int64_t alignment, std::vector<Link>& links) {
  Statement statement(connection,
                      "SELECT link, original_end, translation_end, cost_nats FROM beads"
                      " WHERE alignment = ? ORDER BY link, number");
  statement.with(alignment);
  while (statement.step()) {
    const uint32_t link = statement.number(0);
    if (link >= links.size()) connection.fail_corrupt("paired sentences belong to no clause");
    links[link].beads.push_back({statement.number(1), statement.number(2), statement.real(3)});
  }
}

// What reads an alignment goes by the ends of beads: they may not lie past the sentences.
void check_links(Connection& connection, const VersionPair& pair, const std::vector<Link>& links) {
  const std::vector<uint32_t> original = segment_counts(connection, pair.original);
  const std::vector<uint32_t> translation = segment_counts(connection, pair.translation);
  const auto total = [&](const std::vector<UnitId>& units, const std::vector<uint32_t>& counts) {
    uint32_t sum = 0;
    for (const UnitId unit : units) {
      if (unit >= counts.size()) connection.fail_corrupt("a pair names a clause that is not there");
      sum += counts[unit];
    }
    return sum;
  };
  for (const Link& link : links) {
    const uint32_t original_total = total(link.original, original);
    const uint32_t translation_total = total(link.translation, translation);
    Bead before;
    for (const Bead& bead : link.beads) {
      if (bead.original_end < before.original_end || bead.original_end > original_total ||
          bead.translation_end < before.translation_end ||
          bead.translation_end > translation_total) {
        connection.fail_corrupt("paired sentences lie outside their clause");
      }
      before = bead;
    }
  }
}

void select_places(Connection& connection, int64_t alignment, const VersionPair& pair,
                   std::vector<Finding>& findings) {
  Statement statement(connection,
                      "SELECT finding, version, unit, span_begin, span_end FROM finding_places"
                      " WHERE alignment = ? ORDER BY finding, number");
  statement.with(alignment);
  while (statement.step()) {
    if (statement.number(0) >= findings.size()) connection.fail_corrupt("a finding is lost");
    Finding& finding = findings[statement.number(0)];
    const bool original = statement.integer(1) == row(pair.original);
    const UnitId unit = statement.is_null(2) ? kNoUnit : statement.number(2);
    if (statement.is_null(3)) {
      (original ? finding.original : finding.translation).push_back(unit);
    } else {
      (original ? finding.original_spans : finding.translation_spans)
          .push_back({unit, {statement.number(3), statement.number(4)}});
    }
  }
}

void select_details(Connection& connection, int64_t alignment, std::vector<Finding>& findings) {
  Statement statement(connection,
                      "SELECT finding, name, value FROM finding_details WHERE alignment = ?"
                      " ORDER BY finding, number");
  statement.with(alignment);
  while (statement.step()) {
    if (statement.number(0) >= findings.size()) connection.fail_corrupt("a finding is lost");
    findings[statement.number(0)].details.push_back({statement.text(1), statement.text(2)});
  }
}

}  // namespace

void Store::put_alignment(const VersionPair& pair, const Alignment& alignment,
                          const std::vector<Finding>& findings) {
  Transaction transaction(connection_, Access::kWrite);
  Statement(connection_, "DELETE FROM alignments WHERE original = ? AND translation = ?")
      .with(row(pair.original), row(pair.translation))
      .run();
  Statement(connection_,
            "INSERT INTO alignments (original, translation, length_log_ratio, length_spread)"
            " VALUES (?, ?, ?, ?)")
      .with(row(pair.original), row(pair.translation), alignment.length.log_ratio,
            alignment.length.spread)
      .run();
  const int64_t id = connection_.last_row();
  insert_links(connection_, id, pair, alignment.links);
  FindingRows rows(connection_, id, pair);
  for (uint32_t number = 0; number < findings.size(); ++number) {
    rows.insert(number, findings[number]);
  }
  transaction.commit();
}

std::optional<Alignment> Store::load_alignment(const VersionPair& pair) {
  Transaction transaction(connection_, Access::kRead);
  const std::optional<int64_t> id = alignment_row(connection_, pair);
  if (!id) return std::nullopt;
  Alignment alignment;
  Statement length(connection_,
                   "SELECT length_log_ratio, length_spread FROM alignments WHERE id = ?");
  length.with(*id).step();
  alignment.length = {length.real(0), length.real(1)};
  select_links(connection_, *id, alignment.links);
  select_link_units(connection_, *id, pair, alignment.links);
  select_beads(connection_, *id, alignment.links);
  check_links(connection_, pair, alignment.links);
  return alignment;
}

std::vector<Finding> Store::load_findings(const VersionPair& pair) {
  Transaction transaction(connection_, Access::kRead);
  std::vector<Finding> findings;
  const std::optional<int64_t> id = alignment_row(connection_, pair);
  if (!id) return findings;
  Statement statement(connection_,
                      "SELECT number, check_id, severity FROM findings WHERE alignment = ?"
                      " ORDER BY number");
  statement.with(*id);
  while (statement.step()) {
    if (statement.number(0) != findings.size()) connection_.fail_corrupt("a finding is lost");
    Finding finding;
    finding.check = statement.text(1);
    finding.severity = named(kSeverities, statement.text(2), connection_);
    findings.push_back(std::move(finding));
  }
  select_places(connection_, *id, pair, findings);
  select_details(connection_, *id, findings);
  return findings;
}

std::optional<PairCounts> Store::count(const VersionPair& pair) {
  Transaction transaction(connection_, Access::kRead);
  const std::optional<int64_t> id = alignment_row(connection_, pair);
  if (!id) return std::nullopt;
  PairCounts counts;
  Statement units(connection_,
                  "SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM link_units AS other"
                  " WHERE other.alignment = mine.alignment AND other.link = mine.link"
                  " AND other.version <> mine.version)), 0)"
                  " FROM link_units AS mine WHERE alignment = ? AND version = ?");
  units.with(*id, row(pair.original)).step();
  counts.original_units = units.number(0);
  counts.original_paired = units.number(1);
  units.with(*id, row(pair.translation)).step();
  counts.translation_units = units.number(0);
  counts.translation_paired = units.number(1);
  Statement findings(connection_,
                     "SELECT severity, count(*) FROM findings WHERE alignment = ?"
                     " GROUP BY severity");
  findings.with(*id);
  while (findings.step()) {
    const Severity severity = named(kSeverities, findings.text(0), connection_);
    (severity == Severity::kError     ? counts.errors
     : severity == Severity::kWarning ? counts.warnings
                                      : counts.infos) = findings.number(1);
  }
  return counts;
}

}  // namespace synoptic
