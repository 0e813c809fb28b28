// Which language a text is in.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

struct LanguageGuess {
  std::string tag;        // BCP 47: "fr", "zh-Hans"; empty where nothing can be said
  double confidence = 0;  // 0 to 1
};

// CLD2 (best effort) with what the script alone proves; long texts are sampled.
// Threads: safe.  Errors: none.  Example: identify_language("第一条 总则").tag is "zh-Hans".
LanguageGuess identify_language(std::string_view utf8);

// How well `utf8` agrees with the letter sequences of the language it is most like; a number to
// compare readings of the same bytes in several encodings, worth nothing by itself.
double language_score(std::string_view utf8);

}  // namespace synoptic
