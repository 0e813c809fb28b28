#include "formats/docx_reader.h"

#include <vector>

#include "formats/docx_body.h"
#include "formats/docx_parts.h"
#include "formats/number_word.h"
#include "formats/zip_archive.h"
#include "text/error.h"

namespace synoptic {

namespace {

// Reads how notes are numbered.
class SettingsReader {
 public:
  explicit SettingsReader(DocxContext& context) : context_(context) {}

  void begin(const XmlTag& tag) {
    const std::string_view value = tag.local_attribute("val");
    if (tag.name == "footnotePr") notes_ = &context_.footnotes;
    if (tag.name == "endnotePr") notes_ = &context_.endnotes;
    if (notes_ && tag.name == "numFmt") notes_->format = value;
    if (notes_ && tag.name == "numStart") notes_->start = whole_number(value).value_or(1);
  }

  void end(std::string_view name) {
    if (name == "footnotePr" || name == "endnotePr") notes_ = nullptr;
  }

  void text(std::string_view) {}

 private:
  DocxContext& context_;
  DocxNoteFormat* notes_ = nullptr;
};

class DocxFile {
 public:
  DocxFile(std::string_view bytes, const std::string& name)
      : archive_(bytes, name), parts_(find_docx_parts(archive_)) {}

  Text read(const ReadOptions& options) const {
    const DocxStyles styles = styles_of();
    const DocxNumbering numbering = numbering_of(styles);
    DocxContext context{styles, numbering, options.changes,
                        options.language.empty() ? styles.language() : options.language};
    if (const auto xml = part(parts_.settings)) {
      SettingsReader reader(context);
      read_xml_with(*xml, source(parts_.settings), reader);
    }
    const DocxNoteTexts notes{notes_of(parts_.footnotes, context),
                              notes_of(parts_.endnotes, context)};
    ParagraphText text(archive_.file(), options);
    for (const Paragraph& paragraph : body(context, notes)) text.add(paragraph);
    return std::move(text).finish(styles.language());
  }

 private:
  XmlSource source(const std::string& name) const { return {archive_.file(), name}; }

  // None where the document has no such part.
  std::optional<std::string> part(const std::string& name) const {
    return name.empty() ? std::nullopt : archive_.read(name);
  }

  DocxStyles styles_of() const {
    const auto xml = part(parts_.styles);
    return xml ? DocxStyles(*xml, source(parts_.styles)) : DocxStyles();
  }

  DocxNumbering numbering_of(const DocxStyles& styles) const {
    const auto xml = part(parts_.numbering);
    return xml ? DocxNumbering(*xml, source(parts_.numbering), styles) : DocxNumbering();
  }

  DocxNotes notes_of(const std::string& name, const DocxContext& context) const {
    const auto xml = part(name);
    return xml ? read_docx_notes(*xml, source(name), context) : DocxNotes();
  }

  std::vector<Paragraph> body(const DocxContext& context, const DocxNoteTexts& notes) const {
    const auto xml = part(parts_.document);
    if (!xml) {
      throw Error({archive_.file(), parts_.document, "the document lacks this part",
                   "save it again from the program that wrote it"});
    }
    return read_docx_body(*xml, source(parts_.document), context, notes);
  }

  ZipArchive archive_;
  DocxParts parts_;
};

}  // namespace

bool is_docx(std::string_view bytes) {
  return looks_like_zip(bytes) && zip_names(bytes, "word/") &&
         (zip_names(bytes, "[Content_Types].xml") || zip_names(bytes, "word/document"));
}

Text read_docx(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  return DocxFile(bytes, name).read(options);
}

}  // namespace synoptic
