#include "text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {

namespace {

// Sentence rules differ by language in next to nothing that we don't undo ourselves, and some
// locales can't be loaded at all: one iterator, ICU's root rules, serves them all.
std::unique_ptr<icu::BreakIterator> sentence_iterator() {
  static const std::unique_ptr<icu::BreakIterator> prototype = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  }();
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  return std::unique_ptr<icu::BreakIterator>(prototype ? prototype->clone() : nullptr);
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(" \n\t(");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// A boundary that a reader would not see: after "Art.", after "3." before lower case.
bool is_false_end(std::string_view before, std::string_view after,
                  const std::vector<std::string>& abbreviations) {
  before = trim(before);
  after = trim(after);
  if (before.empty() || after.empty()) return true;
  const CodePoint last = code_point_before(before, before.size());
  const CodePoint next = code_point_at(after, 0);
  constexpr char32_t kBurmeseComma = 0x104A;
  if (last.value == kBurmeseComma) return true;
  if (last.value != '.') return is_lower(next.value) && last.value != ';';
  if (is_lower(next.value)) return true;
  const std::string_view word = last_word(before);
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (!stem.empty() && count_characters(stem) == 1 && is_letter(code_point_at(stem, 0).value)) {
    return true;
  }
  const bool number =
      std::all_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!stem.empty() && number && stem.size() <= 2) return true;
  const std::string folded = fold(word);
  return std::find(abbreviations.begin(), abbreviations.end(), folded) != abbreviations.end();
}

// Signs that end a sentence in Tibetan and Khmer, for which ICU's rules have none.  The single shad
// of Tibetan also ends clauses, and is none.
bool is_stop_without_rule(char32_t c) {
  return c == 0x0F0E || c == 0x0F11 || c == 0x17D4 || c == 0x17D5;
}

// Ends inside a sentence of ICU's: behind such signs and the spaces between them, where letters
// stand before.
void add_ends_inside(std::string_view sentence, std::size_t begin, std::vector<std::size_t>& ends) {
  bool letters = false;
  bool stopped = false;
  for (std::size_t at = 0; at < sentence.size();) {
    const CodePoint c = code_point_at(sentence, at);
    const bool stop = is_stop_without_rule(c.value);
    if (stopped && letters && !stop && !is_space(c.value)) {
      ends.push_back(begin + at);
      letters = stopped = false;
    }
    stopped = stop || (stopped && is_space(c.value));
    letters = letters || is_letter(c.value);
    at += c.bytes;
  }
}

}  // namespace

std::vector<std::size_t> sentence_ends(std::string_view utf8, std::string_view /*language*/,
                                       const std::vector<std::string>& abbreviations) {
  std::vector<std::size_t> ends;
  if (utf8.empty()) return ends;
  const auto iterator = sentence_iterator();
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, utf8.data(), static_cast<int64_t>(utf8.size()), &status);
  if (iterator && U_SUCCESS(status)) {
    iterator->setText(&utext, status);
    std::size_t begin = 0;
    for (int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
      const auto end = static_cast<std::size_t>(at);
      if (end >= utf8.size()) break;
      if (is_false_end(utf8.substr(begin, end - begin), utf8.substr(end), abbreviations)) continue;
      add_ends_inside(utf8.substr(begin, end - begin), begin, ends);
      ends.push_back(end);
      begin = end;
    }
    add_ends_inside(utf8.substr(begin), begin, ends);
  }
  utext_close(&utext);
  ends.push_back(utf8.size());
  return ends;
}

}  // namespace synoptic
