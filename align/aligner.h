// Units to links by labels verified by content, and sentences to beads inside the links.
#pragma once

#include "align/alignment.h"
#include "align/document.h"

namespace synoptic {

// REQUIRES: both documents are segmented.  Threads: pure.  Errors: none.
Alignment align(const Document& original, const Document& translation);

}  // namespace synoptic
