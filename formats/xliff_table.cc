// The elements of XLIFF 2 and what may stand in them, as a table.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "formats/xliff_reader.h"
#include "formats/xliff_rules.h"
#include "formats/xliff_values.h"

namespace synoptic {

namespace {

// `attributes`: a name, '!' where it is required, '=' and what its value is: a kind or the values
// that may stand; '*' takes attributes of other namespaces.  `children`: a phase, ':', a name, and
// '!' exactly one, '+' at least one, '?' at most one; phases stand in order; '*' takes elements of
// other namespaces; "text" takes characters.
struct Element {
  std::string_view space;  // of a module, behind kXliffModules; "document:2.0" is the core
  std::string_view name;
  std::string_view attributes;
  std::string_view children;
};

constexpr std::string_view kCore = "document:2.0";
#define SYNOPTIC_INLINE "1:cp 1:ph 1:pc 1:sc 1:ec 1:mrk 1:sm 1:em text"

constexpr Element kElements[] = {
    {kCore, "xliff", "version!=2.0|2.1|2.2 srcLang!=lang trgLang=lang xml:space=default|preserve *",
     "1:file+"},
    {kCore, "file",
     "id!=nmtoken original canResegment=yesno translate=yesno srcDir=dir trgDir=dir "
     "xml:space=default|preserve *",
     "1:skeleton? 2:notes? 2:* 3:unit 3:group"},
    {kCore, "skeleton", "href", "1:* text"},
    {kCore, "group",
     "id!=nmtoken name canResegment=yesno translate=yesno srcDir=dir trgDir=dir type=own "
     "xml:space=default|preserve *",
     "1:notes? 1:* 2:unit 2:group"},
    {kCore, "unit",
     "id!=nmtoken name canResegment=yesno translate=yesno srcDir=dir trgDir=dir type=own "
     "xml:space=default|preserve *",
     "1:notes? 1:originalData? 1:* 2:segment+ 2:ignorable"},
    {kCore, "segment",
     "id=nmtoken canResegment=yesno state=initial|translated|reviewed|final subState=own",
     "1:source! 2:target?"},
    {kCore, "ignorable", "id=nmtoken", "1:source! 2:target?"},
    {kCore, "notes", "", "1:note+"},
    {kCore, "note", "id=nmtoken appliesTo=source|target category priority=priority *", "text"},
    {kCore, "originalData", "", "1:data+"},
    {kCore, "data", "id!=nmtoken dir=dir xml:space=default|preserve", "1:cp text"},
    {kCore, "source", "xml:lang=lang xml:space=default|preserve", SYNOPTIC_INLINE},
    {kCore, "target", "xml:lang=lang xml:space=default|preserve order=positive", SYNOPTIC_INLINE},
    {kCore, "cp", "hex!=hex", ""},
    {kCore, "ph",
     "canCopy=yesno canDelete=yesno canReorder=firstno copyOf=nmtoken disp equiv id!=nmtoken "
     "dataRef=nmtoken subFlows=nmtokens subType=own type=code *",
     ""},
    {kCore, "pc",
     "canCopy=yesno canDelete=yesno canOverlap=yesno canReorder=firstno copyOf=nmtoken dispEnd "
     "dispStart equivEnd equivStart id!=nmtoken dataRefEnd=nmtoken dataRefStart=nmtoken "
     "subFlowsEnd=nmtokens subFlowsStart=nmtokens subType=own type=code dir=dir *",
     SYNOPTIC_INLINE},
    {kCore, "sc",
     "canCopy=yesno canDelete=yesno canOverlap=yesno canReorder=firstno copyOf=nmtoken "
     "dataRef=nmtoken dir=dir disp equiv id!=nmtoken isolated=yesno subFlows=nmtokens subType=own "
     "type=code *",
     ""},
    {kCore, "ec",
     "canCopy=yesno canDelete=yesno canOverlap=yesno canReorder=firstno copyOf=nmtoken "
     "dataRef=nmtoken dir=dir disp equiv id=nmtoken isolated=yesno startRef=nmtoken "
     "subFlows=nmtokens subType=own type=code *",
     ""},
    {kCore, "mrk", "id!=nmtoken translate=yesno type=annotation ref value *", SYNOPTIC_INLINE},
    {kCore, "sm", "id!=nmtoken translate=yesno type=annotation ref value *", ""},
    {kCore, "em", "startRef!=nmtoken", ""},
    {"matches:2.0", "matches", "", "1:match+"},
    {"matches:2.0", "match",
     "id=nmtoken matchQuality=percent matchSuitability=percent origin ref! reference=yesno "
     "similarity=percent subType=own type=am|ebm|icm|idm|mt|tb|tm|other *",
     "1:metadata? 1:originalData? 1:source! 1:target! 1:*"},
    {"glossary:2.0", "glossary", "", "1:glossEntry+"},
    {"glossary:2.0", "glossEntry", "id=nmtoken ref *", "1:term! 2:translation 3:definition? 4:*"},
    {"glossary:2.0", "term", "source *", "text"},
    {"glossary:2.0", "translation", "id=nmtoken ref source *", "text"},
    {"glossary:2.0", "definition", "source *", "text"},
    {"metadata:2.0", "metadata", "id=nmtoken", "1:metaGroup+"},
    {"metadata:2.0", "metaGroup", "id=nmtoken category appliesTo=source|target|ignorable",
     "1:metaGroup 1:meta"},
    {"metadata:2.0", "meta", "type!", "text"},
    {"resourcedata:2.0", "resourceData", "", "1:resourceItemRef 2:resourceItem"},
    {"resourcedata:2.0", "resourceItemRef", "id=nmtoken ref!=nmtoken *", ""},
    {"resourcedata:2.0", "resourceItem", "mimeType id=nmtoken context=yesno *",
     "1:source? 2:target? 3:reference"},
    {"resourcedata:2.0", "source", "href xml:lang=lang *", "1:* text"},
    {"resourcedata:2.0", "target", "href xml:lang=lang *", "1:* text"},
    {"resourcedata:2.0", "reference", "href! xml:lang=lang *", ""},
    {"sizerestriction:2.0", "profiles", "generalProfile storageProfile", "1:normalization? 2:*"},
    {"sizerestriction:2.0", "normalization", "general=none|nfc|nfd storage=none|nfc|nfd", ""},
    {"sizerestriction:2.0", "data", "profile! *", "1:* text"},
    {"validation:2.0", "validation", "*", "1:rule+"},
    {"validation:2.0", "rule",
     "isPresent occurs=positive isNotPresent startsWith endsWith existsInSource=yesno "
     "caseSensitive=yesno normalization=none|nfc|nfd disabled=yesno *",
     ""},
};
#undef SYNOPTIC_INLINE

struct ModuleAttributes {
  std::string_view space;
  std::string_view names;
  std::string_view elements;  // that take them: of the core; empty: all that take foreign ones
};

// On inline codes only the attributes of these modules may stand.
constexpr ModuleAttributes kModuleAttributes[] = {
    {"fs:2.0",
     "fs=a|b|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|div|dl|"
     "dt|em|h1|h2|h3|h4|h5|h6|head|hr|html|i|img|label|legend|li|ol|p|pre|q|s|samp|select|small|"
     "span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul subFs",
     "xliff file group unit note sc ec pc ph mrk sm notes"},
    {"sizerestriction:2.0",
     "storageRestriction=restriction sizeRestriction=restriction equivStorage=integers "
     "sizeInfo sizeInfoRef=nmtoken",
     "file group unit note sc ec pc ph mrk sm"},
};

// Which types a subtype of the specification's own prefix may stand with.
constexpr std::pair<std::string_view, std::string_view> kSubTypes[] = {
    {"xlf:lb", "fmt"}, {"xlf:pb", "fmt"}, {"xlf:b", "fmt"},
    {"xlf:i", "fmt"},  {"xlf:u", "fmt"},  {"xlf:var", "ui"}};

const Element* element_of(const XmlNode& node) {
  if (!std::string_view(node.space).starts_with(kXliffModules)) return nullptr;
  const std::string_view space = std::string_view(node.space).substr(kXliffModules.size());
  for (const Element& element : kElements) {
    if (element.space == space && element.name == node.name) return &element;
  }
  return nullptr;
}

bool knows_elements_of(std::string_view space) {
  if (!space.starts_with(kXliffModules)) return false;
  const std::string_view module = space.substr(kXliffModules.size());
  return std::any_of(std::begin(kElements), std::end(kElements),
                     [&](const Element& element) { return element.space == module; });
}

struct AttributeRule {
  std::string_view name;
  bool required = false;
  std::string_view kind;
};

AttributeRule rule_of(std::string_view word) {
  AttributeRule rule;
  const std::size_t equals = std::min(word.find('='), word.size());
  rule.name = word.substr(0, equals);
  if (equals < word.size()) rule.kind = word.substr(equals + 1);
  if (rule.name.ends_with('!')) {
    rule.required = true;
    rule.name.remove_suffix(1);
  }
  return rule;
}

class Checker {
 public:
  explicit Checker(XliffWarnings& warnings) : warnings_(warnings) {}

