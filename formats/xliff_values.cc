#include "formats/xliff_values.h"

#include <algorithm>
#include <map>

#include "formats/xliff_rules.h"

namespace synoptic {

namespace {

constexpr std::string_view kCodeTypes = "fmt|ui|quote|link|image|other";
bool is_choice(std::string_view value, std::string_view choices) {
  for (std::size_t at = 0; at <= choices.size();) {
    const std::size_t end = std::min(choices.find('|', at), choices.size());
    if (choices.substr(at, end - at) == value) return true;
    at = end + 1;
  }
  return false;
}

bool all_digits(std::string_view value, std::string_view also = "") {
  return !value.empty() && std::all_of(value.begin(), value.end(), [&](char c) {
    return (c >= '0' && c <= '9') || also.find(c) != also.npos;
  });
}

bool is_hex(std::string_view value) {
  return !value.empty() && value.find_first_not_of("0123456789abcdefABCDEF") == value.npos;
}

// What XML itself can write is written so.
bool is_unwritable(std::string_view hex) {
  if (!is_hex(hex) || hex.size() > 6) return false;
  const unsigned long c = std::stoul(std::string(hex), nullptr, 16);
  const bool written = c == 9 || c == 10 || c == 13 || (c >= 0x20 && c <= 0xD7FF) ||
                       (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
  return !written;
}

// BCP 47 by its form: subtags of one to eight letters and digits, the first of letters.
bool is_language(std::string_view value) {
  std::size_t at = 0;
  for (bool first = true; at <= value.size(); first = false) {
    const std::size_t end = std::min(value.find('-', at), value.size());
    const std::string_view part = value.substr(at, end - at);
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto valid = [&](char c) { return letter(c) || (!first && c >= '0' && c <= '9'); };
    const bool single = part.size() == 1 && first && part != "x" && part != "X" && part != "i";
    if (part.empty() || part.size() > 8 || single ||
        !std::all_of(part.begin(), part.end(), valid)) {
      return false;
    }
    at = end + 1;
  }
  return true;
}

// "prefix:value" of a user.
bool is_own(std::string_view value) {
  const std::size_t colon = value.find(':');
  return colon != value.npos && colon > 0 && colon + 1 < value.size();
}

bool is_restriction(std::string_view value) {
  const std::size_t comma = value.find(',');
  const auto bound = [](std::string_view word) { return word == "*" || all_digits(word); };
  if (comma == value.npos) return bound(value);
  return all_digits(value.substr(0, comma)) && bound(value.substr(comma + 1));
}

}  // namespace

bool is_xliff_value(std::string_view value, std::string_view kind) {
  if (kind == "nmtoken") return is_nmtoken(value);
  if (kind == "nmtokens") {
    const auto words = words_of(value);
    return !words.empty() && std::all_of(words.begin(), words.end(), is_nmtoken);
  }
  if (kind == "lang") return is_language(value);
  if (kind == "yesno") return value == "yes" || value == "no";
  if (kind == "firstno") return is_choice(value, "yes|no|firstNo");
  if (kind == "dir") return is_choice(value, "ltr|rtl|auto");
  if (kind == "positive") return all_digits(value) && value.find_first_not_of('0') != value.npos;
  if (kind == "priority")
    return value.size() == 1 ? value[0] >= '1' && value[0] <= '9' : value == "10";
  if (kind == "percent") return all_digits(value, ".") && std::stod(std::string(value)) <= 100;
  if (kind == "hex") return is_unwritable(value);
  if (kind == "own") return is_own(value);
  if (kind == "code") return is_choice(value, kCodeTypes);
  if (kind == "annotation") return is_choice(value, "generic|comment|term") || is_own(value);
  if (kind == "restriction") return is_restriction(value);
  if (kind == "integers") return all_digits(value, " ") || is_own(value);
  return is_choice(value, kind);
}

std::string xliff_value_kind(std::string_view kind) {
  static const std::map<std::string_view, std::string_view> kinds = {
      {"nmtoken", "an NMTOKEN"},
      {"nmtokens", "a list of NMTOKENs"},
      {"lang", "a language tag (BCP 47)"},
      {"yesno", "yes or no"},
      {"firstno", "yes, no or firstNo"},
      {"dir", "ltr, rtl or auto"},
      {"positive", "a positive number"},
      {"priority", "1 to 10"},
      {"percent", "0 to 100"},
      {"hex", "a code point that XML can't write"},
      {"own", "of the form prefix:value"},
      {"code", "fmt, ui, quote, link, image or other"},
      {"annotation", "generic, comment, term or of the form prefix:value"},
      {"restriction", "a size, * or a range of sizes"},
      {"integers", "one or two whole numbers"}};
  const auto found = kinds.find(kind);
  if (found != kinds.end()) return std::string(found->second);
  std::string choices = "one of ";
  for (const char c : kind) choices += c == '|' ? std::string(", ") : std::string(1, c);
  return choices;
}

}  // namespace synoptic
