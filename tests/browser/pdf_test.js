// Run by pdf_test.sh: prints the clauses of each text to a PDF, in one column and in two, and reads
// it back.  What a page does not show, it can't give back: no-break spaces, blanks at the ends of
// Thai lines, and whether a hyphen at a line's end is the word's own (no line ends with one here).
"use strict";
const { execFileSync } = require("child_process");
const fs = require("fs");
const path = require("path");
const [program, work, folder] = process.argv.slice(2);

// How much of the words must be the same: lam-alef is told from alef-lam by widths (Arabic).
const kTexts = { en: 1, fr: 1, ru: 1, el: 1, zh: 1, ja: 1, ko: 1, th: 1, vi: 1, ar: 0.98 };
const kArguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
  "--disable-background-networking", "--user-data-dir=" + path.join(folder, "profile")];
let failures = 0;

function unitsOf(file, language) {
  const out = execFileSync(program, ["outline", "--format", "json", language + "=" + file],
    { maxBuffer: 1 << 26 });
  return JSON.parse(out.toString()).units;
}

function html(units, language, columns) {
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;")
    .replace(/[^\s—]*[-‐–(][^\s—]*/g, "<nobr>$&</nobr>");
  const body = units.map((unit) => {
    const text = escaped([unit.label, unit.text].filter(Boolean).join(" "));
    const depth = unit.path.split(".").length - 1;
    return unit.kind === "title" ? "<h1>" + text + "</h1>"
      : "<p style='margin-inline-start:" + depth + "em'>" + text + "</p>";
  });
  return "<!doctype html><html lang='" + language + "' dir='" +
    (language === "ar" ? "rtl" : "ltr") + "'><meta charset='utf-8'><style>body{font-size:11pt;" +
    "word-break:keep-all;line-break:anywhere;text-align:justify;column-count:" + columns +
    "}:lang(zh),:lang(ja){word-break:normal;line-break:auto}:lang(ko),:lang(th)," +
    ":lang(en),:lang(fr),:lang(ru),:lang(el),:lang(vi),:lang(ar){line-break:auto}" +
    "h1{font-size:15pt;text-align:start;column-span:all}</style><body>" + body.join("\n");
}

function plain(text, language) {
  const spaced = text.replace(/\u00A0/g, " ").normalize("NFC");
  return language === "th" ? spaced.replace(/\s/g, "") : spaced;
}

function sameShare(a, b) {
  const words = (units, language) => units.flatMap((unit) => unit.text.split(/\s+/));
  const left = words(a);
  const right = words(b);
  if (left.length !== right.length) return 0;
  return left.filter((word, i) => word === right[i]).length / left.length;
}

function check(language, columns) {
  const text = unitsOf(path.join(work, language + ".txt"), language);
  const name = path.join(folder, language + columns);
  fs.writeFileSync(name + ".html", html(text, language, columns));
  execFileSync(process.env.CHROMIUM,
    [...kArguments, "--print-to-pdf=" + name + ".pdf", "file://" + name + ".html"],
    { stdio: "ignore", timeout: 120000 });
  const read = unitsOf(name + ".pdf", language);
  const heads = (units) => units.map((unit) => unit.path + " " + unit.label).join("\n");
  const texts = (units) => units.map((unit) => ({ text: plain(unit.text, language) }));
  const what = language + " in " + columns + " columns: ";
  if (heads(text) !== heads(read)) {
    failures += 1;
    console.log("FAILED: " + what + "paths and labels\n" + heads(read));
    return;
  }
  if (sameShare(texts(text), texts(read)) >= kTexts[language]) return;
  failures += 1;
  text.forEach((unit, i) => {
    const [a, b] = [plain(unit.text, language), plain(read[i].text, language)];
    if (a !== b) console.log("FAILED: " + what + unit.path + "\n  " + a + "\n  " + b);
  });
}

for (const language of Object.keys(kTexts)) check(language, 1);
for (const language of ["en", "ru", "el", "zh", "vi", "th", "ar"]) check(language, 2);
process.exit(failures === 0 ? 0 : 1);
