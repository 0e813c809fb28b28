#include "formats/docx_writer.h"

#include <algorithm>
#include <set>

#include "formats/tmx_writer.h"
#include "formats/zip_writer.h"
#include "text/messages.h"

namespace synoptic {

namespace {

// A4 across; lengths are twentieths of a point.
constexpr std::size_t kPageWidth = 16838;
constexpr std::size_t kPageHeight = 11906;
constexpr std::size_t kMargin = 720;
constexpr std::size_t kPathWidth = 1000;

constexpr std::size_t kNowhere = SIZE_MAX;  // no column

constexpr std::string_view kHeader =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kNamespace =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

constexpr std::string_view kContentTypes =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/comments.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/></Types>";

constexpr std::string_view kRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

constexpr std::string_view kDocumentRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/comments\" Target=\"comments.xml\"/></Relationships>";

constexpr std::string_view kStyles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" "
    "w:cs=\"Arial\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"21\"/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:spacing w:after=\"40\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
    "</w:style><w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/>"
    "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"120\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
    "<w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/></w:rPr></w:style>";

std::string_view shade_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "FDE1E3";
    case Severity::kWarning:
      return "FFECC2";
    case Severity::kInfo:
      return "DFECFF";
  }
  return "DFECFF";
}

std::string properties_of_cell(std::size_t width, std::string_view more) {
  return "<w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>" +
         std::string(more) + "</w:tcPr>";
}

// How a run looks; the order of the elements is that of the schema.
struct RunStyle {
  bool bold = false;
  std::string_view colour = {};
  std::string_view shade = {};
  bool right_to_left = false;
  std::string language = {};
};

std::string run(std::string_view text, const RunStyle& style) {
  std::string xml = "<w:r><w:rPr>";
  if (style.bold) xml += "<w:b/><w:bCs/>";
  if (!style.colour.empty()) xml += "<w:color w:val=\"" + std::string(style.colour) + "\"/>";
  if (!style.shade.empty()) {
    xml += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(style.shade) + "\"/>";
  }
  if (style.right_to_left) xml += "<w:rtl/>";
  if (!style.language.empty()) {
    const std::string tag = escape_xml(style.language);
    xml += "<w:lang w:val=\"" + tag + "\" w:eastAsia=\"" + tag + "\" w:bidi=\"" + tag + "\"/>";
  }
  xml += "</w:rPr>";
  while (true) {
    const std::size_t end = text.find_first_of("\n\t");
    xml += "<w:t xml:space=\"preserve\">" + escape_xml(text.substr(0, end)) + "</w:t>";
    if (end == std::string_view::npos) break;
    xml += text[end] == '\n' ? "<w:br/>" : "<w:tab/>";
    text.remove_prefix(end + 1);
  }
  return xml + "</w:r>";
}

std::string comment_start(uint32_t number) {
  return "<w:commentRangeStart w:id=\"" + std::to_string(number) + "\"/>";
}

std::string comment_end(uint32_t number) {
  const std::string id = std::to_string(number);
  return "<w:commentRangeEnd w:id=\"" + id + "\"/><w:r><w:commentReference w:id=\"" + id +
         "\"/></w:r>";
}

class Docx {
 public:
  explicit Docx(const ReviewSheet& sheet)
      : sheet_(sheet),
        width_((kPageWidth - 2 * kMargin - kPathWidth) / sheet.columns.size()),
        anchor_column_(sheet.findings.size() + 1) {
    for (const SheetRow& row : sheet.rows) {
      for (const SheetLine& line : row.lines) choose_anchors(line);
    }
    for (const uint32_t number : sheet.on_the_whole) anchor_column_[number] = kNowhere;
  }

