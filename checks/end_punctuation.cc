// A clause that ends otherwise than its original: a question that became a statement, a list that
// lost its colon.
//
// Translations differ by right in how they end items and headings; so a change is told only where
// this translation keeps that mark as a rule.  A missing mark is left to `truncated`.
#include <array>

#include "checks/clause_facts.h"
#include "checks/declarations.h"
#include "text/characters.h"
#include "text/end_marks.h"

namespace synoptic {
namespace {

struct Kept {
  double least_share = 0;  // of the clauses with that mark that keep it
  std::size_t fewest = 0;  // such clauses
};
constexpr Kept kQuestionKept = {0.6, 1};
constexpr Kept kQuestionSure = {0.9, 6};
constexpr Kept kColonKept = {0.9, 5};
constexpr Kept kStopKept = {0.95, 20};

std::size_t index(EndMark mark) { return static_cast<std::size_t>(mark); }

struct Ends {
  EndMark original = EndMark::kNone;
  EndMark translation = EndMark::kNone;
};

Ends ends_of(const CheckInput& input, const Link& link) {
  return {end_mark(input.original.text_of(link.original[0])),
          end_mark(input.translation.text_of(link.translation[0]))};
}

// How often each mark became which, in all pairs of one clause with one.
class Habits {
 public:
  explicit Habits(const CheckInput& input) {
    for (const Link& link : input.alignment.links) {
      if (!is_one_to_one(link)) continue;
      const Ends ends = ends_of(input, link);
      ++counts_[index(ends.original)][index(ends.translation)];
    }
  }

  // The clause that is asked about does not count.
  bool keeps(EndMark mark, const Kept& rule) const {
    std::size_t all = 0;
    for (const std::size_t count : counts_[index(mark)]) all += count;
    const std::size_t kept = counts_[index(mark)][index(mark)];
    return all > rule.fewest &&
           static_cast<double>(kept) >= rule.least_share * static_cast<double>(all - 1);
  }
  bool ever(EndMark mark) const { return counts_[index(mark)][index(mark)] > 0; }

