#include "formats/html_page.h"

#include <algorithm>
#include <array>
#include <map>

#include "formats/html_rows.h"
#include "formats/tmx_writer.h"
#include "text/messages.h"

namespace synoptic {

namespace {

constexpr std::array kSeverities = {Severity::kError, Severity::kWarning, Severity::kInfo};

// Widths in the matrix.
constexpr std::size_t kPathRem = 5;
constexpr std::size_t kLeastLetters = 5;
constexpr std::size_t kCountLetters = 3;

std::string number_of(std::size_t number) { return format_number(number); }

// Findings by severity, in the order of kSeverities.
using Counts = std::array<std::size_t, kSeverities.size()>;

Counts counts_of(const ReviewSheet& sheet, std::size_t column) {
  Counts counts{};
  for (const WordedFinding* worded : sheet.findings) {
    if (column != 0 && worded->translation + 1 != column) continue;
    const auto at = std::find(kSeverities.begin(), kSeverities.end(), worded->finding->severity);
    ++counts[static_cast<std::size_t>(at - kSeverities.begin())];
  }
  return counts;
}

std::string said(std::string_view message) { return escape_xml(translate(message)); }

std::string heading(std::string_view id, std::string_view message) {
  return "<h2 id=\"" + std::string(id) + "\">" + said(message) + "</h2>\n";
}

std::string header_cell(std::string_view message) {
  return "<th scope=\"col\">" + said(message) + "</th>";
}

std::string count_cell(std::size_t count, std::string_view name) {
  if (count == 0) return "<td>0</td>";
  return "<td class=\"" + std::string(name) + "\">" + number_of(count) + "</td>";
}

class Page {
 public:
  Page(const ReviewSheet& sheet, std::string& html) : sheet_(sheet), html_(html) {}

  void append_head(std::string_view version) {
    html_ += "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n";
    html_ += "<meta charset=\"utf-8\"/>\n";
    html_ +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n";
    html_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n";
    html_ += "<meta name=\"color-scheme\" content=\"light dark\"/>\n";
    html_ += "<meta name=\"generator\" content=\"synoptic " + escape_xml(version) + "\"/>\n";
    html_ += "<title>" + escape_xml(sheet_.title) + "</title>\n<style>\n";
    html_ += kPageStyle;
    html_ += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#texts\">";
    html_ += said("Skip to the texts") + "</a>\n<header>\n<h1><bdi>" + escape_xml(sheet_.title);
    html_ += "</bdi></h1>\n</header>\n<main>\n";
  }

  void append_summary() {
    html_ += "<section aria-labelledby=\"summary\">\n" + heading("summary", "Summary");
    html_ += "<table class=\"summary\"><thead><tr>";
    for (const std::string_view name : {"Language", "Clauses", "Paired"})
      html_ += header_cell(name);
    for (const std::string_view name : {"Errors", "Warnings", "Infos"}) html_ += header_cell(name);
    html_ += "</tr></thead><tbody>\n";
    for (std::size_t c = 0; c < sheet_.columns.size(); ++c) append_summary_row(c);
    html_ += "</tbody></table>\n</section>\n";
  }

  void append_matrix() {
    html_ += "<section aria-labelledby=\"matrix\">\n" + heading("matrix", "Completeness");
    html_ += "<p class=\"legend\"><span>fr</span> " + said("is there") +
             " <span class=\"missing\">fr ∅</span> " + said("has no counterpart") +
             " <span class=\"error\">fr 2</span> <span class=\"warning\">fr 2</span> "
             "<span class=\"info\">fr 2</span> " +
             said("has findings") + "</p>\n<div class=\"box\" role=\"group\" tabindex=\"0\"";
    append_attribute("aria-labelledby", "matrix", html_);
    append_attribute("style", "--w:" + std::to_string(matrix_width()) + "rem", html_);
    html_ += "><table class=\"matrix\" role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">";
    html_ += "<th role=\"columnheader\" scope=\"col\">" + said("Clause") + "</th>";
    for (std::size_t c = 1; c < sheet_.columns.size(); ++c) {
      html_ += "<th role=\"columnheader\" scope=\"col\">";
      html_ += escape_xml(sheet_.columns[c].name) + "</th>";
    }
    html_ += "</tr></thead><tbody role=\"rowgroup\">\n";
    for (const SheetRow& row : sheet_.rows) append_matrix_row(row);
    html_ += "</tbody></table></div>\n</section>\n";
  }

