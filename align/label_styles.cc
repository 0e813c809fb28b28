#include "align/label_styles.h"

namespace synoptic {

int rank_of(LevelKind kind) {
  switch (kind) {
    case LevelKind::kAnnex:
    case LevelKind::kProtocol:
      return 1;
    case LevelKind::kPreamble:
    case LevelKind::kPart:
      return 2;
    case LevelKind::kTitle:
      return 3;
    case LevelKind::kChapter:
      return 4;
    case LevelKind::kSection:
      return 5;
    case LevelKind::kSubsection:
      return 6;
    case LevelKind::kArticle:
      return 7;
    default:
      return 9;
  }
}

bool same_list(const LabelStyle& a, const LabelStyle& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == LevelKind::kBullet) return a.mark == b.mark;
  if (a.kind != LevelKind::kNumber) return true;
  return a.system == b.system && a.mark == b.mark && a.depth == b.depth;
}

bool same_brackets(const LabelStyle& a, const LabelStyle& b) {
  const auto brackets = [](const LabelStyle& style) {
    return style.kind != LevelKind::kNumber          ? 0
           : style.closing == Closing::kBothBrackets ? 2
           : style.closing == Closing::kBracket      ? 1
                                                     : 0;
  };
  return brackets(a) == brackets(b);
}

bool same_word(const LabelStyle& a, const LabelStyle& b) { return a.mark == b.mark; }

bool is_worded(const LabelStyle& style) {
  return style.kind != LevelKind::kNumber && style.kind != LevelKind::kBullet;
}

bool surely_same(const LabelStyle& a, const LabelStyle& b) {
  return same_list(a, b) && same_brackets(a, b) && (!is_worded(a) || same_word(a, b));
}

}  // namespace synoptic
