// Files packed into one zip archive, by libzip, in memory.
//
// The same files give the same bytes: all are dated 1 January 1980, the first day a zip knows.
// Errors: Error where the library fails, which only want of memory makes it do.  Threads: pure.
#pragma once

#include <string>
#include <vector>

namespace synoptic {

struct ZipEntry {
  std::string name;  // with '/' between folders
  std::string bytes;
};

// In the order given, deflated.
std::string to_zip(const std::vector<ZipEntry>& entries);

}  // namespace synoptic
