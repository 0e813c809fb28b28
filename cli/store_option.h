// The option that names the store, the same for every subcommand that uses one.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace synoptic {

// Declares --db on `app`: FILE, else $SYNOPTIC_DB, else synoptic.db in the current folder.
// `path` outlives the parsing.
void add_store_option(CLI::App& app, std::string& path);

}  // namespace synoptic
