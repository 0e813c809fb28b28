#!/usr/bin/env bash
# synoptic outline, and runs without language data or with a user's own, end to end.
# Runs $SYNOPTIC (ctest sets it).
set -u
program=${SYNOPTIC:?names the program to test}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
unset SYNOPTIC_LANGUAGE_DATA COLUMNS
failures=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; head -20 out err | sed 's/^/    /'; }

# run STATUS NAME ARGUMENT...: leaves out and err.
run() {
  local expected=$1 name=$2
  shift 2
  timeout 60 "$program" "$@" >out 2>err </dev/null
  local status=$?
  [ "$status" = "$expected" ] || fail "$name: exit status $status, not $expected"
}
says() { grep -qF -- "$1" out || fail "$2: '$1' is not on stdout"; }
hushes() { grep -qF -- "$1" out && fail "$2: '$1' is on stdout"; }

cat >en.txt <<'END_TEXT'
Charter of the River Towns

Chapter 1

Article 1

The towns share one watch over the river. It begins on the first of March, as soon
as the ice has left the weirs and the ferries run again, and it ends each year on
9 October, when the boats are laid up and the keepers of the lamps are paid off for
the winter, unless the council of one of the towns asks for a longer watch.

Article 2

Each town keeps:

(i) two boats;

(ii) a lamp that burns by night and is seen from the other bank, whatever the weather
may be, and whoever may be asleep on it;

(iii) a bell.
END_TEXT

# ---- the tree
run 0 "an outline" outline en.txt --width 60
says 'en.txt: 7 clauses in en, UTF-8' "an outline"
says ' 3  chapter1' "an outline"
says '[heading] Chapter 1' "an outline"
says ' 5    1' "an outline"
says 'Article 1 │ The towns share one' "an outline"
says '16      2.1' "an outline"
says '(ii) │ a lamp that burns by night' "an outline"
says '…' "an outline"
[ "$(wc -l <out)" = 8 ] || fail "an outline: not a line a clause"
# A character of the frame or an ellipsis has three bytes and one column.
awk '{ gsub(/│|…/, "x"); if (length($0) > 60) exit 1 }' out || fail "an outline: wider than asked for"
run 0 "one clause" outline en.txt --unit 2
says '(iii) │ a bell.' "one clause"
hushes 'Article 1' "one clause"
run 2 "a path that no clause has" outline en.txt --unit 12
grep -q 'en.txt: .*12; ' err || fail "a path that no clause has: no message with a remedy"
run 2 "a missing file" outline none.txt
run 0 "two files" outline en.txt xx=en.txt
says 'en.txt: 7 clauses in en' "two files"
says 'en.txt: 9 clauses in xx' "two files"
run 0 "JSON" outline en.txt --format json
says '"path":"2.3"' "JSON"
hushes '"choices"' "JSON"
[ "$(wc -l <out)" = 1 ] || fail "JSON: not one line"

# ---- the reasons
run 0 "why" outline en.txt --why --width 200
says 'line 9: goes on with the paragraph' "why"
says '“9”: number 9' "why"
says 'line 16: label “(i)”: Roman numeral 1, opens a list' "why"
says 'line 18: label “(ii)”: Roman numeral 2, follows 1' "why"
says 'dearer by' "why"
run 0 "why as JSON" outline en.txt --why --format json
says '"choices"' "why as JSON"
says '"place":"follows"' "why as JSON"

# ---- in the light of an original
run 0 "with an original" outline xx=en.txt --original en.txt
says '16  1 ' "with an original"

# ---- language data
run 0 "no language data" outline en.txt --no-language-data
hushes '[heading]' "no language data: Chapter is no word then"
SYNOPTIC_LANGUAGE_DATA=none run 0 "none, by the environment" outline en.txt
hushes '[heading]' "none, by the environment"
mkdir -p mine/en
printf 'chapter\tCharter of the {n} Towns\tCharter of the 3 Towns\tchapter 3\n' >mine/en/numbering.tsv
sed 's/the River/the 3/' en.txt >three.txt
run 0 "own data" outline en=three.txt --language-data mine
says 'Charter of the 3 Towns' "own data"
says '[heading]' "own data"
hushes '[heading] Chapter 1' "own data: that file replaces the program's"
SYNOPTIC_LANGUAGE_DATA=mine run 0 "own data, by the environment" outline en=three.txt
says '[heading]' "own data, by the environment"
SYNOPTIC_LANGUAGE_DATA=none run 0 "an option goes before the environment" \
  outline en=three.txt --language-data mine
says '[heading]' "an option goes before the environment"
run 0 "own data alone" outline en=three.txt --language-data mine --no-language-data
says '[heading]' "own data alone"
mkdir empty
run 2 "a folder without tables" outline en.txt --language-data empty
grep -q 'empty: .*; ' err || fail "a folder without tables: no message with a remedy"
printf 'chapter\tonly\n' >mine/en/numbering.tsv
run 2 "a malformed table" compare en.txt en.txt --language-data mine
grep -q 'numbering.tsv: line 1: ' err || fail "a malformed table: no message with its place"
SYNOPTIC_LANGUAGE_DATA=gone run 2 "a folder that is not there" compare en.txt en.txt
run 0 "compare without" compare en.txt en.txt --no-language-data
run 0 "import without" import work --db store.db --no-language-data --original en.txt

[ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
echo "all cases passed"
