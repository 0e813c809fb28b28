#include "text/mojibake.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/characters.h"
#include "text/code_pages.h"

namespace synoptic {

namespace {

constexpr char32_t kSquareRoot = 0x221A;  // begin the letters of Latin in Mac Roman: "√©", "≈ì"
constexpr char32_t kNearlyEqual = 0x2248;
constexpr char32_t kLowQuote = 0x201A;        // begins its signs of typography: "‚Äù"
constexpr std::size_t kLeastMisreadWord = 4;  // letters; shorter ones may be foreign names
constexpr std::size_t kLeastSwappedCase = 4;  // capitals behind the small first letter

// What stands at the end of words and sentences, so that a letter before it means nothing.
bool may_follow_word(char32_t c) {
  if (is_space(c) || ends_clause(c)) return true;
  switch (c) {
    case 0xAB:    // «
    case 0xBB:    // »
    case 0xAE:    // ®
    case 0xB0:    // °
    case 0xB2:    // ²
    case 0xB3:    // ³
    case 0xB9:    // ¹
    case 0xBA:    // º
    case 0xAA:    // ª
    case 0xAD:    // soft hyphen
    case 0x2122:  // ™
    case 0x2039:
    case 0x203A:
      return true;
    default:
      return (c >= 0x2013 && c <= 0x201E) || c == 0x2026;  // dashes, quotation marks, …
  }
}

bool is_odd(char32_t c) {
  return !is_letter(c) && !may_follow_word(c) && !(c >= 0x2500 && c <= 0x259F);
}

// Signs that a text in any script may hold.
bool is_typographic(char32_t c) {
  if (c >= 0xA0 && c <= 0xBF) return true;
  return c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x203A) ||
         c == 0x200B || c == 0x202F || c == 0x20AC || c == 0x2116 || c == 0x2122 || c == 0x2212 ||
         c == 0x2260 || c == 0x2264 || c == 0x2265 || c == 0xFEFF || c == 0xFFFD;
}

// Latin 1, Extended A, and the letters that African, Vietnamese and Azerbaijani spelling added.
bool is_latin_letter_in_use(char32_t c) {
  static constexpr std::u32string_view kLater =
      U"ƁƂƆƉƊƎƏƐƓƔƖƗƘƙƝƠơƢƣƬƯưƱƲƳƴƵȘșȚțɁɂɃɄɅɆɓɔɖɗəɛɠɣɨɩɲʉʊʋ";
  if ((c >= 0xC0 && c <= 0x17F) || (c >= 0x1E00 && c <= 0x1EFF)) return true;
  return kLater.find(c) != std::u32string_view::npos;
}

bool is_western(CodePage page) {
  return page == CodePage::kWindows1252 || page == CodePage::kWindows1254;
}

// What Unicode gives to no script but only some use: Indic stops, East Asian punctuation, marks.
bool is_shared(char32_t c, int script) {
  if (script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK)
    return false;
  return c == 0x0964 || c == 0x0965 || (c >= 0x064B && c <= 0x0655) ||
         (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E);
}

// Of one text: Japanese is written in three scripts.
bool stand_together(int script, int other) {
  const auto is_japanese = [](int s) {
    return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA;
  };
  return script == other || (is_japanese(script) && is_japanese(other));
}

bool is_plausible(char32_t c, int script, CodePage page) {
  if (is_typographic(c) || is_shared(c, script)) return true;
  if (!is_letter(c)) return false;
  const int own = script_of(c);
  if (own == USCRIPT_LATIN) {
    if (!is_latin_letter_in_use(c)) return false;
    // The line of a box and the like lead only the letters of Latin 1 and Extended A.
    return is_western(page) || (script == USCRIPT_LATIN && c <= 0x17F);
  }
  if (own == 0) return is_western(page) && c >= 0x300 && c <= 0x36F;
  return stand_together(own, script);
}

// ---- UTF-8 read as a code page ------------------------------------------------------------------

struct Sequence {
  char32_t intended = 0;
  std::size_t end = 0;
  std::size_t characters = 0;
  bool odd = false;      // a character that stands in no word
  bool rises = false;    // a capital directly behind a small letter
  bool natural = false;  // its last character may follow a word
};

uint8_t byte_in(CodePage page, char32_t c) {
  const auto* bytes = c < 0x80 ? nullptr : bytes_of(c);
  return bytes == nullptr ? uint8_t{0} : (*bytes)[static_cast<std::size_t>(page)];
}

std::size_t length_by_lead(uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

std::optional<Sequence> read_sequence(std::string_view utf8, std::size_t at, CodePage page,
                                      int script) {
  const CodePoint first = code_point_at(utf8, at);
  const uint8_t lead = byte_in(page, first.value);
  const std::size_t length = length_by_lead(lead);
  if (length == 0) return std::nullopt;
  std::array<char, 4> bytes{static_cast<char>(lead)};
  Sequence sequence;
  sequence.end = at + first.bytes;
  sequence.characters = length;
  char32_t before = first.value;
  for (std::size_t i = 1; i < length; ++i) {
    const CodePoint c = code_point_at(utf8, sequence.end);
    const uint8_t byte = byte_in(page, c.value);
    if (byte < 0x80 || byte > 0xBF) return std::nullopt;
    bytes[i] = static_cast<char>(byte);
    sequence.end += c.bytes;
    sequence.odd = sequence.odd || is_odd(c.value);
    sequence.rises = sequence.rises || (is_lower(before) && is_upper(c.value));
    before = c.value;
    sequence.natural = may_follow_word(c.value);
  }
  const CodePoint intended = code_point_at(std::string_view(bytes.data(), length), 0);
  if (intended.bytes != length || !is_plausible(intended.value, script, page)) return std::nullopt;
  sequence.intended = intended.value;
  return sequence;
}

// "voilÃ ", "zobowiÄ": the second character was taken for the end of the word or the line.  `at`:
// of a capital that begins a sequence.
std::optional<Mojibake> cut_sequence(std::string_view utf8, std::size_t at, CodePoint lead) {
  constexpr char32_t kA = 0xC3;  // Ã, of most letters of Latin 1
  if (lead.value < kA || lead.value > 0xC5) return std::nullopt;
  const CodePoint before = code_point_before(utf8, at);
  const bool in_word =
      is_lower(before.value) && is_letter(code_point_before(utf8, at - before.bytes).value);
  const CodePoint after = code_point_at(utf8, at + lead.bytes);
  if (!in_word || is_letter(after.value) || is_punctuation(after.value)) return std::nullopt;
  const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + lead.bytes)};
  return Mojibake{span, lead.value == kA ? "à" : "", true};
}

