#include "formats/docx_fields.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostInstruction = 200;  // bytes kept; its first word is what matters

}  // namespace

bool makes_contents(std::string_view instruction) {
  constexpr std::array<std::string_view, 2> kWords = {"TOC", "TOA"};
  const std::string_view text = trim(instruction);
  const std::string_view word = text.substr(0, text.find_first_of(" \t\\"));
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view wanted) {
    return std::equal(word.begin(), word.end(), wanted.begin(), wanted.end(),
                      [](char a, char b) { return (a & ~0x20) == b; });
  });
}

void DocxFields::instruction(std::string_view text) {
  if (open_.empty() || open_.back().result) return;
  std::string& kept = open_.back().instruction;
  if (kept.size() < kMostInstruction) kept += text.substr(0, kMostInstruction);
}

void DocxFields::separate() {
  if (open_.empty() || open_.back().result) return;
  Field& field = open_.back();
  field.result = true;
  ++results_;
  field.contents = makes_contents(field.instruction);
  if (field.contents) ++hidden_;
}

void DocxFields::end() {
  if (open_.empty()) return;
  if (open_.back().result) --results_;
  if (open_.back().contents) --hidden_;
  open_.pop_back();
}

}  // namespace synoptic
