// The block of fields at the head of a Markdown file, between two lines of "---" (YAML) or "+++"
// (TOML).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace synoptic {

struct FrontMatter {
  std::size_t bytes = 0;  // with both lines; 0: there is none
  std::string language;   // of a field lang or language, as a BCP 47 tag; empty: none
};

// The first line of the block must be a field or a comment.  Threads: pure.  Errors: none.
FrontMatter front_matter(std::string_view text);

}  // namespace synoptic
