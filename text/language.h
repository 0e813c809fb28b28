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
LanguageGuess identify_language(std::string_view utf8);

}  // namespace synoptic
