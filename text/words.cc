#include "text/words.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace synoptic {

namespace {

// Raised with every change of this file that changes terms.
constexpr int kTermsRevision = 1;

struct Piece {
  Span span;
  bool bigrams = false;  // Han, kana or Hangul
};

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

// Boundaries need a locale's rules only for Finnish and Swedish colons: the root's serve all.
icu::BreakIterator& word_boundaries() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  }();
  return *iterator;
}

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07; }

// A mark of kana that stands as a character of its own.
bool is_half_width_voicing(UChar32 c) { return c == 0xFF9E || c == 0xFF9F; }

bool takes_bigrams(UChar32 c) {
  if (c == 0x30FC || c == 0xFF70) return true;  // the mark of a long vowel is of no script
  if (is_half_width_voicing(c)) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
      return true;
    default:
      return false;
  }
}

// A mark that readers leave out or mistype.  Combining classes tell: 10-36 are Hebrew points and
// Arabic vowels, 200-240 accents; viramas (9), kana voicing (8), Thai (103, 107), Lao (118, 122)
// and Tibetan (129-132) change the word.
bool is_dropped_mark(UChar32 c) {
  const int combining = u_getCombiningClass(c);
  return (combining >= 10 && combining <= 36) || (combining >= 200 && combining <= 240) ||
         c == 0x0640;
}

// Cuts the word at changes between bigram scripts and others, and at apostrophes.
void cut_word(std::string_view utf8, Span word, const std::function<void(const Piece&)>& visit) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  Piece piece{{word.begin, word.begin}, false};
  for (uint32_t at = word.begin; at < word.end;) {
    const uint32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, word.end, c);
    const bool mark = c >= 0 && u_getCombiningClass(c) != 0;
    const bool bigrams = c >= 0 && (mark ? piece.bigrams : takes_bigrams(c));
    const bool parts = c < 0 || is_apostrophe(c);
    if (parts || (bigrams != piece.bigrams && !piece.span.empty())) {
      if (!piece.span.empty()) visit(piece);
      piece.span = {parts ? at : begin, at};
      piece.bigrams = bigrams;
      continue;
    }
    piece.bigrams = bigrams;
    piece.span.end = at;
  }
  if (!piece.span.empty()) visit(piece);
}

// Runs of a bigram script come whole, however ICU's dictionary cuts them.
void for_each_piece(std::string_view utf8, const std::function<void(const Piece&)>& visit) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> text(
      utext_openUTF8(nullptr, utf8.data(), static_cast<int64_t>(utf8.size()), &status));
  icu::BreakIterator& boundaries = word_boundaries();
  boundaries.setText(text.get(), status);
  if (U_FAILURE(status)) return;
  Piece run;
  const auto join = [&](const Piece& piece) {
    if (run.bigrams && piece.bigrams && run.span.end == piece.span.begin) {
      run.span.end = piece.span.end;
      return;
    }
    if (!run.span.empty()) visit(run);
    run = piece;
  };
  int32_t begin = boundaries.first();
  for (int32_t end = boundaries.next(); end != icu::BreakIterator::DONE; end = boundaries.next()) {
    if (boundaries.getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
      cut_word(utf8, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, join);
    }
    begin = end;
  }
  if (!run.span.empty()) visit(run);
}

// Ends of the characters of a run, each with the marks on it.
std::vector<Span> characters(std::string_view utf8, Span run) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  std::vector<Span> all;
  for (uint32_t at = run.begin; at < run.end;) {
    const uint32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, run.end, c);
    if ((u_getCombiningClass(c) != 0 || is_half_width_voicing(c)) && !all.empty()) {
      all.back().end = at;
    } else {
      all.push_back({begin, at});
    }
  }
  return all;
}

bool is_ascii(std::string_view utf8) {
  return std::all_of(utf8.begin(), utf8.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_lower(std::string_view ascii) {
  std::string lower(ascii);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

void add_term(std::string_view utf8, Span span, std::vector<Term>& terms) {
  std::string folded = fold_for_search(slice(utf8, span));
  if (!folded.empty()) terms.push_back({std::move(folded), span, false});
}

}  // namespace

void for_each_word(std::string_view utf8, const std::function<void(Span)>& visit) {
  for_each_piece(utf8, [&](const Piece& piece) { visit(piece.span); });
}

std::string fold_for_search(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii_lower(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  const icu::UnicodeString marked = decompose->normalize(fold->normalize(source, status), status);
  icu::UnicodeString bare;
  for (int32_t at = 0; at < marked.length(); at = marked.moveIndex32(at, 1)) {
    const UChar32 c = marked.char32At(at);
    const int32_t digit = u_charDigitValue(c);
    if (digit >= 0) {
      bare.append(static_cast<UChar>('0' + digit));
    } else if (!is_dropped_mark(c)) {
      bare.append(c);
    }
  }
  std::string folded;
  compose->normalize(bare, status).toUTF8String(folded);
  return folded;
}

std::vector<Term> search_terms(std::string_view utf8, TermUse use) {
  std::vector<Term> terms;
  uint32_t run_length = 0;  // characters of the last piece where it takes bigrams
  for_each_piece(utf8, [&](const Piece& piece) {
    run_length = 0;
    if (!piece.bigrams) return add_term(utf8, piece.span, terms);
    const std::vector<Span> run = characters(utf8, piece.span);
    run_length = static_cast<uint32_t>(run.size());
    for (std::size_t i = 0; i < run.size(); ++i) {
      const Span last = run[std::min(i + 1, run.size() - 1)];
      add_term(utf8, {run[i].begin, last.end}, terms);
    }
  });
  if (use == TermUse::kQuery && run_length > 0 && !terms.empty()) {
    if (run_length == 1) {
      terms.back().prefix = true;
    } else {
      terms.pop_back();
    }
  }
  return terms;
}

std::string search_terms_name() {
  return "icu " U_ICU_VERSION ", revision " + std::to_string(kTermsRevision);
}

}  // namespace synoptic