struct Run {
  Mojibake place;
  std::size_t sequences = 0;
};

// Sequences of one code page one behind the other.
std::optional<Run> read_run(std::string_view utf8, std::size_t at, CodePage page, int script) {
  Run run;
  std::size_t end = at;
  std::size_t longest = 0;
  bool odd = false;
  bool natural = false;
  bool own_script = false;
  bool rises = false;
  while (const auto sequence = read_sequence(utf8, end, page, script)) {
    const char32_t before = code_point_before(utf8, end).value;
    const char32_t lead = code_point_at(utf8, end).value;
    rises = rises || sequence->rises || (is_lower(before) && is_upper(lead));
    odd = odd || sequence->odd || (!is_letter(lead) && is_letter(before));
    natural = sequence->natural;
    longest = std::max(longest, sequence->characters);
    own_script = stand_together(script_of(sequence->intended), script);
    run.place.intended += to_utf8(sequence->intended);
    end = sequence->end;
    ++run.sequences;
  }
  if (run.sequences == 0) return std::nullopt;
  run.place.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  // Latin letters for one of a text in another script.
  const char32_t last = code_point_before(utf8, end).value;
  const bool latin_before = script_of(code_point_before(utf8, at).value) == USCRIPT_LATIN;
  const bool ends_word = natural && (longest == 2 || latin_before);
  const char32_t lead = code_point_at(utf8, at).value;
  const bool leads_letters =
      is_western(page) ||
      (page == CodePage::kMacintosh && (is_letter(lead) || run.sequences > 1 || longest > 2));
  const bool other_script = script != USCRIPT_LATIN && !ends_word && own_script && leads_letters;
  // "Æ™ara" for "ƙara": no word begins so.
  const bool dash = last == 0x2013 || last == 0x2014 || last == 0x2026;
  const bool begins_word = natural && !dash && !is_space(last) && run.sequences == 1 &&
                           !is_letter(code_point_before(utf8, at).value) &&
                           is_lower(code_point_at(utf8, end).value) && is_western(page);
  // "è" is a word: no sum stands before a sign of trade.
  const bool sum = (lead == kSquareRoot || lead == kNearlyEqual) && own_script;
  // "‚Äù": a dash or quotation mark in Mac Roman; no quoted word begins so.
  const bool sign = lead == kLowQuote && page == CodePage::kMacintosh && longest > 2;
  // "à" is a word: its no-break space ends it.
  const bool lone = run.place.intended == "à" && !is_letter(code_point_before(utf8, at).value);
  run.place.sure = odd || rises || lone || sum || sign || begins_word || other_script ||
                   (longest > 2 && run.sequences > 1);
  return run;
}

