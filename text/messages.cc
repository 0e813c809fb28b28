#include "text/messages.h"

#include <algorithm>
#include <boost/locale.hpp>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <iomanip>
#include <limits>
#include <mutex>
#include <optional>
#include <sstream>
#include <system_error>

#include "text/bidi.h"
#include "text/error.h"

namespace synoptic {

namespace {

namespace fs = std::filesystem;

constexpr const char* kDomain = "synoptic";
constexpr const char* kCatalogue = "LC_MESSAGES/synoptic.mo";  // in the folder of a language
constexpr std::string_view kFirstStrongIsolate = "\u2068";
constexpr std::string_view kRightToLeftIsolate = "\u2067";
constexpr std::string_view kPopIsolate = "\u2069";

std::string locale_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return value;
  }
  return {};
}

// The program may have been moved: its catalogues are found from where it stands.
std::string folder_of_program() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  const fs::path built = program.parent_path() / "locale";
  if (fs::is_directory(built, failed)) return built.string();
  return (program.parent_path().parent_path() / "share" / "locale").string();
}

// "fr" of "fr_CA.UTF-8", "FR", "fr-CA".
std::string base_of(std::string_view locale) {
  std::string base(locale.substr(0, locale.find_first_of("-_.@")));
  for (char& c : base) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return base;
}

bool is_english(std::string_view locale) {
  const std::string base = base_of(locale);
  return base.empty() || base == "c" || base == "posix" || base == "en";
}

bool has_catalogue(const std::string& folder, const std::string& language) {
  if (language.empty() || language.find('/') != std::string::npos) return false;
  std::error_code ignored;
  return fs::is_regular_file(fs::path(folder) / language / kCatalogue, ignored);
}

// "zh-Hant" to "zh_Hant.UTF-8": Boost reads POSIX names, and text is UTF-8 whatever the name says.
std::string posix_name(std::string locale) {
  locale.replace(0, base_of(locale).size(), base_of(locale));
  std::replace(locale.begin(), locale.end(), '-', '_');
  const std::size_t encoding = locale.find_first_of(".@");
  const std::size_t variant = locale.find('@');
  std::string name = locale.substr(0, encoding) + ".UTF-8";
  if (variant != std::string::npos) name += locale.substr(variant);
  return name;
}

std::locale made_locale(const MessageSource& source) {
  try {
    boost::locale::generator generator(boost::locale::localization_backend_manager::global());
    generator.locale_cache_enabled(false);
    generator.categories(boost::locale::message_facet | boost::locale::formatting_facet |
                         boost::locale::information_facet);
    generator.add_messages_path(source.folder);
    generator.add_messages_domain(kDomain);
    return generator(posix_name(source.locale));
  } catch (const std::exception&) {
    return std::locale::classic();
  }
}

// What is asked of the messages, and the locale once one was needed.
class Messages {
 public:
  void use(const MessageSource& source) {
    const std::lock_guard lock(mutex_);
    source_ = source;
    settled_ = false;
    locale_.reset();
  }

  // None for English.
  std::optional<std::locale> translating(Audience audience = Audience::kPerson) {
    const std::lock_guard lock(mutex_);
    settle_source();
    if (audience == Audience::kProgram && !source_->stated) return std::nullopt;
    if (!speaks_) return std::nullopt;
    if (!locale_) locale_ = made_locale(*source_);
    return locale_;
  }

  MessageSource source() {
    const std::lock_guard lock(mutex_);
    settle_source();
    return *source_;
  }

 private:
  void settle_source() {
    if (source_ && settled_) return;
    if (!source_) source_ = {locale_of_environment(), folder_of_program(), false};
    const std::string base = base_of(source_->locale);
    speaks_ = !is_english(base) && has_catalogue(source_->folder, base);
    settled_ = true;
  }

  std::mutex mutex_;
  bool settled_ = false;
  bool speaks_ = false;  // another language than English
  std::optional<MessageSource> source_;
  std::optional<std::locale> locale_;
};

Messages& messages() {
  static Messages instance;
  return instance;
}

// Plural rules of catalogues take an int; any larger number has the form of a large one.
int plural_count(uint64_t count) {
  constexpr uint64_t kPeriod = 1000000;  // no language looks at more digits
  if (count <= static_cast<uint64_t>(std::numeric_limits<int>::max())) {
    return static_cast<int>(count);
  }
  return static_cast<int>(kPeriod + count % kPeriod);
}

