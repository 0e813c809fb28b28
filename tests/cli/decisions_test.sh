#!/usr/bin/env bash
# Dismissed findings, in the store and in a file beside the texts; settings; what makes a run fail.
# Runs $SYNOPTIC (ctest sets it).
set -u
program=${SYNOPTIC:?names the program to test}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
unset SYNOPTIC_DB SYNOPTIC_AUTHOR
failures=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; head -5 out err | sed 's/^/    /'; }
run() {
  local expected=$1 name=$2
  shift 2
  timeout 60 "$program" "$@" >out 2>err </dev/null
  local status=$?
  [ "$status" = "$expected" ] || fail "$name: exit status $status, not $expected"
}
says() { grep -qE -- "$1" out || fail "$2: '$1' is not on stdout"; }
omits() { grep -qE -- "$1" out && fail "$2: '$1' is on stdout"; }
warns() { grep -qE -- "$1" err || fail "$2: '$1' is not on stderr"; }

cat >en.txt <<'END'
Charter of the River Towns

1. The towns share one watch over the river. They pay for it together.

2. Each town keeps 12 boats ready, day and night.

3. Whoever sees the water rise tells the other towns at once.
END
cat >fr.txt <<'END'
Charte des villes du fleuve

1. Les villes veillent ensemble sur le fleuve. Elles le paient ensemble.

2. Chaque ville tient 15 bateaux prêts, de jour comme de nuit.

3. Quiconque voit monter l'eau en avertit aussitôt les autres villes.
END
# The same with another clause in front, so that all numbers rise.
sed 's/^3\./4./; s/^2\./3./; s/^1\./2./; s/^Charter.*/&\n\n1. The river belongs to nobody./' en.txt >en2.txt
sed "s/^3\./4./; s/^2\./3./; s/^1\./2./; s/^Charte.*/&\n\n1. Le fleuve n'appartient à personne./" fr.txt >fr2.txt

# ---- in the store
run 0 "import" import charter --original en.txt fr.txt
run 1 "a finding" check charter fr
says 'error: number: 2' "a finding"
run 2 "no reason" dismiss charter fr number 2
warns 'without a reason; .*--reason' "no reason"
run 2 "no check" dismiss charter fr numbr 2 --reason x
warns 'no check "numbr"' "no check"
run 2 "no clause" dismiss charter fr number --reason x
run 2 "no finding" dismiss charter fr number 3 --reason x
warns 'no finding of number at 3 in fr that is not dismissed; .*synoptic check charter fr' "no finding"
run 2 "no store" dismiss charter fr number 2 --reason x --db none.db
[ -e none.db ] && fail "no store: one was made"
run 0 "dismiss" dismiss charter fr number 2 --reason "Three boats are lent." --author "A. Reviser"
says '^dismissed: fr\.txt:5: error: number: 2' "dismiss"
run 0 "dismissed" check charter fr
omits number "dismissed"
run 0 "dismissed, shown" check charter fr --dismissed
says '^fr: fr\.txt:5: .*\[dismissed by A\. Reviser: Three boats are lent\.\]$' "dismissed, shown"
run 0 "dismissed, as data" check charter fr --dismissed --format json
says '"dismissed":\{"author":"A. Reviser","date":"20[0-9-]*T[0-9:]*Z","reason":"Three boats' "dismissed, as data"
run 0 "listed" dismiss charter
says '^fr: fr\.txt:5: error: number: .*Three boats' "listed"
run 0 "the view" view charter fr --findings
omits 'number' "the view"
run 0 "the status" status
says '^  fr +1 +4 +4/4 +0 +0 ' "the status"
run 2 "dismissed twice" dismiss charter fr number 2 --reason again
run 0 "a new version with other numbers" import charter en=en2.txt fr=fr2.txt
run 0 "carried over" check charter fr --dismissed
says 'number: 3.*Three boats' "carried over"
sed 's/15/16/' fr2.txt >fr3.txt
run 0 "a new version with another text" import charter fr=fr3.txt
run 1 "back again" check charter fr
says 'number: 3' "back again"
run 0 "and the text as it was" import charter fr=fr2.txt
run 0 "dismissed again" check charter fr
sed 's/ready, day/ready by day/' en2.txt >en3.txt
run 0 "the original reads otherwise" import charter en=en3.txt
run 1 "back for the original" check charter fr
run 0 "the original as it was" import charter en=en2.txt
run 0 "undo" dismiss charter fr number 3 --undo
says '^open again: ' "undo"
run 1 "undone" check charter fr
run 2 "undone twice" dismiss charter fr number 3 --undo

