#include "checks/clause_facts.h"

#include <algorithm>
#include <cmath>

#include "checks/declarations.h"
#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

bool is_numbered(const Unit& unit) { return !unit.label.levels.empty() && !is_bullet(unit); }

std::vector<uint32_t> link_of_original(const CheckInput& input) {
  std::vector<uint32_t> links(input.original.units.size());
  for (uint32_t l = 0; l < input.alignment.links.size(); ++l) {
    for (const UnitId unit : input.alignment.links[l].original) links[unit] = l;
  }
  return links;
}

std::vector<uint32_t> link_of_translation(const CheckInput& input) {
  std::vector<uint32_t> links(input.translation.units.size());
  for (uint32_t l = 0; l < input.alignment.links.size(); ++l) {
    for (const UnitId unit : input.alignment.links[l].translation) links[unit] = l;
  }
  return links;
}

bool is_one_to_one(const Link& link) {
  return link.original.size() == 1 && link.translation.size() == 1;
}

bool is_minor(const Document& document, UnitId unit) {
  constexpr std::size_t kMostCharacters = 60;
  if (!document.units[unit].label.levels.empty()) return false;
  const std::string_view text = document.text_of(unit);
  return count_characters(text) <= kMostCharacters && !ends_with_stop(text);
}

double length_of(const Document& document, const std::vector<UnitId>& units) {
  double length = 0;
  for (const UnitId unit : units) {
    length += static_cast<double>(count_characters(document.text_of(unit)));
  }
  return length;
}

std::string paths_of(const Document& document, const std::vector<UnitId>& units) {
  std::string paths;
  for (const UnitId unit : units) {
    if (!paths.empty()) paths += ", ";
    paths += document.units[unit].path;
  }
  return paths;
}

std::string opening_of(const Document& document, UnitId unit) {
  constexpr std::size_t kCharacters = 40;
  const std::string_view text = document.text_of(unit);
  std::size_t at = 0;
  std::size_t word = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) word = at;
    if (count == kCharacters) {
      return std::string(text.substr(0, word > 0 ? word : at)) + "…";
    }
    at += c.bytes;
  }
  return std::string(text);
}

std::string bare_text(std::string_view text) {
  const std::string folded = fold(text);
  std::string bare;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    if (is_letter(c.value) || is_digit(c.value)) bare += folded.substr(at, c.bytes);
    at += c.bytes;
  }
  return bare;
}

bool ends_finished(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint c = code_point_before(text, end);
    if (ends_clause(c.value)) return true;
    if (is_letter(c.value) || is_digit(c.value)) return false;
    end -= c.bytes;
  }
  return false;
}

bool ends_with_stop(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint c = code_point_before(text, end);
    if (ends_sentence(c.value) || c.value == ';' || c.value == 0xFF1B || c.value == 0x061B)
      return true;
    if (is_letter(c.value) || is_digit(c.value) || ends_clause(c.value)) return false;
    end -= c.bytes;
  }
  return false;
}

bool parts_clause(char32_t c) {
  return c == ';' || c == ':' || c == 0xFF1B || c == 0xFF1A || c == 0x061B || c == 0x1363 ||
         c == 0x1364 || c == 0x1365;
}

bool ends_with_link_word(std::string_view text) {
  constexpr std::size_t kMostCharacters = 12;
  std::size_t end = text.size();
  for (std::size_t letters = 0; end > 0 && letters <= kMostCharacters;) {
    const CodePoint c = code_point_before(text, end);
    if (c.value == ';' || c.value == ',' || c.value == 0xFF1B || c.value == 0x061B ||
        c.value == 0x060C || c.value == 0xFF0C || c.value == 0x3001) {
      return true;
    }
    letters += !is_space(c.value);
    end -= c.bytes;
  }
  return false;
}

bool is_heading_text(const Document& document, UnitId unit) {
  constexpr std::size_t kMostCharacters = 80;
  const std::string_view text = document.text_of(unit);
  return count_characters(text) <= kMostCharacters && !ends_finished(text);
}

std::string percent_of_expected(const LengthDeviation& deviation) {
  return std::to_string(std::lround(100 * std::exp(deviation.log_ratio)));
}

bool is_flagged(const std::vector<Finding>& findings, UnitId translation,
                std::initializer_list<const Check*> checks) {
  for (const Finding& finding : findings) {
    const auto& units = finding.translation;
    if (std::find(units.begin(), units.end(), translation) == units.end()) continue;
    for (const Check* check : checks) {
      if (finding.check == check->id) return true;
    }
  }
  return false;
}

bool lost_with_text(const std::vector<Finding>& findings, UnitId translation) {
  return is_flagged(findings, translation,
                    {&kTruncated, &kMissingText, &kUntranslated, &kWrongLanguage});
}

bool same_language(std::string_view a, std::string_view b) {
  const auto primary = [](std::string_view tag) { return tag.substr(0, tag.find('-')); };
  return !a.empty() && primary(a) == primary(b);
}

Finding finding_of(const Check& check, const CheckInput& input, const Link& link) {
  Finding finding;
  finding.check = check.id;
  finding.severity = check.severity;
  finding.original = link.original;
  finding.translation = link.translation;
  for (const UnitId unit : link.original)
    finding.original_spans.push_back(whole(input.original, unit));
  for (const UnitId unit : link.translation) {
    finding.translation_spans.push_back(whole(input.translation, unit));
  }
  finding.details = {{"path", paths_of(input.original, link.original)},
                     {"found", paths_of(input.translation, link.translation)}};
  return finding;
}

void join(Finding& finding, const Finding& more) {
  const auto append = [](auto& to, const auto& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  append(finding.original, more.original);
  append(finding.translation, more.translation);
  append(finding.original_spans, more.original_spans);
  append(finding.translation_spans, more.translation_spans);
}

FindingSpan whole(const Document& document, UnitId unit) {
  return {unit, document.units[unit].text};
}

}  // namespace synoptic