std::optional<Run> longest_run(std::string_view utf8, std::size_t at, CodePoint first, int script) {
  const CodePoint second = code_point_at(utf8, at + first.bytes);
  if (second.value < 0x80) return std::nullopt;
  const auto* leads = bytes_of(first.value);
  const auto* others = leads == nullptr ? nullptr : bytes_of(second.value);
  if (others == nullptr) return std::nullopt;
  std::optional<Run> best;
  for (std::size_t page = 0; page < kCodePages; ++page) {
    const bool goes_on = (*others)[page] >= 0x80 && (*others)[page] <= 0xBF;
    if (!goes_on || length_by_lead((*leads)[page]) == 0) continue;
    auto run = read_run(utf8, at, static_cast<CodePage>(page), script);
    // Other pages than the western are letters all over: a chance hit is no sign there.
    if (!run || !(run->place.sure || is_western(static_cast<CodePage>(page)))) continue;
    const bool better =
        !best || (run->place.sure && !best->place.sure) ||
        (run->place.sure == best->place.sure && run->place.span.end > best->place.span.end);
    if (better) best = std::move(run);
  }
  return best;
}

// ---- one code page read as another --------------------------------------------------------------

constexpr std::array kOtherScripts = {CodePage::kWindows1251, CodePage::kKoi8,
                                      CodePage::kWindows1253, CodePage::kWindows1255,
                                      CodePage::kWindows1256, CodePage::kThai};

// The word in `to`, where all its letters are letters of `script` there; else empty.
std::string reread(std::string_view word, CodePage from, CodePage to, int script) {
  std::string intended;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.bytes;
    const char32_t other = character_of(to, byte_in(from, c.value));
    if (other == 0 || !is_letter(other)) return {};
    const int own = script_of(other);
    if (own != script && own != 0) return {};
    intended += to_utf8(other);
  }
  return intended;
}

// A small letter, then capitals alone: KOI8 and Windows 1251 have the two cases crosswise.
bool has_swapped_case(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (at == 0 ? !is_lower(c.value) : !is_upper(c.value)) return false;
    capitals += at != 0;
    at += c.bytes;
  }
  return capitals >= kLeastSwappedCase;
}

// Nothing where the word is as it should be; an empty one where it can't be told what was meant.
std::optional<std::string> intended_word(std::string_view word, std::size_t letters, int script) {
  if (script == USCRIPT_LATIN || letters < kLeastMisreadWord) return std::nullopt;
  if (script_of(code_point_at(word, 0).value) == USCRIPT_LATIN) {
    for (const CodePage page : kOtherScripts) {
      if (auto word_in_page = reread(word, CodePage::kWindows1252, page, script);
          !word_in_page.empty()) {
        return word_in_page;
      }
    }
  } else if (script == USCRIPT_CYRILLIC && has_swapped_case(word)) {
    return std::string();  // either may have been read as the other
  }
  return std::nullopt;
}

