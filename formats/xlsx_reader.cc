#include "formats/xlsx_reader.h"

#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

#include "formats/table_text.h"
#include "formats/xml_reader.h"
#include "formats/zip_archive.h"
#include "text/error.h"

namespace synoptic {

namespace {

// Columns are counted up to the last one that the first row fills.
constexpr std::size_t kMostColumns = 1024;

// A control character is written _x000D_; so is an underscore before such a run.
std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool escape = text.compare(at, 2, "_x") == 0 && at + 6 < text.size() &&
                        text[at + 6] == '_' &&
                        text.find_first_not_of("0123456789abcdefABCDEF", at + 2) == at + 6;
    if (!escape) {
      plain += text[at++];
      continue;
    }
    const auto value = std::strtoul(text.substr(at + 2, 4).c_str(), nullptr, 16);
    if (value < 0x80 && value != '\r' && value != 0) plain += static_cast<char>(value);
    at += 7;
  }
  return plain;
}

// The texts of <si> in xl/sharedStrings.xml.
class SharedStrings {
 public:
  void begin(const XmlTag& tag) {
    if (tag.name == "si") strings.emplace_back();
    if (tag.name == "rPh") ++phonetic_;
    if (tag.name == "t" && phonetic_ == 0 && !strings.empty()) in_text_ = true;
  }
  void end(std::string_view name) {
    if (name == "rPh") --phonetic_;
    if (name == "t") in_text_ = false;
    if (name == "si") strings.back() = unescaped(strings.back());
  }
  void text(std::string_view piece) {
    if (in_text_) strings.back() += piece;
  }

  std::vector<std::string> strings;

 private:
  bool in_text_ = false;
  int phonetic_ = 0;
};

// "BC12" is column 54; none where there are no letters.
std::optional<std::size_t> column_of(std::string_view place) {
  std::size_t column = 0;
  for (const char c : place) {
    if (c < 'A' || c > 'Z' || column > kMostColumns) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

class Sheet {
 public:
  explicit Sheet(const std::vector<std::string>& strings) : strings_(strings) {}

  void begin(const XmlTag& tag) {
    if (tag.name == "row") {
      const std::string number(tag.attribute("r"));
      line_ = number.empty() ? line_ + 1
                             : static_cast<uint32_t>(std::strtoul(number.c_str(), nullptr, 10));
      row_ = {{}, line_};
      next_ = 0;
    }
    if (tag.name == "c") {
      column_ = column_of(tag.attribute("r")).value_or(next_);
      next_ = column_ + 1;
      type_ = tag.attribute("t");
      value_.clear();
    }
    if (tag.name == "rPh") ++phonetic_;
    in_value_ = (tag.name == "v" && type_ != "inlineStr") || (tag.name == "t" && phonetic_ == 0);
  }

  void end(std::string_view name) {
    in_value_ = false;
    if (name == "rPh") --phonetic_;
    if (name == "c") put();
    if (name == "row" && !row_.fields.empty()) {
      if (rows.empty()) columns_ = row_.fields.size();
      rows.push_back(std::move(row_));
      row_ = {};
    }
  }

  void text(std::string_view piece) {
    if (in_value_) value_ += piece;
  }

  std::vector<TextTableRow> rows;

 private:
  void put() {
    if (column_ >= columns_ || value_.empty()) return;
    std::string text = value_;
    if (type_ == "s") {
      const std::size_t number = std::strtoul(value_.c_str(), nullptr, 10);
      text = number < strings_.size() ? strings_[number] : "";
    } else if (type_ == "e") {
      text.clear();
    } else {
      text = unescaped(text);
    }
    if (text.empty()) return;
    if (row_.fields.size() <= column_) row_.fields.resize(column_ + 1);
    row_.fields[column_] = std::move(text);
  }

  const std::vector<std::string>& strings_;
  std::size_t columns_ = kMostColumns;
  uint32_t line_ = 0;
  TextTableRow row_;
  std::size_t column_ = 0;
  std::size_t next_ = 0;
  std::string type_;
  std::string value_;
  bool in_value_ = false;
  int phonetic_ = 0;
};

std::string entry(const ZipArchive& archive, const std::string& name) {
  auto contents = archive.read(name);
  if (!contents) {
    throw Error({archive.file(), name, "the workbook lacks this part", "save it anew"});
  }
  return std::move(*contents);
}

// The part that holds the first sheet that is shown.
std::string sheet_part(const ZipArchive& archive) {
  std::string id;
  const auto sheet = [&](const XmlTag& tag) {
    const bool hidden = !tag.attribute("state").empty() && tag.attribute("state") != "visible";
    if (tag.name != "sheet" || hidden || !id.empty()) return;
    for (const auto& [name, value] : tag.attributes) {
      if (name.ends_with(":id")) id = value;
    }
  };
  std::map<std::string, std::string> targets;
  const auto relation = [&](const XmlTag& tag) {
    if (tag.name != "Relationship") return;
    targets[std::string(tag.attribute("Id"))] = tag.attribute("Target");
  };
  const auto nothing = [](std::string_view) {};
  read_xml(entry(archive, "xl/workbook.xml"), archive.file(), {sheet, nothing, nothing});
  read_xml(entry(archive, "xl/_rels/workbook.xml.rels"), archive.file(),
           {relation, nothing, nothing});
  const std::string target = targets[id];
  return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

}  // namespace

bool looks_like_xlsx(std::string_view bytes) {
  return looks_like_zip(bytes) && zip_names(bytes, "xl/workbook.xml");
}

PairedText read_xlsx_pairs(std::string_view bytes, const std::string& file) {
  const ZipArchive archive(bytes, file);
  SharedStrings shared;
  if (const auto contents = archive.read("xl/sharedStrings.xml")) {
    read_xml_with(*contents, file, shared);
  }
  Sheet sheet(shared.strings);
  read_xml_with(entry(archive, sheet_part(archive)), file, sheet);
  return paired_table(sheet.rows, file);
}

}  // namespace synoptic
