#include "text/spellout.h"

#include <unicode/rbnf.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "text/quantities.h"

namespace synoptic {
namespace {

constexpr int kLargestInTable = 100;
constexpr std::array<int, 9> kRound = {200, 300, 400, 500, 600, 700, 800, 900, 1000};
constexpr std::array<int, 4> kScalePowers = {3, 6, 9, 12};
// One, a few and many take other forms of the scale word.
constexpr std::array<int, 3> kScaleCounts = {1, 2, 5};
// A number word inside a longer one must be at least so long to be seen.
constexpr std::size_t kLeastPrefix = 4;

// ICU has no ordinals for these, but they are the cardinal and an ending.
struct OrdinalEnding {
  std::string_view language;
  std::string_view ending;
};
constexpr std::array kOrdinalEndings = std::to_array<OrdinalEnding>({{"fa", "م"}});

// Cases that ICU's rules leave out: another ending of a number word.
struct CaseEnding {
  std::string_view language;
  std::u32string_view nominative;
  std::u32string_view oblique;
};
constexpr std::array kCaseEndings = std::to_array<CaseEnding>({{"ar", U"ون", U"ين"}});

using Visit = std::function<void(std::u32string form, bool ordinal)>;

// The spell-out rules of one language.  Not safe for threads; guarded by its owner.
class Speller {
 public:
  explicit Speller(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(
        icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
    auto rules = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status)) return;
    // A language without rules silently gets those of English.
    const icu::Locale found = rules->getLocale(ULOC_VALID_LOCALE, status);
    if (U_FAILURE(status) || std::string_view(found.getLanguage()) != locale.getLanguage()) return;
    rules_ = std::move(rules);
    const int32_t count = rules_->getNumberOfRuleSetNames();
    for (int32_t i = 0; i < count; ++i) names_.push_back(rules_->getRuleSetName(i));
    for (const OrdinalEnding& entry : kOrdinalEndings) {
      if (entry.language == locale.getLanguage()) ending_ = folded(entry.ending);
    }
    for (const CaseEnding& entry : kCaseEndings) {
      if (entry.language == locale.getLanguage()) case_ending_ = &entry;
    }
  }

  // Every form of `number`; forms with figures in them are no words.
  void spell(int64_t number, const Visit& visit) const {
    for (const icu::UnicodeString& name : names_) {
      UErrorCode status = U_ZERO_ERROR;
      icu::UnicodeString form;
      icu::FieldPosition position;
      rules_->format(number, name, form, position, status);
      if (U_FAILURE(status)) continue;
      std::string utf8;
      form.toUTF8String(utf8);
      std::u32string word = folded(utf8);
      if (word.empty() || std::any_of(word.begin(), word.end(), is_figure)) continue;
      if (!ending_.empty()) visit(word + ending_, true);
      if (const CaseEnding* ending = case_ending_; ending && word.ends_with(ending->nominative)) {
        std::u32string oblique = word.substr(0, word.size() - ending->nominative.size());
        visit(oblique.append(ending->oblique), true);
      }
      if (std::u32string swiss = without_sharp_s(word); swiss != word) visit(swiss, true);
      visit(std::move(word), name.indexOf(icu::UnicodeString("ordinal")) >= 0);
    }
  }

 private:
  // As Switzerland writes it: "dreissig".
  static std::u32string without_sharp_s(std::u32string word) {
    for (std::size_t at = word.find(U'ß'); at != std::u32string::npos; at = word.find(U'ß')) {
      word.replace(at, 1, U"ss");
    }
    return word;
  }

  static bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }

  std::unique_ptr<icu::RuleBasedNumberFormat> rules_;
  std::vector<icu::UnicodeString> names_;
  std::u32string ending_;
  const CaseEnding* case_ending_ = nullptr;
};

// "zwei Millionen" without "zwei" is the scale word.
void add_scale(const Speller& speller, int power, PhraseTable& scales) {
  int64_t scale = 1;
  for (int i = 0; i < power; ++i) scale *= 10;
  for (const int count : kScaleCounts) {
    std::vector<std::u32string> counts;
    speller.spell(count, [&](std::u32string form, bool) { counts.push_back(std::move(form)); });
    speller.spell(count * scale, [&](std::u32string form, bool ordinal) {
      if (ordinal) return;
      for (const std::u32string& prefix : counts) {
        if (!form.starts_with(prefix)) continue;
        std::size_t begin = prefix.size();
        while (begin < form.size() && form[begin] == U' ') ++begin;
        if (form.size() - begin > 2) {
          scales.add_folded(form.substr(begin), static_cast<uint64_t>(power));
        }
        return;
      }
      if (count == 1) scales.add_folded(form, static_cast<uint64_t>(power));
    });
  }
}

struct Language {
  explicit Language(std::string_view tag) : speller(tag) {
    const auto add = [this](int number) {
      speller.spell(number, [&](std::u32string form, bool) {
        words.numbers.add_folded(std::move(form), static_cast<uint64_t>(number));
      });
    };
    for (int number = 0; number <= kLargestInTable; ++number) add(number);
    for (const int number : kRound) add(number);
    for (const int power : kScalePowers) add_scale(speller, power, words.scales);
  }

  Speller speller;
  NumberWords words;
  std::mutex mutex;                                  // guards speller and forms
  std::map<int, std::vector<std::u32string>> forms;  // spelled so far
};

Language& language_of(std::string_view tag) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<Language>, std::less<>> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(tag);
  if (found != known.end()) return *found->second;
  return *known.emplace(tag, std::make_unique<Language>(tag)).first->second;
}

std::vector<std::u32string> forms_of(int value, std::string_view tag) {
  Language& language = language_of(tag);
  const std::scoped_lock lock(language.mutex);
  const auto added = language.forms.try_emplace(value);
  std::vector<std::u32string>& forms = added.first->second;
  if (added.second) {
    language.speller.spell(value, [&](std::u32string form, bool) {
      std::replace(form.begin(), form.end(), U'-', U' ');
      forms.push_back(std::move(form));
    });
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  }
  return forms;
}

}  // namespace

const NumberWords& number_words(std::string_view language) { return language_of(language).words; }

bool says_in_words(const FoldedText& text, int value, std::string_view language) {
  std::u32string plain;
  plain.reserve(text.size() + 1);
  plain.push_back(U' ');
  for (const Character& c : text) plain.push_back(c.folded == U'-' ? U' ' : c.folded);
  for (const std::u32string& form : forms_of(value, language)) {
    const bool anywhere = is_unspaced(form.front());
    for (std::size_t at = plain.find(form); at != std::u32string::npos;
         at = plain.find(form, at + 1)) {
      const std::size_t end = at + form.size() - 1;  // in `text`
      if (anywhere) return true;
      if (kind_at(text, at - 2) == CharacterKind::kLetter && at >= 2) continue;
      if (kind_at(text, end) != CharacterKind::kLetter || form.size() >= kLeastPrefix) return true;
    }
  }
  return false;
}

std::optional<SpelledNumber> read_spelled_number(std::string_view utf8, std::string_view language) {
  const FoldedText text = folded_text_of(utf8.substr(0, std::min<std::size_t>(utf8.size(), 256)));
  if (kind_at(text, 0) != CharacterKind::kLetter) return std::nullopt;
  const std::optional<PhraseMatch> match = number_words(language).numbers.find(text, 0);
  if (!match || match->value == 0) return std::nullopt;
  return SpelledNumber{static_cast<uint32_t>(match->value), text[match->end - 1].end};
}

}  // namespace synoptic
