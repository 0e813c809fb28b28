#include "text/spelled_number.h"

#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace synoptic {

namespace {

// ICU's rules of one language for one kind of words.
class Spelling {
 public:
  Spelling(SpelledKind kind, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(
        icu::StringPiece(language.data(), static_cast<int32_t>(language.size())), status);
    const bool figures = kind == SpelledKind::kOrdinalFigures;
    auto rules = std::make_unique<icu::RuleBasedNumberFormat>(
        figures ? icu::URBNF_ORDINAL : icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status)) return;
    // A language without rules silently gets those of English.
    const icu::Locale found = rules->getLocale(ULOC_VALID_LOCALE, status);
    if (U_FAILURE(status) || std::string_view(found.getLanguage()) != locale.getLanguage()) return;
    if (kind == SpelledKind::kOrdinal) {
      // As one counts: "premier", not "premiers" or "première".
      for (const char* name : {"%spellout-ordinal-masculine", "%spellout-ordinal", ""}) {
        const int32_t set = rule_set(*rules, name);
        if (set < 0) continue;
        rules->setDefaultRuleSet(rules->getRuleSetName(set), status);
        if (U_SUCCESS(status)) rules_ = std::move(rules);
        return;
      }
      return;
    }
    if (U_SUCCESS(status)) rules_ = std::move(rules);
  }

  std::string spell(uint32_t number) const {
    if (rules_ == nullptr) return std::to_string(number);
    icu::UnicodeString form;
    rules_->format(static_cast<int64_t>(number), form);
    for (const char16_t break_here : {char16_t{0xAD}, char16_t{0x200B}}) {
      form.findAndReplace(icu::UnicodeString(break_here), icu::UnicodeString());
    }
    std::string utf8;
    return form.toUTF8String(utf8);
  }

 private:
  // The set of that name, for no name the first for ordinals; below 0 where there is none.
  static int32_t rule_set(const icu::RuleBasedNumberFormat& rules, std::string_view name) {
    const icu::UnicodeString wanted =
        icu::UnicodeString::fromUTF8(name.empty() ? "spellout-ordinal" : std::string(name));
    for (int32_t i = 0; i < rules.getNumberOfRuleSetNames(); ++i) {
      const icu::UnicodeString set = rules.getRuleSetName(i);
      if (name.empty() ? set.indexOf(wanted) >= 0 : set == wanted) return i;
    }
    return -1;
  }

  std::unique_ptr<icu::RuleBasedNumberFormat> rules_;  // null where there are none
};

}  // namespace

std::string spelled_number(uint32_t number, SpelledKind kind, std::string_view language) {
  static std::mutex mutex;
  static std::map<std::pair<std::string, SpelledKind>, Spelling> spellings;
  const std::lock_guard lock(mutex);
  const std::pair key(std::string(language), kind);
  auto found = spellings.find(key);
  if (found == spellings.end()) found = spellings.emplace(key, Spelling(kind, language)).first;
  return found->second.spell(number);
}

}  // namespace synoptic
