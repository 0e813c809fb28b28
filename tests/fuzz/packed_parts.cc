#include "tests/fuzz/packed_parts.h"

#include <algorithm>
#include <array>

#include "tests/formats/samples.h"

namespace synoptic::fuzz {

namespace {

constexpr char kParts = 'P';
constexpr char kBetween = '\x1E';
constexpr std::string_view kSheets =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string xlsx_of(const std::string& rows, const std::string& strings) {
  const std::string main(kSheets);
  const std::string office(kOffice);
  const std::string relationships =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"r1\" Type=\"" +
      office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" +
      office + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
  return samples::zip_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"xl/workbook.xml", "<workbook " + main + " xmlns:r=\"" + office +
                               "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
                               "</workbook>"},
       {"xl/_rels/workbook.xml.rels", relationships},
       {"xl/sharedStrings.xml", "<sst " + main + ">" + strings + "</sst>"},
       {"xl/worksheets/sheet1.xml",
        "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>"}});
}

}  // namespace

std::string packed(std::string_view name, std::string_view input) {
  const bool parts = name == "docx" || name == "odt" || name == "xlsx";
  if (!parts || !input.starts_with(kParts)) return std::string(input);
  input.remove_prefix(1);
  std::array<std::string, 4> part;
  for (std::string& one : part) {
    const std::size_t end = std::min(input.find(kBetween), input.size());
    one = input.substr(0, end);
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  if (name == "xlsx") return xlsx_of(part[0], part[1]);
  if (name == "odt") {
    return samples::odt_of({.body = part[0], .automatic_styles = part[1], .styles = part[2]});
  }
  return samples::docx_of(
      {.body = part[0], .numbering = part[1], .styles = part[2], .footnotes = part[3]});
}

}  // namespace synoptic::fuzz
