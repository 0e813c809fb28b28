#!/usr/bin/env bash
# Bad input, end to end: the exit status, and that the message names the file and what to do.
# Runs $SYNOPTIC (ctest sets it).  Big files are sparse; each case has a time limit.
set -u
program=${SYNOPTIC:?names the program to test}
limit_s=20
[ "${SYNOPTIC_SANITIZE:-OFF}" = ON ] && limit_s=200

folder=$(mktemp -d)
trap 'chmod -R u+rwx "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 3
failures=0
fail() { failures=$((failures + 1)); printf 'FAILED: %s\n' "$*"; sed 's/^/    stderr: /' err | head -5; }

# run ARGUMENT...: sets $status; leaves out and err.
run() {
  timeout "$limit_s" "$program" "$@" >out 2>err </dev/null
  status=$?
}

# refused NAME PATTERN ARGUMENT...: exit status 2, nothing on stdout, a message of one line that
# holds PATTERN (extended, case-blind) and, behind a semicolon, what to do.
refused() {
  local name=$1 pattern=$2
  shift 2
  run "$@"
  [ "$status" = 2 ] || fail "$name: exit status $status, not 2"
  [ -s out ] && fail "$name: something on stdout"
  grep -qiE -- "$pattern" err || fail "$name: no message with '$pattern'"
  grep -q '; ' err || fail "$name: the message has no remedy"
  [ "$(grep -c . err)" -le 1 ] || fail "$name: more than one line on stderr"
}

# misused NAME PATTERN ARGUMENT...: bad usage: exit status 2 and a message with PATTERN.
misused() {
  local name=$1 pattern=$2
  shift 2
  run "$@"
  [ "$status" = 2 ] || fail "$name: exit status $status, not 2"
  grep -qiE -- "$pattern" err || fail "$name: no message with '$pattern'"
}

# read_well NAME ARGUMENT...: exit status 0 or 1.
read_well() {
  local name=$1
  shift
  run "$@"
  case "$status" in 0 | 1) ;; *) fail "$name: exit status $status, not 0 or 1" ;; esac
}

# warned NAME PATTERN ARGUMENT...: read, with a warning that holds PATTERN.
warned() {
  local name=$1 pattern=$2
  shift 2
  read_well "$name" "$@"
  grep -qiE -- "$pattern" err || fail "$name: no warning with '$pattern'"
}

cat >en.txt <<'END'
Charter of the River Towns

1. The towns share one watch over the river from 1 March 2019.

2. Each town keeps two boats ready, day and night.

3. Whoever sees the water rise tells the other towns within 6 hours.
END
cat >fr.txt <<'END'
Charte des villes du fleuve

1. Les villes veillent ensemble sur le fleuve à compter du 1er mars 2019.

2. Chaque ville tient deux bateaux prêts, de jour comme de nuit.

3. Quiconque voit monter l'eau en avertit les autres villes dans les 6 heures.
END

# ---- the ground: without this nothing below says anything
read_well "two good files" compare en.txt fr.txt
read_well "a file against itself" compare en.txt en.txt

# ---- files that can't be read
refused "no such file" 'none\.txt.*(exist|no such)' compare en.txt none.txt
refused "no such original" 'none\.txt' compare none.txt fr.txt
refused "no such folder" 'no/where\.txt' compare en.txt no/where.txt
mkdir folder.txt
refused "a folder" 'folder\.txt.*(directory|folder)' compare en.txt folder.txt
: >empty.txt
refused "an empty file" 'empty\.txt.*empty' compare en.txt empty.txt
printf ' \n\t\n\n' >blank.txt
refused "nothing but white space" 'blank\.txt' compare en.txt blank.txt
printf '\xef\xbb\xbf' >bom.txt
refused "nothing but a byte-order mark" 'bom\.txt' compare en.txt bom.txt
if [ "$(id -u)" != 0 ]; then
  cp fr.txt closed.txt && chmod 000 closed.txt
  refused "no permission" 'closed\.txt.*permi' compare en.txt closed.txt
fi
ln -s loop.txt loop.txt
refused "a link to itself" 'loop\.txt' compare en.txt loop.txt

