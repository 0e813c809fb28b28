#include "text/language_name.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

namespace synoptic {

namespace {

// Below it a file's name counts more than its letters.
constexpr double kSure = 0.8;
constexpr std::size_t kEnoughBytes = 100;

// Languages whose written forms share most words; a space on either side of each.
constexpr std::string_view kConfused[] = {
    " bs hr sr sh cnr ", " id ms ",        " nb nn no da ", " hi mr ne mai ", " gl pt ",
    " cs sk ",           " fa prs ps ur ", " az tr ",       " uk ru be ",     " bg mk ",
    " zu xh nr ss ",     " st nso tn ",    " rn rw ",       " es ast ",       " fil tl "};

std::string lower(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

bool is_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// Codes of two and three letters, also those of libraries ("ger", "fre"), to BCP 47.
const std::map<std::string, std::string, std::less<>>& language_codes() {
  static const auto codes = [] {
    std::map<std::string, std::string, std::less<>> all;
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
      all.emplace(*code, *code);
      const char* three = uloc_getISO3Language(*code);
      if (*three != '\0') all.emplace(three, *code);
    }
    constexpr std::pair<const char*, const char*> kLibraries[] = {
        {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"}, {"cze", "cs"},
        {"dut", "nl"}, {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"ice", "is"},
        {"mac", "mk"}, {"may", "ms"}, {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"},
        {"wel", "cy"}, {"cmn", "zh"}, {"arb", "ar"}};
    for (const auto& [library, tag] : kLibraries) all.insert_or_assign(library, tag);
    return all;
  }();
  return codes;
}

// "zh-hans" to "zh-Hans"; empty where it is no language tag.
std::string tag_of(std::string_view word) {
  std::string tag;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find('-'), word.size());
    const std::string_view part = word.substr(0, end);
    word.remove_prefix(std::min(end + 1, word.size()));
    std::string folded = lower(part);
    if (tag.empty()) {
      const auto code = language_codes().find(folded);
      if (code == language_codes().end()) return {};
      tag = code->second;
      continue;
    }
    const bool digits = part.find_first_not_of("0123456789") == std::string_view::npos;
    const bool script = part.size() == 4 && is_letters(part);
    const bool region = (part.size() == 2 && is_letters(part)) || (part.size() == 3 && digits);
    if (!script && !region) return {};
    for (std::size_t i = 0; i < folded.size() && !digits; ++i) {
      if (region || i == 0) folded[i] = static_cast<char>(folded[i] - 'a' + 'A');
    }
    tag += '-' + folded;
  }
  return tag;
}

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool are_confused(std::string_view a, std::string_view b) {
  const auto holds = [](std::string_view group, std::string_view tag) {
    std::string word = " ";
    word.append(tag).push_back(' ');
    return group.find(word) != std::string_view::npos;
  };
  return std::any_of(std::begin(kConfused), std::end(kConfused),
                     [&](std::string_view group) { return holds(group, a) && holds(group, b); });
}

}  // namespace

std::string language_of_code(std::string_view code) {
  std::string word(code);
  std::replace(word.begin(), word.end(), '_', '-');
  return tag_of(word);
}

std::string language_in_name(std::string_view file_name) {
  const std::size_t slash = file_name.rfind('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  const std::size_t dot = file_name.rfind('.');
  if (dot != std::string_view::npos && dot > 0) file_name = file_name.substr(0, dot);
  // Some write the tag with underscores: the longest end that is a tag is meant.
  std::string name(file_name);
  std::replace(name.begin(), name.end(), '_', '-');
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find_first_of(". ()[]", at), name.size());
    pieces.push_back(std::string_view(name).substr(at, end - at));
    at = end + 1;
  }
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
    // Its ends, the longest first, then its head: "act-fr", "fr-act".
    for (std::string_view end = *piece; !end.empty();) {
      if (std::string tag = tag_of(end); !tag.empty()) return tag;
      end.remove_prefix(std::min(end.find('-'), end.size() - 1) + 1);
    }
    if (std::string tag = tag_of(piece->substr(0, piece->find('-'))); !tag.empty()) return tag;
  }
  return {};
}

std::string language_named(std::string_view name) {
  static const auto names = [] {
    std::map<std::string, std::string, std::less<>> all;
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
      const icu::Locale language(*code);
      for (const icu::Locale& reader : {icu::Locale::getEnglish(), language}) {
        icu::UnicodeString shown;
        language.getDisplayName(reader, shown);
        std::string utf8;
        shown.foldCase().toUTF8String(utf8);
        all.emplace(utf8, *code);
      }
    }
    return all;
  }();
  if (std::string tag = tag_of(name); !tag.empty()) return tag;
  std::string folded;
  icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())))
      .foldCase()
      .toUTF8String(folded);
  const auto found = names.find(folded);
  return found == names.end() ? std::string() : found->second;
}

std::string weigh_language(const LanguageGuess& guess, std::size_t text_bytes,
                           std::string_view in_name) {
  if (in_name.empty()) return guess.tag;
  const bool unsure = guess.tag.empty() || guess.confidence < kSure || text_bytes < kEnoughBytes;
  if (primary(guess.tag) == primary(in_name)) {
    // A script or a region that only one of them tells is kept.
    return std::string(in_name.size() > guess.tag.size() ? in_name : guess.tag);
  }
  if (unsure || are_confused(primary(guess.tag), primary(in_name))) return std::string(in_name);
  return guess.tag;
}

std::string language_name(std::string_view tag, std::string_view in) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
  const icu::Locale reader(std::string(in).c_str());
  icu::UnicodeString name;
  std::string utf8;
  if (U_SUCCESS(status) && !tag.empty()) locale.getDisplayName(reader, name);
  name.toUTF8String(utf8);
  return utf8.empty() ? std::string(tag) : utf8;
}

std::string english_language_name(std::string_view tag) { return language_name(tag, "en"); }

std::string script_of_language(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
  locale.addLikelySubtags(status);
  return U_SUCCESS(status) && !tag.empty() ? locale.getScript() : "";
}

}  // namespace synoptic
