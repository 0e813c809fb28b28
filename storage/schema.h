// The tables of the store, by numbered migrations.
#pragma once

#include "storage/sqlite.h"

namespace synoptic {

// The number of the newest migration, which is the store's schema number (PRAGMA user_version).
int newest_schema();

// Brings the tables up to the newest schema, a new file from nothing; each migration is one
// transaction.  Throws Error where the file is another program's database, was written by a newer
// synoptic, or needs a migration and can't be written.
void prepare_schema(Connection& connection);

}  // namespace synoptic
