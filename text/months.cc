#include "text/months.h"

#include <unicode/dtfmtsym.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace synoptic {
namespace {

// A name of so many letters may be inflected: its last letter changed, and so many more added.
constexpr std::size_t kLeastInflected = 5;
constexpr std::size_t kMostAdded = 4;
// A name may be cut to so many letters.
constexpr std::size_t kLeastShortened = 3;

// Countries whose months have names of their own in the language.
struct Region {
  std::string_view language;
  const char* locale;
};
constexpr std::array kRegions = std::to_array<Region>({{"ar", "ar_SY"},
                                                       {"ar", "ar_MA"},
                                                       {"ar", "ar_DZ"},
                                                       {"de", "de_AT"},
                                                       {"fa", "fa_AF"},
                                                       {"ro", "ro_MD"},
                                                       {"pt", "pt_PT"},
                                                       {"ms", "id"},
                                                       {"id", "ms"},
                                                       {"sr", "sr_Latn"},
                                                       {"hr", "bs"},
                                                       {"zh", "zh_Hant"}});

struct YearsAhead {
  std::string_view language;
  int years;
};
constexpr std::array kYearsAhead =
    std::to_array<YearsAhead>({{"km", 543}, {"lo", 543}, {"th", 543}});

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

// Names that are figures and a sign ("10月") are read by their figures.
bool is_written_in_figures(const std::u32string& name) {
  return !name.empty() && name.front() >= U'0' && name.front() <= U'9';
}

template <typename Visit>
void visit_months(const icu::Locale& locale, const Visit& visit) {
  using Symbols = icu::DateFormatSymbols;
  UErrorCode status = U_ZERO_ERROR;
  const Symbols symbols(locale, status);
  if (U_FAILURE(status)) return;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < std::min(count, 12); ++i) {
        std::string utf8;
        names[i].toUTF8String(utf8);
        std::u32string name = folded(utf8);
        while (!name.empty() && (name.back() == U'.' || name.back() == U' ')) name.pop_back();
        if (!name.empty() && !is_written_in_figures(name)) visit(name, i + 1);
      }
    }
  }
}

}  // namespace

MonthNames::MonthNames(std::string_view language) {
  const auto add = [this](const std::u32string& name, int month) {
    const auto value = static_cast<uint64_t>(month);
    names_.add_folded(name, value);
    if (name.find(U' ') == std::u32string::npos) words_.emplace_back(name, month);
    if (name.back() >= U'1' && name.back() <= U'9' && name[name.size() - 2] == U' ') {
      std::u32string padded = name;
      padded.insert(name.size() - 1, 1, U'0');
      names_.add_folded(padded, value);
    }
    if (name.size() >= kLeastInflected && name.find(U' ') == std::u32string::npos) {
      stems_.add_folded(name, value);
      stems_.add_folded(name.substr(0, name.size() - 1), value);
    }
  };
  UErrorCode status = U_ZERO_ERROR;
  visit_months(
      icu::Locale::forLanguageTag(
          icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status),
      add);
  for (const Region& region : kRegions) {
    if (region.language == primary(language)) visit_months(icu::Locale(region.locale), add);
  }
}

std::optional<PhraseMatch> MonthNames::find(const FoldedText& text, std::size_t at) const {
  if (std::optional<PhraseMatch> exact = names_.find(text, at)) return exact;
  if (is_unspaced(folded_at(text, at))) return std::nullopt;
  std::optional<PhraseMatch> stem = stems_.find_prefix(text, at, kLeastInflected - 1, kMostAdded);
  if (!stem) return find_shortened(text, at);
  stem->end = word_end(text, at);
  return stem;
}

std::optional<PhraseMatch> MonthNames::find_shortened(const FoldedText& text,
                                                      std::size_t at) const {
  const std::size_t end = word_end(text, at);
  if (end - at < kLeastShortened || folded_at(text, end) != U'.') return std::nullopt;
  int month = 0;
  for (const auto& [name, value] : words_) {
    const bool begins =
        name.size() > end - at &&
        std::equal(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(end - at),
                   text.begin() + static_cast<std::ptrdiff_t>(at),
                   [](char32_t letter, const Character& c) { return letter == c.folded; });
    if (!begins) continue;
    if (month != 0 && month != value) return std::nullopt;
    month = value;
  }
  if (month == 0) return std::nullopt;
  return PhraseMatch{.value = static_cast<uint64_t>(month), .end = end};
}

const MonthNames& MonthNames::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<MonthNames>, std::less<>> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(language);
  if (found != known.end()) return *found->second;
  return *known.emplace(language, std::make_unique<MonthNames>(language)).first->second;
}

int years_ahead(std::string_view language) {
  for (const YearsAhead& entry : kYearsAhead) {
    if (entry.language == primary(language)) return entry.years;
  }
  return 0;
}

}  // namespace synoptic
