#!/usr/bin/env bash
# import, status, search, export and check, end to end, over a small work in a folder of its own.
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
# says PATTERN NAME, warns PATTERN NAME: extended, on stdout or stderr of the last run.
says() { grep -qE -- "$1" out || fail "$2: '$1' is not on stdout"; }
warns() { grep -qE -- "$1" err || fail "$2: '$1' is not on stderr"; }
silent() { [ -s err ] && fail "$1: something on stderr"; }

cat >en.txt <<'END'
Charter of the River Towns

1. The towns share one watch over the river from 1 March 2019. They pay for it together.

2. Each town keeps two boats ready, day and night.

3. Whoever sees the water rise tells the other towns within 6 hours.
END
cat >fr.txt <<'END'
Charte des villes du fleuve

1. Les villes veillent ensemble sur le fleuve à compter du 1er mars 2019. Elles le paient ensemble.

2. Chaque ville tient deux bateaux prêts, de jour comme de nuit.

3. Quiconque voit monter l'eau en avertit les autres villes dans les 6 heures.
END
cat >zh.txt <<'END'
沿河城镇宪章

一、各城镇自2019年3月1日起共同看守河流。费用由各城镇共同承担。

二、每个城镇日夜备有两艘船。

三、凡发现水位上涨者，应在6小时内通知其他城镇。
END

# ---- before there is a store
for command in "status" "search boat" "check charter" "export charter --format csv"; do
  run 2 "$command without a store" $command
  warns 'synoptic\.db: there is no store; import' "$command without a store"
done
[ -e synoptic.db ] && fail "a store that nobody asked for"

# ---- import
run 0 "import" import charter --original en.txt fr.txt zh.txt
says '^en\.txt: added en, original, 4 clauses$' "import"
says '^fr\.txt: added fr, 4 clauses, 4 paired' "import"
says '^zh\.txt: added zh-Hans, 4 clauses, 4 paired' "import"
silent "import"
[ "$(echo synoptic.db*)" = synoptic.db ] || fail "a store is more than one file"
cp synoptic.db before.db
run 0 "import again" import charter en.txt fr.txt zh.txt
[ "$(grep -c ': unchanged' out)" = 3 ] || fail "import again: not three times unchanged"
cmp -s synoptic.db before.db || fail "import again: the store has changed"

sed 's/two boats/three boats/' en.txt >changed.txt
printf '\n4. The charter is open to all towns.\n' >>changed.txt
run 0 "a new version of the original" import charter en=changed.txt
says 'version 2 of en, 1 changed, 1 added, original, 5 clauses, 2 translations paired anew' "new version"
says '^  changed    2$' "new version"
says '^    - .*two boats' "new version"
says '^    \+ .*three boats' "new version"
says '^  added      4  The charter is open' "new version"
run 1 "a clause that changed since it was translated" check charter fr
says 'fr\.txt:[0-9]+: warning: stale: 2 changed in the original' "a stale clause"
run 0 "and back" import charter en.txt
says 'version 3 of en, 1 changed, 1 removed' "and back"

# ---- the language of a file
printf '1. Abc.\n' >hr.txt
run 0 "language by the name" import short --original hr.txt
says 'added hr' "language by the name"
run 0 "language stated" import short de=hr.txt --db other.db
says 'added de' "language stated"
run 0 "language stated for all" import short hr.txt --lang nl --db nl.db
says 'added nl' "language stated for all"
cp fr.txt de.txt
run 2 "a name that is wrong, and a language twice" import charter fr.txt de.txt
warns 'de\.txt: is in fr as fr\.txt is, .*; state the language' "a language twice"

