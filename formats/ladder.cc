#include "formats/ladder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <utility>

#include "align/parallel.h"
#include "text/characters.h"
#include "text/error.h"
#include "text/messages.h"

namespace synoptic {

namespace {

constexpr std::string_view kDigits = "0123456789";

uint32_t smallest(const std::vector<uint32_t>& numbers) {
  return numbers.empty() ? UINT32_MAX : numbers.front();
}

// One ladder while it is read.
class Reading {
 public:
  Reading(std::string name, const SentenceText& original, const SentenceText& translation)
      : name_(std::move(name)),
        original_(original),
        translation_(translation),
        named_{std::vector<bool>(original.lines.size()),
               std::vector<bool>(translation.lines.size())} {}

  std::vector<Rung> run(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      const std::string_view line = trim(bytes.substr(0, end));
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
      ++line_;
      if (line.empty()) continue;
      line.front() == '[' ? bracketed(line) : counted(line);
    }
    return std::move(rungs_);
  }

 private:
  [[noreturn]] void refuse(const std::string& why, const std::string& remedy) const {
    throw Error({name_, say("line {line}", {{"line", std::to_string(line_)}}), why, remedy});
  }

  [[noreturn]] void refuse_line() const {
    refuse(translate("this is no rung of a ladder"),
           translate("each line is to be [0,1]:[0]:cost, or three columns with tabs between"));
  }

  uint32_t number(std::string_view& rest) const {
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc()) refuse_line();
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return value;
  }

  void take(std::string_view& rest, char sign) const {
    if (!rest.starts_with(sign)) refuse_line();
    rest.remove_prefix(1);
  }

  // Marks the sentence as named.
  void name_sentence(uint32_t sentence, bool of_original) {
    const SentenceText& text = of_original ? original_ : translation_;
    std::vector<bool>& named = named_[of_original ? 0 : 1];
    if (sentence >= named.size()) {
      refuse(say("there is no sentence {number}: {file} has {count}",
                 {{"number", std::to_string(sentence)},
                  {"file", text.file},
                  {"count", std::to_string(named.size())}}),
             translate("name the two files that the ladder was made of, the original first"));
    }
    if (named[sentence]) {
      refuse(say("sentence {number} of {file} is paired twice",
                 {{"number", std::to_string(sentence)}, {"file", text.file}}),
             translate("mend the ladder"));
    }
    named[sentence] = true;
  }

  std::vector<uint32_t> side(std::string_view& rest, bool of_original) {
    std::vector<uint32_t> numbers;
    take(rest, '[');
    while (!rest.starts_with(']')) {
      if (!numbers.empty()) take(rest, ',');
      while (rest.starts_with(' ')) rest.remove_prefix(1);
      numbers.push_back(number(rest));
      name_sentence(numbers.back(), of_original);
    }
    take(rest, ']');
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }

  void bracketed(std::string_view rest) {
    Rung rung;
    rung.original = side(rest, true);
    take(rest, ':');
    rung.translation = side(rest, false);
    rungs_.push_back(std::move(rung));
  }

  void counted(std::string_view rest) {
    if (rest.find_first_of(kDigits) != 0) refuse_line();
    const uint32_t original_end = number(rest);
    take(rest, '\t');
    const uint32_t translation_end = number(rest);
    if (!rest.empty() && rest.front() != '\t') refuse_line();
    if (original_end < original_begin_ || translation_end < translation_begin_) {
      refuse(translate("the numbers fall: a ladder of this kind climbs on both sides"),
             translate("mend the ladder"));
    }
    Rung rung;
    while (original_begin_ < original_end) {
      name_sentence(original_begin_, true);
      rung.original.push_back(original_begin_++);
    }
    while (translation_begin_ < translation_end) {
      name_sentence(translation_begin_, false);
      rung.translation.push_back(translation_begin_++);
    }
    if (!rung.original.empty() || !rung.translation.empty()) rungs_.push_back(std::move(rung));
  }

  const std::string name_;
  const SentenceText& original_;
  const SentenceText& translation_;
  std::vector<bool> named_[2];
  std::vector<Rung> rungs_;
  uint32_t line_ = 0;
  uint32_t original_begin_ = 0;  // of the next rung that is counted
  uint32_t translation_begin_ = 0;
};

void append_numbers(const std::vector<uint32_t>& numbers, std::string& out) {
  fmt::format_to(std::back_inserter(out), "[{}]", fmt::join(numbers, ","));
}

// Adds the sentences of one side that no rung names.
void add_alone(std::vector<Rung>& ladder, std::vector<uint32_t> Rung::*side, std::size_t count) {
  std::vector<bool> named(count);
  for (const Rung& rung : ladder) {
    for (const uint32_t sentence : rung.*side) named[sentence] = true;
  }
  std::vector<Rung> all;
  uint32_t next = 0;
  const auto add_up_to = [&](uint32_t end) {
    for (; next < end; ++next) {
      if (named[next]) continue;
      (all.emplace_back().*side).push_back(next);
    }
  };
  for (Rung& rung : ladder) {
    if (!(rung.*side).empty()) add_up_to(smallest(rung.*side));
    all.push_back(std::move(rung));
  }
  add_up_to(static_cast<uint32_t>(count));
  ladder = std::move(all);
}

// A line a sentence, behind the labels of its clause and of those above it that have no text.
std::string sentence_lines(const Document& document) {
  std::string lines;
  UnitId next = 0;  // whose label is not written yet
  for (const Segment& segment : document.segments) {
    for (; next <= segment.unit; ++next) {
      const std::string_view label = document.label_of(next);
      if (!label.empty()) lines += std::string(label) + ' ';
    }
    std::string sentence(slice(document.text, segment.span));
    std::replace(sentence.begin(), sentence.end(), '\n', ' ');
    lines += sentence + '\n';
  }
  return lines;
}

}  // namespace

std::string rung_line(const Rung& rung) {
  std::string line;
  append_numbers(rung.original, line);
  line += ':';
  append_numbers(rung.translation, line);
  fmt::format_to(std::back_inserter(line), ":{:.6g}\n", rung.cost_nats);
  return line;
}

std::vector<Rung> read_ladder(std::string_view bytes, const std::string& name,
                              const SentenceText& original, const SentenceText& translation) {
  return Reading(name, original, translation).run(bytes);
}

PairedText paired_by(std::vector<Rung> ladder, const SentenceText& original,
                     const SentenceText& translation) {
  add_alone(ladder, &Rung::original, original.lines.size());
  add_alone(ladder, &Rung::translation, translation.lines.size());
  PairedText paired;
  paired.file = original.file;
  paired.encoding = original.encoding;
  paired.languages = {original.language, translation.language};
  for (const Rung& rung : ladder) {
    PairedRow row;
    row.cells = {original.joined(rung.original), translation.joined(rung.translation)};
    row.labels.resize(2);
    row.line = rung.original.empty() ? 0 : rung.original.front() + 1;
    paired.rows.push_back(std::move(row));
  }
  tidy(paired);
  return paired;
}

LadderFiles to_ladder(const Document& original, const Document& translation,
                      const Alignment& alignment) {
  LadderFiles files{sentence_lines(original), sentence_lines(translation), ""};
  for (ParallelRow& row : parallel_segments(original, {{translation, alignment}})) {
    files.ladder += rung_line({std::move(row.original), std::move(row.translations.front()), 0});
  }
  return files;
}

}  // namespace synoptic
