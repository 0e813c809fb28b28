#include "formats/xliff_writer.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include "formats/tmx_writer.h"
#include "formats/xliff_reader.h"
#include "formats/xliff_rules.h"

namespace synoptic {

namespace {

constexpr std::pair<std::string_view, std::string_view> kIssueTypes[] = {
    {"missing-clause", "omission"},
    {"missing-text", "omission"},
    {"truncated", "omission"},
    {"item-count", "omission"},
    {"note-count", "omission"},
    {"heading-count", "omission"},
    {"extra-clause", "addition"},
    {"extra-text", "addition"},
    {"duplicate-clause", "duplication"},
    {"repeated-word", "duplication"},
    {"displaced-text", "mistranslation"},
    {"modality", "mistranslation"},
    {"negation", "mistranslation"},
    {"reference", "mistranslation"},
    {"citation", "mistranslation"},
    {"name", "mistranslation"},
    {"untranslated", "untranslated"},
    {"wrong-language", "untranslated"},
    {"length", "length"},
    {"number", "numbers"},
    {"amount", "numbers"},
    {"date", "numbers"},
    {"numbering-mismatch", "numbers"},
    {"numbering-sequence", "numbers"},
    {"term", "terminology"},
    {"forbidden-term", "terminology"},
    {"acronym", "terminology"},
    {"inconsistent-translation", "inconsistency"},
    {"inconsistent-source", "inconsistency"},
    {"bracket", "typographical"},
    {"quotation", "typographical"},
    {"end-punctuation", "typographical"},
    {"spacing", "whitespace"},
    {"script-mix", "characters"},
    {"encoding-damage", "characters"},
    {"control-character", "characters"},
    {"url", "internationalization"}};

constexpr int kSeverities[] = {25, 50, 100};  // of 100: info, warning, error

// An NMTOKEN of a path that differs from those of other paths: "7.1.•3#2" is "u7.1.i3_2".
std::string id_of(std::string_view path, std::set<std::string>& used) {
  std::string id = "u";
  for (std::size_t at = 0; at < path.size();) {
    const std::string_view rest = path.substr(at);
    if (rest.starts_with("•")) {
      id += 'i', at += std::string_view("•").size();
    } else if (rest.starts_with("¶")) {
      id += 'p', at += std::string_view("¶").size();
    } else {
      const char c = path[at++];
      const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                         (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
      id += plain ? c : '_';
    }
  }
  const std::string first = id;
  for (int i = 2; !used.insert(id).second; ++i) id = first + "_" + std::to_string(i);
  return id;
}

// Attributes keep line ends and tabs only where they are written as references.
std::string escape_attribute(std::string_view text) {
  std::string escaped;
  for (const char c : escape_xml(text)) {
    if (c == '\n' || c == '\t') {
      escaped += c == '\n' ? "&#10;" : "&#9;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escape_attribute(value) + "\"";
}

using Rows = std::vector<const ParallelText::Row*>;

class Writer {
 public:
  Writer(const ParallelText& parallel, std::size_t translation)
      : parallel_(parallel), translation_(translation) {}

  void unit(const Rows& rows, std::string& xliff) {
    std::vector<const ParallelText::Mark*> marks;
    std::string name;
    std::string paths;
    std::string labels[2];
    for (const ParallelText::Row* row : rows) {
      if (row->path != name) name += (name.empty() ? "" : " ") + row->path;
      paths += (paths.empty() ? "" : " ") + row->path;
      for (std::size_t side = 0; side < 2; ++side) {
        if (row != rows.front()) labels[side] += '\t';
        labels[side] += row->labels[side == 0 ? 0 : translation_];
      }
      for (const ParallelText::Mark& mark : row->marks) {
        if (mark.language == 0 || mark.language == translation_) marks.push_back(&mark);
      }
    }
    xliff += "    <unit" + attribute("id", id_of(rows.front()->path, ids_)) +
             attribute("name", name) + attribute("syn:path", paths);
    constexpr std::string_view kLabels[] = {"syn:sourceLabel", "syn:targetLabel"};
    for (std::size_t side = 0; side < 2; ++side) {
      const bool any = labels[side].find_first_not_of("\t\n") != std::string::npos;
      if (any) xliff += attribute(kLabels[side], labels[side]);
    }
    xliff += " xml:space=\"preserve\">\n";
    issues(rows, xliff);
    notes(marks, xliff);
    std::size_t number = 0;
    for (const ParallelText::Row* row : rows) segment(*row, ++number, xliff);
    xliff += "    </unit>\n";
  }

 private:
  // An xml:id is unique in the document.
  std::string issue_id(std::size_t number, std::size_t language) const {
    return "q" + std::to_string(ids_.size()) + "." + std::to_string(number) +
           (language == 0 ? "s" : "t");
  }

  bool marked(const ParallelText::Row& row, std::size_t language) const {
    return !row.cells[language].empty() &&
           std::any_of(row.marks.begin(), row.marks.end(),
                       [&](const auto& mark) { return mark.language == language; });
  }

  // The issues of a text stand apart, for there may be several.
  void issues(const Rows& rows, std::string& xliff) const {
    std::size_t number = 0;
    for (const ParallelText::Row* row : rows) {
      ++number;
      for (const std::size_t language : {std::size_t{0}, translation_}) {
        if (!marked(*row, language)) continue;
        xliff +=
            "      <its:locQualityIssues" + attribute("xml:id", issue_id(number, language)) + ">\n";
        for (const ParallelText::Mark& mark : row->marks) {
          if (mark.language != language) continue;
          xliff += "        <its:locQualityIssue" +
                   attribute("locQualityIssueType", its_issue_type(mark.check)) +
                   attribute("locQualityIssueComment", mark.check + ": " + mark.message) +
                   attribute("locQualityIssueSeverity",
                             std::to_string(kSeverities[static_cast<std::size_t>(mark.severity)])) +
                   "/>\n";
        }
        xliff += "      </its:locQualityIssues>\n";
      }
    }
  }

  void notes(const std::vector<const ParallelText::Mark*>& marks, std::string& xliff) const {
    if (marks.empty()) return;
    xliff += "      <notes>\n";
    for (const ParallelText::Mark* mark : marks) {
      xliff += "        <note" + attribute("appliesTo", mark->language == 0 ? "source" : "target") +
               attribute("category", mark->check) + ">" + escape_xml(mark->message) + "</note>\n";
    }
    xliff += "      </notes>\n";
  }

  void side(const ParallelText::Row& row, std::size_t language, std::size_t number,
            std::string& xliff) const {
    const std::string text = escape_xml(row.cells[language]);
    if (!marked(row, language)) {
      xliff += text;
      return;
    }
    xliff += "<mrk" + attribute("id", "m" + issue_id(number, language)) + " type=\"its:generic\"" +
             attribute("its:locQualityIssuesRef", "#its=" + issue_id(number, language)) + ">" +
             text + "</mrk>";
  }

  void segment(const ParallelText::Row& row, std::size_t number, std::string& xliff) const {
    const bool translated = !row.cells[translation_].empty();
    xliff += "      <segment" + attribute("id", "s" + std::to_string(number)) +
             attribute("state", translated ? "translated" : "initial") + ">\n        <source>";
    side(row, 0, number, xliff);
    xliff += "</source>\n";
    if (translated) {
      xliff += "        <target>";
      side(row, translation_, number, xliff);
      xliff += "</target>\n";
    }
    xliff += "      </segment>\n";
  }

  const ParallelText& parallel_;
  const std::size_t translation_;
  std::set<std::string> ids_;
};

bool share_clause(const ParallelText::Row& last, const ParallelText::Row& row) {
  const std::string_view before = last.path;
  const std::string_view path = row.path;
  return before.substr(before.rfind('+') + 1) == path.substr(0, path.find('+'));
}

}  // namespace

std::string_view its_issue_type(std::string_view check) {
  const auto found = std::find_if(std::begin(kIssueTypes), std::end(kIssueTypes),
                                  [&](const auto& pair) { return pair.first == check; });
  return found == std::end(kIssueTypes) ? "uncategorized" : found->second;
}

std::string to_xliff(const ParallelText& parallel, std::size_t translation,
                     std::string_view version, HalfEmpty half_empty) {
  std::string xliff = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.1\"";
  xliff += attribute("xmlns", kXliff2Space) + attribute("xmlns:its", kItsSpace) +
           attribute("xmlns:syn", kSynopticXliffSpace) + " its:version=\"2.0\"" +
           attribute("srcLang", parallel.languages[0]) +
           attribute("trgLang", parallel.languages[translation]) +
           attribute("its:annotatorsRef",
                     "localization-quality-issue|urn:synoptic:" + std::string(version)) +
           ">\n  <file id=\"f1\"" + attribute("original", parallel.work) + ">\n";
  Writer writer(parallel, translation);
  Rows rows;
  const auto flush = [&] {
    if (!rows.empty()) writer.unit(rows, xliff);
    rows.clear();
  };
  for (const ParallelText::Row& row : parallel.rows) {
    const bool target = !row.cells[translation].empty();
    // A <segment> has a source; what only the translation has is written with an empty one.
    const bool any = target || !row.cells[0].empty();
    const bool both = target && !row.cells[0].empty();
    if (!any || (!both && half_empty == HalfEmpty::kLeftOut)) continue;
    if (!rows.empty() && !share_clause(*rows.back(), row)) flush();
    rows.push_back(&row);
  }
  flush();
  return xliff + "  </file>\n</xliff>\n";
}

}  // namespace synoptic
