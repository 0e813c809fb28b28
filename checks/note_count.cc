// A clause with more or fewer calls of notes than its original.
//
// A call is a raised number, a number in square brackets, or a dagger.  Where one of the documents
// has no calls, notes are a matter of layout.  A raised number behind a short word is a power:
// "m²".
#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"

namespace synoptic {

namespace {

constexpr std::size_t kFewestCalls = 2;  // on each side, to know that notes are called
constexpr std::size_t kLongestUnit = 3;  // letters of a unit of measure
constexpr std::size_t kMostNoteDigits = 3;

bool is_raised_digit(char32_t c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

bool is_dagger(char32_t c) { return c == 0x2020 || c == 0x2021; }

// Bytes of "[12]" at `at`, 0 where there is none.
std::size_t bracketed_number(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  std::size_t digits = 0;
  for (CodePoint c = code_point_at(text, end); is_digit(c.value); c = code_point_at(text, end)) {
    ++digits;
    end += c.bytes;
  }
  const bool closed = code_point_at(text, end).value == ']';
  return closed && digits > 0 && digits <= kMostNoteDigits ? end + 1 - at : 0;
}

// Spans of the calls in the unit's text, of the document's bytes.
std::vector<FindingSpan> calls_of(const Document& document, UnitId unit) {
  const std::string_view text = document.text_of(unit);
  const uint32_t start = document.units[unit].text.begin;
  std::vector<FindingSpan> calls;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    std::size_t end = at + c.bytes;
    bool call = is_dagger(c.value);
    if (c.value == '[' && bracketed_number(text, at) > 0) {
      call = true;
      end = at + bracketed_number(text, at);
    } else if (is_raised_digit(c.value)) {
      call = letters == 0 || letters > kLongestUnit;
      while (is_raised_digit(code_point_at(text, end).value)) end += code_point_at(text, end).bytes;
    }
    if (call) {
      calls.push_back(
          {unit, {start + static_cast<uint32_t>(at), start + static_cast<uint32_t>(end)}});
    }
    letters = is_letter(c.value) ? letters + 1 : 0;
    at = end;
  }
  return calls;
}

std::size_t count_calls(const Document& document) {
  std::size_t count = 0;
  for (UnitId unit = 0; unit < document.units.size(); ++unit) {
    count += calls_of(document, unit).size();
  }
  return count;
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  if (count_calls(input.original) < kFewestCalls || count_calls(input.translation) < kFewestCalls) {
    return;
  }
  for (const Link& link : input.alignment.links) {
    if (!is_one_to_one(link) || lost_with_text(findings, link.translation[0])) continue;
    std::vector<FindingSpan> original = calls_of(input.original, link.original[0]);
    std::vector<FindingSpan> translation = calls_of(input.translation, link.translation[0]);
    if (original.size() == translation.size()) continue;
    Finding finding = finding_of(kNoteCount, input, link);
    finding.details = {{"path", input.original.units[link.original[0]].path},
                       {"expected", std::to_string(original.size())},
                       {"found", std::to_string(translation.size())}};
    if (!original.empty()) finding.original_spans = std::move(original);
    if (!translation.empty()) finding.translation_spans = std::move(translation);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

const Check kNoteCount = {
    "note-count",
    "Another number of notes",
    Severity::kWarning,
    Scope::kLink,
    "{path} calls {expected} notes, its translation {found}",
    run,
    {
        {"en",
         "1. The ports keep their archives open.¹\n2. The rivers are dredged each spring.²\n"
         "3. The pilots are paid by the day.³",
         "fr",
         "1. Les ports tiennent leurs archives ouvertes.¹\n2. Les rivières sont draguées chaque "
         "printemps.\n3. Les pilotes sont payés à la journée.³",
         true, "2"},
        {"en",
         "1. The ports keep their archives open.[1]\n2. The rivers are dredged each spring.[2]\n"
         "3. The pilots are paid by the day.",
         "el",
         "1. Οι λιμένες κρατούν τα αρχεία τους ανοιχτά.[1]\n2. Οι ποταμοί καθαρίζονται κάθε "
         "άνοιξη.[2]\n3. Οι πλοηγοί πληρώνονται με την ημέρα.[3]",
         true, "3"},
        {"en",
         "1. The ports keep their archives open.[1]\n2. The rivers are dredged each spring.[2]",
         "ru", "1. Порты держат свои архивы открытыми.[1]\n2. Реки углубляются каждую весну.[2]",
         false, ""},
        {"en", "1. The lamp lights 40 m² of water.\n2. The shed holds 30 m³ of oil.¹", "ja",
         "1. 灯は水面40平方メートルを照らす。\n2. 小屋には30立方メートルの油が入る。", false, ""},
        {"en", "1. The ports keep their archives open.¹\n2. The rivers are dredged each spring.²",
         "de",
         "1. Die Häfen halten ihre Archive offen.\n2. Die Flüsse werden im Frühjahr ausgebaggert.",
         false, ""},
    },
    "Counts the calls of notes and the notes themselves in a clause. A lost call leaves the "
    "reader without what the note says."};

}  // namespace synoptic
