#include "formats/xliff_rules.h"

#include <algorithm>
#include <map>
#include <set>

#include "formats/xliff_reader.h"
#include "text/error.h"

namespace synoptic {

namespace {

bool same_language(std::string_view a, std::string_view b) {
  const auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return fold(x) == fold(y); });
}

bool is_core(const XmlNode& node, std::string_view name) { return node.is(kXliff2Space, name); }

// What xml:lang and xml:space are where they are not stated anew; null: nowhere stated.
struct Inherited {
  const std::string* language = nullptr;
  const std::string* space = nullptr;

  Inherited within(const XmlNode& node) const {
    const std::string* own_language = node.attribute("lang", kXmlSpace);
    const std::string* own_space = node.attribute("space", kXmlSpace);
    return {own_language ? own_language : language, own_space ? own_space : space};
  }
};

// Ids that are used once; each use beyond the first breaks `rule`.
class OnceOnly {
 public:
  OnceOnly(std::string rule, XliffWarnings& warnings)
      : rule_(std::move(rule)), warnings_(warnings) {}
  void use(const XmlNode& node, const std::string* id) {
    if (id != nullptr && !used_.insert(*id).second) warnings_.add(node, rule_);
  }

 private:
  std::string rule_;
  XliffWarnings& warnings_;
  std::set<std::string> used_;
};

class Checker {
 public:
  Checker(const XmlNode& root, XliffWarnings& warnings)
      : root_(root), warnings_(warnings), target_language_(root.attribute("trgLang")) {}

  void run() {
    OnceOnly files("the id of a <file> is used once in the document", warnings_);
    for (const XmlNode& file : root_.children) {
      if (!is_core(file, "file")) continue;
      files.use(file, file.attribute("id"));
      OnceOnly groups("the id of a <group> is used once in its <file>", warnings_);
      OnceOnly units("the id of a <unit> is used once in its <file>", warnings_);
      std::set<std::string> unit_ids;
      structure(file, Inherited().within(root_).within(file), groups, units, unit_ids);
      sub_flows(file, unit_ids);
    }
  }

 private:
  void structure(const XmlNode& node, const Inherited& around, OnceOnly& groups, OnceOnly& units,
                 std::set<std::string>& unit_ids) {
    extension_ids(node);
    for (const XmlNode& child : node.children) {
      if (is_core(child, "notes")) note_ids(child);
      if (is_core(child, "skeleton")) skeleton(child);
      if (is_core(child, "group")) {
        groups.use(child, child.attribute("id"));
        structure(child, around.within(child), groups, units, unit_ids);
      }
      if (!is_core(child, "unit")) continue;
      units.use(child, child.attribute("id"));
      unit_ids.insert(child.attribute_or("id", ""));
      unit(child, around.within(child));
    }
  }

  void note_ids(const XmlNode& notes) {
    OnceOnly ids("the id of a <note> is used once in its <notes>", warnings_);
    for (const XmlNode& note : notes.children) ids.use(note, note.attribute("id"));
  }

  void skeleton(const XmlNode& node) {
    if (node.children.empty() == (node.attribute("href") == nullptr)) {
      warnings_.add(node, "a <skeleton> has contents or a href, not both");
    }
  }

  void extension_ids(const XmlNode& node) {
    OnceOnly ids("the id of an extension's element is used once in its <" + node.name + ">",
                 warnings_);
    for (const XmlNode& child : node.children) {
      if (!child.is_text() && !child.space.starts_with(kXliffModules)) extension_ids(child, ids);
    }
  }

  void extension_ids(const XmlNode& node, OnceOnly& ids) {
    ids.use(node, node.attribute("id") ? node.attribute("id") : node.attribute("id", kXmlSpace));
    for (const XmlNode& child : node.children) {
      if (!child.is_text()) extension_ids(child, ids);
    }
  }

