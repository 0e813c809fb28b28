// The rules of XLIFF 2 for its modules, and for references by fragments.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "formats/xliff_reader.h"
#include "formats/xliff_rules.h"

namespace synoptic {

namespace {

// Prefixes of fragments that modules own.
constexpr std::string_view kModulePrefixes[] = {"gls", "mtc", "res", "mda", "its",
                                                "slr", "ctr", "fs",  "val", "tbx"};

// Where a prefix may stand: a file, groups and a unit, what is in them.
int rank_of(std::string_view prefix) {
  if (prefix == "f") return 0;
  if (prefix == "g") return 1;
  if (prefix == "u") return 2;
  return 3;
}

bool is_known_prefix(std::string_view prefix) {
  if (prefix.size() == 1) return std::string_view("fgundt").find(prefix) != prefix.npos;
  return std::find(std::begin(kModulePrefixes), std::end(kModulePrefixes), prefix) !=
         std::end(kModulePrefixes);
}

// Empty, or the rule that the fragment breaks.
std::string broken_rule(std::string_view fragment) {
  if (fragment.starts_with('/')) fragment.remove_prefix(1);
  int last = -1;
  while (true) {
    const std::size_t end = std::min(fragment.find('/'), fragment.size());
    const std::string_view selector = fragment.substr(0, end);
    const std::size_t equals = selector.find('=');
    const std::string_view prefix = equals == selector.npos ? "" : selector.substr(0, equals);
    const std::string_view id = equals == selector.npos ? selector : selector.substr(equals + 1);
    if (!is_nmtoken(id)) return "a fragment names ids that are NMTOKENs";
    if (equals != selector.npos && (!is_nmtoken(prefix) || !is_known_prefix(prefix))) {
      return "a fragment has the prefixes f, g, u, n, d, t and those of modules";
    }
    const int rank = equals == selector.npos ? 3 : rank_of(prefix);
    if (rank <= last && !(rank == 1 && last == 1)) {
      return "a fragment goes from the file over groups and the unit to one element";
    }
    last = rank;
    if (end == fragment.size()) return {};
    fragment.remove_prefix(end + 1);
  }
}

void check_references(const XmlNode& node, XliffWarnings& warnings) {
  const std::string* reference = node.attribute("ref");
  const bool takes = node.space.starts_with(kXliffModules) && reference != nullptr;
  if (takes && reference->starts_with('#')) {
    const std::string rule = broken_rule(std::string_view(*reference).substr(1));
    if (!rule.empty()) warnings.add(node, rule);
  }
  for (const XmlNode& child : node.children) check_references(child, warnings);
}

std::string_view module_of(const XmlNode& node) {
  std::string_view space = node.space;
  if (!space.starts_with(kXliffModules)) return {};
  space.remove_prefix(kXliffModules.size());
  return space.substr(0, space.find(':'));
}

bool is_module(const XmlNode& node, std::string_view module, std::string_view name) {
  return module_of(node) == module && node.name == name;
}

const std::string* module_attribute(const XmlNode& node, std::string_view module,
                                    std::string_view name) {
  for (const XmlAttribute& attribute : node.attributes) {
    if (attribute.name == name &&
        attribute.space == std::string(kXliffModules) + std::string(module) + ":2.0") {
      return &attribute.value;
    }
  }
  return nullptr;
}

// What a module's element belongs to, and the languages of the document.
struct Place {
  const XmlNode& root;
  std::vector<const XmlNode*> ancestors = {};
  const XmlNode* enclosing = nullptr;  // <file>, <group>, <unit>; of its children too
};

class Checker {
 public:
  explicit Checker(XliffWarnings& warnings) : warnings_(warnings) {}

