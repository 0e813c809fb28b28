#!/usr/bin/env bash
# The files for revisers, from files and from the store.  Runs $SYNOPTIC (ctest sets it).
set -u
program=${SYNOPTIC:?names the program to test}
work=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../translations/port-cities" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
unset SYNOPTIC_DB
failures=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; head -5 err | sed 's/^/    /'; }

# run STATUS NAME ARGUMENT...: leaves out and err.
run() {
  local expected=$1 name=$2
  shift 2
  timeout 60 "$program" "$@" >out 2>err </dev/null
  local status=$?
  [ "$status" = "$expected" ] || fail "$name: exit status $status, not $expected"
}
begins() { [ "$(head -c "${#2}" "$1")" = "$2" ] || fail "$3: $1 does not begin with $2"; }

for format in html docx; do
  head='<!DOCTYPE html>'
  [ "$format" = docx ] && head=PK
  run 1 "compare to $format" compare "$work/en.txt" "$work/drafts/fr.txt" "$work/ja.txt" \
    --format "$format" -o "review.$format"
  [ -s out ] && fail "compare to $format: something on stdout"
  begins "review.$format" "$head" "compare to $format"
  run 1 "compare to $format on stdout" compare "$work/en.txt" "$work/drafts/fr.txt" "$work/ja.txt" \
    --format "$format"
  cmp -s out "review.$format" || fail "$format: not the same bytes twice"
  run 2 "$format into no folder" compare "$work/en.txt" "$work/fr.txt" --format "$format" -o no/x
  grep -q "no/x: can't be written" err || fail "$format into no folder: the message"
done
run 2 "--output without its format" compare "$work/en.txt" "$work/fr.txt" -o x
grep -q -- '--format html or docx' err || fail "--output without its format: the message"

run 0 "import" import towns --original "$work/en.txt" "$work/fr.txt" "$work/ar.txt"
for format in html docx; do
  run 0 "export to $format" export towns ar --format "$format" -o "stored.$format"
  [ -s "stored.$format" ] || fail "export to $format: nothing"
done
grep -q 'dir="rtl"' stored.html || fail "export to html: Arabic does not run from the right"
grep -q 'French' stored.html && fail "export to html: a language that nobody asked for"
run 0 "a work without translations" import alone --original "$work/en.txt"
run 2 "export of an original alone" export alone --format html
grep -q 'no translation to lay beside it' err || fail "export of an original alone: the message"
[ "$failures" = 0 ]