# ---- files that are no text
head -c 100000 "$(command -v bash)" >binary.txt
refused "a program" 'binary\.txt.*(binary|program)' compare en.txt binary.txt
{ printf 'PK\003\004\024\000\000\000\010\000'; head -c 5000 /dev/urandom; } >archive.txt
refused "an archive" 'archive\.txt' compare en.txt archive.txt
{ printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'; head -c 5000 /dev/zero; } >picture.txt
refused "a picture" 'picture\.txt' compare en.txt picture.txt
refused "a device without end" '/dev/zero' compare en.txt /dev/zero
refused "a pipe" 'pipe' compare en.txt <(cat fr.txt)
refused "an empty device" '/dev/null' compare en.txt /dev/null

# ---- encodings
refused "an encoding that does not exist" 'klingon' compare en.txt fr.txt --encoding klingon
{
  cat fr.txt
  printf '\n4. Été comme hiver, la société des bateliers répare les quais dégradés à ses frais.\n'
  printf '\n5. Le pr\xe9sident convoque l\x27assemblée générale, où chaque cité est représentée.\n'
} >mixed.txt
warned "two encodings in one file" 'mixed\.txt' compare en.txt mixed.txt --format json
grep -q 'représentée' out || fail "two encodings in one file: text is lost"
head -c -1 fr.txt >cut.txt && printf ' Fait \xc3' >>cut.txt
warned "cut in mid-character" 'cut\.txt' compare en.txt cut.txt --format json
grep -q 'dans les 6 heures' out || fail "cut in mid-character: the last clause is lost"
iconv -f UTF-8 -t UTF-16LE fr.txt | head -c -1 >cut16.txt
read_well "UTF-16 cut in mid-character" compare en.txt cut16.txt --encoding UTF-16LE
iconv -f UTF-8 -t WINDOWS-1252 fr.txt >latin.txt
read_well "windows-1252, detected" compare en.txt latin.txt --format json
grep -q 'prêts' out || fail "windows-1252, detected: 'prêts' is not there"

# ---- size
truncate -s 1G huge.txt
refused "a file of 1 GB" 'huge\.txt.*(limit|more than|larger|large).*--max-bytes' compare en.txt huge.txt

# ---- texts that are odd, but texts
printf '1. \n2. \n3. \n' >labels.txt
read_well "labels without text" compare en.txt labels.txt
printf '99999999999999999999999. Too many.\n' >number.txt
read_well "a number without end" compare en.txt number.txt
printf '1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1 Deep.\n' >deep.txt
read_well "a label of 32 levels" compare en.txt deep.txt
printf '1. a\0b\n' >nul.txt
run compare en.txt nul.txt
case "$status" in 0 | 1 | 2) ;; *) fail "a NUL: exit status $status" ;; esac
cp fr.txt 'a name = of two words.txt'
read_well "a name with spaces and =" compare en.txt 'a name = of two words.txt'
cp fr.txt -- '-dash.txt'
read_well "a name with a dash" compare en.txt ./-dash.txt
read_well "a stated language" compare en=en.txt fr=fr.txt
head -c -1 fr.txt >unended.txt
read_well "no final line feed" compare en.txt unended.txt

# ---- usage
misused "no subcommand" 'subcommand'
misused "an unknown subcommand" 'paint' paint
misused "an unknown option" 'colour-of-ink' compare en.txt fr.txt --colour-of-ink
misused "an unknown output format" 'papyrus' compare en.txt fr.txt --format papyrus
misused "one file" 'translation' compare en.txt
for option in --help --version; do
  run "$option"
  [ "$status" = 0 ] && [ -s out ] || fail "$option: exit status $status, or nothing on stdout"
done

# ---- many files at once: the good ones are taken, the bad ones named, and the status tells
misused "import of a missing file" 'none\.txt: .*; ' import work --db none.db --original none.txt
misused "import of good and bad files" 'empty\.txt: .*; ' \
  import work --db store.db --original en.txt empty.txt fr.txt
"$program" status --db store.db 2>err | grep -q 'fr\.txt' || fail "a bad file kept a good one out"

# ---- where the results go
set -o pipefail
"$program" compare en.txt fr.txt --format json 2>err | head -c 1 >/dev/null
status=$?
case "$status" in 0 | 1 | 141) ;; *) fail "a reader that leaves: exit status $status" ;; esac
[ -s err ] && fail "a reader that leaves: something on stderr"
"$program" compare en.txt fr.txt --format json >/dev/full 2>err
status=$?
case "$status" in 2 | 3) ;; *) fail "a full disk: exit status $status" ;; esac
[ -s err ] || fail "a full disk: no message"

[ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
echo "all cases passed"
