#include "checks/clause_references.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "checks/reference_tokens.h"

namespace synoptic {
namespace {

constexpr std::size_t kYearDigits = 4;

// What is known of a token besides what is printed.
struct Reading {
  ReferenceToken token;
  std::optional<ReferenceWord> before = {};  // "section" in front of it
  std::optional<ReferenceWord> behind = {};
  bool names = false;          // it names a clause
  bool inside = false;         // a level inside what the token before it names: "(2)" of "36(2)"
  bool attached = false;       // and without a word between
  Joint joint = Joint::kNone;  // how it goes on the list of the token before it
  LevelKind listed = LevelKind::kNumber;  // the kind that a word behind its list gives it

  // Where its own words begin and end.
  std::size_t begin() const { return before ? before->begin : token.begin; }
  std::size_t end() const { return behind ? std::max(behind->end, token.end) : token.end; }
  LevelKind kind() const {
    if (behind && (behind->framed || !before)) return behind->kind;
    return before && !before->framed ? before->kind : listed;
  }
};

bool is_ordinal_sign(char32_t c) { return c == U'.' || c == U'º' || c == U'ª' || c == U'°'; }

bool is_gap(const FoldedText& text, std::size_t begin, std::size_t end) {
  for (; begin < end; ++begin) {
    const char32_t c = text[begin].folded;
    if (c != U' ' && c != U',' && !is_ordinal_sign(c)) return false;
  }
  return true;
}

class Finder {
 public:
  Finder(std::string_view utf8, const ReferenceWords& words, const Convention& convention)
      : text_(folded_text_of(utf8)), words_(words) {
    for (ReferenceToken& token : reference_tokens(utf8, text_, words, convention)) {
      readings_.push_back({.token = std::move(token)});
    }
  }

  std::vector<ReferenceMention> run() {
    for (Reading& reading : readings_) read_words(reading);
    Reading* last = nullptr;
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      Reading& reading = readings_[i];
      if (reading.behind) name_list_before(i);
      if (last != nullptr) continue_from(*last, reading);
      if (reading.names || !is_word_like(reading.token)) last = &reading;
    }
    return mentions();
  }

  std::vector<ReferenceMark> list_letters() const {
    std::vector<ReferenceMark> marks;
    for (const Reading& reading : readings_) {
      if (reading.token.closed) marks.push_back(mark_of(reading));
    }
    return marks;
  }

 private:
  void read_words(Reading& reading) const {
    const ReferenceToken& token = reading.token;
    reading.before = words_.before(text_, token.begin);
    const bool enclosed = token.form != TokenForm::kLetters || token.closed || is_capital(token);
    reading.behind = words_.behind(text_, token.end);
    if (!enclosed && !reading.before && reading.behind && !reading.behind->framed) {
      reading.behind.reset();
    }
    const bool framed_before = reading.before && reading.before->framed;
    const bool framed_behind = reading.behind && reading.behind->framed;
    reading.names = framed_before == framed_behind && (reading.before || reading.behind);
    if (token.form == TokenForm::kHan && !token.opened && reading.before &&
        !reading.before->framed && reading.before->end != token.begin) {
      reading.names = false;
    }
  }

  bool is_capital(const ReferenceToken& token) const {
    return text_[token.inner_begin].printed != text_[token.inner_begin].folded;
  }

  // "à", "e": a lone letter that may well join the numbers on its sides.
  static bool is_word_like(const ReferenceToken& token) {
    return token.form == TokenForm::kLetters && !token.closed;
  }

  // The numbers before the word in "5., 6. és 7. cikk" and "第36、38条".
  void name_list_before(std::size_t last) {
    const bool framed = readings_[last].behind->framed;
    std::size_t first = last;
    for (std::size_t i = last; i > 0 && !(framed && readings_[first].before); --i) {
      const Reading& reading = readings_[i - 1];
      if (is_word_like(reading.token)) continue;
      const Reading& next = readings_[first];
      if (reading.names || next.token.form != reading.token.form ||
          words_.joint(text_, reading.token.end, next.token.begin) == Joint::kNone) {
        break;
      }
      first = i - 1;
    }
    if (framed ? !readings_[first].before : !readings_[last].names) return;
    for (std::size_t i = first; i <= last; ++i) {
      if (i < last && is_word_like(readings_[i].token)) continue;
      readings_[i].names = true;
      readings_[i].listed = readings_[last].behind->kind;
    }
  }

  void continue_from(Reading& last, Reading& reading) const {
    const ReferenceToken& token = reading.token;
    const std::size_t gap = token.begin - last.token.end;
    const bool dotted = gap == 1 && text_[last.token.end].folded == U'.' &&
                        token.form == TokenForm::kDigits && last.token.form == TokenForm::kDigits;
    const bool attached =
        gap == 0 && (token.opened || (token.closed && token.form == TokenForm::kLetters));
    const bool spaced = gap == 1 && token.opened && text_[last.token.end].folded == U' ';
    // "36(2)" says by its form that it names a clause.
    if (attached && last.token.form == TokenForm::kDigits && !last.token.opened &&
        !is_glued(last)) {
      last.names = true;
    }
    if (!last.names || is_insertion(last, reading)) return;
    // One word between two numbers belongs to the first where another stands behind the second.
    if (last.behind && reading.before && reading.before->begin < last.behind->end) {
      if (reading.behind) reading.before.reset();
      if (reading.before && last.joint != Joint::kNone) last.behind.reset();
    }
    // "(A)" of "第(1)项(A)".
    const bool framed =
        token.opened && last.behind && last.behind->framed && token.begin == last.end();
    if (!reading.before && (attached || spaced || dotted || framed)) {
      reading.names = reading.inside = reading.attached = true;
      return;
    }
    // "a款" of "第三条a款": the frame of the clause before serves it too.
    if (last.behind && last.behind->framed && reading.behind && reading.behind->framed &&
        reading.behind->kind > last.kind() && is_gap(text_, last.end(), token.begin)) {
      reading.names = reading.inside = true;
      return;
    }
    if (reading.names && is_gap(text_, last.end(), reading.begin()) &&
        (reading.kind() > last.kind() || token.form != last.token.form)) {
      reading.inside = true;
      return;
    }
    const bool alike = token.form == last.token.form && token.opened == last.token.opened;
    if (!alike || (reading.names && reading.before) || is_year(token)) return;
    reading.joint = words_.joint(text_, last.token.end, token.begin);
    if (reading.joint != Joint::kNone) reading.names = true;
  }

