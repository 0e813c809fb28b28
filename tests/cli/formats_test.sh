#!/usr/bin/env bash
# `synoptic formats`, and the import of folders and patterns with files of several formats.
set -u
program=${SYNOPTIC:?names the program to test}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
unset SYNOPTIC_DB
failures=0
fail() { failures=$((failures + 1)); echo "FAILED: $*"; }

"$program" formats >list || fail "the list: exit status $?"
for format in pdf zip html markdown akoma-ntoso formex text tmx csv; do
  grep -qE "^  $format +[A-Za-z]" list || fail "the list: no $format"
done
"$program" formats --format json >json || fail "the data: exit status $?"
grep -q '"read":\[{.*"name":"html"' json || fail "the data: html is not read"
grep -q '"written":\[{.*"name":"tmx"' json || fail "the data: tmx is not written"

mkdir work
cat >work/en.html <<'END'
<html lang="en"><h1>Charter of the River Towns</h1>
<ol><li>The towns share one watch over the river from 1 March 2019. They pay for it together.
<li>Each town keeps two boats ready, day and night.</ol>
END
cat >work/charter_fr.txt <<'END'
Charte des villes du fleuve

1. Les villes veillent ensemble sur le fleuve à compter du 1er mars 2019. Elles le paient ensemble.

2. Chaque ville tient deux bateaux prêts, de jour comme de nuit.
END
cat >work/de.xml <<'END'
<akomaNtoso><meta><FRBRlanguage language="deu"/></meta><act><preface><p>Charta der Flussstädte</p></preface>
<body><article eId="art_1"><num>1.</num><content><p>Die Städte wachen ab dem 1. März 2019 gemeinsam
über den Fluss. Sie bezahlen es gemeinsam.</p></content></article><article eId="art_2"><num>2.</num>
<content><p>Jede Stadt hält Tag und Nacht zwei Boote bereit.</p></content></article></body></act></akomaNtoso>
END
printf 'name\tvalue\n' >work/notes.tsv
printf '# Work\n\n## Texts\n\nx\n' >work/README.md
"$program" import charter --original work/en.html work >out 2>err || fail "a folder: exit status $?"
grep -q '^work/en.html: added en, original, 3 clauses' out || fail "a folder: the original"
grep -q '^work/charter_fr.txt: added fr, 3 clauses, 3 paired' out || fail "a folder: the plain text"
grep -q '^work/de.xml: added de, 3 clauses, 3 paired' out || fail "a folder: the XML"
[ "$(wc -l <out)" = 3 ] || fail "a folder: more than its texts"
"$program" import charter 'work/*.xml' >out 2>err || fail "a pattern: exit status $?"
grep -q '^work/de.xml: unchanged' out || fail "a pattern"
"$program" import charter 'work/*.odd' >out 2>err
[ $? = 2 ] && grep -q 'no file matches the pattern' err || fail "a pattern without files"

if command -v python3 >/dev/null; then
  (cd work && python3 -m zipfile -c ../act.zip en.html charter_fr.txt de.xml README.md)
  "$program" import zipped --original act.zip/en.html act.zip >out 2>err ||
    fail "a zip: exit status $?"
  grep -q '^act.zip/en.html: added en, original, 3 clauses' out || fail "a zip: the original"
  grep -q '^act.zip/charter_fr.txt: added fr, 3 clauses, 3 paired' out || fail "a zip: a text"
  [ "$(wc -l <out)" = 3 ] || fail "a zip: more than its texts"
  "$program" compare act.zip work/en.html >out 2>err
  [ $? = 2 ] && grep -q 'act.zip: it is an archive of files' err || fail "a zip compared"
  head -c 300 act.zip >cut.zip
  "$program" import cut cut.zip >out 2>err
  [ $? = 2 ] && grep -q 'cut.zip: its zip archive is damaged' err || fail "a damaged zip"
fi
printf '%%PDF-1.4\nnothing' >bad.pdf
if command -v pdftotext >/dev/null; then
  "$program" outline bad.pdf >out 2>err
  [ $? = 2 ] && grep -q 'bad.pdf: the PDF is damaged or cut off' err || fail "a damaged PDF"
fi

"$program" outline work/de.xml --format json >out || fail "outline: exit status $?"
grep -q '"alias":"art_2"' out || fail "outline: no alias"
# The standard input for a file.
"$program" import piped --original work/en.html - --db piped.db <work/charter_fr.txt >out 2>err ||
  fail "standard input: exit status $?"
grep -q '^-: added fr, 3 clauses, 3 paired' out || fail "standard input: imported"
"$program" compare work/en.html - <work/charter_fr.txt >out 2>err
grep -q '^-: 3 clauses in fr' out || fail "standard input: compared"
"$program" outline - </dev/null >out 2>err
[ $? = 2 ] && grep -q 'standard input: it is empty' err || fail "standard input: empty"

[ "$failures" = 0 ] || { cat out err; echo "$failures failures"; exit 1; }