  void check(const XmlNode& node) {
    const Element* element = element_of(node);
    if (element == nullptr) {
      if (knows_elements_of(node.space)) {
        warnings_.add(node, "its module has no element <" + node.name + ">");
      }
    } else {
      attributes(node, *element);
      children(node, *element);
    }
    for (const XmlNode& child : node.children) {
      if (!child.is_text()) check(child);
    }
  }

 private:
  void value(const XmlNode& node, const XmlAttribute& attribute, std::string_view kind) {
    if (!kind.empty() && !is_xliff_value(attribute.value, kind)) {
      warnings_.add(node, "the attribute " + attribute.name + " of <" + node.name + "> is " +
                              xliff_value_kind(kind));
    }
    if (attribute.name == "subType") sub_type(node, attribute.value);
  }

  void sub_type(const XmlNode& node, std::string_view sub) {
    const std::string* type = node.attribute("type");
    if (type == nullptr) {
      warnings_.add(node, "a subType stands with a type");
      return;
    }
    if (!sub.starts_with("xlf:")) return;
    const auto fits = [&](const auto& pair) { return pair.first == sub && pair.second == *type; };
    if (std::none_of(std::begin(kSubTypes), std::end(kSubTypes), fits)) {
      warnings_.add(node, "a subType with the prefix xlf is one that belongs to the type");
    }
  }

