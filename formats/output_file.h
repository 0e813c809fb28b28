// Writing a result so that a file is never seen half written.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

// Writes to a new file beside `path` and renames it when it is whole and on the disk: `path` holds
// what it held before or all of `contents`, whatever happens.  What `path` is a link to is
// replaced, not the link; permissions of a file that was there stay; a device or a pipe is written
// to as it is. Throws Error: no such folder, no permission, disk full, a folder of that name.
void write_file(const std::string& path, std::string_view contents);

}  // namespace synoptic
