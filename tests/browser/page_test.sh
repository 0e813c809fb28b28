#!/usr/bin/env bash
# The review page in a real browser: keys, filters, linked words, accessibility by axe.
# Skipped where node, playwright-core, axe-core or Chromium are missing; NODE_PATH says where the two
# packages are, CHROMIUM which browser to start.
set -u
program=${SYNOPTIC:?names the program to test}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$here/../../translations/port-cities
export CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser)}

skip() { echo "skipped: $*"; exit 77; }
command -v node >/dev/null || skip "node is missing"
[ -n "$CHROMIUM" ] || skip "Chromium is missing"
for package in playwright-core axe-core; do
  node -e "require('$package')" 2>/dev/null ||
    skip "the package $package is missing (npm install $package; NODE_PATH names node_modules)"
done

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" compare "$work/en.txt" "$work/drafts/fr.txt" "$work/drafts/ar.txt" "$work/zh.txt" \
  --format html --output "$folder/page.html"
[ $? = 1 ] || { echo "compare should have found something"; exit 1; }
node "$here/page_test.js" "$folder/page.html"
