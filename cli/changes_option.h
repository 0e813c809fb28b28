// --changes accept|reject: what is read of texts with tracked changes.
#pragma once

#include "formats/plain_text.h"

namespace CLI {
class App;
}

namespace synoptic {

void add_changes_option(CLI::App& app, Changes& changes);

}  // namespace synoptic
