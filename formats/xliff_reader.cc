#include "formats/xliff_reader.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

#include "formats/xliff_rules.h"
#include "formats/xml_head.h"
#include "formats/xml_tree.h"
#include "text/characters.h"
#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::string_view kOneSpaces[] = {"urn:oasis:names:tc:xliff:document:1.2",
                                           "urn:oasis:names:tc:xliff:document:1.1", ""};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// <cp hex="001A"/> writes what XML has no way to write; a control character is no text.
void append_code_point(const XmlNode& node, std::string& text) {
  const std::string hex = node.attribute_or("hex", "");
  const unsigned long value = std::strtoul(hex.c_str(), nullptr, 16);
  if (value >= 0x20 && value < 0x7F) text += static_cast<char>(value);
}

void append_text(const XmlNode& node, std::string& text) {
  for (const XmlNode& child : node.children) {
    if (child.is_text()) {
      text += child.text;
    } else if (is_one_of(child.name, {"pc", "mrk", "g"})) {
      append_text(child, text);
    } else if (child.name == "cp") {
      append_code_point(child, text);
    }
  }
}

// What is inherited from the elements around a unit.
struct Surroundings {
  bool translate = true;
  bool preserve_space = false;
};

Surroundings within(const XmlNode& node, Surroundings around) {
  if (const std::string* value = node.attribute("translate")) around.translate = *value != "no";
  if (const std::string* value = node.attribute("space", kXmlSpace)) {
    around.preserve_space = *value == "preserve";
  }
  return around;
}

std::string text_of(const XmlNode* node, const Surroundings& around) {
  if (node == nullptr) return {};
  std::string text;
  append_text(*node, text);
  return within(*node, around).preserve_space ? text : squeezed(text);
}

const XmlNode* child_of(const XmlNode& node, std::string_view name) {
  for (const XmlNode& child : node.children) {
    if (child.name == name && child.space == node.space) return &child;
  }
  return nullptr;
}

class Reader {
 public:
  explicit Reader(PairedText& paired) : paired_(paired) {}

  // XLIFF 2: <file>, <group> and <unit> in <xliff>.
  void walk(const XmlNode& node, const Surroundings& outer) {
    const Surroundings around = within(node, outer);
    for (const XmlNode& child : node.children) {
      if (child.space != node.space) continue;
      if (is_one_of(child.name, {"file", "group"})) walk(child, around);
      if (child.name == "unit") unit(child, within(child, around));
    }
  }

  // XLIFF 1.2: <file>, <body>, <group> and <trans-unit>.
  void walk_one(const XmlNode& node, const Surroundings& outer) {
    const Surroundings around = within(node, outer);
    for (const XmlNode& child : node.children) {
      if (is_one_of(child.name, {"file", "body", "group"})) walk_one(child, around);
      if (child.name == "trans-unit") unit_one(child, within(child, around));
    }
  }

 private:
  void add(PairedRow row, std::string source, std::string target, const Surroundings& around) {
    if (!around.translate && target.empty()) return;
    row.cells = {std::move(source), std::move(target)};
    row.labels.resize(2);
    paired_.rows.push_back(std::move(row));
  }

  void unit(const XmlNode& unit, const Surroundings& around) {
    const auto ours = [&](std::string_view name, char mark) {
      const std::string* value = unit.attribute(name, kSynopticXliffSpace);
      return value ? split(*value, mark) : std::vector<std::string_view>();
    };
    const std::vector<std::string_view> paths = ours("path", ' ');
    const std::vector<std::string_view> labels[] = {ours("sourceLabel", '\t'),
                                                    ours("targetLabel", '\t')};
    std::size_t number = 0;
    for (const XmlNode& part : unit.children) {
      if (!part.is(unit.space, "segment")) continue;
      PairedRow row;
      row.line = part.line;
      row.continues = number > 0;
      if (!paths.empty()) row.path = paths[std::min(number, paths.size() - 1)];
      const std::size_t before = paired_.rows.size();
      add(std::move(row), text_of(child_of(part, "source"), around),
          text_of(child_of(part, "target"), around), around);
      for (std::size_t side = 0; side < 2 && paired_.rows.size() > before; ++side) {
        if (number < labels[side].size()) {
          paired_.rows.back().labels[side] = labels[side][number];
        }
      }
      ++number;
    }
  }

