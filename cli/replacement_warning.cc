#include "cli/replacement_warning.h"

#include <ostream>

namespace synoptic {

void warn_of_replacements(const Document& document, std::ostream& stream) {
  if (document.replacements.empty()) return;
  const Replacement& first = document.replacements.front();
  uint64_t count = 0;
  for (const Replacement& replacement : document.replacements) count += replacement.count;
  stream << "synoptic: " << document.file << ": line " << first.line << ": ";
  if (count == 1) {
    stream << "a character is";
  } else {
    stream << "from here on, " << count << " characters are";
  }
  stream << " not " << document.encoding
         << " and read as U+FFFD; mend the file, or state its encoding with --encoding\n";
}

}  // namespace synoptic
