#include "text/lookalikes.h"

#include <unicode/unistr.h>
#include <unicode/uspoof.h>

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/characters.h"

namespace synoptic {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};
// Letters in use, so that no ornament or extinct letter is found.
constexpr std::array kLetters = std::to_array<Range>({{0x41, 0x5A},
                                                      {0x61, 0x7A},
                                                      {0xC0, 0x17F},
                                                      {0x386, 0x3CE},
                                                      {0x400, 0x45F},
                                                      {0x490, 0x4F9},
                                                      {0x51A, 0x51D},
                                                      {0x531, 0x556},
                                                      {0x561, 0x586},
                                                      {0x30A2, 0x30F3}});
// Han characters that a kana looks like.
constexpr std::u32string_view kHan = U"二工口卜夕力八";

// Shapes that the standard keeps apart and an eye does not.
struct Shape {
  std::u16string_view skeleton;
  char16_t letter;
};
constexpr std::array kShapes = std::to_array<Shape>({{u"ĸ", u'k'},
                                                     {u"ᴛ", u't'},
                                                     {u"ʍ", u'm'},
                                                     {u"ʜ", u'h'},
                                                     {u"ʙ", u'b'},
                                                     {u"ß", u'b'},
                                                     {u"ꞓ", u'e'},
                                                     {u"n̩", u'n'},
                                                     {u"ω", u'w'}});

using Key = std::u16string;

class Table {
 public:
  Table() {
    UErrorCode status = U_ZERO_ERROR;
    checker_ = uspoof_open(&status);
    if (U_FAILURE(status)) return;
    for (const Range& range : kLetters) {
      for (char32_t c = range.first; c <= range.last; ++c) add(c);
    }
    for (const char32_t c : kHan) add(c);
    uspoof_close(checker_);
  }

  char32_t find(char32_t c, int script) const {
    const auto key = keys_.find(c);
    if (key == keys_.end()) return 0;
    char32_t found = 0;
    for (const char32_t other : letters_.at(key->second)) {
      if (script_of(other) != script) continue;
      if (is_upper(other) == is_upper(c)) return other;
      found = other;
    }
    return found;
  }

 private:
  void add(char32_t c) {
    if (!is_letter(c)) return;
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString skeleton;
    uspoof_getSkeletonUnicodeString(checker_, 0, icu::UnicodeString(static_cast<UChar32>(c)),
                                    skeleton, &status);
    if (U_FAILURE(status)) return;
    Key key(skeleton.getBuffer(), static_cast<std::size_t>(skeleton.length()));
    for (const Shape& shape : kShapes) {
      if (key == shape.skeleton) key = shape.letter;
    }
    keys_.emplace(c, key);
    letters_[key].push_back(c);
  }

  USpoofChecker* checker_ = nullptr;  // while the table is built
  std::unordered_map<char32_t, Key> keys_;
  std::unordered_map<Key, std::vector<char32_t>> letters_;
};

}  // namespace

char32_t lookalike(char32_t c, int script) {
  static const Table table;
  return table.find(c, script);
}

}  // namespace synoptic