  using Pieces = std::vector<std::pair<std::string, std::string>>;  // mid, text

  static void find_pieces(const XmlNode& node, const Surroundings& around, Pieces& pieces) {
    for (const XmlNode& child : node.children) {
      if (child.name == "mrk" && child.attribute_or("mtype", "") == "seg") {
        pieces.emplace_back(child.attribute_or("mid", ""), text_of(&child, around));
      } else {
        find_pieces(child, around, pieces);
      }
    }
  }

  void unit_one(const XmlNode& unit, const Surroundings& around) {
    const XmlNode* target = child_of(unit, "target");
    const XmlNode* cut = child_of(unit, "seg-source");
    Pieces sources;
    Pieces targets;
    if (cut) find_pieces(*cut, around, sources);
    if (target) find_pieces(*target, around, targets);
    PairedRow row;
    row.line = unit.line;
    if (sources.empty() || targets.empty()) {
      add(std::move(row), text_of(child_of(unit, "source"), around), text_of(target, around),
          around);
      return;
    }
    // Pieces whose number the other side lacks stand alone; those of the target where they follow.
    std::map<std::string, std::string> by_number(targets.begin(), targets.end());
    for (auto& [number, source] : sources) {
      const auto found = by_number.find(number);
      add(row, std::move(source), found == by_number.end() ? "" : found->second, around);
      if (found != by_number.end()) by_number.erase(found);
      row.continues = true;
    }
    for (auto& [number, text] : targets) {
      if (by_number.count(number) > 0) add(row, "", std::move(text), around);
    }
  }

  PairedText& paired_;
};

[[noreturn]] void refuse(const std::string& file, const XmlNode& node, const std::string& why) {
  throw Error({file,
               "line " + std::to_string(node.line) + ", column " + std::to_string(node.column), why,
               "mend the file"});
}

// Of the <file> elements of 1.2, which say their languages themselves; all must agree.
std::pair<std::string, std::string> languages_of(const XmlNode& root, const std::string& file) {
  std::string source;
  std::string target;
  for (const XmlNode& child : root.children) {
    if (child.name != "file") continue;
    const std::string stated = child.attribute_or("source-language", "");
    const std::string into = child.attribute_or("target-language", "");
    if (source.empty()) source = stated;
    if (target.empty()) target = into;
    if ((!stated.empty() && stated != source) || (!into.empty() && into != target)) {
      refuse(file, child, "its <file> elements are in several pairs of languages");
    }
  }
  return {source, target};
}

}  // namespace

bool looks_like_xliff(std::string_view bytes) { return xml_root_name(bytes) == "xliff"; }

PairedText read_xliff_pairs(std::string_view bytes, const std::string& file) {
  const XmlNode root = read_xml_tree(bytes, file);
  if (root.name != "xliff") refuse(file, root, "it is no XLIFF, its root is <" + root.name + ">");
  const bool second = root.space == kXliff2Space;
  const bool first =
      std::find(std::begin(kOneSpaces), std::end(kOneSpaces), root.space) != std::end(kOneSpaces);
  if (!first && !second) refuse(file, root, "its namespace is of no XLIFF that is known");
  PairedText paired;
  paired.file = file;
  paired.encoding = "UTF-8";
  auto [source, target] =
      second ? std::pair(root.attribute_or("srcLang", ""), root.attribute_or("trgLang", ""))
             : languages_of(root, file);
  if (source.empty()) refuse(file, root, "it does not state the language of its source");
  paired.warnings = second ? xliff_warnings(root) : xliff_one_warnings(root);
  Reader reader(paired);
  second ? reader.walk(root, {}) : reader.walk_one(root, {});
  source = tidy_language(source);
  const bool any = std::any_of(paired.rows.begin(), paired.rows.end(),
                               [](const PairedRow& row) { return !row.cells[1].empty(); });
  if (target.empty() && any) refuse(file, root, "it does not state the language of its targets");
  target = tidy_language(target);
  if (any && target == source) refuse(file, root, "its source and its target are both " + source);
  paired.languages = {source, target};
  tidy(paired);
  return paired;
}

}  // namespace synoptic
