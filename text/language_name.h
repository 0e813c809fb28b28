// Names of languages, language tags in names of files, and how far a guess from the text may be
// trusted against them.
#pragma once

#include <string>
#include <string_view>

#include "text/language.h"

namespace synoptic {

// The language that the name of a file states in its last part that is a language code of two or
// three letters, with or without script and region; empty where there is none.
// Example: "fr" for "texts/act_fr.txt", "zh-Hans" for "eupl.zh-hans.txt", "de" for "ger.txt",
// "" for "draft2.txt".
std::string language_in_name(std::string_view file_name);

// The tag of a language code or tag, in whatever case and with '_' or '-'; empty where it is none.
// Example: "en" for "EN" and "eng", "fr" for "fre", "pt-BR" for "pt_br".
std::string language_of_code(std::string_view code);

// The tag of a language named by its tag, or by its name in English or in the language itself,
// whatever the case; empty where it is neither.
// Example: "fr" for "French", "de" for "Deutsch", "pt-BR" for "pt-br".
std::string language_named(std::string_view name);

// What language a text of `text_bytes` is in, by its letters and the name of its file.  The text
// decides where the guess is sure, which a few words never are; the name decides where it is not,
// where it says the same more exactly ("pt-BR" for "pt"), and between languages whose texts are
// easily taken for each other (Croatian and Bosnian). Empty where neither says anything.
std::string weigh_language(const LanguageGuess& guess, std::size_t text_bytes,
                           std::string_view in_name);

// The language as `in` (a tag) names it: "norvégien bokmål" for "nb" in "fr".
std::string language_name(std::string_view tag, std::string_view in);

// The language in English, as ICU names it; the tag where ICU has no name.
// Example: "Norwegian Bokmål" for "nb", "Chinese (Traditional)" for "zh-Hant".
std::string english_language_name(std::string_view tag);

// The script that the language is written in, in four letters (ISO 15924), by the tag or else as
// ICU knows it; empty where it knows none.  Example: "Latn" for "fr", "Hant" for "zh-TW".
std::string script_of_language(std::string_view tag);

}  // namespace synoptic
