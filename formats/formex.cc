#include "formats/formex.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "formats/list_labels.h"
#include "formats/paragraph_writer.h"
#include "formats/xml_reader.h"
#include "text/characters.h"
#include "text/error.h"
#include "text/language_name.h"

namespace synoptic {

namespace {

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Bibliographic data, and formulas in another notation beside those that are read.
constexpr std::array<std::string_view, 5> kLeftOut = {"BIB.INSTANCE", "BIB.DOC", "BIB.DATA", "TOC",
                                                      "LATEX"};

// They mark words inside a paragraph; all others begin and end one.
constexpr std::array<std::string_view, 38> kInline = {
    "HT",     "FT",     "DATE",     "QUOT.START", "QUOT.END", "QUOT.S",   "FORMULA", "FORMULA.S",
    "EXPR",   "IND",    "EXPONENT", "OVER",       "ROOT",     "DIVIDEND", "DIVISOR", "FRACTION",
    "FCTN",   "SUM",    "PRODUCT",  "INTEGRAL",   "MIN",      "MAX",      "OP.MATH", "OP.CMP",
    "BAR",    "IE",     "ABBREV",   "KEYWORD",    "PERIOD",   "ANCHOR",   "LINK",    "FMT.VALUE",
    "DEGREE", "VECTOR", "OVERLINE", "UNDERLINE",  "MODIF",    "ADDR.CITE"};

bool is_inline(std::string_view name) {
  return is_one_of(kInline, name) || name.starts_with("REF.");
}

// Their text is the number of what follows.
constexpr std::array<std::string_view, 9> kNumbers = {
    "NO.P", "NO.PARAG", "TI.ART", "NO.GR.SEQ", "NO.SEQ", "NO.ART", "NO.DIV", "NO.CASE", "NO.ITEM"};

constexpr std::array<std::string_view, 7> kHeadings = {"TI",       "STI",   "STI.ART", "TI.ART",
                                                       "TI.ANNEX", "TITLE", "TI.CJT"};

constexpr std::array<std::string_view, 4> kDescriptions = {"DOC", "PUBLICATION", "TOC.OJ",
                                                           "DOSSIER"};

// What tells Formex from other XML in capitals.
constexpr std::array<std::string_view, 8> kSigns = {"formex.publications.europa.eu",
                                                    "<BIB.INSTANCE",
                                                    "<BIB.DOC",
                                                    "<NO.P>",
                                                    "<TI.ART>",
                                                    "<ALINEA>",
                                                    "<FORMULA.S",
                                                    "<NO.PARAG>"};

constexpr std::size_t kHead = 1 << 16;  // bytes in which a sign is sought

// How the items of a LIST are numbered where they don't say so.
ListStyle list_style(std::string_view type) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"alpha", "(a)"}, {"ALPHA", "(A)"}, {"roman", "(i)"}, {"ROMAN", "(I)"}, {"ARAB", "1."}};
  for (const auto& [name, symbol] : kTypes) {
    if (name == type) return list_style_of_symbol(symbol);
  }
  if (type == "DASH" || type == "NDASH") return {"string", "—", ""};
  if (type == "BULLET") return list_style_of_css("disc");
  return list_style_of_css("none");
}

struct List {
  ListStyle style;
  int64_t items = 0;
};

struct Element {
  std::string name;
  std::string id;
  bool raised = false;
};

// What was being read where a note begins.
struct Around {
  std::optional<std::string> number;
  int raised = 0;
};

class Reader {
 public:
  void begin(const XmlTag& tag) {
    line_ = tag.line;
    note_language(tag.name);
    if (tag.name == "REF.PHYS") files.emplace_back(tag.attribute("FILE"));
    if (left_out_ > 0 || is_one_of(kLeftOut, tag.name)) {
      ++left_out_;
      return;
    }
    Element element{std::string(tag.name), std::string(tag.attribute("IDENTIFIER")), false};
    if (tag.name == "NOTE") {
      begin_note(tag);
    } else if (tag.name == "QUOT.START" || tag.name == "QUOT.END") {
      quotation_mark(tag);
    } else if (!is_inline(tag.name)) {
      begin_block(tag);
    }
    const bool up = tag.attribute("TYPE") == "SUP" || tag.attribute("LOC") == "SUP";
    element.raised = tag.name == "EXPONENT" || ((tag.name == "HT" || tag.name == "IND") && up);
    raised_ += element.raised;
    if (tag.name == "OVER") text("/");
    if (tag.name == "ROOT") text("√");
    open_.push_back(std::move(element));
  }

  void end(std::string_view name) {
    if (language_piece_) language_piece_ = false;
    if (left_out_ > 0) {
      --left_out_;
      return;
    }
    raised_ -= open_.back().raised;
    if (name == "NOTE") {
      number_ = std::move(around_notes_.back().number);
      raised_ = around_notes_.back().raised;
      around_notes_.pop_back();
      writer.end_note();
    } else if (is_one_of(kNumbers, name)) {
      end_number();
    } else if (name == "LIST") {
      if (!lists_.empty()) lists_.pop_back();
      writer.end_paragraph();
    } else if (!is_inline(name) && !number_) {
      writer.end_paragraph();
    }
    open_.pop_back();
  }

