// The object that `compare --format json` prints; tools are built on it: fields are added, never
// changed (shape in docs).
#pragma once

#include <string>

#include "cli/pipeline.h"

namespace synoptic {

// One line of JSON with a final newline.
std::string to_json(const Comparison& comparison);

}  // namespace synoptic
