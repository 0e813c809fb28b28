#include "text/territory_names.h"

#include <unicode/locdspnm.h>
#include <unicode/normalizer2.h>
#include <unicode/uloc.h>

#include <map>
#include <memory>
#include <mutex>

#include "text/characters.h"

namespace synoptic {
namespace {

// A name of so many letters may go on in other letters; its last one may be another.
constexpr std::size_t kLeastInflected = 5;
constexpr std::size_t kMostAdded = 3;
// Shorter names in letters are words as well ("Man", "Ga").
constexpr std::size_t kShortestName = 4;
constexpr std::size_t kMostParticles = 2;  // letters written before an Arabic or Hebrew word

bool has_case(char32_t c) { return is_upper(c) || is_lower(c); }

// Scripts in which particles are written together with the word behind them.
bool takes_particles(char32_t c) {
  static const int arabic = script_of(U'\u0628');
  static const int hebrew = script_of(U'\u05D1');
  const int script = script_of(c);
  return script == arabic || script == hebrew;
}

std::string to_string(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())),
                                     status);
}

// Without the marks on its letters: "Libéria" is printed "Liberia" as well.
std::u32string without_marks(std::u32string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  constexpr char32_t kLastLatin = 0x24F;
  for (char32_t& c : text) {
    icu::UnicodeString parts;
    if (c < 0x80 || c > kLastLatin) continue;
    if (decompose->getDecomposition(static_cast<UChar32>(c), parts)) {
      c = static_cast<char32_t>(parts.char32At(0));
    }
  }
  return text;
}

// Where a word goes on with a capital, as where two cells of a table met ("VotesFrance"), or ends.
std::size_t next_start(const FoldedText& text, std::size_t at) {
  const std::size_t end = word_end(text, at);
  while (++at < end) {
    if (is_lower(text[at - 1].printed) && is_upper(text[at].printed)) return at;
  }
  return end;
}

// The likeliest language and territory of a code: "fr" and "FR" for either.
struct Likely {
  std::string language;
  std::string territory;
};

Likely likely_of(std::string_view code) {
  icu::Locale locale = is_upper(static_cast<unsigned char>(code.front()))
                           ? icu::Locale("und", std::string(code).c_str())
                           : icu::Locale(std::string(code).c_str());
  UErrorCode status = U_ZERO_ERROR;
  locale.addLikelySubtags(status);
  return {locale.getLanguage(), locale.getCountry()};
}

}  // namespace

TerritoryNames::TerritoryNames(std::string_view language) {
  if (language.empty()) return;
  for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
    UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_NO_SUBSTITUTE, length};
    const std::unique_ptr<icu::LocaleDisplayNames> names(
        icu::LocaleDisplayNames::createInstance(locale_of(language), contexts, 3));
    if (!names) return;
    icu::UnicodeString name;
    for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
      names->regionDisplayName(*code, name);
      if (!name.isBogus()) add(to_string(name), *code);
    }
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
      if (std::string_view(*code).size() != 2) continue;
      names->languageDisplayName(*code, name);
      if (!name.isBogus()) add(to_string(name), *code);
    }
  }
}

void TerritoryNames::add(std::string_view name, const std::string& code) {
  std::u32string folded_name = without_marks(folded(name));
  if (folded_name.empty()) return;
  const char32_t first = code_point_at(name, 0).value;
  if (folded_name.size() < (is_unspaced(first) ? 2 : kShortestName)) return;
  const uint64_t value = 2 * codes_.size() + (is_upper(first) ? 1 : 0);
  codes_.push_back(code);
  names_.add_folded(folded_name, value);
  if (folded_name.find_first_of(U" -'") != std::u32string::npos || is_unspaced(first)) return;
  if (folded_name.size() >= kLeastInflected) stems_.add_folded(folded_name, value);
  folded_name.pop_back();
  if (folded_name.size() >= kLeastInflected) stems_.add_folded(folded_name, value);
}

std::optional<PhraseMatch> TerritoryNames::find_at(const FoldedText& text, std::size_t at) const {
  if (auto exact = names_.find(text, at)) return exact;
  const char32_t first = text[at].folded;
  if (is_unspaced(first)) return std::nullopt;
  if (takes_particles(first)) {
    for (std::size_t skip = 1; skip <= kMostParticles; ++skip) {
      if (kind_at(text, at + skip) != CharacterKind::kLetter) return std::nullopt;
      if (auto exact = names_.find(text, at + skip)) return exact;
    }
  }
  std::optional<PhraseMatch> stem = stems_.find_prefix(text, at, kLeastInflected - 1, kMostAdded);
  if (stem) stem->end = word_end(text, at);
  return stem;
}

std::vector<NamedPlace> TerritoryNames::find(std::string_view utf8) const {
  std::vector<NamedPlace> found;
  if (empty()) return found;
  FoldedText text = folded_text_of(utf8);
  for (Character& character : text) {
    if (character.folded >= 0x80) character.folded = without_marks({character.folded}).front();
  }
  for (std::size_t at = 0; at < text.size();) {
    if (text[at].kind != CharacterKind::kLetter) {
      ++at;
      continue;
    }
    const bool unspaced = is_unspaced(text[at].folded);
    const auto match = find_at(text, at);
    if (match) {
      const bool needs_capital = match->value % 2 == 1 && has_case(text[at].printed);
      found.push_back({bytes_of(text, at, match->end), codes_[match->value / 2],
                       !needs_capital || is_upper(text[at].printed)});
      at = match->end;
    } else {
      at = unspaced ? at + 1 : next_start(text, at);
    }
  }
  return found;
}

const TerritoryNames& TerritoryNames::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<TerritoryNames>, std::less<>> known;
  const std::scoped_lock lock(mutex);
  const auto entry = known.find(language);
  if (entry != known.end()) return *entry->second;
  return *known.emplace(language, std::make_unique<TerritoryNames>(language)).first->second;
}

bool are_kin(std::string_view code, std::string_view other) {
  if (code == other) return true;
  const Likely a = likely_of(code);
  const Likely b = likely_of(other);
  const bool same_kind = is_upper(static_cast<unsigned char>(code.front())) ==
                         is_upper(static_cast<unsigned char>(other.front()));
  return !same_kind && (a.language == b.language || a.territory == b.territory);
}

}  // namespace synoptic
