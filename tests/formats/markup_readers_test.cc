// HTML, Markdown, Akoma Ntoso and Formex to paragraphs: what each element becomes, how a format is
// told, what is refused.
#include <catch2/catch.hpp>
#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "align/convention.h"
#include "align/outline.h"
#include "formats/readers.h"
#include "tests/formats/samples.h"
#include "text/error.h"

using namespace synoptic;

namespace {

std::string role_name(Role role) {
  switch (role) {
    case Role::kHeading:
      return "H ";
    case Role::kItem:
      return "I ";
    case Role::kCell:
      return "C ";
    case Role::kNote:
      return "N ";
    default:
      return "";
  }
}

std::vector<std::string> lines_of(const Text& text) {
  std::vector<std::string> lines;
  for (const Line& line : text.lines) {
    lines.push_back(role_name(line.role) + std::string(slice(text.bytes, line.span)));
  }
  return lines;
}

Text read(const std::string& bytes) { return read_text(bytes, "draft", {}); }

std::string error_of(const std::string& bytes) {
  return samples::error_of([&] { read(bytes); });
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

struct Row {
  const char* why;
  const char* bytes;
  std::vector<std::string> lines;
};

const Row kHtml[] = {
    {"paragraphs, white space, entities",
     "<p>One\n  two &amp; &#8220;three&#8221;</p><p>Four&shy;teen</p>",
     {"One two & “three”", "Fourteen"}},
    {"text outside of paragraphs", "<div>One<p>Two</p>Three</div>", {"One", "Two", "Three"}},
    {"an ordered list counts", "<ol><li>Fish<li>Boats</ol>", {"I 1. Fish", "I 2. Boats"}},
    {"start, type and value",
     "<ol start=3 type=a><li>x<li value=7>y<li>z</ol>",
     {"I c. x", "I g. y", "I h. z"}},
    {"Roman, reversed", "<ol type=I reversed><li>x<li>y</ol>", {"I II. x", "I I. y"}},
    {"an inline style",
     "<ol style='color:red; list-style-type: lower-greek'><li>x<li>y</ol>",
     {"I α. x", "I β. y"}},
    {"digits of another script",
     "<ol style='list-style-type:arabic-indic'><li>أ<li>ب</ol>",
     {"I ١. أ", "I ٢. ب"}},
    {"Han numbers",
     "<ol start=10 style='list-style-type:cjk-ideographic'><li>x<li>y</ol>",
     {"I 十、 x", "I 十一、 y"}},
    {"a list in a list",
     "<ol><li>Duties<ol type=a><li>x<li>y</ol><li>Rights</ol>",
     {"I 1. Duties", "I a. x", "I b. y", "I 2. Rights"}},
    {"an item without words of its own", "<ol><li><ol type=a><li>x</ol></ol>", {"1.", "I a. x"}},
    {"a label that was typed is not printed twice",
     "<ol><li>1. Fish</li><li>(b) Boats</li></ol>",
     {"I 1. Fish", "I (b) Boats"}},
    {"bullets by depth, and none",
     "<ul><li>x<ul><li>y</ul></ul><ul style='list-style:none'><li>z",
     {"I • x", "I ◦ y", "I z"}},
    {"headings are one line",
     "<h2>Chapter I<br>General</h2><p>x</p>",
     {"H Chapter I General", "x"}},
    {"a line break parts paragraphs, not sentences",
     "<p>One.<br>Two<br>and three</p>",
     {"One.", "Two and three"}},
    {"cells in order",
     "<table><tr><td>Fish<td>Tons<td>Year<tr><td>Cod<td>7<td>1999</table>",
     {"C Fish", "C Tons", "C Year", "C Cod", "C 7", "C 1999"}},
    {"a table that only sets a number beside its text",
     "<table><tr><td>(a)</td><td>fish;</td></tr></table>",
     {"I (a) fish;"}},
    {"definition lists", "<dl><dt>boat</dt><dd>what floats</dd></dl>", {"boat", "what floats"}},
    {"what is no text",
     "<p>x</p><script>y</script><style>z</style><nav>n</nav><template>t</template>"
     "<p hidden>h<p style='display: none'>d</p><p aria-hidden=true>a</p>",
     {"x"}},
    {"what stands around the page",
     "<header>Menu</header><p>x</p><aside>y</aside><footer>z</footer>",
     {"x"}},
    {"the article is the text",
     "<div>Home</div><article><header><h1>Act</h1></header><p>x is the "
     "text of it</p></article>",
     {"H Act", "x is the text of it"}},
    {"readings of ruby", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", {"漢字"}},
    {"raised digits",
     "<p>10<sup>3</sup> m, 1<sup>er</sup>, H<sub>2</sub>O</p>",
     {"10³ m, 1er, H2O"}},
    {"links", "<p>See <a href='#a'>Article 5</a>.</p>", {"See Article 5."}},
    {"preformatted", "<pre>\nOne.\n\n  Two\n</pre>", {"One.", "Two"}},
    {"a number before a paragraph of its item", "<ol><li><p>x</p><p>y</p></ol>", {"I 1. x", "I y"}},
};

const Row kMarkdown[] = {
    {"headings and emphasis",
     "# Act\n\nSome *words* and **more**.\n\n## Part\n\nx\ny\n",
     {"H Act", "Some words and more.", "H Part", "x y"}},
    {"lists keep their numbers",
     "# A\n\n3. x\n4. y\n   1) z\n\n## B\n",
     {"H A", "I 3. x", "I 4. y", "I 1) z", "H B"}},
    {"numbers that are left to be counted",
     "# A\n\n1. x\n1. y\n\n## B\n",
     {"H A", "I 1. x", "I 2. y", "H B"}},
    {"a wrong number stays",
     "# A\n\n1. x\n2. y\n4. z\n\n## B\n",
     {"H A", "I 1. x", "I 2. y", "I 4. z", "H B"}},
    {"bullets by depth", "# A\n\n- x\n  * y\n\n## B\n", {"H A", "I • x", "I ◦ y", "H B"}},
    {"tables",
     "| Fish | Tons |\n|------|------|\n| Cod | 7 |\n",
     {"C Fish", "C Tons", "C Cod", "C 7"}},
    {"front matter", "---\ntitle: Act\nlang: fr\n---\n\nBonjour.\n", {"Bonjour."}},
    {"notes",
     "# A\n\nFish[^1] swim.\n\n[^1]: Most of them.\n\n# B\n",
     {"H A", "Fish¹ swim.", "H B", "N Most of them."}},
    {"letters on lines of their own",
     "# A\n\nThey\n(a) swim;\n(b) dive.\n\n# B\n",
     {"H A", "They", "(a) swim;", "(b) dive.", "H B"}},
    {"code is text", "# A\n\n```\nx  y\n```\n\n# B\n", {"H A", "x  y", "H B"}},
    {"quotations and images", "# A\n\n> x ![y](z.png)\n\n# B\n", {"H A", "x", "H B"}},
};

#define AKN "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><act>"
#define AKN_END "</act></akomaNtoso>"

const Row kAkomaNtoso[] = {
    {"number, heading, paragraphs",
     AKN
     "<meta><FRBRlanguage language='eng'/></meta><body><article eId='art_1'><num>Article 1</num>"
     "<heading>Fish</heading><paragraph eId='art_1__para_1'><num>(1)</num><content><p>Fish\n swim."
     "</p></content></paragraph></article></body>" AKN_END,
     {"H Article 1 Fish", "(1) Fish swim."}},
    {"an article without words of its own",
     AKN "<body><article><num>Article 2</num><paragraph><num>(1)</num><content><p>x</p></content>"
         "</paragraph></article></body>" AKN_END,
     {"Article 2", "(1) x"}},
    {"bare numbers",
     AKN "<body><section><num>4</num><heading>Boats</heading><subsection><num>1</num><intro><p>They"
         "</p></intro><point><num>a</num><content><p>float</p></content></point></subsection>"
         "</section></body>" AKN_END,
     {"H 4. Boats", "(1) They", "I (a) float"}},
    {"notes follow their paragraph",
     AKN "<body><p>Fish<authorialNote marker='(1)'><p>Most of them.</p></authorialNote> swim.</p>"
         "<p>x</p></body>" AKN_END,
     {"Fish¹ swim.", "N Most of them.", "x"}},
    {"marks inside, blocks inside",
     AKN "<body><p>See <ref href='#'>Article <b>5</b></ref>:<blockList><listIntroduction>They"
         "</listIntroduction><item><num>a)</num><p>float</p></item></blockList></p></body>" AKN_END,
     {"See Article 5:", "They", "I a) float"}},
    {"tables and contents",
     AKN
     "<preface><toc><tocItem>Fish 3</tocItem></toc></preface><body><table><tr><td><p>Cod</p></td>"
     "<td>7</td></tr></table></body>" AKN_END,
     {"C Cod", "C 7"}},
    {"any prefix",
     "<an:akomaNtoso xmlns:an='urn:x'><an:doc><an:mainBody><an:p>x</an:p></an:mainBody>"
     "</an:doc></an:akomaNtoso>",
     {"x"}},
};

const Row kFormex[] = {
    {"an article",
     "<ACT><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>Regulation</P></TI></"
     "TITLE>"
     "<ENACTING.TERMS><ARTICLE IDENTIFIER='001'><TI.ART>Article 1</TI.ART><STI.ART>Fish</STI.ART>"
     "<PARAG IDENTIFIER='001.001'><NO.PARAG>1.</NO.PARAG><ALINEA><P>They</P><LIST "
     "TYPE='alpha'><ITEM>"
     "<NP><NO.P>(a)</NO.P><TXT>swim;</TXT></NP></ITEM></LIST></ALINEA></PARAG></ARTICLE>"
     "</ENACTING.TERMS></ACT>",
     {"H Regulation", "H Article 1 Fish", "1. They", "I (a) swim;"}},
    {"items that the list numbers",
     "<ACT><BIB.INSTANCE/><LIST TYPE='DASH'><ITEM><P>x</P></ITEM><ITEM><P>y</P></ITEM></LIST>"
     "<LIST TYPE='alpha'><ITEM><P>z</P></ITEM></LIST></ACT>",
     {"I — x", "I — y", "I (a) z"}},
    {"notes and quotation marks",
     "<ACT><BIB.INSTANCE/><P>The <QUOT.START CODE='2018'/>fish<QUOT.END CODE='2019'/><NOTE "
     "NOTE.ID='E1'><P>Cod.</P></NOTE> and x<HT TYPE='SUP'>2</HT></P></ACT>",
     {"The ‘fish’¹ and x²", "N Cod."}},
    {"tables",
     "<GENERAL><BIB.INSTANCE/><TBL><CORPUS><ROW><CELL>Cod</CELL><CELL>7</CELL></ROW></CORPUS>"
     "</TBL></GENERAL>",
     {"C Cod", "C 7"}},
};

void check_rows(std::span<const Row> rows, std::string_view format) {
  for (const Row& row : rows) {
    INFO(row.why << "\n" << row.bytes);
    CHECK(reader_of(row.bytes).name == format);
    const Text text = read(row.bytes);
    CHECK(lines_of(text) == row.lines);
    CHECK_FALSE(text.hard_wrapped);
  }
}

}  // namespace

TEST_CASE("HTML to paragraphs") { check_rows(kHtml, "html"); }
TEST_CASE("Markdown to paragraphs") { check_rows(kMarkdown, "markdown"); }
TEST_CASE("Akoma Ntoso to paragraphs") { check_rows(kAkomaNtoso, "akoma-ntoso"); }
TEST_CASE("Formex to paragraphs") { check_rows(kFormex, "formex"); }

TEST_CASE("a format is told by its contents") {
  const std::pair<const char*, const char*> rows[] = {
      {"<!-- x -->\n<!DOCTYPE html>\n<title>x</title>", "html"},
      {"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body>x</body></html>",
       "html"},
      {"1. One\n2. Two\n3. Three\n", "text"},
      {"# 1\n# 2\n# 3\n", "text"},
      {"Article 1 *\n\nSee note ** below.\n** as amended\n", "text"},
      {"- one\n- two\n\n1. three\n", "text"},
      {"Prices < 5 euros\n", "text"},
      {"---\nOne\n---\n", "text"},
      {"# Act on Mills\n\n1. x\n2. y\n", "markdown"},
      {"# Act\n\n## Part 1\n\nx\n", "markdown"},
      {"See [Article 5](act.html#5).\n\n# Act\n\n**Fish** swim.\n", "markdown"},
  };
  for (const auto& [bytes, format] : rows) {
    INFO(bytes);
    CHECK(reader_of(bytes).name == format);
  }
}

TEST_CASE("places, aliases and languages of marked-up texts") {
  const Text act = read(
      "<akomaNtoso>\n<meta><FRBRlanguage language='fra'/></meta>\n<article eId='art_3'>\n"
      "<num>Article 3</num>\n<paragraph eId='art_3__para_1'><num>1.</num><content>\n<p>Les "
      "poissons "
      "nagent.</p></content></paragraph></article></akomaNtoso>");
  CHECK(act.stated_language == "fr");
  REQUIRE(act.lines.size() == 2);
  CHECK(act.lines[0].number == 4);
  CHECK(act.lines[0].alias == "art_3");
  CHECK(act.lines[1].number == 5);
  CHECK(act.lines[1].alias == "art_3__para_1");

  const Text page = read("<html lang='pt-br'>\n<p>x</p>\n\n<p>\ny</p>");
  CHECK(page.stated_language == "pt-BR");
  CHECK(page.lines[0].number == 2);
  CHECK(page.lines[1].number == 5);

  CHECK(read("---\nlang: fr\n---\n\nx\n").stated_language == "fr");
  CHECK(read("---\nlang: fr\n---\n\nx\n").lines[0].number == 5);
}

TEST_CASE("encodings of pages") {
  const std::string umlaut =
      "<html><head><meta charset='iso-8859-1'></head><p>Stra\xDF"
      "e \x84x\x93</p>";
  const Text page = read(umlaut);
  CHECK(page.encoding == "windows-1252");
  CHECK(lines_of(page) == std::vector<std::string>{"Straße „x“"});
  CHECK(lines_of(read("<meta charset='no-such-thing'><p>caf\xC3\xA9</p>")) ==
        std::vector<std::string>{"café"});
  const Text polish =
      read("<?xml version='1.0' encoding='ISO-8859-2'?><akomaNtoso><p>\xB1 \xEA</p></akomaNtoso>");
  CHECK(lines_of(polish) == std::vector<std::string>{"ą ę"});
}

TEST_CASE("hostile and foreign files are refused at once") {
  const std::string bomb =
      "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]>"
      "<akomaNtoso><p>&c;</p></akomaNtoso>";
  const std::string outside =
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><akomaNtoso><p>&b;</p></akomaNtoso>";
  const std::pair<std::string, const char*> rows[] = {
      {bomb, "it declares entities"},
      {outside, "it declares entities"},
      {"<akomaNtoso>" + repeated("<p>", 100'000), "nest too deep"},
      {"<akomaNtoso>\n<p>x</q></akomaNtoso>", "line 2, column"},
      {"<html>" + repeated("<div>", 60'000), "nest deeper than 400"},
      {"<html>" + repeated("<div><table><td></div></table>", 60'000), "nest deeper than 400"},
      {"<html>" + repeated("<b id=x>", 5'000) + repeated("<p>x", 5'000), "left open"},
      {"<html><p " + repeated("a=1 ", 100'000) + ">x", "attributes"},
      {"# A\n\n# B\n\n" + repeated(">", 100'000) + " x\n", "quotations nest deeper"},
      {"<div id='toc'><div/></div>", "it holds no text"},
      {"<DOC><BIB.DOC/><FMX><REF.PHYS FILE='L_1.xml'/></FMX></DOC>", "L_1.xml"},
      {"<?xml version='1.0'?><plist><key>x</key></plist>", "its root is plist"},
  };
  for (const auto& [bytes, why] : rows) {
    INFO(bytes.substr(0, 80));
    const auto start = std::chrono::steady_clock::now();
    CHECK_THAT(error_of(bytes), Catch::Contains(why));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  }
}

namespace {

// A document as HTML, its numbers counted by lists: one level of "1.", bullets, the rest as typed.
class Page {
 public:
  explicit Page(const Document& document) : document_(document) {}

  std::string html() {
    std::string page = "<html><body>";
    UnitId id = 0;
    for (; id < document_.units.size() && !is_counted(id); ++id) page += paragraph(id);
    page += "<ol>";
    bool bullets = false;
    for (; id < document_.units.size(); ++id) {
      const bool bullet = is_bullet(id);
      if (bullet != bullets) page += bullet ? "<ul>" : "</ul>";
      bullets = bullet;
      if (bullet) {
        page += "<li>" + text(id);
      } else if (is_counted(id)) {
        page += "<li value=" + std::to_string(document_.units[id].label.levels[0].ordinal) + ">" +
                text(id);
      } else {
        page += paragraph(id);
      }
    }
    return page + (bullets ? "</ul>" : "") + "</ol></body></html>";
  }

 private:
  bool is_bullet(UnitId id) const {
    const Label& label = document_.units[id].label;
    return !label.levels.empty() && label.levels.back().kind == LevelKind::kBullet;
  }
  bool is_counted(UnitId id) const {
    const Label& label = document_.units[id].label;
    return label.levels.size() == 1 && !is_bullet(id);
  }
  std::string text(UnitId id) const { return std::string(document_.text_of(id)); }
  std::string paragraph(UnitId id) const {
    return "<p>" + std::string(document_.label_of(id)) + " " + text(id) + "</p>";
  }

  const Document& document_;
};

std::string clauses_of(const Document& document) {
  std::string all;
  for (UnitId id = 0; id < document.units.size(); ++id) {
    all += document.units[id].path + " ";
    for (const char c : document.text_of(id)) all += c == '\n' ? ' ' : c;
    all += '\n';
  }
  return all;
}

}  // namespace

TEST_CASE("the sample work as HTML has the outline of its text") {
  const std::string folder = std::string(SYNOPTIC_SOURCE_DIR) + "/translations/port-cities/";
  for (const char* language : {"en", "de", "el", "ru"}) {
    INFO(language);
    ReadOptions options;
    options.language = language;
    const std::string file = folder + language + ".txt";
    const Convention convention = load_convention(language);
    const Document text = outline(read_text(read_file(file, 1 << 20), file, options), convention);
    const std::string html = Page(text).html();
    CHECK(reader_of(html).name == "html");
    CHECK(clauses_of(outline(read_text(html, file, options), convention)) == clauses_of(text));
  }
}
