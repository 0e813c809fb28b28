#include "text/width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <memory>

#include "text/characters.h"
#include "text/columns.h"

namespace synoptic {

namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kEmojiPresentation = 0xFE0F;

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Vowels and final consonants of Hangul, which stand in the square of the initial consonant.
bool is_later_jamo(char32_t c) { return in(c, 0x1160, 0x11FF) || in(c, 0xD7B0, 0xD7FB); }

bool is_skin_tone(char32_t c) { return in(c, 0x1F3FB, 0x1F3FF); }

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

// Adds up characters; what belongs to an emoji before it adds nothing.
class Columns {
 public:
  void add(char32_t c) {
    const char32_t before = last_;
    last_ = c;
    if (c < 0x1100 || in(c, 0x3041, 0x9FFF) || in(c, 0xAC00, 0xD7A3)) {
      base_ = c;
      sum_ += columns_of(c);
    } else if (is_later_jamo(c) || in(c, 0x2028, 0x2029)) {
      // Nothing of their own.
    } else if (c == kEmojiPresentation) {
      if (columns_of(base_) == 1 && has(base_, UCHAR_EMOJI)) ++sum_;
      base_ = 0;
    } else if (before == kZeroWidthJoiner && joins_emoji_ && has(c, UCHAR_EXTENDED_PICTOGRAPHIC)) {
      // The next part of the sequence.
    } else if (is_skin_tone(c) && has(base_, UCHAR_EMOJI_MODIFIER_BASE)) {
      // Colours what stands before it.
    } else {
      const unsigned own = columns_of(c);
      sum_ += own;
      if (own > 0) {
        base_ = c;
        joins_emoji_ = has(c, UCHAR_EXTENDED_PICTOGRAPHIC);
      }
    }
  }
  std::size_t sum() const { return sum_; }

 private:
  std::size_t sum_ = 0;
  char32_t base_ = 0;  // the last character that took a column
  char32_t last_ = 0;
  bool joins_emoji_ = false;
};

// True only where a character surely belongs to no cluster with the one before it.
bool begins_cluster(char32_t before, char32_t c) {
  if (c < 0x300 && before < 0x300) return true;
  const auto break_of = [](char32_t of) {
    return u_getIntPropertyValue(static_cast<UChar32>(of), UCHAR_GRAPHEME_CLUSTER_BREAK);
  };
  const int32_t own = break_of(c);
  const bool alone = own == U_GCB_OTHER || own == U_GCB_L || own == U_GCB_LV || own == U_GCB_LVT;
  const int32_t other = break_of(before);
  return alone && other != U_GCB_ZWJ && other != U_GCB_PREPEND && other != U_GCB_L;
}

std::size_t ascii_width(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 0x20 && c != 0x7F; }));
}

// One iterator a language and thread: making one loads rules and dictionaries.
icu::BreakIterator* line_breaks(std::string_view language) {
  thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>, std::less<>> made;
  auto found = made.find(language);
  if (found == made.end()) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(
        {language.data(), static_cast<int32_t>(language.size())}, status);
    if (U_FAILURE(status)) status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createLineInstance(locale, status));
    if (U_FAILURE(status)) breaks = nullptr;
    found = made.emplace(language, std::move(breaks)).first;
  }
  return found->second.get();
}

icu::BreakIterator* cluster_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) breaks = nullptr;
    return breaks;
  }();
  return made.get();
}

// Ends of the pieces that `breaks` sees in `text`; without an iterator, of its characters.
template <typename Visit>
void visit_pieces(icu::BreakIterator* breaks, std::string_view text, const Visit& visit) {
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<int64_t>(text.size()), &status);
  if (breaks) breaks->setText(&utext, status);
  if (!breaks || U_FAILURE(status)) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = at + code_point_at(text, at).bytes;
      visit(at, end);
      at = end;
    }
  } else {
    std::size_t begin = 0;
    breaks->first();
    for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
      visit(begin, static_cast<std::size_t>(end));
      begin = static_cast<std::size_t>(end);
    }
  }
  utext_close(&utext);
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

bool ends_in_line_feed(std::string_view piece) {
  return piece.ends_with('\n') || piece.ends_with('\r') || piece.ends_with("\xE2\x80\xA8") ||
         piece.ends_with("\xE2\x80\xA9");
}

