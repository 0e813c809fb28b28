#include "cli/replacement_warning.h"

#include <ostream>

#include "text/messages.h"

namespace synoptic {

void warn_of_replacements(const Document& document, std::ostream& stream) {
  warn_of_replacements({document.file, document.encoding, document.replacements}, stream);
}

void warn_of_replacements(const ReadFile& read, std::ostream& stream) {
  if (read.replacements.empty()) return;
  const Replacement& first = read.replacements.front();
  uint64_t count = 0;
  for (const Replacement& replacement : read.replacements) count += replacement.count;
  stream << "synoptic: " << read.file << ": "
         << say("line {line}", {{"line", std::to_string(first.line)}}) << ": "
         << say_count("a character is not {encoding} and read as U+FFFD",
                      "from here on, {count} characters are not {encoding} and read as U+FFFD",
                      count, {{"encoding", read.encoding}})
         << translate("; ") << translate("mend the file, or state its encoding with --encoding")
         << '\n';
}

}  // namespace synoptic
