#!/usr/bin/env bash
# Works exported and imported again: the same sentences and paths, in every format that holds pairs.
# Runs $SYNOPTIC (ctest sets it).
set -u
program=${SYNOPTIC:?names the program to test}
works=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../translations/port-cities" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
unset SYNOPTIC_DB
failures=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; }
run() {
  timeout 60 "$program" "$@" >out 2>err </dev/null
  local status=$?
  [ "$status" -le 1 ] || { fail "$* exits with $status"; head -5 err; }
}
refused() {
  timeout 60 "$program" "$@" >out 2>err </dev/null
  local status=$?
  [ "$status" = 2 ] || fail "$* exits with $status, not 2"
}

run import w "$works/en.txt" "$works/fr.txt" "$works/zh.txt" --db a.db
[ -s out ] || fail "nothing imported"

# The table of sentences is the same before and after.
for format in tmx csv tsv xlsx; do
  for rows in clause sentence; do
    half=; [ "$format" = tmx ] && half=--half-empty
    run export w --format "$format" --rows "$rows" $half -o "w.$format" --db a.db
    rm -f b.db
    run import w "w.$format" --db b.db
    run export w fr zh --format csv --rows "$rows" -o before.csv --db a.db
    run export w fr zh --format csv --rows "$rows" -o after.csv --db b.db
    cmp -s before.csv after.csv || {
      fail "$format by $rows: not the same"
      diff before.csv after.csv | head -6
    }
  done
done

mkdir x
run export w fr zh --format xliff --half-empty -o x --db a.db
[ "$(ls x | tr '\n' ' ')" = "w.fr.xlf w.zh-Hans.xlf " ] || fail "xliff: files are $(ls x)"
run import w x/w.fr.xlf --db c.db --trust
run export w fr --format csv --rows sentence -o before.csv --db a.db
run export w fr --format csv --rows sentence -o after.csv --db c.db
cmp -s before.csv after.csv || { fail "xliff: not the same"; diff before.csv after.csv | head -6; }

refused export w --format xliff --db a.db
grep -q 'holds one translation' err || fail "xliff of two languages: no word of it"

# One file alone: the findings, nothing stored.
run compare x/w.fr.xlf
grep -q 'clauses of the original paired' out || fail "compare of one file: no summary"
refused compare "$works/en.txt"
grep -q 'holds no pairs' err || fail "compare of one text: no word of it"

# Several files of one work in one run, a translation each.
mkdir several
run export w --format xliff --half-empty -o several --db a.db
run import w several/*.xlf --db e.db
grep -q '^several/w.zh-Hans.xlf: unchanged en' out || fail "several files: $(cat out)"
for rows in clause sentence; do
  run export w --format csv --rows "$rows" -o before.csv --db a.db
  run export w --format csv --rows "$rows" -o after.csv --db e.db
  cmp -s before.csv after.csv || { fail "several by $rows: not the same"; diff before.csv after.csv | head -6; }
done

# A ladder and the sentences that it pairs.
mkdir l
run export w fr --format ladder -o l --db a.db
[ "$(ls l | tr '\n' ' ')" = "w.en.txt w.fr.ladder w.fr.txt " ] || fail "ladder: files are $(ls l)"
run import w --ladder l/w.fr.ladder l/w.en.txt l/w.fr.txt --db d.db
run export w fr --format csv --rows sentence -o before.csv --db a.db
run export w fr --format csv --rows sentence -o after.csv --db d.db
cut -d, -f2- before.csv >before.texts
cut -d, -f2- after.csv | cmp -s before.texts - || fail "ladder: other sentences or pairs"
refused export w --format ladder --db a.db
grep -q 'name a folder' err || fail "ladder without a folder: no word of it"
refused import w --ladder l/w.fr.ladder l/w.en.txt --db d.db
grep -q 'name the two' err || fail "ladder of one file: no word of it"

# A failed export leaves what was there.
echo kept >kept.xlsx
refused export nowork --format xlsx -o kept.xlsx --db a.db
[ "$(cat kept.xlsx)" = kept ] || fail "a failed export wrote into its file"
[ "$failures" = 0 ]
