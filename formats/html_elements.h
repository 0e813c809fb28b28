// What the elements and attributes of HTML mean for a text; facts alone.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace synoptic {

enum class HtmlKind : uint8_t {
  kInline,
  kBlock,
  kHeading,
  kLeftOut,     // with all that is in it
  kAroundPage,  // left out where it stands around the text, read inside of it
  kLineBreak,
  kPreformatted,
  kItem,
  kList,
  kTable,
  kRaised
};

HtmlKind html_kind(const GumboElement& element);

// Empty where it is not there.
std::string_view attribute(const GumboElement& element, const char* name);
bool has_attribute(const GumboElement& element, const char* name);

// A declaration of the attribute style: "none" for "display" in "display : none; color: red".
std::string_view inline_style(const GumboElement& element, std::string_view property);

// By its attributes: hidden, aria-hidden, display: none, visibility: hidden.
bool is_hidden(const GumboElement& element);

std::optional<int64_t> number_attribute(const GumboElement& element, const char* name);

}  // namespace synoptic
