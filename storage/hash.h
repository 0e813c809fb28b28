// Tells contents apart: XXH3 of 128 bits, most significant byte first, or of 64.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

// 16 bytes.  Against accidents, not against forgers.
std::string hash128(std::string_view bytes);

int64_t hash64(std::string_view bytes);

}  // namespace synoptic
