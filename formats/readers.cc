#include "formats/readers.h"

#include <algorithm>
#include <array>

#include "formats/akoma_ntoso.h"
#include "formats/docx_reader.h"
#include "formats/formex.h"
#include "formats/html.h"
#include "formats/markdown.h"
#include "formats/odt_reader.h"
#include "formats/pdf_reader.h"
#include "formats/xml_reader.h"
#include "formats/zip_folder.h"
#include "text/error.h"

namespace synoptic {

namespace {

Text refuse_zip(std::string_view, const std::string& name, const ReadOptions&) {
  throw Error({name, "", "it is an archive of files, not one text",
               "import its files with `synoptic import WORK ARCHIVE`, or unpack it"});
}

}  // namespace

std::span<const Reader> all_readers() {
  static const std::array readers = {
      Reader{"docx", "Word document (Office Open XML)", is_docx, read_docx},
      Reader{"odt", "OpenDocument text", is_odt, read_odt},
      Reader{"zip", "zip of files in these formats (import)", is_zip_folder, refuse_zip},
      Reader{"pdf", "PDF that holds text (through pdftotext)", is_pdf, read_pdf},
      Reader{"akoma-ntoso", "Akoma Ntoso 2.0 and 3.0 (LegalDocML)", is_akoma_ntoso,
             read_akoma_ntoso},
      Reader{"formex", "Formex 4 (Official Journal of the European Union)", is_formex, read_formex},
      Reader{"html", "HTML and XHTML", is_html, read_html},
      Reader{"markdown", "Markdown (CommonMark with tables and notes)", is_markdown, read_markdown},
      Reader{"text", "plain text", [](std::string_view) { return true; }, read_plain_text},
  };
  return readers;
}

const Reader& reader_of(std::string_view bytes) {
  const auto readers = all_readers();
  return *std::find_if(readers.begin(), readers.end(),
                       [&](const Reader& reader) { return reader.recognises(bytes); });
}

Text read_text(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  const Reader& reader = reader_of(bytes);
  if (&reader == &all_readers().back() && bytes.starts_with("<?xml")) {
    throw Error({name, "", "it is XML of a kind that is not read: its root is " + xml_root(bytes),
                 "`synoptic formats` lists what is read; save it as one of these"});
  }
  return reader.read(bytes, name, options);
}

}  // namespace synoptic
