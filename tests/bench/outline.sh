#!/usr/bin/env bash
# CPU time and memory of a whole `outline` of an invented statute, at several lengths: it grows in
# line with the text.
set -eu
program=${SYNOPTIC:?names the program to measure}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for megabytes in 1 2.5 5; do
  text=$folder/statute.txt
  awk -v bytes="$(awk -v m="$megabytes" 'BEGIN { print m * 1000000 }')" -f "$here/statute.awk" >"$text"
  "$program" outline en="$text" >/dev/null  # fills the caches
  runs=5
  TIMEFORMAT='%U %S'
  { time for ((i = 0; i < runs; ++i)); do "$program" outline en="$text" >/dev/null; done; } 2>&1 |
    awk -v name="$megabytes MB" -v runs="$runs" \
      '{ printf "outline %s: %.0f ms CPU\n", name, ($1 + $2) * 1000 / runs }'
done