  // "之一" of "第四條之一".
  bool is_insertion(Reading& last, Reading& reading) const {
    const std::size_t end = last.end();
    if (words_.insertion() == 0 || reading.token.begin != end + 1 ||
        reading.token.ordinals.empty() || text_[end].folded != words_.insertion()) {
      return false;
    }
    last.token.inserted = reading.token.ordinals.front();
    reading.names = false;
    return true;
  }

  // "2018, c. 12, s. 108; 2022, c. 10": no clause has the number.
  static bool is_year(const ReferenceToken& token) {
    return token.form == TokenForm::kDigits && token.inner_end - token.inner_begin == kYearDigits;
  }

  bool is_glued(const Reading& reading) const {
    const std::size_t begin = reading.token.begin;
    return begin > 0 && text_[begin - 1].kind == CharacterKind::kLetter &&
           text_[begin - 1].folded < 0x2E80;
  }

  // A lone small letter without a bracket is as likely a word, unless an abbreviation announces it.
  bool is_certain(const Reading& reading) const {
    const ReferenceToken& token = reading.token;
    if (token.form != TokenForm::kLetters || token.closed || is_capital(token)) return true;
    return (reading.before && reading.before->abbreviated) || reading.behind.has_value();
  }

  ReferenceMark mark_of(const Reading& reading) const {
    const ReferenceToken& token = reading.token;
    return {.span = bytes_of(text_, token.inner_begin, token.inner_end),
            .kind = reading.kind(),
            .ordinals = token.ordinals,
            .letters = token.letters,
            .inserted = token.inserted,
            .attached = reading.attached,
            .certain = is_certain(reading)};
  }

  std::vector<ReferenceMention> mentions() const {
    std::vector<ReferenceMention> mentions;
    for (const Reading& reading : readings_) {
      if (!reading.names) continue;
      if (reading.inside && !mentions.empty()) {
        mentions.back().marks.push_back(mark_of(reading));
        continue;
      }
      ReferenceMention mention;
      if (reading.joint != Joint::kNone && !mentions.empty()) {
        const std::vector<ReferenceMark>& marks = mentions.back().marks;
        mention.marks.assign(marks.begin(), marks.end() - 1);
        mention.shared = static_cast<uint32_t>(mention.marks.size());
        mention.listed = true;
        mention.ends_range = reading.joint == Joint::kTo;
        mention.marks.push_back(mark_of(reading));
        mention.marks.back().attached = marks.back().attached;
        if (reading.kind() == LevelKind::kNumber) mention.marks.back().kind = marks.back().kind;
      } else {
        mention.marks.push_back(mark_of(reading));
      }
      mentions.push_back(std::move(mention));
    }
    return mentions;
  }

  FoldedText text_;
  const ReferenceWords& words_;
  std::vector<Reading> readings_;
};

bool one_script(const std::u32string& a, const std::u32string& b) {
  return script_of(a.front()) == script_of(b.front());
}

}  // namespace

std::vector<ReferenceMention> find_references(std::string_view text, const ReferenceWords& words,
                                              const Convention& convention) {
  return Finder(text, words, convention).run();
}

std::vector<ReferenceMark> find_list_letters(std::string_view text, const ReferenceWords& words,
                                             const Convention& convention) {
  return Finder(text, words, convention).list_letters();
}

bool same_mark(const ReferenceMark& a, const ReferenceMark& b) {
  if (!a.letters.empty() && !b.letters.empty() && one_script(a.letters, b.letters)) {
    return a.letters == b.letters;
  }
  if (a.inserted != 0 && b.inserted != 0 && a.inserted != b.inserted) return false;
  return std::any_of(a.ordinals.begin(), a.ordinals.end(), [&](uint32_t ordinal) {
    return std::find(b.ordinals.begin(), b.ordinals.end(), ordinal) != b.ordinals.end();
  });
}

bool is_marked(const std::vector<Finding>& findings, std::string_view check,
               std::vector<FindingSpan> Finding::*side, const FindingSpan& place) {
  const auto overlaps = [&](const FindingSpan& other) {
    return other.unit == place.unit && other.span.begin < place.span.end &&
           place.span.begin < other.span.end;
  };
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    const std::vector<FindingSpan>& spans = finding.*side;
    return finding.check == check && std::any_of(spans.begin(), spans.end(), overlaps);
  });
}

std::string shown(const ReferenceMention& mention) {
  std::string text;
  for (const ReferenceMark& mark : mention.marks) {
    if (text.empty()) {
      if (mark.kind != LevelKind::kNumber) text.append(level_kind_name(mark.kind)).append(" ");
    } else {
      text += '.';
    }
    if (mention.ends_range && &mark == &mention.marks.back()) text += '-';
    text += mark.ordinals.empty() ? "?" : std::to_string(mark.ordinals.front());
    if (mark.inserted != 0) text.append("+").append(std::to_string(mark.inserted));
  }
  return text;
}

}  // namespace synoptic
