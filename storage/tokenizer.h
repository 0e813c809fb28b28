// The terms of text/words.h as a tokenizer of SQLite's full-text search, under the name `terms`.
#pragma once

struct sqlite3;

namespace synoptic {

// Makes the tokenizer known to a connection; needed before any statement touches the index.
// Returns SQLite's result code.
int register_tokenizer(sqlite3* handle);

}  // namespace synoptic
