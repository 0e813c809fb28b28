#!/usr/bin/env bash
# A file that is one line of 100 MB: compared within 4 GB of memory, or refused with what to do.
set -u
program=${SYNOPTIC:?names the program to test}
if [ "${SYNOPTIC_SANITIZE:-OFF}" = ON ]; then
  echo "SKIPPED: sanitizers reserve more than 4 GB of addresses for themselves"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 3

printf '1. The towns share one watch over the river.\n' >short.txt
{
  printf '1. '
  head -c 100000000 /dev/zero | tr '\0' 'a'
  echo
} >line.txt
ulimit -v 4194304
timeout 200 "$program" compare short.txt line.txt >out 2>err </dev/null
status=$?
case "$status" in
  0 | 1) ;;
  2) grep -q 'line\.txt.*; ' err || { echo "refused without a remedy:"; cat err; exit 1; } ;;
  *) echo "exit status $status:"; cat err; exit 1 ;;
esac
