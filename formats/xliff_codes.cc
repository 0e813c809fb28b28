// The rules of XLIFF 2 for inline codes and annotations.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xliff_reader.h"
#include "formats/xliff_rules.h"

namespace synoptic {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_code(const XmlNode& node) { return is_one_of(node.name, {"ph", "pc", "sc", "ec"}); }

// Where a code begins or ends in the run of codes of a segment.
struct Mark {
  const XmlNode* node = nullptr;
  std::string id;
  bool end = false;  // of a <pc>

  bool same_place(const Mark& other) const { return id == other.id && end == other.end; }
};

// The codes of one side of a unit or a segment, in order.
using Marks = std::vector<Mark>;

void append_marks(const XmlNode& node, Marks& marks) {
  for (const XmlNode& child : node.children) {
    if (child.space != kXliff2Space) continue;
    const bool spans = child.name == "pc" || child.name == "mrk";
    const std::string start = child.attribute_or("startRef", "");
    const std::string id = child.attribute_or("id", start.empty() ? "" : "/" + start);
    if (is_code(child) || is_one_of(child.name, {"mrk", "sm", "em"})) {
      marks.push_back({&child, id, false});
    }
    append_marks(child, marks);
    if (spans && is_code(child)) marks.push_back({&child, id, true});
  }
}

class Checker {
 public:
  Checker(const XmlNode& unit, XliffWarnings& warnings) : unit_(unit), warnings_(warnings) {}

  void run() {
    read_unit();
    for (const Marks* side : {&source_, &target_}) {
      codes(*side);
      pairs(*side, "sc", "ec");
      pairs(*side, "sm", "em");
    }
    for (const auto& [source, target] : segments_) {
      fixed_order(source, target);
      undeletable(source, target);
    }
  }

 private:
  void read_unit() {
    for (const XmlNode& child : unit_.children) {
      if (child.is(kXliff2Space, "originalData")) original_data(child);
      if (child.is(kXliff2Space, "notes")) {
        for (const XmlNode& note : child.children) notes_.insert(note.attribute_or("id", ""));
      }
    }
    for (const XmlNode& part : unit_.children) {
      if (!part.is(kXliff2Space, "segment") && !part.is(kXliff2Space, "ignorable")) continue;
      use_id(part, part.attribute("id"), ids_);
      const XmlNode* source = nullptr;
      const XmlNode* target = nullptr;
      for (const XmlNode& side : part.children) {
        if (side.is(kXliff2Space, "source")) source = &side;
        if (side.is(kXliff2Space, "target")) target = &side;
      }
      if (source) append_marks(*source, source_);
      if (target) append_marks(*target, target_);
      segments_.emplace_back(source, target);
    }
    std::set<std::string> target_ids;
    for (const Mark& mark : source_) {
      if (!mark.end) use_id(*mark.node, mark.node->attribute("id"), ids_);
    }
    for (const Mark& mark : target_) {
      if (!mark.end) use_id(*mark.node, mark.node->attribute("id"), target_ids);
    }
  }

  void use_id(const XmlNode& node, const std::string* id, std::set<std::string>& used) {
    if (id != nullptr && !used.insert(*id).second) {
      warnings_.add(node, "the id of a segment, code or annotation is used once in its unit");
    }
  }

  void original_data(const XmlNode& node) {
    for (const XmlNode& data : node.children) {
      const std::string* id = data.attribute("id");
      if (id != nullptr && !data_.insert(*id).second) {
        warnings_.add(data, "the id of a <data> is used once in its unit");
      }
    }
  }

