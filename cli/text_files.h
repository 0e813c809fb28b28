// Which files an argument of the command line stands for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace synoptic {

// A file for itself.  A folder for the files in it whose contents are of a format that is read
// (formats/readers.h), plain text only under the ending .txt or .text; not for what lies deeper,
// for hidden files and for a README.  A pattern (*.html) that names no file for what it matches.
// Sorted by name.  Throws Error where a folder or pattern stands for nothing.
std::vector<std::string> files_for(const std::string& argument, uint64_t most_bytes);

}  // namespace synoptic