  std::string document() {
    std::string xml(kHeader);
    xml += "<w:document" + std::string(kNamespace) + "><w:body>";
    xml += "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + run(sheet_.title, {}) + "</w:p>";
    for (const uint32_t number : sheet_.on_the_whole) {
      xml += "<w:p>" + run(sentence(number), {}) + "</w:p>";
    }
    xml += table() + "<w:p/><w:sectPr><w:pgSz w:w=\"" + std::to_string(kPageWidth) + "\" w:h=\"";
    xml += std::to_string(kPageHeight) + "\" w:orient=\"landscape\"/><w:pgMar";
    for (const char* side : {"top", "right", "bottom", "left", "header", "footer", "gutter"}) {
      const std::size_t length = side == std::string_view("gutter") ? 0 : kMargin;
      xml += " w:" + std::string(side) + "=\"" + std::to_string(length) + "\"";
    }
    return xml + "/></w:sectPr></w:body></w:document>\n";
  }

  std::string comments() const {
    std::string xml(kHeader);
    xml += "<w:comments" + std::string(kNamespace) + ">";
    for (const SheetRow& row : sheet_.rows) {
      for (const uint32_t number : row.findings) {
        xml += "<w:comment w:id=\"" + std::to_string(number) +
               "\" w:author=\"Synoptic\" w:initials=\"Sy\"><w:p>" + run(sentence(number), {}) +
               "</w:p></w:comment>";
      }
    }
    return xml + "</w:comments>\n";
  }

 private:
  const WordedFinding& worded(uint32_t number) const { return *sheet_.findings[number - 1]; }

  // "error: fr: 7.1: the message [number]".
  std::string sentence(uint32_t number) const {
    const WordedFinding& finding = worded(number);
    return translate(severity_id(finding.finding->severity)) + ": " +
           sheet_.columns[finding.translation + 1].language + ": " + finding.message + " [" +
           finding.finding->check + "]";
  }

  // A finding's comment stands at its words in the translation, else in the original.
  void choose_anchors(const SheetLine& line) {
    for (const SheetCell& cell : line.cells) {
      for (const SheetClause& clause : cell.clauses) {
        for (const auto* pieces : {&clause.label, &clause.text}) {
          for (const MarkedText& piece : *pieces) {
            for (const uint32_t number : piece.findings) {
              anchor_column_[number] = std::max(anchor_column_[number], cell.column + 1);
            }
          }
        }
      }
    }
  }