# ---- files that fail keep nobody out
: >empty.txt
printf 'Charta\n\n1. Die Orte wachen gemeinsam am Fluss und zahlen gemeinsam dafür.\n' >de.txt
run 2 "some files fail" import charter empty.txt none.txt de.txt
says '^de\.txt: added de' "some files fail"
warns 'empty\.txt: .*empty' "some files fail"
warns 'none\.txt: ' "some files fail"
warns '2 of 3 files not imported' "some files fail"
run 2 "the original fails" import lost --original none.txt fr.txt --db lost.db
says '^fr\.txt: added fr, .*no original yet' "the original fails"
run 2 "a work without an original" check lost --db lost.db
warns 'no original; import it' "a work without an original"
run 0 "and comes later" import lost --original en.txt --db lost.db
says 'added en, original, .*1 translation paired anew' "and comes later"
mkdir texts && cp en.txt fr.txt zh.txt texts && echo x >texts/README.md
run 0 "a folder" import charter --db folder.db --original texts/en.txt texts
[ "$(grep -c ': added' out)" = 3 ] || fail "a folder: not three files"
mkdir void
run 2 "a folder without texts" import charter --db folder.db void
warns 'void: .*holds no file of a format that is read' "a folder without texts"

# ---- status
run 0 "status" status
says '^charter: original en$' "status"
says '^  fr +1 +4 +4/4 ' "status"
run 0 "status of a work" status short
says '^short: original hr$' "status of a work"
grep -q charter out && fail "status of a work: another work"
run 2 "status of no work" status nothing
warns 'no work "nothing"' "status of no work"

# ---- search
run 0 "search" search boats
says '^charter 2$' "search"
says '^  en  Each town keeps two boats' "search"
says '^  fr  Chaque ville tient deux bateaux' "search"
says '^  zh-Hans  每个城镇' "search"
run 0 "search in Chinese" search 水位 --lang zh
says '^charter 3$' "search in Chinese"
[ "$(sed -n 2p out | cut -c1-9)" = '  zh-Hans' ] || fail "search: the sentence found is not first"
run 0 "a sentence of a clause" search "pay for it"
says '^  en  They pay for it together\.$' "a sentence of a clause"
says '^  fr  Elles le paient ensemble\.$' "a sentence of a clause"
run 0 "words apart" search each ready
says '^charter 2$' "words apart"
run 0 "words side by side" search "each ready"
[ -s out ] && fail "words side by side: something found"
run 0 "search elsewhere" search boats --work short
[ -s out ] && fail "search elsewhere: something found"
warns 'nothing found' "search elsewhere"
run 2 "search for nothing" search ' ... '
warns 'no word' "search for nothing"
SYNOPTIC_DB=other.db run 0 "a store by the environment" status
says '^short: original de' "a store by the environment"

# ---- export
run 0 "csv" export charter fr --format csv
[ "$(head -1 out)" = $'path,en,fr\r' ] || fail "csv: the first line"
says '^2,"Each town keeps two boats ready, day and night\."' "csv"
run 0 "tmx" export charter fr zh --format tmx --output out.tmx
[ -s out ] && fail "tmx: something on stdout"
cp out.tmx out
says '<tuv xml:lang="zh-Hans">(<prop[^>]*>[^<]*</prop>)*<seg>费用由各城镇共同承担。</seg></tuv>' "tmx"
[ "$(grep -c '<prop type="x-path">1<' out)" = 2 ] || fail "tmx: not two sentences in clause 1"
run 0 "tmx by clause" export charter fr zh --format tmx --rows clause
[ "$(grep -c '<prop type="x-path">1<' out)" = 1 ] || fail "tmx by clause: not one unit"
if command -v python3 >/dev/null; then
  python3 -c 'import xml.dom.minidom; xml.dom.minidom.parse("out.tmx")' || fail "tmx: no XML"
  run 0 "json" export charter zh fr --format json
  python3 - <<'END' || fail "json: not as it should be"
import json
work = json.load(open("out", encoding="utf-8"))
assert work["work"] == "charter" and work["original"]["language"] == "en"
assert [t["translation"]["language"] for t in work["translations"]] == ["zh-Hans", "fr"]
french = work["translations"][1]
assert french["translation"]["units"][2]["path"] == "2"
assert sorted(u for p in french["pairs"] for u in p["translation"]) == [0, 1, 2, 3]
END
fi
run 2 "a folder that is not there" export charter --format csv --output no/where.csv
warns 'no/where\.csv: can' "a folder that is not there"
run 2 "a language that is not there" export charter sw --format csv
warns 'not there in "sw"; it is in: en, ' "a language that is not there"
run 2 "a format that is not there" export charter --format papyrus
"$program" export charter --format tmx >/dev/full 2>err
status=$?
case "$status" in 2 | 3) ;; *) fail "a full disk: exit status $status" ;; esac
[ -s err ] || fail "a full disk: no message"

