#include "align/paths.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace synoptic {

namespace {

std::string_view container_name(LevelKind kind) {
  switch (kind) {
    case LevelKind::kPart:
      return "part";
    case LevelKind::kTitle:
      return "title";
    case LevelKind::kChapter:
      return "chapter";
    case LevelKind::kSection:
      return "section";
    case LevelKind::kSubsection:
      return "subsection";
    case LevelKind::kAnnex:
      return "annex";
    case LevelKind::kProtocol:
      return "protocol";
    case LevelKind::kPreamble:
      return "preamble";
    default:
      return "";
  }
}

std::string joined(const std::string& prefix, const std::string& component) {
  return prefix.empty() ? component : prefix + "." + component;
}

// How one kind of container takes part in paths.
struct KindUse {
  int restarts = 0;  // containers whose first child counts from one again, less those that go on
  bool has_children = false;
};

class PathMaker {
 public:
  explicit PathMaker(std::vector<Unit>& units) : units_(units), prefixes_(units.size()) {
    count_restarts();
    choose_clause_kind();
  }

  void run() {
    for (UnitId id = 0; id < units_.size(); ++id) {
      Unit& unit = units_[id];
      const std::string prefix = unit.parent == kNoUnit ? "" : prefixes_[unit.parent];
      unit.path = unit.kind == UnitKind::kTitle ? "title" : own_path(unit, prefix);
      const uint32_t times = ++seen_[unit.path];
      if (times > 1) unit.path += "#" + std::to_string(times);
      prefixes_[id] = child_prefix(unit);
    }
  }

 private:
  static LevelKind kind_of(const Unit& unit) { return unit.label.levels.back().kind; }

  // Decided for each kind as a whole, so that one short chapter changes nothing.
  void count_restarts() {
    std::map<std::pair<LevelKind, LevelKind>, UnitId> last_with;  // container and child kind
    for (const Unit& unit : units_) {
      if (unit.label.levels.empty() || unit.parent == kNoUnit || is_bullet(unit)) continue;
      const Unit& parent = units_[unit.parent];
      if (parent.label.levels.empty() || !is_container_kind(kind_of(parent))) continue;
      KindUse& use = uses_[kind_of(parent)];
      use.has_children = true;
      const auto [last, first] =
          last_with.try_emplace({kind_of(parent), kind_of(unit)}, unit.parent);
      if (!first && last->second != unit.parent) {
        use.restarts += unit.label.levels.back().ordinal == 1 ? 1 : -1;
      }
      last->second = unit.parent;
    }
  }

  // Sections where there are no articles, chapters where there are no sections.
  void choose_clause_kind() {
    std::map<LevelKind, uint32_t> counts;
    for (const Unit& unit : units_) {
      if (!unit.label.levels.empty()) ++counts[kind_of(unit)];
    }
    if (counts.count(LevelKind::kArticle) > 0) return;
    for (const LevelKind kind : {LevelKind::kSubsection, LevelKind::kSection, LevelKind::kChapter,
                                 LevelKind::kTitle, LevelKind::kPart}) {
      const KindUse& use = uses_[kind];
      if (counts.count(kind) == 0) continue;
      if (use.has_children && use.restarts <= 0) continue;
      clause_kind_ = kind;
      return;
    }
  }

  bool is_named(LevelKind kind) const { return is_container_kind(kind) && kind != clause_kind_; }

  std::string component(const Level& level) const {
    if (level.kind == LevelKind::kPreamble) return "preamble";
    const std::string_view name = is_named(level.kind) ? container_name(level.kind) : "";
    return std::string(name) + std::to_string(level.ordinal) + level.suffix;
  }

  // The path of a unit's children begins with this.
  std::string child_prefix(const Unit& unit) {
    if (unit.label.levels.empty() || !is_named(kind_of(unit))) return unit.path;
    switch (kind_of(unit)) {
      case LevelKind::kAnnex:
      case LevelKind::kProtocol:
      case LevelKind::kPreamble:
        return unit.path;
      default:
        break;
    }
    if (uses_[kind_of(unit)].restarts > 0) return unit.path;
    return unit.parent == kNoUnit ? "" : prefixes_[unit.parent];
  }

  std::string own_path(const Unit& unit, const std::string& prefix) {
    if (unit.label.levels.empty()) {
      return joined(prefix, "¶" + std::to_string(++unlabelled_[prefix]));
    }
    if (is_bullet(unit)) return joined(prefix, "•" + std::to_string(++bullets_[prefix]));
    const auto& levels = unit.label.levels;
    // "7.1" under 7 repeats its parent's ordinals.
    std::size_t skip = 0;
    if (levels.size() > 1 && unit.parent != kNoUnit) {
      const std::string leading = component(levels[0]);
      const std::string& parent = units_[unit.parent].path;
      if (!prefix.empty() && (parent == leading || prefix == leading)) skip = 1;
      std::string all = leading;
      for (std::size_t i = 1; i + 1 < levels.size(); ++i) {
        all += "." + component(levels[i]);
        if (prefix == all) skip = i + 1;
      }
      if (skip == 0 && !prefix.empty() && !is_named(units_[unit.parent].label.levels.back().kind)) {
        // A misnumbered child says where it wants to stand: "8.1" under 7 is 8.1.
        std::string path;
        for (const Level& level : levels) path = joined(path, component(level));
        return path;
      }
    }
    std::string path = prefix;
    for (std::size_t i = skip; i < levels.size(); ++i) path = joined(path, component(levels[i]));
    return path;
  }

  std::vector<Unit>& units_;
  std::vector<std::string> prefixes_;
  std::map<LevelKind, KindUse> uses_;
  LevelKind clause_kind_ = LevelKind::kArticle;
  std::map<std::string, uint32_t> unlabelled_;
  std::map<std::string, uint32_t> bullets_;
  std::map<std::string, uint32_t> seen_;
};

}  // namespace

bool is_container_kind(LevelKind kind) {
  switch (kind) {
    case LevelKind::kPart:
    case LevelKind::kTitle:
    case LevelKind::kChapter:
    case LevelKind::kSection:
    case LevelKind::kSubsection:
    case LevelKind::kAnnex:
    case LevelKind::kProtocol:
    case LevelKind::kPreamble:
      return true;
    default:
      return false;
  }
}

bool is_bullet(const Unit& unit) {
  return !unit.label.levels.empty() && unit.label.levels.back().kind == LevelKind::kBullet;
}

void set_paths(std::vector<Unit>& units) { PathMaker(units).run(); }

}  // namespace synoptic
