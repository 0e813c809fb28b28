// Documents that tests make themselves.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "align/document.h"

namespace synoptic::samples {

struct SampleEntry {
  std::string name;
  std::string bytes;
  bool packed = true;
};

std::string zip_of(const std::vector<SampleEntry>& entries);

// The parts of a Word document; what is empty has no part but the document.
struct Docx {
  std::string body;
  std::string numbering = {};
  std::string styles = {};
  std::string footnotes = {};
  std::string endnotes = {};
  std::string settings = {};
};

std::string docx_of(const Docx& docx);

struct Odt {
  std::string body;
  std::string automatic_styles = {};
  std::string styles = {};
};

std::string odt_of(const Odt& odt);

// The lines of a text, and the same with number and role in front: "3 note: ¹ See there."
std::vector<std::string> lines_of(const Text& text);
std::vector<std::string> described_lines(const Text& text);

}  // namespace synoptic::samples