  void text(std::string_view piece) {
    const uint32_t line = line_;
    line_ += static_cast<uint32_t>(std::count(piece.begin(), piece.end(), '\n'));
    if (language_piece_ && language_.empty()) language_ = trim(piece);
    if (left_out_ > 0) return;
    const std::string shown = raised_ > 0 ? raised(piece) : std::string(piece);
    if (number_) {
      *number_ += shown;
      return;
    }
    if (!writer.has_text() && !trim(piece).empty()) place_paragraph();
    writer.text(shown, line);
  }

  std::string language() const { return language_of_code(language_); }

  ParagraphWriter writer;
  std::vector<std::string> files;  // that a description names

 private:
  // LG.DOC, the language of the text; LG.OJ, that of the edition, where it comes first.
  void note_language(std::string_view name) {
    language_piece_ = name == "LG.DOC" || name == "LG.OJ";
    if (name == "LG.DOC") language_.clear();
  }

  void begin_block(const XmlTag& tag) {
    if (number_) return;  // a P of TI.ART
    writer.end_paragraph();
    if (tag.name == "LIST") lists_.push_back({list_style(tag.attribute("TYPE")), 0});
    if (tag.name == "ITEM" && !lists_.empty()) {
      List& list = lists_.back();
      const std::string label = list_label(list.style, ++list.items);
      writer.begin_item(lists_.size());
      computed_ = label;
      computed_line_ = tag.line;
      return;
    }
    if (is_one_of(kNumbers, tag.name)) {
      number_.emplace();
      number_line_ = tag.line;
      computed_.clear();
    }
  }

  void end_number() {
    std::string label = on_one_line(*number_);
    number_.reset();
    if (!label.empty()) writer.label(std::move(label), number_line_, identifier());
  }

  // Notes are counted through where they are called; one that is called again is a reference.
  void begin_note(const XmlTag& tag) {
    const std::string id(tag.attribute("NOTE.ID"));
    const std::string reference(tag.attribute("NOTE.REF"));
    const std::string& wanted = reference.empty() ? id : reference;
    auto known = std::find(notes_.begin(), notes_.end(), wanted);
    if (known == notes_.end() || wanted.empty()) known = notes_.insert(notes_.end(), wanted);
    if (writer.has_text() && !number_) {
      writer.text(raised(std::to_string(known - notes_.begin() + 1)), tag.line);
    }
    writer.begin_note();
    around_notes_.push_back({std::exchange(number_, std::nullopt), std::exchange(raised_, 0)});
  }

  void quotation_mark(const XmlTag& tag) {
    const std::string_view code = tag.attribute("CODE");
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
    if (error == std::errc() && value >= 0x20 && value < 0xD800) text(to_utf8(value));
  }

  std::string identifier() const {
    for (auto element = open_.rbegin(); element != open_.rend(); ++element) {
      if (!element->id.empty()) return element->id;
    }
    return {};
  }

  void place_paragraph() {
    if (!computed_.empty())
      writer.label(std::exchange(computed_, {}), computed_line_, identifier());
    Role role = Role::kBody;
    for (auto element = open_.rbegin(); element != open_.rend() && role == Role::kBody; ++element) {
      if (is_one_of(kHeadings, element->name)) role = Role::kHeading;
      if (element->name == "ITEM") role = Role::kItem;
      if (element->name == "CELL") role = Role::kCell;
      if (element->name == "NOTE") role = Role::kNote;
    }
    writer.set_role(role);
    writer.set_alias(identifier());
  }

  std::vector<Element> open_;
  std::vector<List> lists_;
  std::vector<std::string> notes_;     // ids, in the order in which they are called
  std::vector<Around> around_notes_;   // of the notes that are open
  std::optional<std::string> number_;  // that is being read
  std::string computed_;               // the label of an item that has none of its own so far
  std::string language_;
  uint32_t number_line_ = 0;
  uint32_t computed_line_ = 0;
  uint32_t line_ = 1;
  bool language_piece_ = false;
  int left_out_ = 0;
  int raised_ = 0;
};

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace

bool is_formex(std::string_view bytes) {
  const std::string root = xml_root(bytes);
  const bool capitals = std::all_of(root.begin(), root.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || c == '.' || c == '_';
  });
  if (root.empty() || !capitals) return false;
  const std::string_view head = bytes.substr(0, kHead);
  return std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
    return head.find(sign) != std::string_view::npos;
  });
}

Text read_formex(std::string_view bytes, const std::string& name, const ReadOptions& options) {
  Reader reader;
  read_xml_with(bytes, name, reader);
  if (is_one_of(kDescriptions, xml_root(bytes))) {
    throw Error({name, "", "it describes a publication of Formex and holds no text of its own",
                 reader.files.empty() ? std::string("name the file of the text")
                                      : "name the files of the text: " + joined(reader.files)});
  }
  Text text = reader.writer.finish(name, options, reader.language());
  text.encoding = "UTF-8";
  return text;
}

}  // namespace synoptic
