#!/usr/bin/env bash
# The sample work printed to PDF by a real browser: its outline is that of the text.
# Skipped where node, Chromium or pdftotext are missing; CHROMIUM says which browser to start.
set -u
program=${SYNOPTIC:?names the program to test}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$here/../../translations/port-cities
export CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser)}

skip() { echo "skipped: $*"; exit 77; }
command -v node >/dev/null || skip "node is missing"
command -v pdftotext >/dev/null || skip "pdftotext is missing (apt-get install poppler-utils)"
[ -n "$CHROMIUM" ] || skip "Chromium is missing"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node "$here/pdf_test.js" "$program" "$work" "$folder"