  void unit(const XmlNode& unit, const Inherited& around) {
    extension_ids(unit);
    std::set<std::string> orders;
    std::size_t position = 0;
    for (const XmlNode& part : unit.children) {
      if (is_core(part, "notes")) note_ids(part);
      if (!is_core(part, "segment") && !is_core(part, "ignorable")) continue;
      ++position;
      if (part.attribute("subState") && !part.attribute("state")) {
        warnings_.add(part, "a subState stands with a state");
      }
      const XmlNode* source = nullptr;
      for (const XmlNode& side : part.children) {
        if (is_core(side, "source")) {
          source = &side;
          language(side, around, root_.attribute("srcLang"));
        }
        if (is_core(side, "target")) target(side, source, around, orders, position);
      }
    }
    check_xliff_codes(unit, warnings_);
  }

  void target(const XmlNode& target, const XmlNode* source, const Inherited& around,
              std::set<std::string>& orders, std::size_t position) {
    if (target_language_ == nullptr) {
      warnings_.add(target, "trgLang is stated where there is a <target>");
    }
    language(target, around, target_language_);
    if (!orders.insert(target.attribute_or("order", std::to_string(position))).second) {
      warnings_.add(target, "each <target> of a unit has an order of its own");
    }
    const auto space = [&](const XmlNode& side) {
      const std::string* value = around.within(side).space;
      return value ? *value : std::string("default");
    };
    if (source != nullptr && space(*source) != space(target)) {
      warnings_.add(target, "<source> and <target> have the same xml:space");
    }
  }

  void language(const XmlNode& side, const Inherited& around, const std::string* stated) {
    const std::string* own = around.within(side).language;
    if (own != nullptr && stated != nullptr && !same_language(*own, *stated)) {
      warnings_.add(side, "xml:lang of <" + side.name + "> is the language that <xliff> states");
    }
  }

  void sub_flows(const XmlNode& node, const std::set<std::string>& unit_ids) {
    for (const char* name : {"subFlows", "subFlowsStart", "subFlowsEnd"}) {
      const std::string* value = node.attribute(name);
      if (value == nullptr) continue;
      for (const std::string& id : words_of(*value)) {
        if (unit_ids.count(id) == 0) {
          warnings_.add(node, std::string(name) + " lists ids of units of the same <file>");
        }
      }
    }
    for (const XmlNode& child : node.children) sub_flows(child, unit_ids);
  }

  const XmlNode& root_;
  XliffWarnings& warnings_;
  const std::string* target_language_;
};

void check_one_units(const XmlNode& node, OnceOnly& ids, XliffWarnings& warnings) {
  for (const XmlNode& child : node.children) {
    if (child.name == "trans-unit") {
      ids.use(child, child.attribute("id"));
      if (child.attribute("id") == nullptr) warnings.add(child, "a <trans-unit> has an id");
      const auto is_source = [](const XmlNode& part) { return part.name == "source"; };
      if (std::count_if(child.children.begin(), child.children.end(), is_source) != 1) {
        warnings.add(child, "a <trans-unit> holds one <source>");
      }
    } else if (child.name == "group" || child.name == "body") {
      check_one_units(child, ids, warnings);
    }
  }
}

}  // namespace

bool is_nmtoken(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
    return letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == ':';
  });
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  constexpr std::string_view kBlank = " \t\r\n";
  for (std::size_t at = text.find_first_not_of(kBlank); at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBlank, end);
  }
  return words;
}

std::vector<FormatWarning> xliff_warnings(const XmlNode& root) {
  XliffWarnings warnings;
  check_xliff_elements(root, warnings);
  Checker(root, warnings).run();
  check_xliff_references(root, warnings);
  check_xliff_modules(root, warnings);
  std::stable_sort(warnings.warnings.begin(), warnings.warnings.end(),
                   [](const FormatWarning& a, const FormatWarning& b) {
                     return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                   });
  return std::move(warnings.warnings);
}

std::vector<FormatWarning> xliff_one_warnings(const XmlNode& root) {
  XliffWarnings warnings;
  if (root.attribute("version") == nullptr) warnings.add(root, "<xliff> has the attribute version");
  for (const XmlNode& file : root.children) {
    if (file.name != "file") continue;
    for (const char* name : {"original", "source-language", "datatype"}) {
      if (file.attribute(name) == nullptr) {
        warnings.add(file, "<file> has the attribute " + std::string(name));
      }
    }
    OnceOnly ids("the id of a <trans-unit> is used once in its <file>", warnings);
    check_one_units(file, ids, warnings);
  }
  return std::move(warnings.warnings);
}

}  // namespace synoptic