  void attributes(const XmlNode& node, const Element& element) {
    std::vector<std::string> words = words_of(element.attributes);
    const bool foreign = std::find(words.begin(), words.end(), "*") != words.end();
    for (const XmlAttribute& attribute : node.attributes) {
      if (!attribute.space.empty() && attribute.space != kXmlSpace) {
        foreign_attribute(node, attribute, foreign);
        continue;
      }
      const std::string name = (attribute.space == kXmlSpace ? "xml:" : "") + attribute.name;
      const auto found = std::find_if(words.begin(), words.end(), [&](const std::string& word) {
        return rule_of(word).name == name;
      });
      if (found != words.end()) {
        value(node, attribute, rule_of(*found).kind);
      } else if (!foreign || attribute.space.empty() || element.name == "match") {
        warnings_.add(node, "<" + node.name + "> has no attribute " + name);
      }
    }
    for (const std::string& word : words) {
      const AttributeRule rule = rule_of(word);
      if (rule.required && node.attribute(rule.name) == nullptr) {
        warnings_.add(node, "<" + node.name + "> has the attribute " + std::string(rule.name));
      }
    }
  }

  void foreign_attribute(const XmlNode& node, const XmlAttribute& attribute, bool allowed) {
    for (const ModuleAttributes& module : kModuleAttributes) {
      if (attribute.space != std::string(kXliffModules) + std::string(module.space)) continue;
      const auto elements = words_of(module.elements);
      for (const std::string& word : words_of(module.names)) {
        if (rule_of(word).name != attribute.name) continue;
        if (std::find(elements.begin(), elements.end(), node.name) == elements.end() &&
            node.space == kXliff2Space) {
          break;
        }
        return value(node, attribute, rule_of(word).kind);
      }
      allowed = false;
    }
    const bool code =
        node.name == "pc" || node.name == "ph" || node.name == "sc" || node.name == "ec";
    if (code && !attribute.space.starts_with(kXliffModules) && attribute.space != kItsSpace) {
      allowed = false;
    }
    if (!allowed) {
      warnings_.add(
          node, "<" + node.name + "> has no attribute " + attribute.name + " of another namespace");
    }
  }

