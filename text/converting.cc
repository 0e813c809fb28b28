#include "text/converting.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>
#include <vector>

#include "text/byte_text.h"
#include "text/error.h"

namespace synoptic {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// Lower-case name without "-", "_" and spaces -> the name that is used.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> kNames = {{
    {"utf8", "UTF-8"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"euccn", "GB18030"},
    {"windows936", "GB18030"},
    {"uhc", "windows-949"},
    {"euckr", "windows-949"},
    {"cp949", "windows-949"},
    {"ksc5601", "windows-949"},
    {"ksc56011987", "windows-949"},
    {"sjis", "Shift_JIS"},
    {"shiftjis", "Shift_JIS"},
    {"cp932", "Shift_JIS"},
    {"windows31j", "Shift_JIS"},
    {"cp950", "Big5"},
    {"big5", "Big5"},
    {"tis620", "windows-874"},
    {"iso885911", "windows-874"},
    {"cp874", "windows-874"},
    {"iso88599", "windows-1254"},
    {"cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"cp1252", "windows-1252"},
    {"cp1253", "windows-1253"},
    {"cp1254", "windows-1254"},
    {"cp1255", "windows-1255"},
    {"cp1256", "windows-1256"},
    {"cp1257", "windows-1257"},
    {"cp1258", "windows-1258"},
    {"ansi", "windows-1252"},
    {"maccyrillic", "x-mac-cyrillic"},
    {"macroman", "macintosh"},
    {"ucs2", "UTF-16"},
}};

std::string squeezed(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return plain;
}

bool has_c1_bytes(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9F;
  });
}

Converter open(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

struct Sink {
  std::string_view bytes;
  Decoded* decoded = nullptr;
  UChar lead = 0;                // of a pair that the end of the buffer cut
  std::vector<std::size_t> bad;  // offsets, in order, not yet met in the output
  std::size_t next_bad = 0;
};

// ICU calls it for each ill-formed or unmapped sequence.  What it writes is told apart from a
// U+FFFD of the text by a noncharacter that no converter produces.
constexpr UChar kMarker = 0xFDD0;

void on_bad_bytes(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                  int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  auto& sink = *static_cast<Sink*>(const_cast<void*>(context));
  const auto read = static_cast<std::size_t>(arguments->source - sink.bytes.data());
  sink.bad.push_back(read - std::min(read, static_cast<std::size_t>(length)));
  *status = U_ZERO_ERROR;
  const UChar marker = kMarker;
  ucnv_cbToUWriteUChars(arguments, &marker, 1, 0, status);
}

void put_replacement(Sink& sink, std::size_t offset) {
  note_replaced(*sink.decoded, offset);
  sink.decoded->utf8 += "\xEF\xBF\xBD";
}

void put(Sink& sink, UChar32 c) {
  if (c == kMarker && sink.next_bad < sink.bad.size()) {
    put_replacement(sink, sink.bad[sink.next_bad++]);
    return;
  }
  if (c < 0x80) {
    sink.decoded->utf8 += static_cast<char>(c);
    return;
  }
  char utf8[4];
  int32_t size = 0;
  U8_APPEND_UNSAFE(utf8, size, c);
  sink.decoded->utf8.append(utf8, static_cast<std::size_t>(size));
}

void put(Sink& sink, const UChar* begin, const UChar* end) {
  for (; begin != end; ++begin) {
    if (sink.lead != 0) {
      const UChar lead = std::exchange(sink.lead, UChar{0});
      if (U16_IS_TRAIL(*begin)) {
        put(sink, U16_GET_SUPPLEMENTARY(lead, *begin));
        continue;
      }
    }
    if (U16_IS_LEAD(*begin)) {
      sink.lead = *begin;
    } else {
      put(sink, static_cast<UChar32>(*begin));
    }
  }
}

}  // namespace

std::string known_encoding(std::string_view name, std::string_view bytes) {
  const std::string plain = squeezed(name);
  const bool is_latin1 = plain == "iso88591" || plain == "latin1" || plain == "usascii";
  if (is_latin1) return has_c1_bytes(bytes) || plain == "usascii" ? "windows-1252" : "ISO-8859-1";
  for (const auto& [from, to] : kNames) {
    if (from == plain) return std::string(to);
  }
  // ICU answers an empty name with the platform's own encoding.
  if (plain.empty()) return {};
  std::string asked(name);
  const Converter converter = open(asked);
  if (converter == nullptr) return {};
  UErrorCode status = U_ZERO_ERROR;
  const char* own = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status)) return asked;
  // IANA's preferred name is the one that MIME uses.
  for (const char* standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    const char* official = ucnv_getStandardName(own, standard, &status);
    if (U_SUCCESS(status) && official != nullptr) return official;
  }
  return asked;
}

Decoded convert(std::string_view bytes, std::size_t skip, const std::string& name) {
  const Converter converter = open(name);
  if (converter == nullptr) {
    throw Error({"", "", "ICU has no converter for " + name, "install ICU's full data"},
                ErrorKind::kInternal);
  }
  Decoded decoded;
  decoded.encoding = name;
  decoded.utf8.reserve(bytes.size() + bytes.size() / 2);
  Sink sink;
  sink.bytes = bytes;
  sink.decoded = &decoded;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), on_bad_bytes, &sink, nullptr, nullptr, &status);
  std::array<UChar, 16384> buffer;
  const char* source = bytes.data() + skip;
  do {
    status = U_ZERO_ERROR;
    UChar* target = buffer.data();
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source,
                   bytes.data() + bytes.size(), nullptr, true, &status);
    put(sink, buffer.data(), target);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status) && status != U_TRUNCATED_CHAR_FOUND) {
    throw Error({"", "", "reading as " + name + ": " + u_errorName(status), ""},
                ErrorKind::kInternal);
  }
  return decoded;
}

}  // namespace synoptic
