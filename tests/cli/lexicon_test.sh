#!/usr/bin/env bash
# lexicon, align --db and what import teaches, end to end, in a folder of its own.
# Runs $SYNOPTIC (ctest sets it).
set -u
program=${SYNOPTIC:?names the program to test}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3
unset SYNOPTIC_DB
failures=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; head -5 out err | sed 's/^/    /'; }

# run STATUS NAME ARGUMENT...: leaves out and err.
run() {
  local expected=$1 name=$2
  shift 2
  timeout 60 "$program" "$@" >out 2>err </dev/null
  local status=$?
  [ "$status" = "$expected" ] || fail "$name: exit status $status, not $expected"
}
says() { grep -qE -- "$1" out || fail "$2: '$1' is not on stdout"; }
warns() { grep -qE -- "$1" err || fail "$2: '$1' is not on stderr"; }

# ---- import teaches, each sentence once
nouns=(boat:bateau mill:moulin bridge:pont tower:tour orchard:verger baker:boulanger)
clauses() { # LANGUAGE COUNT
  local i pair
  [ "$1" = en ] && echo 'Rules of the valley' || echo 'Règles de la vallée'
  for ((i = 1; i <= $2; ++i)); do
    pair=${nouns[$((i % 6))]}
    if [ "$1" = en ]; then
      printf '\n%d. Every %s of the valley is counted in year %d.\n' $i "${pair%:*}" $((1900 + i))
    else
      printf "\n%d. Chaque %s de la vallée est compté en l'an %d.\n" $i "${pair#*:}" $((1900 + i))
    fi
  done
}
clauses en 24 >en.txt
clauses fr 24 >fr.txt
run 0 "import" import valley --original en.txt fr.txt
run 0 "the list" lexicon
says '^en-fr  [0-9]+ entries, from 24 sentences$' "the list"
run 0 "a word" lexicon fr-en moulins
says '^fr mouli$' "a word"
says '^ +[0-9.]+ +[01]\.[0-9]+ +[01]\.[0-9]+  mill$' "a word"
run 0 "on the other side" lexicon fr-en Mill
says '^en mill$' "on the other side"
says 'mouli$' "on the other side"
run 0 "an unknown word" lexicon fr-en glacier
warns '"glacier" is not in the lexicon' "an unknown word"

run 0 "before" lexicon en-fr --export before.tsv
clauses en 25 >en.txt
clauses fr 25 >fr.txt
run 0 "a new version" import valley en.txt fr.txt
run 0 "the list" lexicon
says 'from 25 sentences$' "a new version teaches what is new in it"
run 0 "the same in another work" import copy --original en.txt fr.txt
run 0 "the list" lexicon
says 'from 25 sentences$' "the same in another work"

# A text that was left untranslated teaches nothing.
run 0 "untranslated" import lazy --original en=en.txt fr=en.txt --db lazy.db
run 0 "untranslated" lexicon --db lazy.db
grep -q . out && fail "a text left untranslated has taught"

# ---- out and in again
for format in tsv tbx tmx dic; do
  run 0 "export $format" lexicon en-fr --export "words.$format"
  run 0 "import $format" lexicon en-fr --import "words.$format" --db "$format.db"
  run 0 "look up after $format" lexicon en-fr mill --db "$format.db"
  says ' mouli$' "look up after $format"
done
run 0 "tsv again" lexicon en-fr --export again.tsv --db tsv.db
cut -f 1,2 words.tsv >a; cut -f 1,2 again.tsv >b
cmp -s a b || fail "two columns do not come back as they were"
if command -v xmllint >/dev/null; then
  xmllint --noout words.tbx words.tmx 2>err || fail "no valid XML"
fi
printf 'gristmill\tmoulin à blé\n' >list
run 2 "a name without a format" lexicon en-fr --import list
warns '^synoptic: list: its format is not told' "a name without a format"
run 0 "format stated" lexicon en-fr --import list --format tsv
run 0 "terms of several words" lexicon en-fr gristmill
says '  ble$' "terms of several words"
printf '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' >bad.tbx
run 2 "hostile XML" lexicon en-fr --import bad.tbx
warns 'bad\.tbx: line 1, column 25: this XML is refused' "hostile XML"

# ---- training
mkdir texts
for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
  pair=${nouns[$((n % 6))]}
  echo "We saw the ${pair%:*} at noon." >>texts/a.src
  echo "Nous avons vu le ${pair#*:} à midi." >>texts/a.tgt
  echo "The ${pair%:*} was sold in $n days." >>texts/b.en.txt
  echo "On a vendu le ${pair#*:} en $n jours." >>texts/b.fr.txt
done
cp words.tmx texts
run 0 "train" lexicon en-fr --train texts --db trained.db
warns 'pairs of sentences learnt: [0-9]+; documents: 3' "train"
run 0 "trained" lexicon en-fr tower --db trained.db
says '  tour$' "trained"
run 0 "train again" lexicon en-fr --train texts --db trained.db
warns 'pairs of sentences learnt: 0' "train again"
mkdir nothing
run 2 "nothing to train on" lexicon en-fr --train nothing
warns 'nothing: it holds no texts of en and fr' "nothing to train on"

# ---- align
cp texts/a.src s; cp texts/a.tgt t
run 0 "align with a lexicon" align s t --lang en,fr --db trained.db
[ "$(wc -l <out)" = 12 ] || fail "align with a lexicon: not a line a bead"
cp trained.db kept.db
run 0 "align teaches only when told" align s t --lang en,fr --db trained.db
cmp -s trained.db kept.db || fail "align has changed the store"
run 0 "--learn" align s t --lang en,fr --db fresh.db --learn
run 0 "--learn" lexicon en-fr mill --db fresh.db
says '  mouli$' "--learn"
run 0 "languages that are detected" align s t --db trained.db
run 2 "one language" align s s --db trained.db
warns 'state those of the texts, as in --lang' "one language"
run 2 "no store" align s t --lang en,fr --db none.db
warns 'there is no store' "no store"
run 2 "--learn without a store" align s t --lang en,fr --learn
warns 'needs a store' "--learn without a store"
SYNOPTIC_DB=none.db run 0 "a store of the environment that is not there" align s t --lang en,fr

# ---- the rest
run 2 "no pair of languages" lexicon english
warns 'not a pair of languages' "no pair of languages"
run 2 "the same language twice" lexicon en-en
run 2 "a pair is missing" lexicon --forget
run 2 "two things at once" lexicon en-fr mill --forget
run 0 "forget" lexicon fr-en --forget
run 0 "forgotten" lexicon
warns 'no lexicon yet' "forgotten"
run 0 "forget what is not there" lexicon fr-en --forget
warns 'no such lexicon' "forget what is not there"
[ "$failures" = 0 ]
