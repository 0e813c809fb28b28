// The words that the program says to people, in their language.
//
// Source strings are English and are their own ids.  Catalogues are languages/TAG/messages.po
// (gettext, domain "synoptic"); built, they stand in FOLDER/<language>/LC_MESSAGES/synoptic.mo,
// FOLDER being `locale` beside the program where it was built, share/locale beside its folder where
// it is installed.  What no catalogue translates stays English.
//
// The language is the one stated (--ui), else that of LC_ALL, LC_MESSAGES or LANG, whether or not
// the system has that locale installed: Boost.Locale asks ICU, never the C library.  Nothing is
// loaded before the first word, and nothing at all for English.
//
// A sentence is one string with named places, never put together from parts; a test finds each
// string that is given to translate(), say(), say_count() or translatable() in the sources and
// holds all catalogues to them (docs/languages.md).  Where the language runs from right to left,
// the values put into a sentence are isolated from its direction.
//
// Errors: none but those of state_language(); a damaged catalogue is as good as none.  Threads:
// safe, but use_messages() and state_language() come before other threads start.
//
//     translate("no counterpart")                          "sans équivalent"
//     say("added {language}", {{"language", "fr"}})        "fr ajouté"
//     say_count("{count} clause", "{count} clauses", 3)    "3 clauses"
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct MessageSource {
  std::string locale;   // POSIX or BCP 47: "fr_CA.UTF-8", "zh-Hant"; empty, "C", "POSIX": English
  std::string folder;   // of the catalogues
  bool stated = false;  // by the user, for this run: programs are spoken to in it too
};

// Takes that in place of the environment's.
void use_messages(const MessageSource& source);

// Takes the language that the user stated; throws Error, which lists those that there are, where
// the program does not speak it.
void state_language(const std::string& language);

// The languages that the program speaks: those of the catalogues and English, sorted.
std::vector<std::string> message_languages();

// The language of the messages, as a BCP 47 tag: "fr"; where the environment's has no catalogue,
// "en".
std::string message_language();

// Who reads: for programs all is English unless a language was stated, so that what they read does
// not change with the locale of who runs them.
enum class Audience : uint8_t { kPerson, kProgram };

std::string translate(std::string_view message, Audience audience = Audience::kPerson);

// The form for `count`; languages have from one to six.
std::string translate(std::string_view singular, std::string_view plural, uint64_t count);

// The same English word can need two translations; `context` tells which: "verb".
std::string translate_in_context(std::string_view context, std::string_view message);

// Marks a string that is translated where it is shown, as those of tables are.
constexpr std::string_view translatable(std::string_view message) { return message; }
constexpr const char* translatable(std::string_view /*context*/, const char* message) {
  return message;
}

struct MessageValue {
  std::string_view name;  // of the place: "language" for "{language}"
  std::string value;
};

// `sentence` with its places filled; those that no value has are left empty.
std::string filled(std::string_view sentence, std::initializer_list<MessageValue> values);
std::string filled(std::string_view sentence, const std::vector<MessageValue>& values);

// The translated sentence, filled.
std::string say(std::string_view message, std::initializer_list<MessageValue> values = {});

// The same for a sentence with a number, {count}, which is written as the language writes it.
std::string say_count(std::string_view singular, std::string_view plural, uint64_t count,
                      std::initializer_list<MessageValue> values = {});

// The sentence, to stand in a line that begins with a name of a file and so runs from left to
// right: isolated where it runs the other way.
std::string in_own_direction(std::string sentence);

// "12,345" as the language of the messages writes it.
std::string format_number(uint64_t number);

// "2026-11-24T12:05:09Z" as the language of the messages writes it, still in UTC; unchanged in
// English, and where it is no such time.
std::string format_time(std::string_view iso8601_utc);

}  // namespace synoptic
