#!/usr/bin/env bash
# An installed program works wherever it is moved: from another folder, with nothing of the build in
# its environment, and without naming the build in its bytes.
set -eu
program=${SYNOPTIC:?names the program to test}
build=$(dirname "$program")
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --prefix "$folder/here" >"$folder/log" || { cat "$folder/log"; exit 1; }
mv "$folder/here" "$folder/there"
cd "$folder"
for file in bin/synoptic share/man/man1/synoptic.1.gz share/doc/synoptic/copyright \
            share/doc/synoptic/findings.md share/locale/fr/LC_MESSAGES/synoptic.mo share/bash-completion/completions/synoptic; do
  [ -s "there/$file" ] || { echo "not installed, or empty: $file"; exit 1; }
done

env -i there/bin/synoptic --version
printf '1. A river.\n\n2. A town.\n' >a.txt
env -i there/bin/synoptic compare a.txt a.txt || [ $? = 1 ]  # 1: a text that is its own translation

env -i LC_ALL=fr_FR.UTF-8 there/bin/synoptic compare a.txt missing.txt 2>&1 | grep -q "n’existe pas" ||
  { echo "the installed program does not speak French under a French locale"; exit 1; }

if [ "${SYNOPTIC_SANITIZE:-OFF}" != ON ] && grep -qaF "$source" there/bin/synoptic; then
  echo "the program names the folder that it was built in:"
  strings -a there/bin/synoptic | grep -F "$source" | head -n 3
  exit 1
fi
