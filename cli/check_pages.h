// What is to be known of a check, for a terminal, for docs/checks.md and for programs.
//
// All three say the same, and all of it comes from the checks themselves (checks/check.h).
// Threads: pure.  Errors: none.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>

#include "checks/check.h"

namespace synoptic {

// A line a check: "number  warning  Number that the other side does not say".
std::string checks_list(std::span<const Check* const> checks);

// One check in full; lines of prose no wider than `width` columns.
std::string check_page(const Check& check, std::size_t width);

// All of them as one page of Markdown.
std::string checks_markdown(std::span<const Check* const> checks);

// {"id": "number", "severity": "warning", "title": ..., "explanation": ..., "looks_at": "clause",
// "message": ..., "examples": [{"fires": true, "path": "1", "original": {"language": "en",
// "text": ...}, "translation": {...}}]}
nlohmann::json check_json(const Check& check);

}  // namespace synoptic
