// The words that the program says to people, in their language.
//
// Source strings are English and are their own ids.  Catalogues (gettext, domain "synoptic") stand
// in FOLDER/<language>/LC_MESSAGES/synoptic.mo, FOLDER being share/locale beside the folder of the
// program.  What no catalogue translates stays English.
//
// The language is that of LC_ALL, LC_MESSAGES or LANG, whether or not the system has that locale
// installed: Boost.Locale asks ICU, never the C library.  Nothing is loaded before the first word,
// and nothing at all for English.
//
// Errors: none; a damaged catalogue is as good as none.  Threads: safe, but use_messages() comes
// before other threads start.
//
//     translate("no counterpart")                          "sans équivalent"
//     translate("{} clause", "{} clauses", 3)              "{} clauses"; the caller puts the number
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

struct MessageSource {
  std::string locale;  // POSIX or BCP 47: "fr_CA.UTF-8", "zh-Hant"; empty, "C", "POSIX": English
  std::string folder;  // of the catalogues
};

// Takes that in place of the environment's.
void use_messages(const MessageSource& source);

std::string translate(std::string_view message);

// The form for `count`; languages have from one to six.
std::string translate(std::string_view singular, std::string_view plural, uint64_t count);

// The same English word can need two translations; `context` tells which: "verb".
std::string translate_in_context(std::string_view context, std::string_view message);

// "12,345" as the language of the messages writes it.
std::string format_number(uint64_t number);

}  // namespace synoptic
