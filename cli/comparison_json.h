// The object that `compare --format json` prints; tools are built on it: fields are added, never
// changed (shape in docs).
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "cli/pipeline.h"

namespace synoptic {

enum class Dismissed : uint8_t { kLeftOut, kShown };

// One line of JSON with a final newline.
std::string to_json(const Comparison& comparison, Dismissed dismissed = Dismissed::kLeftOut);

// "heading"; as in the JSON.
std::string_view unit_kind_name(UnitKind kind);

// Its parts, for other objects with the same fields.
nlohmann::json document_json(const Document& document);
nlohmann::json pairs_json(const Comparison& comparison);
nlohmann::json finding_json(const Comparison& comparison, const Finding& finding);
// "dismissed" holds reason, author and date.
nlohmann::json dismissed_json(const Comparison& comparison, const DismissedFinding& dismissed);
// The dismissed ones, where they are shown, behind the others.
nlohmann::json findings_json(const Comparison& comparison,
                             Dismissed dismissed = Dismissed::kLeftOut);

}  // namespace synoptic