 private:
  std::array<std::array<std::size_t, kEndMarks>, kEndMarks> counts_{};
};

bool is_weak(EndMark mark) { return mark == EndMark::kComma || mark == EndMark::kColon; }

bool is_deviation(const Habits& habits, const Ends& ends) {
  if (ends.original == ends.translation || ends.translation == EndMark::kNone) return false;
  switch (ends.original) {
    case EndMark::kQuestion:
      return ends.translation != EndMark::kExclamation &&
             habits.keeps(EndMark::kQuestion, kQuestionKept);
    case EndMark::kColon:
      return ends.translation != EndMark::kComma && habits.keeps(EndMark::kColon, kColonKept);
    case EndMark::kStop:
      return is_weak(ends.translation) && habits.keeps(EndMark::kStop, kStopKept);
    default:
      return false;
  }
}

// The end of a text, from a word on where there is one.
std::string last_words(const Document& document, Span span) {
  constexpr std::size_t kCharacters = 24;
  const std::string_view text = slice(document.text, span);
  std::size_t begin = text.size();
  for (std::size_t count = 0; begin > 0 && count < kCharacters; ++count) {
    begin -= code_point_before(text, begin).bytes;
  }
  const std::size_t word = begin == 0 ? 0 : text.find(' ', begin);
  return std::string(trim(text.substr(word == std::string_view::npos ? begin : word)));
}

void run(const CheckInput& input, std::vector<Finding>& findings) {
  const Habits habits(input);
  for (const Link& link : input.alignment.links) {
    if (!is_one_to_one(link)) continue;
    const Ends ends = ends_of(input, link);
    const bool new_question =
        ends.translation == EndMark::kQuestion &&
        (ends.original == EndMark::kStop || ends.original == EndMark::kSemicolon) &&
        !has_question_mark(input.original.text_of(link.original[0]));
    if (!new_question && !is_deviation(habits, ends)) continue;
    const bool asked = ends.original == EndMark::kQuestion;
    if (asked && has_question_mark(input.translation.text_of(link.translation[0]))) continue;
    if (lost_with_text(findings, link.translation[0])) continue;
    Finding finding = finding_of(kEndPunctuation, input, link);
    if (asked && habits.keeps(EndMark::kQuestion, kQuestionSure)) {
      finding.severity = Severity::kWarning;
    }
    const Span ours = input.translation.units[link.translation[0]].text;
    const Span theirs = input.original.units[link.original[0]].text;
    finding.details = {{"path", paths_of(input.translation, link.translation)},
                       {"expected", last_words(input.original, theirs)},
                       {"found", last_words(input.translation, ours)}};
    findings.push_back(std::move(finding));
  }
}

}  // namespace

const Check kEndPunctuation = {
    "end-punctuation",
    "Clause that ends otherwise than its original",
    Severity::kInfo,
    Scope::kLink,
    "{path} ends otherwise than its original: “{expected}”, “{found}”",
    run,
    {
        {"en", "1. Who keeps the lamps?\n2. Who keeps the port?", "fr",
         "1. Qui garde les feux ?\n2. Qui garde le port.", true, "2"},
        {"en", "1. Who keeps the lamps?\n2. Who keeps the port?", "el",
         "1. Ποιος φυλά τα φώτα;\n2. Ποιος φυλά το λιμάνι.", true, "2"},
        {"en", "1. Who keeps the lamps?\n2. Who keeps the port?", "ar",
         "1. من يحرس المصابيح؟\n2. من يحرس الميناء.", true, "2"},
        {"en", "1. Who keeps the lamps?\n2. Who keeps the port?", "zh",
         "1. 谁看守灯火？\n2. 谁看守港口。", true, "2"},
        {"en", "1. The lamps are kept by the port.", "de", "1. Die Lampen hütet der Hafen?", true,
         "1"},
        {"en", "1. The lamps are kept by the port.", "hy", "1. Ո՞վ է պահում լապտերները։", true,
         "1"},
        {"en", "1. The lamps are kept by the port.", "ja", "1. 灯火は港が守るのか？", true, "1"},
        {"en", "1. The lamps are kept by the port.", "am", "1. መብራቶቹን የሚጠብቅ ማን ነው፧", true, "1"},
        {"en", "1. Who keeps the lamps?\n2. Who keeps the port?", "el",
         "1. Ποιος φυλά τα φώτα;\n2. Ποιος φυλά το λιμάνι;", false, ""},
        {"en", "1. Who keeps the lamps?\n2. Who keeps the port?", "hy",
         "1. Ո՞վ է պահում լապտերները։\n2. Ո՞վ է պահում նավահանգիստը։", false, ""},
        {"en", "1. Who keeps the lamps?\n2. Who keeps the port?", "th",
         "1. ใครดูแลตะเกียง\n2. ใครดูแลท่าเรือ", false, ""},
        {"en", "1. The lamps;\n2. the port.", "hi", "1. दीपक,\n2. बंदरगाह।", false, ""},
        {"en", "1. The lamps;\n2. the port.", "am", "1. መብራቶቹ፤\n2. ወደቡ፡፡", false, ""},
        {"en", "1. The lamps are lit.", "my", "1. မီးများ ထွန်းသည်။", false, ""},
        {"en", "1. The lamps are lit:", "km", "1. ចង្កៀងត្រូវបានដុត៖", false, ""},
        {"en", "1. The lamps are lit.", "bo", "1. སྒྲོན་མེ་སྤར།", false, ""},
        {"en", "1. The lamps are lit.", "ur", "1. چراغ روشن ہیں۔", false, ""},
    },
    "Compares how clauses end, by class: a question that became a statement, a colon that is "
    "gone. What the translation does throughout is its habit."};

}  // namespace synoptic
