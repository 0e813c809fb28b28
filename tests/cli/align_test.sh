#!/usr/bin/env bash
# synoptic align, end to end: formats, lists, errors, exit statuses.  Runs $SYNOPTIC (ctest sets it).
set -u
program=${SYNOPTIC:?names the program to test}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
failures=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; head -5 out err | sed 's/^/    /'; }

# run STATUS NAME ARGUMENT...: leaves out and err.
run() {
  local expected=$1 name=$2
  shift 2
  timeout 60 "$program" align "$@" >out 2>err </dev/null
  local status=$?
  [ "$status" = "$expected" ] || fail "$name: exit status $status, not $expected"
}
says() { grep -qE -- "$1" out || fail "$2: '$1' is not on stdout"; }
# refused PATTERN NAME ARGUMENT...: status 2, nothing on stdout, a message that says what to do.
refused() {
  local pattern=$1 name=$2
  shift 2
  run 2 "$name" "$@"
  [ -s out ] && fail "$name: something on stdout"
  grep -qE -- "$pattern.*; " err || fail "$name: no message with '$pattern' and a remedy"
}

cat >en.txt <<'END'
Rules of the Ferry House
The ferry leaves at 7 in the morning and at 19 in the evening.
Whoever brings a horse pays 12 crowns.
The keeper rings the bell. He does so twice.

On 3 March 2021 the old boat was sold.
END
cat >de.txt <<'END'
Ordnung des Fährhauses
Die Fähre geht um 7 Uhr am Morgen und um 19 Uhr am Abend.
Wer ein Pferd mitbringt, zahlt 12 Kronen.
Der Wärter läutet die Glocke.
Er tut es zweimal.

Am 3. März 2021 wurde das alte Boot verkauft.
END

# ---- formats
run 0 "a ladder" en.txt de.txt
grep -qvE '^\[[0-9,]*\]:\[[0-9,]*\]:-?[0-9.e+-]+$' out && fail "a ladder: a line that is no bead"
says '^\[1\]:\[1\]:' "a ladder"
says '^\[3\]:\[3,4\]:' "a ladder"
says '^\[5\]:\[6\]:' "a ladder: empty lines count"
cp out ladder
run 0 "TSV" en.txt de.txt --format tsv
awk -F'\t' 'NF != 4 || $1 < 0 || $1 > 1 || $2 !~ /^[0-4]-[0-4]$/ { exit 1 }' out || fail "TSV: fields"
says '	1-2	The keeper rings the bell. He does so twice.	Der Wärter läutet die Glocke. Er tut' "TSV"
run 0 "JSON" en=en.txt de.txt --format json
[ "$(wc -l <out)" = 1 ] || fail "JSON: not one line"
says '"language":"en"' "JSON"
if command -v python3 >/dev/null; then
  python3 - <<'END' || fail "JSON: not as promised"
import json
got = json.load(open("out"))
lines = [open(f).read().splitlines() for f in ("en.txt", "de.txt")]
for side, texts in (("original", lines[0]), ("translation", lines[1])):
    assert got[side]["sentences"] == len(texts)
    assert [n for bead in got["beads"] for n in bead[side]] == list(range(len(texts)))
    assert [t for bead in got["beads"] for t in bead[side + "_text"]] == texts
assert got["translation"]["language"] == "de" and got["translation"]["encoding"] == "UTF-8"
assert all(0 <= bead["confidence"] <= 1 and "cost" in bead for bead in got["beads"])
END
fi
sed 's/ferry/<\&"ferry/' en.txt >odd.txt
run 0 "TMX" odd.txt de.txt --format tmx --lang en,de
says '<tuv xml:lang="en"><seg>The &lt;&amp;&quot;ferry leaves' "TMX"
says '<prop type="x-path">4</prop>' "TMX"
if command -v python3 >/dev/null; then
  python3 -c 'import xml.dom.minidom as m; t = m.parse("out")
assert all(len(u.getElementsByTagName("tuv")) == 2 for u in t.getElementsByTagName("tu"))' ||
    fail "TMX: not well formed, or a unit of one language"
fi
run 0 "beads of one sentence" en.txt de.txt --max-bead 1-1
grep -qE '\[[0-9]+,' out && fail "beads of one sentence: a larger one"

