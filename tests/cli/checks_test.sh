#!/usr/bin/env bash
# `synoptic checks`: the list, one check, the data; docs/checks.md is what the program prints.
set -u
program=${SYNOPTIC:?names the program to test}
docs=$(dirname "${BASH_SOURCE[0]}")/../../docs
failures=0
fail() { failures=$((failures + 1)); echo "FAILED: $*"; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$program" checks >"$folder/list" || fail "the list: exit status $?"
grep -qE '^number +warning  ' "$folder/list" || fail "the list: no line of number"
"$program" checks --format json >"$folder/json" || fail "the data: exit status $?"
ids=$(cut -d' ' -f1 "$folder/list")
for id in $ids; do
  "$program" checks "$id" >"$folder/one" || fail "$id: exit status $?"
  grep -q "^$id, " "$folder/one" || fail "$id: its page does not begin with it"
  grep -q '^Fires on:$' "$folder/one" || fail "$id: no example that fires"
  grep -q '^Keeps silent on:$' "$folder/one" || fail "$id: no example that does not"
done
if command -v python3 >/dev/null; then
  python3 - "$folder/json" $ids <<'END' || fail "the data are not as they should be"
import json, sys
checks = json.load(open(sys.argv[1], encoding="utf-8"))
assert [c["id"] for c in checks] == sys.argv[2:]
for check in checks:
    assert check["title"] and check["message"] and check["looks_at"]
    assert check["severity"] in ("error", "warning", "info")
    assert {e["fires"] for e in check["examples"]} == {True, False}
END
fi
"$program" checks numbr >/dev/null 2>"$folder/err"
[ $? = 2 ] || fail "a check that is not there: exit status"
grep -q 'there is no check "numbr"; .*synoptic checks' "$folder/err" || fail "a check that is not there"

"$program" checks --format markdown >"$folder/checks.md" || fail "the page: exit status $?"
diff -u "$docs/checks.md" "$folder/checks.md" >"$folder/diff" || {
  head -20 "$folder/diff"
  fail "docs/checks.md is not what the program prints: build/synoptic checks --format markdown >docs/checks.md"
}
[ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