std::string grouped_by_commas(uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

// Where a value runs in its own direction, whatever is around it.
std::string isolated(const std::string& value) {
  return std::string(kFirstStrongIsolate) + value + std::string(kPopIsolate);
}

template <typename Values>
std::string filled_with(std::string_view sentence, const Values& values) {
  const bool isolate = has_right_to_left(sentence);
  std::string all;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t open = sentence.find('{', at);
    const std::size_t close = open == sentence.npos ? open : sentence.find('}', open);
    all += sentence.substr(at, close == sentence.npos ? close : open - at);
    if (close == sentence.npos) break;
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    for (const MessageValue& value : values) {
      if (value.name == name) all += isolate ? isolated(value.value) : value.value;
    }
    at = close + 1;
  }
  return all;
}

// Seconds since 1970 of "2026-11-24T12:05:09Z".
std::optional<std::time_t> seconds_of(std::string_view iso8601_utc) {
  std::tm parts{};
  std::istringstream in{std::string(iso8601_utc)};
  in.imbue(std::locale::classic());
  in >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
  if (in.fail()) return std::nullopt;
  return timegm(&parts);
}

}  // namespace

void use_messages(const MessageSource& source) { messages().use(source); }

void state_language(const std::string& language) {
  const std::string folder = messages().source().folder;
  const std::string base = base_of(language);
  if (base.empty() || (!is_english(base) && !has_catalogue(folder, base))) {
    std::string known;
    for (const std::string& one : message_languages()) known += (known.empty() ? "" : ", ") + one;
    throw Error({"", "", say("the program does not speak \"{language}\"", {{"language", language}}),
                 say("name one of these with --ui: {languages}", {{"languages", known}})});
  }
  messages().use({language, folder, true});
}

std::vector<std::string> message_languages() {
  const std::string folder = messages().source().folder;
  std::vector<std::string> all = {"en"};
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    const std::string name = entry.path().filename().string();
    if (name != "en" && has_catalogue(folder, name)) all.push_back(name);
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::string message_language() {
  if (!messages().translating()) return "en";
  return base_of(messages().source().locale);
}

std::string translate(std::string_view message, Audience audience) {
  const std::optional<std::locale> locale = messages().translating(audience);
  if (!locale || message.empty()) return std::string(message);
  return boost::locale::translate(std::string(message)).str(*locale);
}

std::string translate(std::string_view singular, std::string_view plural, uint64_t count) {
  const std::optional<std::locale> locale = messages().translating();
  if (!locale) return std::string(count == 1 ? singular : plural);
  return boost::locale::translate(std::string(singular), std::string(plural), plural_count(count))
      .str(*locale);
}

std::string translate_in_context(std::string_view context, std::string_view message) {
  const std::optional<std::locale> locale = messages().translating();
  if (!locale) return std::string(message);
  return boost::locale::translate(std::string(context), std::string(message)).str(*locale);
}

std::string filled(std::string_view sentence, std::initializer_list<MessageValue> values) {
  return filled_with(sentence, values);
}

std::string filled(std::string_view sentence, const std::vector<MessageValue>& values) {
  return filled_with(sentence, values);
}

std::string say(std::string_view message, std::initializer_list<MessageValue> values) {
  return filled_with(translate(message), values);
}

std::string say_count(std::string_view singular, std::string_view plural, uint64_t count,
                      std::initializer_list<MessageValue> values) {
  std::vector<MessageValue> all(values);
  all.push_back({"count", format_number(count)});
  return filled_with(translate(singular, plural, count), all);
}

std::string in_own_direction(std::string sentence) {
  if (message_language() == "en" || !reads_right_to_left(sentence, message_language())) {
    return sentence;
  }
  return std::string(kRightToLeftIsolate) + sentence + std::string(kPopIsolate);
}

std::string format_number(uint64_t number) {
  const std::optional<std::locale> locale = messages().translating();
  if (!locale) return grouped_by_commas(number);
  std::ostringstream out;
  out.imbue(*locale);
  out << boost::locale::as::number << number;
  return out.str();
}

std::string format_time(std::string_view iso8601_utc) {
  const std::optional<std::locale> locale = messages().translating();
  const std::optional<std::time_t> seconds = locale ? seconds_of(iso8601_utc) : std::nullopt;
  if (!seconds) return std::string(iso8601_utc);
  namespace as = boost::locale::as;
  std::ostringstream out;
  out.imbue(*locale);
  out << as::gmt << as::datetime << as::date_medium << as::time_short << *seconds;
  return out.str();
}

}  // namespace synoptic
