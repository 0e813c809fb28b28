// The clock, for what is stored.
#pragma once

#include <string>

namespace synoptic {

// "2026-11-24T10:15:00Z".
std::string now_utc();

}  // namespace synoptic
