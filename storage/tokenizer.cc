#include "storage/tokenizer.h"

#include <sqlite3.h>

#include <exception>
#include <string_view>

#include "text/words.h"

namespace synoptic {

namespace {

using Emit = int (*)(void*, int, const char*, int, int, int);

// The tokenizer has no state: FTS5 wants a pointer that is not null, nothing more.
int create(void*, const char**, int, Fts5Tokenizer** tokenizer) {
  static char nothing;
  *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&nothing);
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

// Exceptions end here: SQLite is C.
int tokenize(Fts5Tokenizer*, void* context, int flags, const char* text, int size, Emit emit) {
  const bool query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  try {
    const std::string_view utf8(text, static_cast<std::size_t>(size));
    for (const Term& term : search_terms(utf8, query ? TermUse::kQuery : TermUse::kIndex)) {
      const int code = emit(context, 0, term.folded.data(), static_cast<int>(term.folded.size()),
                            static_cast<int>(term.span.begin), static_cast<int>(term.span.end));
      if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const std::exception&) {
    return SQLITE_ERROR;
  }
}

}  // namespace

int register_tokenizer(sqlite3* handle) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr);
  if (code == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    code = sqlite3_finalize(statement);
  }
  if (code != SQLITE_OK) return code;
  if (api == nullptr) return SQLITE_ERROR;
  fts5_tokenizer tokenizer{create, destroy, tokenize};
  return api->xCreateTokenizer(api, "terms", nullptr, &tokenizer, nullptr);
}

}  // namespace synoptic