// ---- references ---------------------------------------------------------------------------------

bool is_entity_name(std::string_view name) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"AElig", "OElig", "Oslash", "aelig", "amp",  "apos",   "bdquo",  "bull",   "cent",
       "copy",  "deg",   "divide", "eth",   "euro", "gt",     "hellip", "iexcl",  "iquest",
       "laquo", "ldquo", "lrm",    "lsquo", "lt",   "mdash",  "micro",  "middot", "nbsp",
       "ndash", "not",   "oelig",  "ordf",  "ordm", "oslash", "para",   "plusmn", "pound",
       "quot",  "raquo", "rdquo",  "reg",   "rlm",  "rsquo",  "sbquo",  "sect",   "shy",
       "szlig", "thorn", "times",  "trade", "yen",  "zwj",    "zwnj"});
  if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return true;
  static constexpr auto kAccents =
      std::to_array<std::string_view>({"acute", "caron", "cedil", "circ", "grave", "ogon", "ring",
                                       "slash", "strok", "tilde", "uml"});
  return name.size() > 1 &&
         std::find(kAccents.begin(), kAccents.end(), name.substr(1)) != kAccents.end();
}

bool is_number_reference(std::string_view name) {
  if (name.size() < 3 || name[0] != '#') return false;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  return !digits.empty() && digits.find_first_not_of(hex ? "0123456789abcdefABCDEF"
                                                         : "0123456789") == std::string_view::npos;
}

}  // namespace

std::vector<Mojibake> find_mojibake(std::string_view utf8, int script) {
  std::vector<Mojibake> places;
  std::size_t word = 0;     // begin of the letters beyond ASCII before `at`
  std::size_t letters = 0;  // how many; 0 where an ASCII letter is among them
  bool ascii = false;
  const auto end_word = [&](std::size_t end) {
    if (letters > 0 && !ascii) {
      auto intended = intended_word(utf8.substr(word, end - word), letters, script);
      if (intended) {
        while (!places.empty() && places.back().span.end > word) places.pop_back();
        places.push_back({{static_cast<uint32_t>(word), static_cast<uint32_t>(end)},
                          std::move(*intended),
                          true});
      }
    }
    letters = 0;
    ascii = false;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    if (c.value >= 0x80) {
      auto run = longest_run(utf8, at, c, script);
      const bool sure = run && run->place.sure;
      const std::size_t end = run ? run->place.span.end : at;
      if (sure) end_word(at);
      if (run && (places.empty() || places.back().span.end <= at)) {
        places.push_back(std::move(run->place));
      }
      if (sure) {
        at = end;
        continue;
      }
      if (script == USCRIPT_LATIN && !run) {
        if (auto cut = cut_sequence(utf8, at, c)) places.push_back(std::move(*cut));
      }
    }
    if (!is_letter(c.value)) {
      end_word(at);
    } else {
      if (letters++ == 0) word = at;
      ascii = ascii || c.value < 0x80;
    }
    at += c.bytes;
  }
  end_word(utf8.size());
  return places;
}

std::vector<Span> find_character_references(std::string_view utf8) {
  constexpr std::size_t kLongest = 9;
  std::vector<Span> places;
  for (std::size_t at = utf8.find('&'); at != std::string_view::npos; at = utf8.find('&', at + 1)) {
    const std::size_t end = utf8.find(';', at);
    if (end == std::string_view::npos) break;
    const std::string_view name = utf8.substr(at + 1, end - at - 1);
    if (name.size() > kLongest) continue;
    if (is_number_reference(name) || is_entity_name(name)) {
      places.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end + 1)});
    }
  }
  return places;
}

}  // namespace synoptic