# ---- check
run 0 "a clean translation" check charter fr zh
[ -s out ] && fail "a clean translation: findings"
sed '/^2\./d' fr.txt >lost.txt
run 0 "import a faulty one" import charter fr=lost.txt
run 1 "a lost clause" check charter fr
says '^fr: en\.txt:5: error: missing-clause: 2 ' "a lost clause"
run 1 "as data" check charter fr --format json
says '"check":"missing-clause".*"original_paths":\["2"\]' "as data"
run 1 "all languages" check charter
run 2 "no such work" check nothing
warns 'no work "nothing" in the store; it holds: charter, short' "no such work"

# ---- killed at any moment
mkdir many
for i in 1 2 3 4 5 6 7 8 9; do sed "s/6 hours/$i hours/" en.txt >"many/x$i.txt"; done
tags=(x de es it pl nl sv da fi pt)
arguments=()
for i in 1 2 3 4 5 6 7 8 9; do arguments+=("${tags[i]}=many/x$i.txt"); done
for delay in 0.005 0.01 0.015 0.02 0.03 0.04 0.05 0.07; do
  rm -f killed.db killed.db-journal
  "$program" import work --original en.txt "${arguments[@]}" --db killed.db >killed.out 2>&1 &
  pid=$!
  sleep "$delay"
  { kill -9 "$pid" && wait "$pid"; } 2>/dev/null
  run 0 "import after a kill" import work --original en.txt "${arguments[@]}" --db killed.db
  # What was reported as imported is there.
  kept=$(grep -c ': added' killed.out)
  again=$(grep -c ': unchanged' out)
  [ "$again" -ge "$kept" ] || fail "killed: $kept were in, $again are"
  [ "$(grep -c . out)" = 10 ] || fail "killed: not all files are in after all"
done

# A sentence that another work of the store translates otherwise.
printf 'Act\n\n1. The miller shall keep a book of wheat.\n\n2. Bread is sold by weight in all towns.\n' >a.en.txt
printf 'Loi\n\n1. Le meunier tient un livre du blé.\n\n2. Le pain se vend au poids dans toutes les villes.\n' >a.fr.txt
printf 'Order\n\n1. Bread is sold by weight in all towns.\n\n2. The miller shall keep a book of wheat.\n' >b.en.txt
printf 'Arrêté\n\n1. Le pain se vend au poids dans toutes les villes.\n\n2. Un registre des céréales est tenu par chaque exploitant.\n' >b.fr.txt
"$program" import first en=a.en.txt fr=a.fr.txt --db works.db >out || fail "two works: the first"
"$program" import second en=b.en.txt fr=b.fr.txt --db works.db >out || fail "two works: the second"
"$program" check second --db works.db >out
grep -q 'inconsistent-translation: 2: .* in first 1$' out || fail "two works: $(cat out)"
[ "$(grep -c inconsistent out)" = 1 ] || fail "two works: more than what differs"

# ---- stores that can't be used
cp synoptic.db damaged.db
printf 'XXXXXXXX' | dd of=damaged.db bs=1 seek=4 conv=notrunc 2>/dev/null
run 2 "damaged" status --db damaged.db
warns 'damaged\.db: not a store' "damaged"
run 2 "a folder" status --db void
warns 'void: a folder' "a folder"
if command -v sqlite3 >/dev/null; then
  cp synoptic.db newer.db && sqlite3 newer.db 'PRAGMA user_version = 99'
  run 2 "newer" status --db newer.db
  warns 'newer synoptic.*; update the program' "newer"
fi
if [ "$(id -u)" != 0 ]; then
  cp synoptic.db closed.db && chmod 444 closed.db
  run 0 "read-only" status --db closed.db
  run 2 "read-only" import charter en.txt --db closed.db
  warns 'closed\.db: .*read-only' "read-only"
fi

[ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
echo "all cases passed"
