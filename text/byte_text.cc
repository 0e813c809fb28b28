#include "text/byte_text.h"

#include <cstring>

namespace synoptic {
namespace {

constexpr uint64_t kFewControls = 8;
constexpr double kMostControls = 0.005;  // of the bytes

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned char at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

bool is_ascii_word(std::string_view bytes, std::size_t i) {
  uint64_t word;
  std::memcpy(&word, bytes.data() + i, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

// Length of the well-formed sequence at `i`, or 0 and in `bad` the length of the maximal piece that
// is not (The Unicode Standard, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t i, std::size_t& bad) {
  bad = 1;
  const unsigned lead = at(bytes, i);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned lowest = 0x80;
  unsigned highest = 0xBF;
  if (lead == 0xE0) lowest = 0xA0;
  if (lead == 0xED) highest = 0x9F;
  if (lead == 0xF0) lowest = 0x90;
  if (lead == 0xF4) highest = 0x8F;
  for (; bad < length; ++bad) {
    if (i + bad >= bytes.size()) return 0;
    const unsigned trail = at(bytes, i + bad);
    if (trail < lowest || trail > highest) return 0;
    lowest = 0x80;
    highest = 0xBF;
  }
  return length;
}

// Calls good(begin, length) for sequences of more than one byte and bad(begin, length); NULs are
// bad.
template <typename Good, typename Bad>
void scan(std::string_view bytes, std::size_t i, Good good, Bad bad) {
  while (i < bytes.size()) {
    if (i + 8 <= bytes.size() && is_ascii_word(bytes, i) &&
        std::memchr(bytes.data() + i, 0, 8) == nullptr) {
      i += 8;
      continue;
    }
    std::size_t wrong = 1;
    const std::size_t length = bytes[i] == '\0' ? 0 : sequence_length(bytes, i, wrong);
    if (length == 0) {
      bad(i, wrong);
      i += wrong;
    } else {
      if (length > 1) good(i, length);
      i += length;
    }
  }
}

}  // namespace

bool ByteCounts::looks_binary() const {
  const auto most = static_cast<uint64_t>(kMostControls * static_cast<double>(all));
  return controls > (most > kFewControls ? most : kFewControls) ||
         (controls > 0 && controls * 4 > all);
}

ByteCounts count_bytes(std::string_view bytes) {
  ByteCounts counts;
  counts.all = bytes.size();
  uint64_t histogram[256] = {};
  for (const char byte : bytes) ++histogram[static_cast<unsigned char>(byte)];
  counts.nulls = histogram[0];
  counts.escapes = histogram[0x1B];
  for (unsigned byte = 0x80; byte < 0x100; ++byte) counts.high += histogram[byte];
  for (unsigned byte = 0; byte < 0x20; ++byte) {
    const bool of_text = (byte >= '\t' && byte <= '\r') || byte == 0x1B || byte == 0x1A;
    if (!of_text) counts.controls += histogram[byte];
  }
  if (counts.controls > 0) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const unsigned byte = at(bytes, i);
      if (byte < '\t' || (byte > '\r' && byte < 0x20 && byte != 0x1B && byte != 0x1A)) {
        counts.first_control = i;
        break;
      }
    }
  }
  return counts;
}

bool Utf8Census::mostly_utf8() const {
  // A cut at the very end is no sign of another encoding, however short the text.
  return good > 0 && (bad <= 1 || good > bad);
}

Utf8Census take_utf8_census(std::string_view bytes) {
  Utf8Census census;
  scan(
      bytes, 0, [&](std::size_t, std::size_t) { ++census.good; },
      [&](std::size_t i, std::size_t) {
        if (bytes[i] == '\0') {
          ++census.nulls;
          return;
        }
        if (census.bad++ == 0) census.first_bad = i;
      });
  return census;
}

void note_replaced(Decoded& decoded, std::size_t offset) {
  if (!decoded.replaced.empty()) {
    Replaced& last = decoded.replaced.back();
    if (last.utf8_offset + last.count * kReplacement.size() == decoded.utf8.size()) {
      ++last.count;
      return;
    }
  }
  decoded.replaced.push_back(
      {static_cast<uint32_t>(offset), 1, static_cast<uint32_t>(decoded.utf8.size())});
}

void repair_utf8(std::string_view bytes, std::size_t skip, Decoded& decoded) {
  decoded.utf8.reserve(bytes.size());
  std::size_t kept = skip;
  scan(
      bytes, skip, [](std::size_t, std::size_t) {},
      [&](std::size_t i, std::size_t length) {
        decoded.utf8 += bytes.substr(kept, i - kept);
        note_replaced(decoded, i);
        decoded.utf8 += kReplacement;
        kept = i + length;
      });
  decoded.utf8 += bytes.substr(kept);
}

uint32_t line_of(std::string_view bytes, std::size_t offset) {
  uint32_t line = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'))) {
      ++line;
    }
  }
  return line;
}

}  // namespace synoptic