std::size_t without_trailing_space(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const CodePoint last = code_point_before(text, end);
    if (!is_space(last.value) || last.bytes > end - begin) break;
    end -= last.bytes;
  }
  return end;
}

// Fills lines with the unbreakable pieces of a text, in order.
class Lines {
 public:
  Lines(std::string_view text, std::size_t columns) : text_(text), columns_(columns) {}

  void add(std::size_t begin, std::size_t end) {
    const std::size_t visible = without_trailing_space(text_, begin, end);
    const std::string_view shown = text_.substr(begin, visible - begin);
    const std::size_t width = display_width(shown);
    const std::size_t needed = width + (shown.ends_with(kSoftHyphen) ? 1 : 0);
    if (used_ > 0 && used_ + needed > columns_) finish();
    if (used_ == 0) begin_ = begin;
    if (needed > columns_) {
      add_clusters(begin, visible - (needed - width) * kSoftHyphen.size());  // no room for it
    } else {
      used_ += width;
      end_ = visible;
    }
    open_ = true;
    used_ += display_width(text_.substr(visible, end - visible));
    if (ends_in_line_feed(text_.substr(begin, end - begin))) finish();
  }

  std::vector<Span> take() {
    if (open_ || lines_.empty()) finish();
    return std::move(lines_);
  }

 private:
  void add_clusters(std::size_t begin, std::size_t end) {
    const std::string_view piece = text_.substr(begin, end - begin);
    visit_pieces(cluster_breaks(), piece, [&](std::size_t from, std::size_t to) {
      const std::size_t width = display_width(piece.substr(from, to - from));
      if (used_ > 0 && used_ + width > columns_) finish();
      if (used_ == 0) begin_ = begin + from;
      used_ += width;
      end_ = begin + to;
    });
  }

  void finish() {
    lines_.push_back(span_of(begin_, std::max(begin_, end_)));
    begin_ = end_ = std::max(begin_, end_);
    used_ = 0;
    open_ = false;
  }

  std::string_view text_;
  std::size_t columns_;
  std::vector<Span> lines_;
  std::size_t begin_ = 0;  // the line being filled
  std::size_t end_ = 0;
  std::size_t used_ = 0;  // its columns, with the space at its end
  bool open_ = false;
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Most lines of most languages of Europe have ASCII clauses: spaces, and hyphens between letters.
template <typename Visit>
void visit_ascii_pieces(std::string_view text, const Visit& visit) {
  std::size_t begin = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const char before = text[at - 1];
    const bool after_space = before == ' ' && text[at] != ' ' && text[at] != '\n';
    const bool after_hyphen =
        before == '-' && at >= 2 && is_ascii_letter(text[at - 2]) && is_ascii_letter(text[at]);
    if (!after_space && !after_hyphen && before != '\n') continue;
    visit(begin, at);
    begin = at;
  }
  if (begin < text.size()) visit(begin, text.size());
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii_width(utf8);
  Columns columns;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    columns.add(c.value);
    at += c.bytes;
  }
  return columns.sum();
}

std::string cut_to_width(std::string_view utf8, std::size_t columns) {
  Columns shown;
  std::size_t kept = 0;  // bytes that leave a column for the ellipsis
  char32_t before = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    if (shown.sum() < columns && begins_cluster(before, c.value)) kept = at;
    shown.add(c.value);
    if (shown.sum() > columns) return std::string(utf8.substr(0, kept)) + "…";
    before = c.value;
    at += c.bytes;
  }
  return std::string(utf8);
}

std::vector<Span> wrap_spans(std::string_view utf8, std::size_t columns,
                             std::string_view language) {
  Lines lines(utf8, columns);
  const auto add = [&lines](std::size_t begin, std::size_t end) { lines.add(begin, end); };
  if (is_ascii(utf8)) {
    visit_ascii_pieces(utf8, add);
  } else {
    visit_pieces(line_breaks(language), utf8, add);
  }
  return lines.take();
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t columns,
                              std::string_view language) {
  std::vector<std::string> lines;
  for (const Span span : wrap_spans(utf8, columns, language)) {
    std::string line(slice(utf8, span));
    if (line.ends_with(kSoftHyphen)) line.replace(line.size() - kSoftHyphen.size(), 2, "-");
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace synoptic
