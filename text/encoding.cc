#include "text/encoding.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

#include "text/byte_text.h"
#include "text/converting.h"
#include "text/encoding_guess.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {
namespace {

// A text in UTF-8 with more bad sequences than both is a mixture, not a damaged text.
constexpr uint32_t kMostBadSequences = 20;
constexpr double kMostBadShare = 0.05;  // of all sequences of more than a byte

constexpr std::string_view kStateEncoding = translatable("state its encoding with --encoding");

[[noreturn]] void refuse(std::string place, std::string cause, std::string remedy) {
  throw Error({"", std::move(place), std::move(cause), std::move(remedy)});
}

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
// The longer before the shorter that it begins with.
using namespace std::string_view_literals;
constexpr std::array<Mark, 6> kMarks = {{{"\xEF\xBB\xBF"sv, "UTF-8"},
                                         {"\xFF\xFE\0\0"sv, "UTF-32LE"},
                                         {"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                         {"\xFF\xFE"sv, "UTF-16LE"},
                                         {"\xFE\xFF"sv, "UTF-16BE"},
                                         {"\x84\x31\x95\x33"sv, "GB18030"}}};

// What the first bytes of files that are no text look like.
constexpr std::array<Mark, 22> kSignatures = {{
    {"%PDF-"sv, translatable("a PDF document")},
    {"PK\x03\x04"sv, translatable("a zip archive (or DOCX, ODT, XLSX, EPUB)")},
    {"PK\x05\x06"sv, translatable("an empty zip archive")},
    {"\x7F"
     "ELF"sv,
     translatable("an executable program (ELF)")},
    {"MZ\x90\0"sv, translatable("an executable program (Windows)")},
    {"\xCF\xFA\xED\xFE"sv, translatable("an executable program (Mach-O)")},
    {"\xCA\xFE\xBA\xBE"sv, translatable("a compiled Java class")},
    {"\x89PNG\r\n"sv, translatable("a PNG image")},
    {"\xFF\xD8\xFF"sv, translatable("a JPEG image")},
    {"GIF87a"sv, translatable("a GIF image")},
    {"GIF89a"sv, translatable("a GIF image")},
    {"II*\0"sv, translatable("a TIFF image")},
    {"MM\0*"sv, translatable("a TIFF image")},
    {"\x1F\x8B"sv, translatable("a gzip archive")},
    {"BZh"sv, translatable("a bzip2 archive")},
    {"\xFD"
     "7zXZ\0"sv,
     translatable("an xz archive")},
    {"7z\xBC\xAF"sv, translatable("a 7z archive")},
    {"Rar!\x1A"sv, translatable("a RAR archive")},
    {"\xD0\xCF\x11\xE0"sv, translatable("an old Microsoft Office document (DOC, XLS)")},
    {"SQLite format 3\0"sv, translatable("an SQLite database")},
    {"{\\rtf"sv, translatable("an RTF document")},
    {"\xDE\x12\x04\x95"sv, translatable("a compiled message catalogue")},
}};

void refuse_binary(std::string_view bytes) {
  for (const Mark& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) {
      refuse("", say("not a text but {what}", {{"what", translate(signature.encoding)}}),
             translate("save or convert it as plain text first"));
    }
  }
}

[[noreturn]] void refuse_unknown_binary(const ByteCounts& counts) {
  refuse(say("byte {byte}", {{"byte", std::to_string(counts.first_control)}}),
         say_count("binary data, no text: {count} control character",
                   "binary data, no text: {count} control characters", counts.controls),
         translate("convert it to plain text first, or state its encoding with --encoding"));
}

Decoded from_utf8(std::string_view bytes, std::size_t skip, bool trusted) {
  Decoded decoded;
  decoded.encoding = "UTF-8";
  const Utf8Census census = take_utf8_census(bytes.substr(skip));
  if (census.clean()) {
    decoded.utf8 = bytes.substr(skip);
    return decoded;
  }
  const uint32_t many = static_cast<uint32_t>(kMostBadShare * (census.bad + census.good));
  if (!trusted && census.bad > std::max(kMostBadSequences, many)) {
    const std::size_t line = line_of(bytes, skip + census.first_bad);
    refuse(say("line {line}", {{"line", std::to_string(line)}}),
           say_count("mixes UTF-8 with another encoding, {count} place is no UTF-8",
                     "mixes UTF-8 with another encoding, {count} places are no UTF-8", census.bad),
           translate("convert it to one encoding, or read it all the same with --encoding UTF-8"));
  }
  repair_utf8(bytes, skip, decoded);
  return decoded;
}

Decoded by_name(std::string_view bytes, std::string_view name, std::size_t skip) {
  if (name == "UTF-8") return from_utf8(bytes, skip, true);
  return convert(bytes, skip, std::string(name));
}

Decoded as_stated(std::string_view bytes, std::string_view stated) {
  const std::string name = known_encoding(stated, bytes);
  if (name.empty()) {
    refuse("", say("the encoding \"{name}\" is not known", {{"name", std::string(stated)}}),
           translate("use a name such as UTF-8, windows-1252, Shift_JIS or GB18030 with "
                     "--encoding"));
  }
  return by_name(bytes, name, 0);
}

Decoded as_guessed(std::string_view bytes) {
  const std::string name = guess_encoding(bytes);
  if (name.empty()) refuse("", translate("the encoding can't be told"), translate(kStateEncoding));
  return by_name(bytes, name, 0);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view stated) {
  refuse_binary(bytes);
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return by_name(bytes, mark.encoding, mark.bytes.size());
  }
  const ByteCounts counts = count_bytes(bytes);
  if (counts.nulls > 0 && stated.empty()) {
    const std::string wide = guess_wide(bytes);
    if (!wide.empty()) return by_name(bytes, wide, 0);
  }
  if (!stated.empty() && (counts.nulls > 0 || counts.high == 0)) return as_stated(bytes, stated);
  if (stated.empty() && counts.looks_binary()) refuse_unknown_binary(counts);
  if (counts.high == 0 && counts.escapes == 0) return from_utf8(bytes, 0, true);
  const Utf8Census census = take_utf8_census(bytes);
  if (counts.high > 0 && census.bad == 0) return from_utf8(bytes, 0, true);
  if (!stated.empty()) return as_stated(bytes, stated);
  if (census.mostly_utf8()) return from_utf8(bytes, 0, false);
  return as_guessed(bytes);
}

std::string to_nfc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) {
    throw Error({"", "", std::string("ICU's normalization data: ") + u_errorName(status), ""},
                ErrorKind::kInternal);
  }
  std::string normal;
  normal.reserve(utf8.size());
  icu::StringByteSink<std::string> sink(&normal);
  const icu::StringPiece piece(utf8.data(), static_cast<int32_t>(utf8.size()));
  nfc->normalizeUTF8(0, piece, sink, nullptr, status);
  if (U_FAILURE(status)) {
    throw Error({"", "", std::string("normalization: ") + u_errorName(status), ""},
                ErrorKind::kInternal);
  }
  return normal;
}

}  // namespace synoptic