  void check(const XmlNode& node, Place place) {
    if (node.space == kXliff2Space &&
        (node.name == "file" || node.name == "group" || node.name == "unit")) {
      place.enclosing = &node;
    }
    format_style(node);
    sizes(node, place);
    for (const char* set : {"glossary", "matches", "metadata", "resourceData"}) {
      if (node.name == set && !module_of(node).empty() && module_of(node) != "document") ids(node);
    }
    if (is_module(node, "glossary", "glossEntry")) glossary_entry(node);
    if (is_module(node, "matches", "match")) match(node, place);
    if (module_of(node) == "resourcedata") resource(node, place);
    if (is_module(node, "validation", "rule")) rule(node);
    if (is_module(node, "changetracking", "revisions")) revisions(node, place);
    place.ancestors.push_back(&node);
    for (const XmlNode& child : node.children) {
      if (!child.is_text()) check(child, place);
    }
  }

 private:
  void format_style(const XmlNode& node) {
    if (module_attribute(node, "fs", "subFs") && !module_attribute(node, "fs", "fs")) {
      warnings_.add(node, "fs:subFs stands with fs:fs");
    }
  }

  void sizes(const XmlNode& node, const Place& place) {
    const auto has = [&](const char* name) {
      return module_attribute(node, "sizerestriction", name) != nullptr;
    };
    if (has("sizeInfo") && has("sizeInfoRef")) {
      warnings_.add(node, "slr:sizeInfo and slr:sizeInfoRef exclude each other");
    }
    const bool any = has("sizeInfo") || has("sizeInfoRef") || has("equivStorage");
    if (any && node.name == "ec" && node.attribute_or("isolated", "no") != "yes") {
      warnings_.add(node, "sizes stand on an <ec> that is isolated");
    }
    measured_in(node, place);
    const std::string* reference = module_attribute(node, "sizerestriction", "sizeInfoRef");
    if (reference == nullptr) return;
    for (const XmlNode* ancestor : place.ancestors) {
      for (const XmlNode& child : ancestor->children) {
        if (is_module(child, "sizerestriction", "data") && has_id(child, *reference)) return;
      }
    }
    warnings_.add(node, "slr:sizeInfoRef is an id in a <slr:data> beside the element or above it");
  }

  // The specification's own profiles count; others may say what they like.
  void measured_in(const XmlNode& node, const Place& place) {
    const std::string* size = module_attribute(node, "sizerestriction", "sizeInfo");
    if (size == nullptr || size->find_first_not_of("0123456789") == size->npos) return;
    for (const XmlNode* ancestor : place.ancestors) {
      for (const XmlNode& child : ancestor->children) {
        if (is_module(child, "sizerestriction", "profiles") &&
            child.attribute_or("generalProfile", "").starts_with("xliff:")) {
          return warnings_.add(node, "slr:sizeInfo is a whole number in the profile that is used");
        }
      }
    }
  }

  // Ids within one <glossary>, <matches>, <metadata> or <resourceData> are used once.
  void ids(const XmlNode& set) {
    std::set<std::string> used;
    ids(set, set, used);
  }
  void ids(const XmlNode& node, const XmlNode& set, std::set<std::string>& used) {
    for (const XmlNode& child : node.children) {
      if (child.space != set.space) continue;
      const std::string* id = child.attribute("id");
      if (id != nullptr && !used.insert(*id).second) {
        warnings_.add(child, "an id is used once in its <" + set.name + ">");
      }
      ids(child, set, used);
    }
  }

  void glossary_entry(const XmlNode& node) {
    if (std::none_of(node.children.begin(), node.children.end(), [](const XmlNode& child) {
          return child.name == "translation" || child.name == "definition";
        })) {
      warnings_.add(node, "a <glossEntry> holds a <translation> or a <definition>");
    }
  }

  static bool has_id(const XmlNode& node, std::string_view id) {
    if (node.attribute_or("id", "") == id) return true;
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const XmlNode& child) { return has_id(child, id); });
  }

  void match(const XmlNode& node, const Place& place) {
    const std::string* reference = node.attribute("ref");
    if (reference == nullptr || place.enclosing == nullptr) return;
    const std::string id = reference->substr(reference->rfind('=') + 1);
    const std::string plain = id.starts_with('#') ? id.substr(1) : id;
    const auto& parts = place.enclosing->children;
    const auto names = [&](const XmlNode& part) {
      return (part.name == "segment" || part.name == "ignorable") && has_id(part, plain);
    };
    if (!reference->starts_with('#') || std::none_of(parts.begin(), parts.end(), names)) {
      warnings_.add(node, "the ref of a <match> is a fragment that names text of its unit");
    }
  }

