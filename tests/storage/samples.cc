#include "tests/storage/samples.h"

#include <stdlib.h>

#include <algorithm>

namespace synoptic::samples {

namespace {

bool same(const Bead& a, const Bead& b) {
  return a.original_end == b.original_end && a.translation_end == b.translation_end &&
         a.cost_nats == b.cost_nats;
}

bool same(const Link& a, const Link& b) {
  return a.original == b.original && a.translation == b.translation && a.cost_nats == b.cost_nats &&
         a.by == b.by && a.moved == b.moved &&
         std::equal(a.beads.begin(), a.beads.end(), b.beads.begin(), b.beads.end(),
                    [](const Bead& x, const Bead& y) { return same(x, y); });
}

bool same(const FindingSpan& a, const FindingSpan& b) {
  return a.unit == b.unit && a.span == b.span;
}

bool same(const Detail& a, const Detail& b) { return a.name == b.name && a.value == b.value; }

template <typename T>
bool all_same(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const T& x, const T& y) { return same(x, y); });
}

}  // namespace

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "synoptic-test-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Document document(const std::string& language, const std::vector<Clause>& clauses) {
  Document document;
  document.language = language;
  document.file = language + ".txt";
  document.encoding = "UTF-8";
  uint32_t line = 1;
  const auto append = [&](const std::string& text) {
    const auto begin = static_cast<uint32_t>(document.text.size());
    document.text += text;
    return Span{begin, static_cast<uint32_t>(document.text.size())};
  };
  for (const Clause& clause : clauses) {
    Unit unit;
    unit.path = clause.path;
    unit.line = line;
    document.places.push_back({static_cast<uint32_t>(document.text.size()), line});
    line += 2;
    if (clause.path == "title") {
      unit.kind = UnitKind::kTitle;
    } else {
      unit.label.levels = {{LevelKind::kArticle, unit.line, "bis"}, {LevelKind::kBullet, 0, ""}};
      unit.printed_label = append("Art. " + clause.path);
      append(" ");
      unit.parent = document.units.empty() ? kNoUnit : 0;
    }
    const auto id = static_cast<UnitId>(document.units.size());
    document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
    unit.text.begin = static_cast<uint32_t>(document.text.size());
    for (const std::string& sentence : clause.sentences) {
      document.segments.push_back({append(sentence), id});
      if (&sentence != &clause.sentences.back()) append(" ");
    }
    unit.text.end = static_cast<uint32_t>(document.text.size());
    append("\n");
    document.units.push_back(unit);
  }
  document.first_segment.push_back(static_cast<uint32_t>(document.segments.size()));
  return document;
}

Alignment alignment(const Document& original, const Document& translation) {
  Alignment alignment;
  alignment.length = {0.125, 0.3};
  const auto units = static_cast<UnitId>(std::min(original.units.size(), translation.units.size()));
  for (UnitId unit = 0; unit + 1 < units; ++unit) {
    Link link{{unit}, {unit}, 0.1 * (unit + 1), LinkSource::kLabel, unit % 2 == 1, {}};
    const auto count = [&](const Document& document) {
      return document.first_segment[unit + 1] - document.first_segment[unit];
    };
    if (count(original) == count(translation)) {
      for (uint32_t s = 1; s <= count(original); ++s) link.beads.push_back({s, s, 1.0 / s});
    } else {
      link.beads = {{count(original), count(translation), 2.5}};
    }
    alignment.links.push_back(link);
  }
  for (UnitId unit = units - 1; unit < original.units.size(); ++unit) {
    alignment.links.push_back({{unit}, {}, 7, LinkSource::kContent, false, {}});
  }
  for (UnitId unit = units - 1; unit < translation.units.size(); ++unit) {
    alignment.links.push_back({{}, {unit}, 7, LinkSource::kReviewer, false, {}});
  }
  return alignment;
}

std::vector<Finding> findings() {
  Finding missing{"missing-clause", Severity::kError, {2}, {}, {}, {}, {}};
  Finding number{"number",
                 Severity::kWarning,
                 {1, 2},
                 {1},
                 {{1, {3, 5}}, {kNoUnit, {0, 0}}},
                 {{1, {4, 9}}},
                 {{"expected", "13"}, {"found", ""}}};
  Finding whole{"heading-count", Severity::kInfo, {}, {}, {}, {}, {{"name", "1\t\"2\""}}};
  return {missing, number, whole};
}

Imported import(Store& store, const std::string& work, TextRole role, const std::string& bytes,
                const Document& document) {
  return store.import_version({work, role, bytes, "2020-01-02T03:04:05Z"}, document);
}

bool same(const Alignment& a, const Alignment& b) {
  return a.length.log_ratio == b.length.log_ratio && a.length.spread == b.length.spread &&
         all_same(a.links, b.links);
}

bool same(const Finding& a, const Finding& b) {
  return a.check == b.check && a.severity == b.severity && a.original == b.original &&
         a.translation == b.translation && all_same(a.original_spans, b.original_spans) &&
         all_same(a.translation_spans, b.translation_spans) && all_same(a.details, b.details);
}

}  // namespace synoptic::samples
