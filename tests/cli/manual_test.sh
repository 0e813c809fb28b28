#!/usr/bin/env bash
# The manual page knows every subcommand and every option that the program has.
set -u
program=${SYNOPTIC:?names the program to test}
page=$(dirname "${BASH_SOURCE[0]}")/../../docs/synoptic.1
manual=$(sed 's/\\-/-/g' "$page")
failures=0

options_of() { "$program" "$@" --help | grep -oE '(^|[ ,])--[a-z][a-z-]*' | tr -d ' ,' | sort -u; }
known() { grep -qE -- "(^|[^a-z-])$1([^a-z-]|\$)" <<<"$manual"; }

subcommands=$("$program" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]\{1,\}\) .*/\1/p')
[ -n "$subcommands" ] || { echo "--help lists no subcommand"; exit 1; }
for subcommand in $subcommands; do
  grep -q "^\.SS synoptic $subcommand " "$page" ||
    { echo "not in the manual: $subcommand"; failures=$((failures + 1)); }
  for option in $(options_of "$subcommand"); do
    known "$option" ||
      { echo "not in the manual: $subcommand $option"; failures=$((failures + 1)); }
  done
done
[ "$failures" = 0 ]