  void resource(const XmlNode& node, const Place& place) {
    const bool source = node.name == "source";
    if (!source && node.name != "target") return;
    if (node.attribute("href") && !node.children.empty()) {
      warnings_.add(node, "a <" + node.name + "> of a resource has contents or a href, not both");
    }
    // Of targets in other languages the specification's own samples are full.
    const std::string* own = source ? node.attribute("lang", kXmlSpace) : nullptr;
    const std::string* stated = place.root.attribute("srcLang");
    if (own && stated && *own != *stated) {
      warnings_.add(node, "xml:lang of <" + node.name + "> is the language that <xliff> states");
    }
  }

  void rule(const XmlNode& node) {
    int tests = 0;
    for (const char* name : {"isPresent", "isNotPresent", "startsWith", "endsWith"}) {
      tests += node.attribute(name) != nullptr;
    }
    bool own = false;
    for (const XmlAttribute& attribute : node.attributes) own |= !attribute.space.empty();
    if (tests > 1 || (tests == 0 && !own)) {
      warnings_.add(node, "a <rule> has one of isPresent, isNotPresent, startsWith, endsWith");
    }
    if (node.attribute("occurs") && !node.attribute("isPresent")) {
      warnings_.add(node, "occurs stands with isPresent");
    }
    if (node.attribute("existsInSource") && (tests == 0 || node.attribute("isNotPresent"))) {
      warnings_.add(node, "existsInSource stands with isPresent, startsWith or endsWith");
    }
  }

  // The elements that a revision may be about.
  static void collect(const XmlNode& node, std::string_view name,
                      std::vector<const XmlNode*>& found) {
    for (const XmlNode& child : node.children) {
      if (child.space != kXliff2Space) continue;
      if (child.name == name) found.push_back(&child);
      collect(child, name, found);
    }
  }

  void revisions(const XmlNode& node, const Place& place) {
    if (place.enclosing == nullptr) return;
    std::vector<const XmlNode*> found;
    collect(*place.enclosing, node.attribute_or("appliesTo", ""), found);
    const std::string* reference = node.attribute("ref");
    const XmlNode* referred = found.size() == 1 ? found[0] : nullptr;
    if (reference == nullptr) {
      const auto named = [](const XmlNode* one) { return one->attribute("id") != nullptr; };
      if (found.size() > 1 && std::any_of(found.begin(), found.end(), named)) {
        warnings_.add(node, "the ref of <revisions> says which of several elements it is about");
      }
    } else {
      referred = nullptr;
      for (const XmlNode* one : found) {
        if (one->attribute_or("id", "") == *reference) referred = one;
      }
      if (referred == nullptr && !has_id(*place.enclosing, *reference)) {
        warnings_.add(node, "the ref of <revisions> is the id of an element that it applies to");
      }
    }
    for (const XmlNode& revision : node.children) {
      std::vector<std::string> seen;
      for (const XmlNode& item : revision.children) {
        if (item.is_text()) continue;
        const std::string property = item.attribute_or("property", "content");
        if (referred != nullptr && property != "content" && !referred->attribute(property)) {
          warnings_.add(item, "a property is content or an attribute of the element");
        }
        if (std::find(seen.begin(), seen.end(), property) != seen.end()) {
          warnings_.add(item, "a revision has one value of a property");
        }
        seen.push_back(property);
      }
    }
  }

  XliffWarnings& warnings_;
};

}  // namespace

void check_xliff_references(const XmlNode& root, XliffWarnings& warnings) {
  check_references(root, warnings);
}

void check_xliff_modules(const XmlNode& root, XliffWarnings& warnings) {
  Checker(warnings).check(root, {root});
}

}  // namespace synoptic