  void append_filters() {
    html_ += "<form id=\"filters\" hidden=\"\"";
    append_attribute("aria-label", translate("Filters"), html_);
    html_ += ">\n<fieldset><legend>" + said("Severity") + "</legend>";
    const Counts counts = counts_of(sheet_, 0);
    for (std::size_t s = 0; s < kSeverities.size(); ++s) {
      const std::string word(severity_id(kSeverities[s]));
      append_box("severity", word, said(word) + " (" + number_of(counts[s]) + ")");
    }
    html_ += "</fieldset>\n<fieldset><legend>" + said("Languages") + "</legend>";
    for (std::size_t c = 1; c < sheet_.columns.size(); ++c) {
      append_box("column", std::to_string(c), escape_xml(sheet_.columns[c].name));
    }
    html_ += "</fieldset>\n<label>" + said("Check") + " <select name=\"check\"><option value=\"\">";
    html_ += said("all") + "</option>";
    append_checks();
    html_ += "</select></label>\n<label>" + said("Clause");
    html_ +=
        " <input name=\"path\" size=\"8\" autocomplete=\"off\" placeholder=\"7.1\"/></label>\n";
    html_ += "<label><input type=\"checkbox\" name=\"only\"/> " + said("only rows with findings");
    html_ += "</label>\n<button type=\"reset\">" + said("Show all") + "</button>\n";
    html_ += "<output aria-live=\"polite\"></output>\n</form>\n";
  }

  void append_texts() {
    html_ += "<section aria-labelledby=\"side-by-side\">\n";
    html_ += heading("side-by-side", "Side by side");
    if (!sheet_.on_the_whole.empty()) append_findings(sheet_, sheet_.on_the_whole, html_);
    append_rows(sheet_, html_);
    html_ += "</section>\n</main>\n";
  }

  void append_foot() {
    html_ += "<nav id=\"steps\" hidden=\"\"";
    append_attribute("aria-label", translate("Findings"), html_);
    html_ += "><button type=\"button\" data-step=\"-1\"";
    append_attribute("aria-label", translate("Previous finding"), html_);
    html_ += ">↑</button> <output></output> <button type=\"button\" data-step=\"1\"";
    append_attribute("aria-label", translate("Next finding"), html_);
    html_ += ">↓</button> <button type=\"button\" data-help=\"\"";
    append_attribute("aria-label", translate("Help"), html_);
    html_ += ">?</button></nav>\n";
    append_help();
    html_ += "<script>\n//<![CDATA[\n";
    html_ += kPageScript;
    html_ += "//]]>\n</script>\n</body>\n</html>\n";
  }

 private:
  void append_summary_row(std::size_t c) {
    const ReviewSheet::Column& column = sheet_.columns[c];
    html_ += "<tr><th scope=\"row\">" + escape_xml(column.name) + " <code>";
    html_ += escape_xml(column.language) + "</code></th><td>" + number_of(column.clauses) + "</td>";
    if (c == 0) {
      html_ += "<td colspan=\"4\">" + said("original") + "</td></tr>\n";
      return;
    }
    html_ +=
        "<td>" + number_of(column.paired) + " / " + number_of(sheet_.columns[0].clauses) + "</td>";
    const Counts counts = counts_of(sheet_, c);
    for (std::size_t s = 0; s < kSeverities.size(); ++s) {
      html_ += count_cell(counts[s], severity_id(kSeverities[s]));
    }
    html_ += "</tr>\n";
  }

  // Of a clause with all languages, so that it stays on one line: rem for the path, then for each
  // language the letters of its tag, a count, and room at the sides.
  std::size_t matrix_width() const {
    std::size_t letters = 0;
    for (std::size_t c = 1; c < sheet_.columns.size(); ++c) {
      letters += std::max(kLeastLetters, sheet_.columns[c].language.size() + kCountLetters);
    }
    return kPathRem + (letters + 1) / 2;
  }

