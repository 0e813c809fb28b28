#include "cli/store_option.h"

#include <CLI/CLI.hpp>

namespace synoptic {

void add_store_option(CLI::App& app, std::string& path) {
  path = "synoptic.db";
  app.add_option("--db", path, "The store")->envname("SYNOPTIC_DB")->capture_default_str();
}

}  // namespace synoptic
