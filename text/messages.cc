#include "text/messages.h"

#include <boost/locale.hpp>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <limits>
#include <mutex>
#include <optional>
#include <sstream>
#include <system_error>

namespace synoptic {

namespace {

constexpr const char* kDomain = "synoptic";

std::string locale_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return value;
  }
  return {};
}

// The program may have been moved: its catalogues are found from where it stands.
std::string folder_beside_program() {
  std::error_code failed;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  if (failed) return {};
  return (program.parent_path().parent_path() / "share" / "locale").string();
}

bool is_english(std::string_view locale) {
  return locale.empty() || locale == "C" || locale == "POSIX" || locale.starts_with("C.") ||
         locale == "en" || locale.starts_with("en_") || locale.starts_with("en-");
}

// "zh-Hant" to "zh_Hant.UTF-8": Boost reads POSIX names, and text is UTF-8 whatever the name says.
std::string posix_name(std::string locale) {
  for (char& c : locale) {
    if (c == '-') c = '_';
  }
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
    locale_.reset();
  }

  // None for English.
  std::optional<std::locale> translating() {
    const std::lock_guard lock(mutex_);
    settle_source();
    if (is_english(source_->locale)) return std::nullopt;
    if (!locale_) locale_ = made_locale(*source_);
    return locale_;
  }

 private:
  void settle_source() {
    if (!source_) source_ = {locale_of_environment(), folder_beside_program()};
  }

  std::mutex mutex_;
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

}  // namespace

void use_messages(const MessageSource& source) { messages().use(source); }

std::string translate(std::string_view message) {
  const std::optional<std::locale> locale = messages().translating();
  if (!locale) return std::string(message);
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

std::string format_number(uint64_t number) {
  const std::optional<std::locale> locale = messages().translating();
  if (!locale) return grouped_by_commas(number);
  std::ostringstream out;
  out.imbue(*locale);
  out << boost::locale::as::number << number;
  return out.str();
}

}  // namespace synoptic
