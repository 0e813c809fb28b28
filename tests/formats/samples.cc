#include "tests/formats/samples.h"

#include <zip.h>

#include <map>
#include <stdexcept>
#include <utility>

namespace synoptic::samples {

namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
const std::string kWord =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
const std::string kOpenDocument =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
const std::string kRelations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationships(const std::vector<std::pair<std::string, std::string>>& all) {
  std::string xml =
      kHead +
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& [type, target] : all) {
    xml += "<Relationship Id=\"" + type + "\" Type=\"" + kRelations + type + "\" Target=\"" +
           target + "\"/>";
  }
  return xml + "</Relationships>";
}

void need(bool done) {
  if (!done) throw std::runtime_error("libzip did not pack a sample");
}

}  // namespace

std::string zip_of(const std::vector<SampleEntry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, &error);
  need(archive != nullptr);
  zip_source_keep(buffer);
  for (const SampleEntry& entry : entries) {
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    need(index >= 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                             entry.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
  }
  need(zip_close(archive) == 0);
  zip_stat_t stat;
  zip_source_stat(buffer, &stat);
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  need(zip_source_open(buffer) == 0);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  zip_error_fini(&error);
  return bytes;
}

std::string docx_of(const Docx& docx) {
  std::vector<SampleEntry> entries = {
      {"[Content_Types].xml", kHead + "<Types/>"},
      {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
      {"word/document.xml",
       kHead + "<w:document" + kWord + "><w:body>" + docx.body + "</w:body></w:document>"}};
  std::vector<std::pair<std::string, std::string>> related;
  const auto add = [&](const std::string& type, const std::string& xml) {
    if (xml.empty()) return;
    related.emplace_back(type, type + ".xml");
    const std::string root = "w:" + type;
    entries.push_back(
        {"word/" + type + ".xml", kHead + "<" + root + kWord + ">" + xml + "</" + root + ">"});
  };
  add("numbering", docx.numbering);
  add("styles", docx.styles);
  add("footnotes", docx.footnotes);
  add("endnotes", docx.endnotes);
  add("settings", docx.settings);
  entries.push_back({"word/_rels/document.xml.rels", relationships(related)});
  return zip_of(entries);
}

std::string odt_of(const Odt& odt) {
  return zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.text", false},
       {"styles.xml", kHead + "<office:document-styles" + kOpenDocument + "><office:styles>" +
                          odt.styles + "</office:styles></office:document-styles>"},
       {"content.xml", kHead + "<office:document-content" + kOpenDocument +
                           "><office:automatic-styles>" + odt.automatic_styles +
                           "</office:automatic-styles><office:body><office:text>" + odt.body +
                           "</office:text></office:body></office:document-content>"}});
}

std::vector<std::string> lines_of(const Text& text) {
  std::vector<std::string> lines;
  for (const Line& line : text.lines) lines.emplace_back(slice(text.bytes, line.span));
  return lines;
}

std::vector<std::string> described_lines(const Text& text) {
  constexpr const char* kRoles[] = {"unknown", "body", "heading", "item", "cell", "note"};
  std::vector<std::string> lines;
  for (const Line& line : text.lines) {
    lines.push_back(std::to_string(line.number) + ' ' + kRoles[static_cast<int>(line.role)] + ": " +
                    std::string(slice(text.bytes, line.span)));
  }
  return lines;
}

std::string pdf_of_contents(const std::vector<std::string>& contents,
                            const std::vector<std::string>& more, const std::string& trailer) {
  constexpr std::size_t kFirstPage = 200;
  constexpr std::size_t kFirstMore = 100;
  std::map<std::size_t, std::string> objects;
  std::string kids;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const std::size_t page = kFirstPage + 2 * i;
    kids += std::to_string(page) + " 0 R ";
    objects[page] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " +
                    std::to_string(page + 1) +
                    " 0 R/Resources<</Font<</F 3 0 R>>/XObject<</X 100 0 R>>>>>>";
    objects[page + 1] = "<</Length " + std::to_string(contents[i].size()) + ">>stream\n" +
                        contents[i] + "\nendstream";
  }
  objects[1] = "<</Type/Catalog/Pages 2 0 R>>";
  objects[2] = "<</Type/Pages/Count " + std::to_string(contents.size()) + "/Kids[" + kids + "]>>";
  objects[3] = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>";
  for (std::size_t i = 0; i < more.size(); ++i) objects[kFirstMore + i] = more[i];
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 1\n0000000000 65535 f \n";
  for (const auto& [number, object] : objects) {
    std::string offset = std::to_string(pdf.size());
    offset.insert(0, 10 - offset.size(), '0');
    table += std::to_string(number) + " 1\n" + offset + " 00000 n \n";
    pdf += std::to_string(number) + " 0 obj\n" + object + "\nendobj\n";
  }
  return pdf + table + "trailer<</Size 1000/Root 1 0 R" + trailer + ">>\nstartxref\n" +
         std::to_string(pdf.size()) + "\n%%EOF\n";
}

std::string pdf_of(const std::vector<std::vector<PdfPiece>>& pages, const std::string& trailer) {
  std::vector<std::string> contents;
  for (const auto& pieces : pages) {
    std::string content;
    for (const PdfPiece& piece : pieces) {
      std::string text;
      for (const char c : piece.text) {
        if (c == '(' || c == ')' || c == '\\') text += '\\';
        text += c;
      }
      content += "BT /F " + std::to_string(piece.size) + " Tf " + std::to_string(piece.left) + ' ' +
                 std::to_string(842 - piece.top) + " Td (" + text + ") Tj ET\n";
    }
    contents.push_back(std::move(content));
  }
  return pdf_of_contents(contents, {}, trailer);
}

}  // namespace synoptic::samples
