#include "text/code_pages.h"

#include <unicode/ucnv.h>

#include <bitset>
#include <unordered_map>

namespace synoptic {

namespace {

constexpr std::array<const char*, kCodePages> kNames = {
    "windows-1252", "windows-1251", "windows-1250", "windows-1253", "windows-1254", "windows-1255",
    "windows-1256", "windows-1257", "windows-1258", "KOI8-R",       "ISO-8859-2",   "ISO-8859-5",
    "ISO-8859-7",   "windows-874",  "IBM437",       "IBM850",       "IBM866",       "macintosh"};
constexpr unsigned kFirstByte = 0x80;
constexpr unsigned kBytes = 0x80;
constexpr unsigned kFirstAfterC1 = 0xA0;
constexpr std::size_t kPlane = 0x10000;  // no code page goes beyond the first plane

struct Tables {
  std::array<std::array<char32_t, kBytes>, kCodePages> characters{};
  std::unordered_map<char32_t, std::array<uint8_t, kCodePages>> bytes;
  std::bitset<kPlane> known;

  void add(std::size_t page, unsigned byte, char32_t c) {
    if (c < kFirstByte || c >= kPlane || c == 0xFFFD) return;
    characters[page][byte - kFirstByte] = c;
    uint8_t& entry = bytes[c][page];
    if (entry == 0) entry = static_cast<uint8_t>(byte);
    known.set(c);
  }
};

char32_t decoded(UConverter* converter, unsigned byte) {
  const char source = static_cast<char>(byte);
  UChar target[2];
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = ucnv_toUChars(converter, target, 2, &source, 1, &status);
  return U_SUCCESS(status) && length == 1 ? target[0] : 0xFFFD;
}

Tables build() {
  Tables tables;
  for (std::size_t page = 0; page < kCodePages; ++page) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(kNames[page], &status);
    if (U_FAILURE(status)) continue;
    for (unsigned byte = kFirstByte; byte < kFirstByte + kBytes; ++byte) {
      const char32_t c = decoded(converter, byte);
      tables.add(page, byte, c);
      // Latin 1 is taken for Windows 1252 and the reverse.
      if (page == 0 && byte < kFirstAfterC1) {
        const bool defined = tables.characters[page][byte - kFirstByte] != 0;
        const char32_t kept = tables.characters[page][byte - kFirstByte];
        tables.add(page, byte, byte);
        if (defined) tables.characters[page][byte - kFirstByte] = kept;
      }
    }
    ucnv_close(converter);
  }
  return tables;
}

const Tables& tables() {
  static const Tables built = build();
  return built;
}

}  // namespace

const std::array<uint8_t, kCodePages>* bytes_of(char32_t c) {
  const Tables& all = tables();
  if (c >= kPlane || !all.known.test(c)) return nullptr;
  const auto found = all.bytes.find(c);
  return found == all.bytes.end() ? nullptr : &found->second;
}

char32_t character_of(CodePage page, uint8_t byte) {
  if (byte < kFirstByte) return 0;
  return tables().characters[static_cast<std::size_t>(page)][byte - kFirstByte];
}

}  // namespace synoptic
