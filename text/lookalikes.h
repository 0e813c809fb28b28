// Letters of other scripts that look like a letter.
// Threads: safe, the table is built once by ICU's confusables.
#pragma once

namespace synoptic {

// The letter of `script` (script_of()) that looks like `c`, of the same case where there is one; 0
// where there is none.  Latin, Greek, Cyrillic, Armenian; kana and Han.
// Example: lookalike(U'а', script_of('a')) is U'a' for a Cyrillic а.
char32_t lookalike(char32_t c, int script);

}  // namespace synoptic
