#include "cli/replacement_warning.h"

#include <ostream>

namespace synoptic {

void warn_of_replacements(const Document& document, std::ostream& stream) {
  warn_of_replacements({document.file, document.encoding, document.replacements}, stream);
}

void warn_of_replacements(const ReadFile& read, std::ostream& stream) {
  if (read.replacements.empty()) return;
  const Replacement& first = read.replacements.front();
  uint64_t count = 0;
  for (const Replacement& replacement : read.replacements) count += replacement.count;
  stream << "synoptic: " << read.file << ": line " << first.line << ": ";
  if (count == 1) {
    stream << "a character is";
  } else {
    stream << "from here on, " << count << " characters are";
  }
  stream << " not " << read.encoding
         << " and read as U+FFFD; mend the file, or state its encoding with --encoding\n";
}

}  // namespace synoptic
