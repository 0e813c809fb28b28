#include "text/language.h"

// CLD2's headers use FILE without including it.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

#include "text/characters.h"

namespace synoptic {
namespace {

// Chosen on declarations in 60 languages: more text did not change an answer.
constexpr std::size_t kSampleBytes = 12 << 10;
constexpr std::size_t kSlices = 6;
constexpr double kScriptAlone = 0.9;  // confidence where one language has the script to itself
constexpr double kKanaShare = 0.05;   // of the letters; Chinese quoting a Japanese name has less
constexpr double kSureVariant = 0.95;

struct ScriptCounts {
  std::array<uint32_t, USCRIPT_CODE_LIMIT> letters{};
  uint32_t all = 0;

  uint32_t of(int script) const { return letters[static_cast<std::size_t>(script)]; }
};

ScriptCounts count_scripts(std::string_view utf8) {
  ScriptCounts counts;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    at += c.bytes;
    const int script = script_of(c.value);
    if (script == 0 || !is_letter(c.value)) continue;
    ++counts.letters[static_cast<std::size_t>(script)];
    ++counts.all;
  }
  return counts;
}

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// A long text by slices spread over it, cut between characters.
std::string sample_of(std::string_view utf8) {
  if (utf8.size() <= kSampleBytes) return std::string(utf8);
  std::string sample;
  const std::size_t slice = kSampleBytes / kSlices;
  for (std::size_t i = 0; i < kSlices; ++i) {
    std::size_t begin = (utf8.size() - slice) / (kSlices - 1) * i;
    std::size_t end = begin + slice;
    while (begin < end && continues_character(utf8[begin])) ++begin;
    while (end > begin && end < utf8.size() && continues_character(utf8[end])) --end;
    sample += utf8.substr(begin, end - begin);
    sample += '\n';
  }
  return sample;
}

// Scripts that one language of states and treaties uses; where CLD2 knows another in the same
// script (Yiddish, Dzongkha) and is sure of it, CLD2 is believed.
struct ScriptLanguage {
  int script;
  std::string_view tag;
};
constexpr std::array<ScriptLanguage, 21> kScriptLanguages = {{
    {USCRIPT_THAI, "th"},     {USCRIPT_GREEK, "el"},     {USCRIPT_GEORGIAN, "ka"},
    {USCRIPT_HANGUL, "ko"},   {USCRIPT_ARMENIAN, "hy"},  {USCRIPT_KHMER, "km"},
    {USCRIPT_LAO, "lo"},      {USCRIPT_MYANMAR, "my"},   {USCRIPT_TIBETAN, "bo"},
    {USCRIPT_SINHALA, "si"},  {USCRIPT_TAMIL, "ta"},     {USCRIPT_TELUGU, "te"},
    {USCRIPT_KANNADA, "kn"},  {USCRIPT_MALAYALAM, "ml"}, {USCRIPT_GUJARATI, "gu"},
    {USCRIPT_GURMUKHI, "pa"}, {USCRIPT_ORIYA, "or"},     {USCRIPT_HEBREW, "he"},
    {USCRIPT_THAANA, "dv"},   {USCRIPT_CHEROKEE, "chr"}, {USCRIPT_MONGOLIAN, "mn-Mong"},
}};

// CLD2's codes that are not, or no longer, BCP 47 as others write it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kRenamed = {{
    {"iw", "he"},
    {"jw", "jv"},
    {"in", "id"},
    {"mo", "ro"},
    {"no", "nb"},
    {"tl", "fil"},
    {"zh", "zh-Hans"},
    {"zh-Hant", "zh-Hant"},
    {"zh-TW", "zh-Hant"},
    {"sit-NP", ""},
    {"un", ""},
    {"xxx", ""},
    {"bh", "bho"},
}};

std::string bcp47(std::string_view code) {
  for (const auto& [theirs, ours] : kRenamed) {
    if (theirs == code) return std::string(ours);
  }
  return std::string(code);
}

struct Detected {
  std::string tag;
  double confidence = 0;
  double score = 0;
};