# ---- how it is read
sed 's/$/\r/' en.txt >crlf.txt
run 0 "CRLF" crlf.txt de.txt
cmp -s out ladder || fail "CRLF: other beads"
iconv -f UTF-8 -t UTF-16 de.txt >utf16.txt
run 0 "UTF-16" en.txt utf16.txt
cmp -s out ladder || fail "UTF-16: other beads"
head -c -1 de.txt >unended.txt
run 0 "no final line feed" en.txt unended.txt
cmp -s out ladder || fail "no final line feed: other beads"
"$program" align en.txt - <de.txt >out 2>err || fail "standard input: exit status"
cmp -s out ladder || fail "standard input: other beads"
: >empty.txt
run 0 "an empty side" en.txt empty.txt
[ "$(grep -c ':\[\]:' out)" = 6 ] || fail "an empty side: not all lines are alone"
run 0 "two empty sides" empty.txt empty.txt
[ -s out ] && fail "two empty sides: a bead"
printf 'lamp\tLampe\nferry\tFähre\n' >words.txt
printf 'Glocke @ bell\n' >words.dic
run 0 "dictionaries" --dictionary words.txt --dictionary words.dic en.txt de.txt
says '^\[3\]:\[3,4\]:' "dictionaries"

# ---- where it goes
run 0 "to a file" en.txt de.txt --output new.txt
cmp -s new.txt ladder || fail "to a file: not the same"
[ -s out ] && fail "to a file: something on stdout"
printf 'en.txt\tde.txt\tone.out\n\nen.txt\tde=de.txt\ttwo.out\n' >list
run 0 "a list" --batch list
[ -s out ] && fail "a list: something on stdout"
cmp -s one.out two.out || fail "a list: the same texts, other beads"
[ "$(cut -d: -f1,2 one.out)" = "$(cut -d: -f1,2 ladder)" ] || fail "a list: other beads"
run 0 "a list in another format" --batch list --format tsv --lang en,de
awk -F'\t' 'NF != 4 { exit 1 }' one.out || fail "a list in another format: no TSV"

# ---- what is refused
refused 'none\.txt: there is no such file' "a missing file" en.txt none.txt
refused '\.: it is a folder' "a folder" en.txt .
head -c 100000 "$(command -v bash)" >binary.txt
refused 'binary\.txt' "a program" en.txt binary.txt
refused 'two files' "one file" en.txt
refused 'standard input' "both from the standard input" - -
refused "lang 'de'" "one language" en.txt de.txt --lang de
refused "lang 'de,,'" "no languages" en.txt de.txt --lang de,,
refused "max-bead '0-1'" "an empty bead" en.txt de.txt --max-bead 0-1
refused "max-bead '5-5'" "a huge bead" en.txt de.txt --max-bead 5-5
refused "max-bead '1-2'" "an uneven bead" en.txt de.txt --max-bead 1-2
refused 'klingon' "an encoding that does not exist" en.txt de.txt --encoding klingon
refused 'none\.dic' "a missing dictionary" en.txt de.txt --dictionary none.dic
refused 'en\.txt: it is no word list' "a dictionary that is none" en.txt de.txt --dictionary en.txt
refused 'no/where\.txt' "an output nowhere" en.txt de.txt --output no/where.txt
refused '--batch' "a list and files" en.txt de.txt --batch list
refused 'no\.list' "a missing list" --batch no.list
printf 'en.txt\tde.txt\tone.out\nen.txt\tde.txt\n' >short.list
refused 'short\.list: line 2: ' "a short line" --batch short.list
printf 'en.txt\tde.txt\tone.out\n\nen.txt\tnone.txt\tthree.out\n' >gone.list
refused 'gone\.list: line 3: none\.txt' "a missing file in a list" --batch gone.list
[ -e three.out ] && fail "a missing file in a list: an output"
printf 'en.txt\tde.txt\tone.out\nen.txt\tde.txt\tone.out\n' >twice.list
refused 'twice\.list: line 2: .*line 1' "an output twice" --batch twice.list
run 2 "a format that is not there" en.txt de.txt --format papyrus
"$program" align en.txt de.txt >/dev/full 2>err
[ $? = 2 ] || fail "a full disk: exit status"

[ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
echo "all cases passed"
