#include "formats/odt_reader.h"

#include "formats/odt_body.h"
#include "formats/odt_styles.h"
#include "formats/zip_archive.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kTextType = "application/vnd.oasis.opendocument.text";
constexpr std::size_t kTypePlace = 200;  // the type is the first entry, not packed
const std::string kContent = "content.xml";
const std::string kStyles = "styles.xml";
const std::string kManifest = "META-INF/manifest.xml";

}  // namespace

bool is_odt(std::string_view bytes) {
  if (!looks_like_zip(bytes)) return false;
  if (bytes.substr(0, kTypePlace).find(kTextType) != std::string_view::npos) return true;
  // Some programs pack what says the type.
  return zip_names(bytes, kContent) && zip_names(bytes, kManifest);
}

Text read_odt(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  const ZipArchive archive(bytes, name);
  if (const auto manifest = archive.read(kManifest);
      manifest && manifest->find(":encryption-data") != std::string::npos) {
    throw Error({name, kContent, "it is encrypted", "save the document without a password"});
  }
  const auto content = archive.read(kContent);
  if (!content) {
    throw Error({name, kContent, "the document lacks this part",
                 "save it again from the program that wrote it"});
  }
  OdtStyles styles;
  if (const auto xml = archive.read(kStyles)) styles.read(*xml, {name, kStyles}, OdtPart::kStyles);
  styles.read(*content, {name, kContent}, OdtPart::kContent);
  ParagraphText text(name, options);
  for (const Paragraph& paragraph : read_odt_body(*content, {name, kContent}, styles, options)) {
    text.add(paragraph);
  }
  return std::move(text).finish(styles.language());
}

}  // namespace synoptic
