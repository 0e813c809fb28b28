#include "text/bidi.h"

#include <unicode/brkiter.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ushape.h>

#include <algorithm>
#include <memory>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr char32_t kFirstRightToLeft = 0x590;

// What only steers the algorithm, and is nothing once the order is made.
bool is_direction_control(UChar32 c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_right_to_left(char32_t c) {
  if (c < kFirstRightToLeft) return false;
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

// Joined letters in place: every unit of UTF-16 stays where it is.  The second half of a ligature
// becomes U+0000.
icu::UnicodeString shaped(const icu::UnicodeString& line) {
  icu::UnicodeString out = line;
  UErrorCode status = U_ZERO_ERROR;
  UChar* buffer = out.getBuffer(line.length());
  if (!buffer) return line;
  u_shapeArabic(
      line.getBuffer(), line.length(), buffer, line.length(),
      U_SHAPE_LETTERS_SHAPE | U_SHAPE_LENGTH_FIXED_SPACES_NEAR | U_SHAPE_TEXT_DIRECTION_LOGICAL,
      &status);
  out.releaseBuffer(line.length());
  if (U_FAILURE(status)) return line;
  for (int32_t i = 0; i < line.length(); ++i) {
    const UChar before = line[i];
    // The forms of vowel signs are no marks: they would take a column.
    if (u_charType(before) == U_NON_SPACING_MARK) out.setCharAt(i, before);
    if (out[i] == u' ' && before != u' ') out.setCharAt(i, 0);
  }
  return out;
}

struct UnitRange {
  int32_t begin = 0;
  int32_t end = 0;
};

// Grapheme clusters in units of UTF-16.
std::vector<UnitRange> clusters_of(const icu::UnicodeString& line) {
  thread_local std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  std::vector<UnitRange> clusters;
  if (!breaks) return {{0, line.length()}};
  breaks->setText(line);
  for (int32_t begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    clusters.push_back({begin, end});
  }
  return clusters;
}

// What is written for a cluster; brackets of right-to-left runs are mirrored.
std::string written(const icu::UnicodeString& line, UnitRange cluster, bool mirrored) {
  std::string out;
  for (int32_t at = cluster.begin; at < cluster.end;) {
    UChar32 c = line.char32At(at);
    at += U16_LENGTH(c);
    if (c == 0 || is_direction_control(c)) continue;
    if (mirrored) c = u_charMirror(c);
    out += to_utf8(static_cast<char32_t>(c));
  }
  return out;
}

std::vector<UBiDiLevel> levels_of(const icu::UnicodeString& line, bool right_to_left) {
  const auto size = static_cast<std::size_t>(line.length());
  std::vector<UBiDiLevel> levels(size, right_to_left ? 1 : 0);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(
      ubidi_openSized(line.length(), 0, &status), ubidi_close);
  ubidi_setPara(bidi.get(), line.getBuffer(), line.length(), right_to_left ? 1 : 0, nullptr,
                &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  if (U_SUCCESS(status) && found) std::copy_n(found, size, levels.begin());
  return levels;
}

bool is_blank(const VisualCluster& cluster) {
  return cluster.text == " " || cluster.text == "\xC2\xA0";
}

// Turns each word of right-to-left letters round again.
void turn_words(std::vector<VisualCluster>& clusters) {
  const auto turns = [](const VisualCluster& cluster) {
    return !is_blank(cluster) && has_right_to_left(cluster.text);
  };
  for (auto begin = clusters.begin(); begin != clusters.end();) {
    begin = std::find_if(begin, clusters.end(), turns);
    const auto end = std::find_if_not(begin, clusters.end(), turns);
    std::reverse(begin, end);
    begin = end;
  }
}

}  // namespace

bool is_right_to_left(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    at += c.bytes;
    if (is_right_to_left(c.value)) return true;
    if (u_charDirection(static_cast<UChar32>(c.value)) == U_LEFT_TO_RIGHT) return false;
  }
  return false;
}

bool has_right_to_left(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    // No character below U+0590 begins with such a byte.
    if (static_cast<unsigned char>(utf8[at]) < 0xD6) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(utf8, at);
    if (is_right_to_left(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

bool reads_right_to_left(std::string_view utf8, std::string_view language) {
  if (!has_right_to_left(utf8)) return false;
  return uloc_isRightToLeft(std::string(language).c_str()) || is_right_to_left(utf8);
}

std::vector<VisualCluster> visual_order(std::string_view line, bool right_to_left,
                                        TextOrder order) {
  const icu::UnicodeString logical =
      icu::UnicodeString::fromUTF8({line.data(), static_cast<int32_t>(line.size())});
  const icu::UnicodeString shown = order == TextOrder::kVisual ? shaped(logical) : logical;
  const std::vector<UBiDiLevel> levels = levels_of(logical, right_to_left);
  const std::vector<UnitRange> ranges = clusters_of(logical);

  std::vector<VisualCluster> in_reading_order;
  std::vector<UBiDiLevel> cluster_levels;
  uint32_t offset = 0;
  for (const UnitRange range : ranges) {
    const UBiDiLevel level = levels[static_cast<std::size_t>(range.begin)];
    in_reading_order.push_back({written(shown, range, level % 2 == 1), offset});
    cluster_levels.push_back(level);
    std::string bytes;
    logical.tempSubStringBetween(range.begin, range.end).toUTF8String(bytes);
    offset += static_cast<uint32_t>(bytes.size());
  }

  const auto count = static_cast<int32_t>(cluster_levels.size());
  std::vector<int32_t> from(cluster_levels.size());
  ubidi_reorderVisual(cluster_levels.data(), count, from.data());
  std::vector<VisualCluster> seen;
  seen.reserve(from.size());
  for (const int32_t index : from) {
    seen.push_back(std::move(in_reading_order[static_cast<std::size_t>(index)]));
  }
  if (order == TextOrder::kVisualWords) turn_words(seen);
  return seen;
}

}  // namespace synoptic