Detected ask_cld2(std::string_view utf8) {
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(utf8.data(), static_cast<int>(utf8.size()), true, &hints,
                                 CLD2::kCLDFlagBestEffort, languages, percents, scores, nullptr,
                                 &text_bytes, &reliable);
  Detected detected;
  detected.tag = bcp47(CLD2::LanguageCode(languages[0]));
  if (detected.tag.empty()) return {};
  detected.confidence = percents[0] / 100.0 * (reliable ? 1.0 : 0.6);
  detected.score = scores[0] * percents[0] / 100.0;
  return detected;
}

// Frequent characters that only one of the two ways of writing Chinese has.
constexpr std::u32string_view kSimplified =
    U"这国为们会个来对发时说经动学进现产业东车长门问间见书应开关实体权华众务议义专两严条从员决协团"
    U"认证"
    U"约联际组织规结给统该设计许论让记";
constexpr std::u32string_view kTraditional =
    U"這國為們會個來對發時說經動學進現產業東車長門問間見書應開關實體權華眾務議義專兩嚴條從員決協團"
    U"認證"
    U"約聯際組織規結給統該設計許論讓記";

std::string chinese_variant(std::string_view utf8) {
  uint32_t simplified = 0;
  uint32_t traditional = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint c = code_point_at(utf8, at);
    at += c.bytes;
    if (kSimplified.find(c.value) != std::u32string_view::npos) ++simplified;
    if (kTraditional.find(c.value) != std::u32string_view::npos) ++traditional;
  }
  if (simplified == traditional) return {};
  return simplified > traditional ? "zh-Hans" : "zh-Hant";
}

LanguageGuess east_asian(std::string_view sample, const ScriptCounts& counts) {
  const uint32_t kana = counts.of(USCRIPT_HIRAGANA) + counts.of(USCRIPT_KATAKANA);
  if (kana > kKanaShare * counts.all) return {"ja", kSureVariant};
  std::string variant = chinese_variant(sample);
  if (!variant.empty()) return {std::move(variant), kSureVariant};
  const Detected detected = ask_cld2(sample);
  if (detected.tag == "ja" || detected.tag.starts_with("zh")) {
    return {detected.tag, detected.confidence};
  }
  return {"zh", 0.5};
}

// CLD2 looks at everything; a text half in another script must not get that script's language.
bool fits_script(std::string_view tag, int script) {
  UScriptCode codes[4];
  UErrorCode status = U_ZERO_ERROR;
  const int count =
      uscript_getCode(std::string(tag).c_str(), codes, static_cast<int>(std::size(codes)), &status);
  if (U_FAILURE(status) || count == 0) return true;  // nothing known against it
  return std::find(codes, codes + count, script) != codes + count;
}

}  // namespace

LanguageGuess identify_language(std::string_view utf8) {
  const std::string sample = sample_of(utf8);
  const ScriptCounts counts = count_scripts(sample);
  if (counts.all == 0) return {};
  const auto best = std::max_element(counts.letters.begin(), counts.letters.end());
  const int script = static_cast<int>(best - counts.letters.begin());
  const uint32_t kana = counts.of(USCRIPT_HIRAGANA) + counts.of(USCRIPT_KATAKANA);
  const uint32_t han = counts.of(USCRIPT_HAN) + counts.of(USCRIPT_BOPOMOFO);
  if (kana + han >= *best) return east_asian(sample, counts);

  Detected detected = ask_cld2(sample);
  for (const ScriptLanguage& row : kScriptLanguages) {
    if (row.script != script) continue;
    const bool knows_better = !detected.tag.empty() && detected.confidence > kScriptAlone &&
                              detected.tag != row.tag && fits_script(detected.tag, script);
    if (!knows_better) return {std::string(row.tag), kScriptAlone};
  }
  if (detected.tag.empty()) return {};
  if (detected.tag == "sr" && script == USCRIPT_LATIN) detected.tag = "sr-Latn";
  if (!fits_script(detected.tag, script)) return {};
  return {detected.tag, detected.confidence};
}

double language_score(std::string_view utf8) { return ask_cld2(sample_of(utf8)).score; }

}  // namespace synoptic