  std::string table() {
    std::string xml = "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      xml += "<w:" + std::string(side) +
             " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A0A0A0\"/>";
    }
    xml += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"";
    xml += std::to_string(kPathWidth) + "\"/>";
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) {
      xml += "<w:gridCol w:w=\"" + std::to_string(width_) + "\"/>";
    }
    xml += "</w:tblGrid>" + head();
    for (const SheetRow& row : sheet_.rows) {
      std::vector<std::size_t> spanned(sheet_.columns.size());  // lines that a cell still covers
      open_ = row.findings;
      for (const SheetLine& line : row.lines) xml += line_of(row, line, spanned);
    }
    return xml + "</w:tbl>";
  }

  std::string head() const {
    const std::string shade = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EAEE\"/>";
    std::string xml = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr><w:tc>";
    xml += properties_of_cell(kPathWidth, shade) + "<w:p>";
    xml += run(translate("Clause"), {true}) + "</w:p></w:tc>";
    for (const ReviewSheet::Column& column : sheet_.columns) {
      xml += "<w:tc>" + properties_of_cell(width_, shade) + "<w:p>";
      xml += run(column.name + " (" + column.language + ")", {true}) + "</w:p><w:p>";
      xml += run(column.file, {false, "565B66"}) + "</w:p></w:tc>";
    }
    return xml + "</w:tr>";
  }

  std::string line_of(const SheetRow& row, const SheetLine& line,
                      std::vector<std::size_t>& spanned) {
    const std::string path = row.extra_in == 0 ? line.path : "+" + line.path;
    std::string xml = "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>";
    xml += properties_of_cell(kPathWidth, "") + "<w:p>" + run(path, {}) + "</w:p></w:tc>";
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) {
      const auto at = std::find_if(line.cells.begin(), line.cells.end(),
                                   [&](const SheetCell& cell) { return cell.column == c; });
      if (at == line.cells.end()) {
        const char* merge = spanned[c] > 0 ? "<w:vMerge/>" : "";
        if (spanned[c] > 0) --spanned[c];
        xml += "<w:tc>" + properties_of_cell(width_, merge) + "<w:p/></w:tc>";
        continue;
      }
      spanned[c] = at->lines - 1;
      const char* merge = at->lines > 1 ? "<w:vMerge w:val=\"restart\"/>" : "";
      xml += "<w:tc>" + properties_of_cell(width_, merge) + paragraphs(*at) + "</w:tc>";
    }
    return xml + "</w:tr>";
  }

  // Findings of the row without words to stand at, in the cell of their language.
  std::vector<uint32_t> wordless(const SheetCell& cell) {
    std::vector<uint32_t> numbers;
    std::erase_if(open_, [&](uint32_t number) {
      if (anchor_column_[number] != 0 || worded(number).translation + 1 != cell.column)
        return false;
      numbers.push_back(number);
      return true;
    });
    return numbers;
  }

  std::string paragraphs(const SheetCell& cell) {
    const std::vector<uint32_t> numbers = wordless(cell);
    std::string before;
    std::string after;
    for (const uint32_t number : numbers) {
      before += comment_start(number);
      after += comment_end(number);
    }
    std::string xml;
    if (cell.clauses.empty()) {
      const std::string words = cell.missing ? "∅ " + translate("no counterpart") : "";
      return "<w:p>" + before + run(words, {false, "A3101D"}) + after + "</w:p>";
    }
    for (std::size_t i = 0; i < cell.clauses.size(); ++i) {
      const SheetClause& clause = cell.clauses[i];
      xml += clause.right_to_left ? "<w:p><w:pPr><w:bidi/></w:pPr>" : "<w:p>";
      if (i == 0) xml += before;
      if (!clause.label.empty()) {
        xml += pieces_of(cell, clause, clause.label, true);
        xml += run(" ", {});
      }
      xml += pieces_of(cell, clause, clause.text, false);
      if (i + 1 == cell.clauses.size()) xml += after;
      xml += "</w:p>";
    }
    return xml;
  }

  std::string pieces_of(const SheetCell& cell, const SheetClause& clause,
                        const std::vector<MarkedText>& pieces, bool bold) {
    std::string xml;
    for (const MarkedText& piece : pieces) {
      RunStyle style{bold, {}, {}, clause.right_to_left, sheet_.columns[cell.column].language};
      Severity worst = Severity::kInfo;
      for (const uint32_t number : piece.findings) {
        worst = std::max(worst, worded(number).finding->severity);
        const bool here = anchor_column_[number] == cell.column + 1;
        if (here && anchored_.insert(number).second) xml += comment_start(number);
      }
      if (!piece.findings.empty() && !piece.whole) style.shade = shade_of(worst);
      xml += run(piece.text, style);
      for (const uint32_t number : piece.ends) {
        const bool here = anchor_column_[number] == cell.column + 1;
        if (here && ended_.insert(number).second) xml += comment_end(number);
      }
    }
    return xml;
  }

  const ReviewSheet& sheet_;
  const std::size_t width_;
  std::vector<std::size_t> anchor_column_;  // by number: column + 1; 0: it has no words
  std::vector<uint32_t> open_;              // findings of the row that no comment stands for yet
  std::set<uint32_t> anchored_;
  std::set<uint32_t> ended_;
};

}  // namespace

std::string to_docx(const ReviewSheet& sheet) {
  Docx docx(sheet);
  std::string styles(kHeader);
  styles += "<w:styles" + std::string(kNamespace) + ">" + std::string(kStyles) + "</w:styles>\n";
  return to_zip(
      {{"[Content_Types].xml", std::string(kHeader) + std::string(kContentTypes)},
       {"_rels/.rels", std::string(kHeader) + std::string(kRelationships)},
       {"word/document.xml", docx.document()},
       {"word/_rels/document.xml.rels", std::string(kHeader) + std::string(kDocumentRelationships)},
       {"word/styles.xml", std::move(styles)},
       {"word/comments.xml", docx.comments()}});
}

}  // namespace synoptic