  struct ChildRule {
    int phase = 0;
    std::string_view name;
    char times = ' ';
  };

  static ChildRule child_rule(std::string_view word) {
    ChildRule rule;
    if (word.size() < 3 || word[1] != ':') return rule;
    rule.phase = word[0] - '0';
    rule.name = word.substr(2);
    if (std::string_view("!+?").find(rule.name.back()) != word.npos) {
      rule.times = rule.name.back();
      rule.name.remove_suffix(1);
    }
    return rule;
  }

  void children(const XmlNode& node, const Element& element) {
    const std::vector<std::string> words = words_of(element.children);
    const bool text = std::find(words.begin(), words.end(), "text") != words.end();
    std::map<std::string, int> counts;
    int phase = 0;
    for (const XmlNode& child : node.children) {
      if (child.is_text()) {
        if (!text && child.text.find_first_not_of(" \t\r\n") != child.text.npos) {
          warnings_.add(node, "<" + node.name + "> holds no characters");
        }
        continue;
      }
      const ChildRule* rule = nullptr;
      ChildRule rules[16];
      for (std::size_t i = 0; i < words.size() && i < std::size(rules); ++i) {
        rules[i] = child_rule(words[i]);
        const bool own = child.space == node.space || child.space == kXliff2Space ||
                         child.space.ends_with(":metadata:2.0");
        const bool named = rules[i].name == child.name && own;
        const bool other = rules[i].name == "*" && child.space != node.space;
        if (rule == nullptr && (named || other)) rule = &rules[i];
      }
      if (rule == nullptr) {
        warnings_.add(child, "<" + node.name + "> holds no <" + child.name + ">" +
                                 (child.space == node.space ? "" : " of another namespace"));
        continue;
      }
      if (rule->phase < phase) {
        warnings_.add(child,
                      "<" + child.name + "> stands before what follows it in <" + node.name + ">");
      }
      phase = std::max(phase, rule->phase);
      if (rule->name != "*") ++counts[child.name];
    }
    for (const std::string& word : words) {
      const ChildRule rule = child_rule(word);
      const int count = counts[std::string(rule.name)];
      const std::string what = "<" + node.name + "> holds ";
      const std::string name = " <" + std::string(rule.name) + ">";
      if (rule.times == '!' && count != 1) warnings_.add(node, what + "one" + name);
      if (rule.times == '+' && count < 1) warnings_.add(node, what + "at least one" + name);
      if (rule.times == '?' && count > 1) warnings_.add(node, what + "at most one" + name);
    }
    if (node.is(kXliff2Space, "file") && counts["unit"] + counts["group"] == 0) {
      warnings_.add(node, "<file> holds at least one <unit> or <group>");
    }
  }

  XliffWarnings& warnings_;
};

}  // namespace

void check_xliff_elements(const XmlNode& root, XliffWarnings& warnings) {
  Checker(warnings).check(root);
}

}  // namespace synoptic
