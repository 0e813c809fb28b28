#include "formats/tmx_reader.h"

#include "formats/xml_reader.h"

namespace synoptic {

namespace {

// Elements that hold a program's code, not text.
bool is_code(std::string_view name) {
  return name == "bpt" || name == "ept" || name == "it" || name == "ph" || name == "ut";
}

class Reader {
 public:
  explicit Reader(const LanguagePair& languages) : languages_(languages) {}

  void begin(const XmlTag& tag) {
    if (tag.name == "tu") unit_ = {};
    if (tag.name == "tuv") {
      const std::string_view stated = tag.attribute("xml:lang");
      language_ = base_language(stated.empty() ? tag.attribute("lang") : stated);
    }
    if (tag.name == "seg") text_ = side();
    if (is_code(tag.name)) ++code_;
  }

  void end(std::string_view name) {
    if (is_code(name)) --code_;
    if (name == "seg") text_ = nullptr;
    if (name == "tu" && !unit_.original.empty() && !unit_.translation.empty()) {
      lessons.push_back(unit_);
    }
  }

  void text(std::string_view piece) {
    if (text_ != nullptr && code_ == 0) *text_ += piece;
  }

  std::vector<Lesson> lessons;

 private:
  // Where the segment that begins belongs; null: nowhere.
  std::string* side() {
    std::string* side = language_ == languages_.original      ? &unit_.original
                        : language_ == languages_.translation ? &unit_.translation
                                                              : nullptr;
    return side != nullptr && side->empty() ? side : nullptr;
  }

  const LanguagePair& languages_;
  std::string language_;
  Lesson unit_;
  std::string* text_ = nullptr;
  int code_ = 0;
};

}  // namespace

std::vector<Lesson> read_tmx(std::string_view bytes, const std::string& file,
                             const LanguagePair& languages) {
  Reader reader(languages);
  read_xml_with(bytes, {file}, reader);
  return std::move(reader.lessons);
}

}  // namespace synoptic
