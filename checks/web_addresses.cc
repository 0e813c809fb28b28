#include "checks/web_addresses.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/folding.h"

namespace synoptic {
namespace {

constexpr std::array<std::string_view, 3> kSchemes = {"http://", "https://", "ftp://"};
constexpr std::string_view kWeb = "www.";
constexpr std::u32string_view kOutside = U"<>\"“”„«»‹›「」『』《》〈〉（），。、；：！？|\\^`";
constexpr std::u32string_view kTrailing = U".,;:!?'’‘*_~؟،؛।";
constexpr std::string_view kSigns = "/.-_?=&#:@%+~,;()'";
constexpr std::size_t kLongestTag = 8;  // letters of the name of a language: "francais"

// ASCII for its full-width form where an address is written with it throughout.
char32_t plain(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

// Whether `word` stands at byte `at`, full-width and capital letters taken as plain ones.
bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
  for (const char expected : word) {
    const CodePoint c = code_point_at(text, at);
    char32_t found = plain(c.value);
    if (found >= 'A' && found <= 'Z') found += 'a' - 'A';
    if (c.bytes == 0 || found != static_cast<char32_t>(expected)) return false;
    at += c.bytes;
  }
  return true;
}

bool begins_word(std::string_view text, std::size_t at) {
  const CodePoint c = code_point_before(text, at);
  return c.bytes == 0 || is_unspaced(c.value) || (!is_letter(c.value) && !is_digit(c.value));
}

bool begins_address(std::string_view text, std::size_t at) {
  const char32_t first = plain(code_point_at(text, at).value) | 0x20;
  if (first != 'h' && first != 'f' && first != 'w') return false;
  if (!begins_word(text, at)) return false;
  return stands_at(text, at, kWeb) ||
         std::any_of(kSchemes.begin(), kSchemes.end(),
                     [&](std::string_view scheme) { return stands_at(text, at, scheme); });
}

bool is_outside(char32_t c, bool wide) {
  if (is_space(c) || is_ignorable(c)) return true;
  const bool sign = kOutside.find(c) != std::u32string_view::npos;
  return sign && !(wide && plain(c) != c && plain(c) != ',' && plain(c) != ')' && plain(c) != '(');
}

// Whether writing without spaces goes on at a letter behind ASCII.
bool runs_on(char32_t before, char32_t c) {
  const bool ascii = before < 0x80 && before != '/' && before != '.';
  return ascii && is_unspaced(c);
}

// Takes back the punctuation of the sentence, and brackets that were not opened inside.
std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const CodePoint last = code_point_before(text, end);
    const std::string_view address = text.substr(begin, end - begin);
    const auto count = [&](char c) { return std::count(address.begin(), address.end(), c); };
    const bool unopened = (last.value == ')' && count(')') > count('(')) ||
                          (last.value == ']' && count(']') > count('[')) || last.value == '(';
    if (!unopened && kTrailing.find(last.value) == std::u32string_view::npos) break;
    end -= last.bytes;
  }
  return end;
}

std::size_t end_of_address(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  char32_t before = U'/';
  const bool wide = code_point_at(text, begin).value >= 0xFF01;
  while (true) {
    const CodePoint c = code_point_at(text, end);
    if (c.bytes == 0 || is_outside(c.value, wide) || runs_on(before, c.value)) break;
    before = c.value;
    end += c.bytes;
  }
  return trimmed_end(text, begin, end);
}

std::vector<std::string> parts_of(std::string_view address) {
  std::string narrow;
  for (std::size_t at = 0; at < address.size();) {
    const CodePoint c = code_point_at(address, at);
    narrow += to_utf8(plain(c.value));
    at += c.bytes;
  }
  const std::string folded = fold(narrow);
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(kSigns, at), folded.size());
    if (end > at) parts.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  const auto is_prefix = [](const std::string& part) {
    return part == "http" || part == "https" || part == "ftp" || part == "mailto" || part == "www";
  };
  while (!parts.empty() && is_prefix(parts.front())) parts.erase(parts.begin());
  return parts;
}

bool is_mail_character(char32_t c) {
  return (c < 0x80 && (is_letter(c) || (c >= '0' && c <= '9'))) || c == '.' || c == '-' ||
         c == '_' || c == '+';
}

// An e-mail address around the "@" at byte `at`; empty where there is none.
Span mail_around(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_mail_character(static_cast<unsigned char>(text[begin - 1]))) --begin;
  std::size_t end = at + 1;
  while (end < text.size() && is_mail_character(static_cast<unsigned char>(text[end]))) ++end;
  end = trimmed_end(text, begin, end);
  if (begin == at || end <= at + 1) return {};
  const bool has_host = text.substr(at, end - at).find('.') != std::string_view::npos;
  return has_host ? Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)} : Span{};
}

// "en", "eng", "english" for the language "en": a name that begins with its tag.
bool names_language(std::string_view part, std::string_view language) {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  return !primary.empty() && part.size() <= kLongestTag && part.starts_with(primary);
}

std::vector<std::string> without_language(const WebAddress& address, std::string_view language) {
  std::vector<std::string> parts;
  for (const std::string& part : address.parts) {
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    if (part != primary && part != language && part != "lang") parts.push_back(part);
  }
  return parts;
}

}  // namespace

std::vector<WebAddress> find_web_addresses(std::string_view text) {
  std::vector<WebAddress> addresses;
  for (std::size_t at = 0; at < text.size();) {
    Span span;
    const bool mail = text[at] == '@';
    if (mail) {
      span = mail_around(text, at);
    } else if (begins_address(text, at)) {
      span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end_of_address(text, at))};
    }
    if (span.empty()) {
      at += std::max<std::size_t>(code_point_at(text, at).bytes, 1);
      continue;
    }
    addresses.push_back({span, parts_of(slice(text, span)), mail});
    at = std::max<std::size_t>(span.end, at + 1);
  }
  return addresses;
}

bool same_address(const WebAddress& original, const WebAddress& translation,
                  const AddressLanguages& languages) {
  const std::vector<std::string> a = without_language(original, languages.original);
  const std::vector<std::string> b = without_language(translation, languages.translation);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const std::string& left, const std::string& right) {
                      return left == right || (names_language(left, languages.original) &&
                                               names_language(right, languages.translation));
                    });
}

}  // namespace synoptic
