#include "checks/acronym_neighbours.h"

#include <algorithm>

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {
namespace {

constexpr std::size_t kLeastBefore = 4;  // bytes of a word that tells enough alone

constexpr std::string_view kCapitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kFigures = "0123456789";

// The figures or capitals joined with a hyphen, or the capitals joined with a stroke.
std::string_view joined_behind(const Document& document, const Acronym& acronym) {
  const Span unit = document.units[acronym.unit].text;
  std::string_view text = slice(document.text, {acronym.span.end, unit.end});
  if (!text.starts_with('-') && !text.starts_with('/')) return {};
  const bool figures =
      text.starts_with('-') && text.size() > 1 && kFigures.find(text[1]) != std::string_view::npos;
  text.remove_prefix(1);
  return text.substr(0, text.find_first_not_of(figures ? kFigures : kCapitals));
}

std::string_view joined_before(const Document& document, const Acronym& acronym) {
  const Span unit = document.units[acronym.unit].text;
  std::string_view text = slice(document.text, {unit.begin, acronym.span.begin});
  if (!text.ends_with('-') && !text.ends_with('/')) return {};
  text.remove_suffix(1);
  const std::size_t before = text.find_last_not_of(kCapitals);
  return before == std::string_view::npos ? text : text.substr(before + 1);
}

}  // namespace

Neighbours neighbours_of(const Document& document, const Acronym& acronym) {
  const Span unit = document.units[acronym.unit].text;
  std::string_view before = slice(document.text, {unit.begin, acronym.span.begin});
  std::string_view behind = slice(document.text, {acronym.span.end, unit.end});
  Neighbours words;
  if (before.ends_with(' ')) {
    before.remove_suffix(1);
    words.before = fold(before.substr(before.find_last_of(' ') + 1));  // 0 where there is none
  }
  if (behind.starts_with(' ')) {
    behind.remove_prefix(1);
    words.behind = fold(behind.substr(0, behind.find(' ')));
  }
  return words;
}

bool stand_alike(const Neighbours& a, const Neighbours& b) {
  if (a.before.empty() || a.before != b.before) return false;
  return a.before.size() >= kLeastBefore || (!a.behind.empty() && a.behind == b.behind);
}

bool are_kept_alike(const Document& original, const Acronym& a, const Document& translation,
                    const Acronym& b) {
  const auto equal = [](std::string_view x, std::string_view y) { return !x.empty() && x == y; };
  if (equal(joined_before(original, a), joined_before(translation, b)) ||
      equal(joined_behind(original, a), joined_behind(translation, b))) {
    return true;
  }
  const Neighbours theirs = neighbours_of(original, a);
  const Neighbours ours = neighbours_of(translation, b);
  const auto same_word = [](std::string_view x, std::string_view y) {
    return x.size() >= kLeastBefore && x == y && is_letter(code_point_at(x, 0).value);
  };
  return same_word(theirs.before, ours.before) || same_word(theirs.behind, ours.behind);
}

}  // namespace synoptic
