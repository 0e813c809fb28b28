#include "formats/html_guard.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "text/error.h"

namespace synoptic {

namespace {

constexpr std::size_t kMostAttributes = 500;  // of one tag; the parser compares each with all
constexpr std::size_t kMostReopened =
    400'000;  // copies of marks that are open where a block begins

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// No end tag, or one that is mostly left out: these close by themselves.
constexpr std::array<std::string_view, 35> kClosesItself = {
    "area", "base",     "br",     "col",   "embed", "hr",    "img",     "input",    "link",
    "meta", "param",    "source", "track", "wbr",   "p",     "li",      "dt",       "dd",
    "tr",   "td",       "th",     "thead", "tbody", "tfoot", "option",  "optgroup", "rt",
    "rp",   "colgroup", "a",      "html",  "head",  "body",  "caption", "keygen"};

// Marks that the parser opens again in every block until they are closed.
constexpr std::array<std::string_view, 13> kMarks = {
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"};

// An end tag does not reach out of these.
constexpr std::array<std::string_view, 6> kBounds = {"table",   "template", "object",
                                                     "marquee", "applet",   "svg"};

// Nothing in them is a tag.
constexpr std::array<std::string_view, 8> kRaw = {"script",   "style",  "textarea", "title",
                                                  "noframes", "iframe", "xmp",      "noembed"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Guard {
 public:
  Guard(std::string_view html, const std::string& file) : html_(html), file_(file) {}

  void run() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      const std::string_view rest = html_.substr(at_);
      if (rest.starts_with("<!--")) {
        skip_behind("-->");
      } else if (rest.size() > 1 && is_letter(rest[1])) {
        begin_tag();
      } else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2])) {
        at_ += 2;
        end(name());
      } else {
        ++at_;
      }
    }
  }

 private:
  void skip_behind(std::string_view end) {
    at_ = html_.find(end, at_);
    at_ = at_ == std::string_view::npos ? html_.size() : at_ + end.size();
  }

  std::string name() {
    std::string name;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      name += lower(html_[at_++]);
    }
    return name;
  }

  void begin_tag() {
    tag_ = at_++;
    const std::string tag = name();
    const bool closed = skip_attributes();
    if (is_one_of(kRaw, tag)) return skip_raw(tag);
    if (is_one_of(kMarks, tag)) {
      marks_.push_back(tag);
      return;
    }
    reopened_ += marks_.size();
    if (reopened_ > kMostReopened) refuse("marks such as <b> are left open over the paragraphs");
    if (closed && tag != "div" && tag != "span" && is_foreign()) return;
    if (is_one_of(kClosesItself, tag)) return;
    open_.push_back(tag);
    if (open_.size() > kMostHtmlDepth) {
      refuse("its elements nest deeper than " + std::to_string(kMostHtmlDepth));
    }
  }

  bool is_foreign() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const std::string& name) { return name == "svg" || name == "math"; });
  }

  void end(const std::string& tag) {
    if (is_one_of(kMarks, tag)) {
      const auto mark = std::find(marks_.rbegin(), marks_.rend(), tag);
      if (mark != marks_.rend()) marks_.erase(std::next(mark).base());
      return;
    }
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == tag) return open_.resize(i);
      if (is_one_of(kBounds, open_[i])) return;
    }
  }

  // True where the tag ends in "/>".
  bool skip_attributes() {
    std::size_t count = 0;
    bool between = true;
    for (; at_ < html_.size() && html_[at_] != '>'; ++at_) {
      const char c = html_[at_];
      if (is_blank(c) || c == '/') {
        between = true;
      } else {
        count += between;
        between = false;
        if (count > kMostAttributes) refuse("a tag has more than 500 attributes");
        if ((c == '"' || c == '\'') && html_[at_ - 1] == '=') skip_quoted(c);
      }
    }
    return at_ < html_.size() && html_[at_ - 1] == '/';
  }

  void skip_quoted(char quote) {
    const std::size_t end = html_.find(quote, at_ + 1);
    at_ = end == std::string_view::npos ? html_.size() - 1 : end;
  }

  void skip_raw(const std::string& tag) {
    while ((at_ = html_.find("</", at_)) != std::string_view::npos) {
      at_ += 2;
      if (html_.size() - at_ < tag.size()) continue;
      if (std::equal(tag.begin(), tag.end(), html_.begin() + static_cast<std::ptrdiff_t>(at_),
                     [](char a, char b) { return a == lower(b); })) {
        return;
      }
    }
    at_ = html_.size();
  }

  [[noreturn]] void refuse(const std::string& why) const {
    const auto line =
        1 + std::count(html_.begin(), html_.begin() + static_cast<std::ptrdiff_t>(tag_), '\n');
    throw Error(
        {file_, "line " + std::to_string(line), "this HTML is refused: " + why, "mend the file"});
  }

  std::string_view html_;
  const std::string& file_;
  std::size_t at_ = 0;
  std::size_t tag_ = 0;  // where the last one began
  std::vector<std::string> open_;
  std::vector<std::string> marks_;
  std::size_t reopened_ = 0;
};

}  // namespace

void refuse_costly_html(std::string_view html, const std::string& file) { Guard(html, file).run(); }

}  // namespace synoptic