  // One line for each clause; who pairs with it, who lacks it, what was found there.
  void append_matrix_row(const SheetRow& row) {
    for (const SheetLine& line : row.lines) {
      const std::string id = line_id(row, line);
      html_ += "<tr role=\"row\"";
      append_attribute("data-row", id, html_);
      html_ += "><th role=\"rowheader\" scope=\"row\"><bdi>" + escape_xml(shown_path(row, line));
      html_ += "</bdi></th>";
      for (std::size_t c = 1; c < sheet_.columns.size(); ++c) append_matrix_cell(row, line, c);
      html_ += "</tr>\n";
    }
  }

  void append_matrix_cell(const SheetRow& row, const SheetLine& line, std::size_t column) {
    const auto at = std::find_if(line.cells.begin(), line.cells.end(),
                                 [&](const SheetCell& cell) { return cell.column == column; });
    const bool missing = at != line.cells.end() && at->missing;
    const std::vector<uint32_t> found = found_at(row, line, column);
    html_ += "<td role=\"cell\"";
    append_attribute("class", "c" + std::to_string(column), html_);
    html_ += ">";
    if (row.extra_in != 0 && row.extra_in != column) {
      html_ += "<span aria-hidden=\"true\">–</span></td>";
      return;
    }
    html_ += "<a";
    append_attribute("href", "#" + line_id(row, line), html_);
    if (missing) {
      append_attribute("class", "missing", html_);
    } else if (!found.empty()) {
      append_attribute("class", severity_id(gravest(sheet_, found)), html_);
    }
    html_ += ">" + escape_xml(sheet_.columns[column].language);
    if (missing) html_ += " ∅";
    if (!missing && !found.empty()) html_ += " " + number_of(found.size());
    html_ += "</a></td>";
  }

  std::vector<uint32_t> found_at(const SheetRow& row, const SheetLine& line,
                                 std::size_t column) const {
    std::vector<uint32_t> found;
    for (const uint32_t number : row.findings) {
      const WordedFinding& worded = *sheet_.findings[number - 1];
      if (worded.translation + 1 != column) continue;
      const std::vector<UnitId>& units = worded.finding->original;
      const bool here = units.empty()
                            ? &line == &row.lines.front()
                            : std::find(units.begin(), units.end(), line.original) != units.end();
      if (here) found.push_back(number);
    }
    return found;
  }

  void append_box(std::string_view name, std::string_view value, std::string_view label) {
    html_ += " <label><input type=\"checkbox\" checked=\"\"";
    append_attribute("name", name, html_);
    append_attribute("value", value, html_);
    html_ += "/> ";
    html_ += label;
    html_ += "</label>";
  }

  void append_checks() {
    std::map<std::string_view, std::size_t> counts;
    for (const WordedFinding* worded : sheet_.findings) ++counts[worded->finding->check];
    for (const auto& [check, count] : counts) {
      html_ += "<option";
      append_attribute("value", check, html_);
      html_ += ">" + escape_xml(check) + " (" + number_of(count) + ")</option>";
    }
  }

  void append_help() {
    constexpr std::pair<std::string_view, std::string_view> kKeys[] = {
        {"n, j", "next finding"},
        {"p, k", "previous finding"},
        {"/", "go to the filters"},
        {"Esc", "leave the field, close this"},
        {"?", "these keys"}};
    html_ += "<dialog id=\"help\" aria-labelledby=\"keys\">\n" + heading("keys", "Keys") + "<dl>";
    for (const auto& [key, meaning] : kKeys) {
      html_ += "<dt><kbd>" + escape_xml(key) + "</kbd></dt><dd>" + said(meaning) + "</dd>";
    }
    html_ +=
        "</dl>\n<form method=\"dialog\"><button>" + said("Close") + "</button></form></dialog>\n";
  }

  const ReviewSheet& sheet_;
  std::string& html_;
};

}  // namespace

std::string to_html(const ReviewSheet& sheet, std::string_view version) {
  std::string html;
  Page page(sheet, html);
  page.append_head(version);
  page.append_summary();
  page.append_matrix();
  page.append_filters();
  page.append_texts();
  page.append_foot();
  return html;
}

}  // namespace synoptic