# ---- in a file beside the texts
run 1 "compare" compare en.txt fr.txt
says ', 1 finding$' "compare"
run 2 "no reason" compare en.txt fr.txt --dismiss number 2
run 2 "no finding" compare en.txt fr.txt --dismiss number 1 --reason x
[ -e synoptic-decisions.tsv ] && fail "a file that nobody asked for"
SYNOPTIC_AUTHOR='B. Reviser' run 0 "write" compare en.txt fr.txt --dismiss number 2 --reason $'Three\tare lent.'
says '^synoptic-decisions\.tsv: dismissed: fr\.txt:5: error: number' "write"
grep -qP '^fr\tnumber\t2\t[0-9a-f]{16}\t20\d\d-\d\d-\d\d\tB\. Reviser\tThree are lent\.$' synoptic-decisions.tsv ||
  fail "write: the line is not as it should be"
run 0 "read" compare en.txt fr.txt
says ', 0 findings, 1 dismissed$' "read"
run 0 "as data" compare en.txt fr.txt --format json
omits '"check":"number"' "as data"
run 0 "as data, shown" compare en.txt fr.txt --format json --dismissed
says '"dismissed":\{"author":"B. Reviser",.*"reason":"Three are lent' "as data, shown"
run 0 "other numbers" compare en2.txt fr2.txt
run 1 "another text" compare en2.txt fr3.txt --dismissed
warns 'synoptic-decisions\.tsv: line 3: number at 2 dismisses nothing in fr3\.txt' "another text"
run 1 "another original" compare en3.txt fr2.txt
mkdir apart && mv synoptic-decisions.tsv apart/mine.tsv
run 1 "a file that is not looked for" compare en.txt fr.txt
run 0 "a file that is named" compare en.txt fr.txt --decisions apart/mine.tsv
run 2 "a file that is not there" compare en.txt fr.txt --decisions none.tsv
warns 'none\.tsv: ' "a file that is not there"
printf 'fr\tnumber\t2\n' >short.tsv
run 2 "a line too short" compare en.txt fr.txt --decisions short.tsv
warns 'short\.tsv: line 1: it has 3 fields' "a line too short"

# ---- what makes a run fail
for row in "error 1" "warning 1" "info 1" "never 0"; do
  run "${row#* }" "compare --fail-on $row" compare en.txt fr.txt --fail-on "${row% *}"
  run "${row#* }" "check --fail-on $row" check charter fr --fail-on "${row% *}"
done
run 2 "fail on what" compare en.txt fr.txt --fail-on always

# ---- settings
# settings STATUS NAME: compares under the settings on stdin.
settings() {
  cat >synoptic.toml
  run "$1" "$2" compare en.txt fr.txt
}
settings 0 "off" <<<$'[checks]\nnumber = "off"'
omits 'number:' "off"
run 0 "off in the store" check charter fr
run 0 "off in the view" view charter fr --findings
omits '\[number\]' "off in the view"
settings 0 "info" <<<$'[checks]\nnumber = "info"'
says 'info: number: 2' "info"
settings 0 "warnings do not fail" <<<$'fail-on = "error"\n[checks]\nnumber = "warning"'
says 'warning: number: 2' "warnings do not fail"
run 1 "the command line goes before" compare en.txt fr.txt --fail-on warning
settings 0 "for a language" <<<$'[checks]\nnumber = "error"\n[languages.fr]\nnumber = "off"'
settings 1 "for another language" <<<$'[languages.de]\nnumber = "off"'
settings 1 "nothing said" </dev/null
settings 2 "no check" <<<$'[checks]\ndate = "off"\nnumbr = "off"'
warns '^synoptic: synoptic\.toml: line 3: there is no check "numbr"; .*synoptic checks' "no check"
settings 2 "no value" <<<$'[checks]\nnumber = "loud"'
warns 'synoptic\.toml: line 2: .*write "off", "info", "warning" or "error"' "no value"
settings 2 "no string" <<<$'[checks]\nnumber = 3'
warns 'line 2: ' "no string"
settings 2 "no setting" <<<$'\nfailon = "error"'
warns 'line 2: "failon" is no setting; there are fail-on' "no setting"
settings 2 "no table" <<<'checks = "off"'
warns 'line 1: "checks" is no table' "no table"
settings 2 "no TOML" <<<$'[checks]\nnumber = off'
warns 'synoptic\.toml: line 2: this is not TOML' "no TOML"
settings 2 "no language" <<<$'[languages.french_]\nnumber = "off"'
warns 'line 1: "french_" is no language tag' "no language"
printf '[checks]\nnumber = "off"\n' >mine.toml
run 0 "settings that are named" compare en.txt fr.txt --config mine.toml
run 2 "settings that are not there" compare en.txt fr.txt --config none.toml
warns 'none\.toml: ' "settings that are not there"
run 0 "settings that are named, for the store" check charter fr --config mine.toml

[ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
echo "all cases passed"