  // The rules for one code or annotation by itself.
  void codes(const Marks& marks) {
    for (const Mark& mark : marks) {
      if (mark.end) continue;
      const XmlNode& node = *mark.node;
      for (const char* name : {"dataRef", "dataRefStart", "dataRefEnd"}) {
        const std::string* reference = node.attribute(name);
        if (reference != nullptr && data_.count(*reference) == 0) {
          warnings_.add(node, std::string(name) + " is the id of a <data> of the unit");
        }
      }
      if (node.attribute("copyOf")) copy(node, marks);
      const bool fixed = node.attribute_or("canReorder", "yes") != "yes" && node.name != "ec";
      if (fixed && (node.attribute_or("canCopy", "yes") != "no" ||
                    node.attribute_or("canDelete", "yes") != "no")) {
        warnings_.add(node, "a code that can't be reordered has canCopy and canDelete no");
      }
      if (node.name == "ec") closing(node);
      if (is_one_of(node.name, {"mrk", "sm"})) annotation(node);
    }
    first_of_fixed(marks);
  }

  void copy(const XmlNode& node, const Marks& marks) {
    if (node.attribute("dataRef") || node.attribute("dataRefStart") ||
        node.attribute("dataRefEnd")) {
      warnings_.add(node, "a code has copyOf or a reference to data, not both");
    }
    const std::string of = node.attribute_or("copyOf", "");
    const auto found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
      return is_code(*mark.node) && mark.id == of;
    });
    if (found == marks.end()) {
      warnings_.add(node, "copyOf is the id of a code of the unit");
    } else if (found->node->attribute_or("canCopy", "yes") == "no") {
      warnings_.add(node, "copyOf is the id of a code that may be copied");
    }
  }

  void closing(const XmlNode& node) {
    const bool isolated = node.attribute_or("isolated", "no") == "yes";
    const bool id = node.attribute("id") != nullptr;
    const bool start = node.attribute("startRef") != nullptr;
    if (isolated && (!id || start)) {
      warnings_.add(node, "an isolated <ec> has an id and no startRef");
    }
    if (!isolated && (id || !start)) {
      warnings_.add(node, "an <ec> that is not isolated has a startRef and no id");
    }
    for (const XmlAttribute& attribute : node.attributes) {
      const bool style = attribute.space.ends_with(":fs:2.0");
      if (!isolated && (style || attribute.name == "dir")) {
        warnings_.add(node, "dir and fs stand on an <ec> that is isolated");
      }
    }
  }

  void annotation(const XmlNode& node) {
    if (node.attribute_or("type", "generic") != "comment") return;
    const std::string* reference = node.attribute("ref");
    if ((reference == nullptr) == (node.attribute("value") == nullptr)) {
      warnings_.add(node, "an annotation of type comment has a value or a ref, not both");
      return;
    }
    if (reference == nullptr) return;
    const std::string within = "u=" + unit_.attribute_or("id", "") + "/";
    const std::size_t at = reference->find(within);
    const std::string leaf =
        at == reference->npos ? *reference : '#' + reference->substr(at + within.size());
    const bool note = leaf.starts_with("#n=") && notes_.count(leaf.substr(3)) > 0;
    if (!note) warnings_.add(node, "the ref of a comment is a <note> of its unit");
  }

  // A run of codes that keep their order begins with firstNo.
  void first_of_fixed(const Marks& marks) {
    bool running = false;
    for (const Mark& mark : marks) {
      if (mark.end || !is_code(*mark.node)) continue;
      const std::string kind = mark.node->attribute_or("canReorder", "yes");
      if (kind == "firstNo") running = true;
      if (kind == "yes" && mark.node->name != "ec") running = false;
      if (kind == "no" && !running && mark.node->name != "ec") {
        warnings_.add(*mark.node, "codes that keep their order begin with canReorder firstNo");
      }
    }
  }

  // <sc> and <ec>, <sm> and <em>: each with its other half, in order.
  void pairs(const Marks& marks, std::string_view open, std::string_view close) {
    std::map<std::string, const XmlNode*> opened;
    std::set<std::string> all;
    for (const Mark& mark : marks) {
      if (mark.node->name == open) all.insert(mark.id);
    }
    const std::string what = "<" + std::string(open) + "> and <" + std::string(close) + ">";
    for (const Mark& mark : marks) {
      const XmlNode& node = *mark.node;
      if (node.name == open) opened[mark.id] = &node;
      const std::string* start = node.name == close ? node.attribute("startRef") : nullptr;
      if (start == nullptr) continue;
      const auto found = opened.find(*start);
      if (found == opened.end()) {
        warnings_.add(node, all.count(*start) > 0
                                ? what + " stand in this order"
                                : "startRef is the id of a <" + std::string(open) + ">");
        continue;
      }
      if (found->second->attribute_or("isolated", "no") == "yes") {
        warnings_.add(*found->second, "an <sc> with its <ec> in the unit is not isolated");
      }
      same_abilities(*found->second, node);
      opened.erase(found);
    }
    for (const auto& [id, node] : opened) {
      if (node->attribute_or("isolated", "no") != "yes") {
        warnings_.add(
            *node, what + " stand in one unit" + (open == "sc" ? ", or the <sc> is isolated" : ""));
      }
    }
  }

  void same_abilities(const XmlNode& open, const XmlNode& close) {
    for (const char* name : {"canCopy", "canDelete", "canOverlap", "canReorder"}) {
      const std::string* value = close.attribute(name);
      if (value == nullptr) continue;
      std::string expected = open.attribute_or(name, *value);
      if (expected == "firstNo") expected = "no";
      if (*value != expected) {
        warnings_.add(close, std::string(name) + " of an <ec> is that of its <sc>");
      }
    }
  }

  // Runs of codes that keep their order stand in the target as in the source.
  void fixed_order(const XmlNode* source, const XmlNode* target) {
    if (source == nullptr || target == nullptr) return;
    Marks from;
    Marks to;
    append_marks(*source, from);
    append_marks(*target, to);
    const auto no_code = [](const Mark& mark) { return !is_code(*mark.node); };
    std::erase_if(from, no_code);
    std::erase_if(to, no_code);
    for (std::size_t begin = 0; begin < from.size(); ++begin) {
      if (from[begin].end || from[begin].node->attribute_or("canReorder", "yes") != "firstNo") {
        continue;
      }
      std::size_t end = begin + 1;
      while (end < from.size() && from[end].node->attribute_or("canReorder", "yes") != "yes" &&
             (from[end].end || from[end].node->attribute_or("canReorder", "yes") == "no")) {
        ++end;
      }
      const auto first = from.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto last = from.begin() + static_cast<std::ptrdiff_t>(end);
      const auto same = [](const Mark& a, const Mark& b) { return a.same_place(b); };
      const bool all_there = std::all_of(first, last, [&](const Mark& mark) {
        return std::any_of(to.begin(), to.end(),
                           [&](const Mark& other) { return mark.same_place(other); });
      });
      if (all_there && std::search(to.begin(), to.end(), first, last, same) == to.end()) {
        warnings_.add(*target, "codes that can't be reordered stand as in the <source>");
      }
    }
  }

  void undeletable(const XmlNode* source, const XmlNode* target) {
    if (source == nullptr || target == nullptr) return;
    Marks from;
    append_marks(*source, from);
    for (const Mark& mark : from) {
      if (mark.end || mark.node->attribute_or("canDelete", "yes") != "no") continue;
      if (std::none_of(target_.begin(), target_.end(),
                       [&](const Mark& other) { return other.id == mark.id; })) {
        warnings_.add(*target, "a code with canDelete no stands in the <target>");
      }
    }
  }

  const XmlNode& unit_;
  XliffWarnings& warnings_;
  std::set<std::string> data_;
  std::set<std::string> notes_;
  std::set<std::string> ids_;
  Marks source_;
  Marks target_;
  std::vector<std::pair<const XmlNode*, const XmlNode*>> segments_;
};

}  // namespace

void check_xliff_codes(const XmlNode& unit, XliffWarnings& warnings) {
  Checker(unit, warnings).run();
}

}  // namespace synoptic
