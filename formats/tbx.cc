#include "formats/tbx.h"

#include <fmt/format.h>

#include "formats/tmx_writer.h"
#include "formats/xml_reader.h"

namespace synoptic {

namespace {

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Words that translate each other, written by synoptic</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
)";
constexpr std::string_view kTail = "    </body>\n  </text>\n</tbx>\n";

class Reader {
 public:
  explicit Reader(const LanguagePair& languages) : languages_(languages) {}

  void begin(const XmlTag& tag) {
    if (is_concept(tag.name)) original_.clear(), translation_.clear();
    if (tag.name == "langSec" || tag.name == "langSet") {
      const std::string language = base_language(tag.attribute("xml:lang"));
      terms_ = language == languages_.original      ? &original_
               : language == languages_.translation ? &translation_
                                                    : nullptr;
    }
    if (tag.name == "term" && terms_ != nullptr) {
      terms_->emplace_back();
      in_term_ = true;
    }
  }

  void end(std::string_view name) {
    if (name == "term") in_term_ = false;
    if (name == "langSec" || name == "langSet") terms_ = nullptr;
    if (!is_concept(name)) return;
    for (const std::string& original : original_) {
      for (const std::string& translation : translation_) {
        if (!original.empty() && !translation.empty()) lessons.push_back({original, translation});
      }
    }
  }

  void text(std::string_view piece) {
    if (in_term_) terms_->back() += piece;
  }

  std::vector<Lesson> lessons;

 private:
  static bool is_concept(std::string_view name) {
    return name == "conceptEntry" || name == "termEntry";
  }

  const LanguagePair& languages_;
  std::vector<std::string> original_;
  std::vector<std::string> translation_;
  std::vector<std::string>* terms_ = nullptr;
  bool in_term_ = false;
};

std::string language_section(const std::string& language, const std::string& term) {
  return fmt::format(
      "        <langSec xml:lang=\"{}\">\n          <termSec>\n            <term>{}</term>\n"
      "          </termSec>\n        </langSec>\n",
      escape_xml(language), escape_xml(term));
}

}  // namespace

std::vector<Lesson> read_tbx(std::string_view bytes, const std::string& file,
                             const LanguagePair& languages) {
  Reader reader(languages);
  read_xml_with(bytes, {file}, reader);
  return std::move(reader.lessons);
}

std::string to_tbx(std::span<const LexiconEntry> entries, const LanguagePair& languages) {
  std::string tbx(kHead);
  std::size_t number = 0;
  for (const LexiconEntry& entry : entries) {
    tbx += fmt::format("      <conceptEntry id=\"c{}\">\n        <note>seen {:.4g} times</note>\n",
                       ++number, entry.count);
    tbx += language_section(languages.original, entry.original);
    tbx += language_section(languages.translation, entry.translation);
    tbx += "      </conceptEntry>\n";
  }
  return tbx.append(kTail);
}

}  // namespace synoptic
