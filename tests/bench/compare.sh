#!/usr/bin/env bash
# CPU time of a whole `compare`, start-up included: the mean over some runs, in milliseconds.
set -eu
program=${SYNOPTIC:?names the program to measure}
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=20

measure() {
  local name=$1 i
  shift
  "$program" compare "$@" >/dev/null 2>&1 || [ $? = 1 ]  # fills the caches
  TIMEFORMAT='%U %S'
  { time for ((i = 0; i < runs; ++i)); do
      "$program" compare "$@" --format json >/dev/null 2>&1 || true
    done; } 2>&1 |
    awk -v name="$name" -v runs="$runs" '{ printf "compare %s: %.1f ms CPU\n", name, ($1 + $2) * 1000 / runs }'
}

work=$top/translations/port-cities
for language in fr ja; do
  [ -f "$work/$language.txt" ] && measure "port-cities en $language" "$work/en.txt" "$work/$language.txt"
done
udhr=${SYNOPTIC_CORPORA:-/nonexistent}/corpora/udhr
for language in fra cmn_hans; do
  [ -f "$udhr/$language.txt" ] && measure "udhr eng $language" "$udhr/eng.txt" "$udhr/$language.txt"
done
