// Plain text from anywhere: encodings, page furniture, wrapped or one paragraph a line.
//
// The reader gives physical lines and what their layout says; joining wrapped lines is left to
// align/outline.h, which weighs layout and labels together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "align/document.h"

namespace synoptic {

// What is read of a text with tracked changes.
enum class Changes : uint8_t { kAccepted, kRejected };

struct ReadOptions {
  std::string language;                    // stated by the user; empty: identified
  std::string encoding;                    // stated by the user; empty: detected
  uint64_t most_bytes = 256ull << 20;      // a larger file is refused, with how to raise it
  uint64_t most_line_bytes = 32ull << 20;  // likewise a longer line
  Changes changes = Changes::kAccepted;
};

enum class EmptyFile { kRefused, kAllowed };

inline constexpr std::string_view kStandardInput = "-";

// Reads a whole file; the standard input for "-".  Throws Error that names file, place and remedy:
// not there, a directory, no permission, empty, too large, changed while it was read.
std::string read_file(const std::string& path, uint64_t most_bytes,
                      EmptyFile empty = EmptyFile::kRefused);

// The user's word, else what the text is in; empty where that can't be told.
std::string language_of(const ReadOptions& options, std::string_view utf8);

// `name` is for messages.  Removes page furniture (running headers and footers that repeat, page
// numbers, form feeds), keeps the place of every line.  Throws Error for binary or empty input.
Text read_plain_text(std::string_view bytes, const std::string& name, const ReadOptions& options);

}  // namespace synoptic
