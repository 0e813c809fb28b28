#include "cli/comparison_json.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "align/inline_lists.h"
#include "checks/check.h"

namespace synoptic {

namespace {

using nlohmann::json;

std::string_view source_name(LinkSource source) {
  switch (source) {
    case LinkSource::kLabel:
      return "label";
    case LinkSource::kContent:
      return "content";
    case LinkSource::kReviewer:
      return "reviewer";
  }
  return "content";
}

// Segments of a link's side in order, as bead ends count them.
std::vector<std::string_view> segments_of(const Document& document,
                                          const std::vector<UnitId>& units) {
  std::vector<std::string_view> texts;
  for (const UnitId unit : units) {
    for (uint32_t s = document.first_segment[unit]; s < document.first_segment[unit + 1]; ++s) {
      texts.push_back(slice(document.text, document.segments[s].span));
    }
  }
  return texts;
}

// A label on a line of its own is also a printed line like any other.  A unit holds its label and
// its text in one; who works by lines ("Article 5" beside "Artikel 5") gets the line as well.
bool has_label_line(const Document& document, UnitId id) {
  const Unit& unit = document.units[id];
  return !unit.printed_label.empty() && !unit.text.empty() &&
         document.text[unit.printed_label.end] == '\n';
}

// Behind the ids of the units, so that these stay what they are.
UnitId label_line_id(const Document& document, UnitId id) {
  return static_cast<UnitId>(document.units.size()) + id;
}

json label_line_json(const Document& document, UnitId id) {
  const Unit& unit = document.units[id];
  return {{"id", label_line_id(document, id)},
          {"path", unit.path + ".label"},
          {"label", document.label_of(id)},
          {"kind", "label"},
          {"text", ""},
          {"line", unit.line}};
}

std::vector<UnitId> with_label_lines(const Document& document, const std::vector<UnitId>& units) {
  std::vector<UnitId> lines;
  std::copy_if(units.begin(), units.end(), std::back_inserter(lines),
               [&](UnitId id) { return has_label_line(document, id); });
  return lines;
}

// The label lines of a link: pairs in order; one without counterpart belongs to the text's pair.
struct LabelLines {
  json pairs = json::array();
  std::vector<UnitId> original;
  std::vector<UnitId> translation;
};

LabelLines label_lines(const Comparison& comparison, const Link& link) {
  const Document& original = *comparison.original;
  const Document& translation = comparison.translation;
  const std::vector<UnitId> left = with_label_lines(original, link.original);
  const std::vector<UnitId> right = with_label_lines(translation, link.translation);
  LabelLines lines;
  const std::size_t pairs = std::min(left.size(), right.size());
  for (std::size_t i = 0; i < pairs; ++i) {
    lines.pairs.push_back({{"original", {label_line_id(original, left[i])}},
                           {"translation", {label_line_id(translation, right[i])}},
                           {"by", source_name(link.by)},
                           {"moved", link.moved},
                           {"cost", 0},
                           {"beads", json::array()}});
  }
  for (std::size_t i = pairs; i < left.size(); ++i) {
    lines.original.push_back(label_line_id(original, left[i]));
  }
  for (std::size_t i = pairs; i < right.size(); ++i) {
    lines.translation.push_back(label_line_id(translation, right[i]));
  }
  return lines;
}

std::vector<UnitId> joined(std::vector<UnitId> units, const std::vector<UnitId>& lines) {
  units.insert(units.end(), lines.begin(), lines.end());
  return units;
}

json link_json(const Comparison& comparison, const Link& link, const LabelLines& lines) {
  const auto original = segments_of(*comparison.original, link.original);
  const auto translation = segments_of(comparison.translation, link.translation);
  json beads = json::array();
  uint32_t from_original = 0;
  uint32_t from_translation = 0;
  const auto cut = [](const auto& all, uint32_t from, uint32_t to) {
    return json(std::vector<std::string_view>(all.begin() + from, all.begin() + to));
  };
  for (const Bead& bead : link.beads) {
    beads.push_back({{"original", cut(original, from_original, bead.original_end)},
                     {"translation", cut(translation, from_translation, bead.translation_end)}});
    from_original = bead.original_end;
    from_translation = bead.translation_end;
  }
  return {{"original", joined(link.original, lines.original)},
          {"translation", joined(link.translation, lines.translation)},
          {"by", source_name(link.by)},
          {"moved", link.moved},
          {"cost", link.cost_nats},
          {"beads", std::move(beads)}};
}

// Offsets count bytes of the unit's text as it stands in "units".
json spans_json(const Document& document, const std::vector<FindingSpan>& spans) {
  json all = json::array();
  for (const FindingSpan& span : spans) {
    const uint32_t begin = document.units[span.unit].text.begin;
    all.push_back({span.unit, span.span.begin - begin, span.span.end - begin});
  }
  return all;
}

// The text of a unit with the items inside it, as printed.
std::string_view whole_paragraph(const Document& document, UnitId id) {
  Span span = document.units[id].text;
  while (id + 1 < document.units.size() && is_inside_paragraph(document, id + 1)) {
    span.end = document.units[++id].text.end;
  }
  return slice(document.text, span);
}

}  // namespace

std::string_view unit_kind_name(UnitKind kind) {
  switch (kind) {
    case UnitKind::kTitle:
      return "title";
    case UnitKind::kHeading:
      return "heading";
    case UnitKind::kParagraph:
      return "paragraph";
    case UnitKind::kItem:
      return "item";
    case UnitKind::kNote:
      return "note";
    case UnitKind::kCell:
      return "cell";
  }
  return "paragraph";
}

json document_json(const Document& document) {
  json units = json::array();
  UnitId paragraph = 0;
  for (UnitId id = 0; id < document.units.size(); ++id) {
    const Unit& unit = document.units[id];
    if (has_label_line(document, id)) units.push_back(label_line_json(document, id));
    json object = {{"id", id},
                   {"path", unit.path},
                   {"label", document.label_of(id)},
                   {"kind", unit_kind_name(unit.kind)},
                   {"text", document.text_of(id)},
                   {"line", unit.line}};
    if (!unit.alias.empty()) object["alias"] = unit.alias;
    if (is_inside_paragraph(document, id)) {
      object["inside"] = paragraph;
    } else {
      paragraph = id;
      object["text"] = whole_paragraph(document, id);
    }
    units.push_back(std::move(object));
  }
  return {{"file", document.file},
          {"language", document.language},
          {"encoding", document.encoding},
          {"units", std::move(units)}};
}

json finding_json(const Comparison& comparison, const Finding& finding) {
  json details = json::object();
  for (const Detail& detail : finding.details) details[detail.name] = detail.value;
  return {{"check", finding.check},
          {"severity", severity_name(finding.severity)},
          {"original", finding.original},
          {"translation", finding.translation},
          {"message", message_of(finding, Audience::kProgram)},
          {"details", std::move(details)},
          {"spans",
           {{"original", spans_json(*comparison.original, finding.original_spans)},
            {"translation", spans_json(comparison.translation, finding.translation_spans)}}}};
}

json pairs_json(const Comparison& comparison) {
  json pairs = json::array();
  for (const Link& link : comparison.alignment.links) {
    LabelLines lines = label_lines(comparison, link);
    for (json& pair : lines.pairs) pairs.push_back(std::move(pair));
    pairs.push_back(link_json(comparison, link, lines));
  }
  return pairs;
}

json dismissed_json(const Comparison& comparison, const DismissedFinding& dismissed) {
  json made = finding_json(comparison, dismissed.finding);
  made["dismissed"] = {
      {"reason", dismissed.reason}, {"author", dismissed.author}, {"date", dismissed.date}};
  return made;
}

json findings_json(const Comparison& comparison, Dismissed dismissed) {
  json findings = json::array();
  for (const Finding& finding : comparison.findings) {
    findings.push_back(finding_json(comparison, finding));
  }
  if (dismissed == Dismissed::kLeftOut) return findings;
  for (const DismissedFinding& finding : comparison.dismissed) {
    findings.push_back(dismissed_json(comparison, finding));
  }
  return findings;
}

std::string to_json(const Comparison& comparison, Dismissed dismissed) {
  const json all = {{"original", document_json(*comparison.original)},
                    {"translation", document_json(comparison.translation)},
                    {"pairs", pairs_json(comparison)},
                    {"findings", findings_json(comparison, dismissed)}};
  return all.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace synoptic
