#!/usr/bin/env bash
# The sentence aligner: growth of CPU time and memory over an invented text whose truth is known,
# and the gold standards, where they are: how many beads are right, sentences a second.
# confidence_bench.cc prints how far the confidence can be believed.
set -eu
program=${SYNOPTIC:?names the program to measure}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
TIMEFORMAT='%U %S'

# The most memory of a command in MB; nothing where nobody tells.
memory_of() {
  if command -v python3 >/dev/null; then
    python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' "$@"
  fi
}

grow() {
  local kind=$1 sentences=$2 text=$folder/text seconds memory
  rm -f "$text".*
  awk -v sentences="$sentences" -v seed=7 -v kind="$kind" -v out="$text" -f "$here/parallel_text.awk"
  seconds=$({ time "$program" align --lang qaa,qab "$text.src" "$text.tgt" >"$folder/ladder"; } 2>&1 |
    awk '{ printf "%.2f", $1 + $2 }')
  memory=$(memory_of "$program" align --lang qaa,qab "$text.src" "$text.tgt")
  printf 'align %s %s: %s s CPU, %s sentences a second, %s MB, %s\n' "$kind" "$sentences" "$seconds" \
    "$(awk -v s="$seconds" -v n="$sentences" 'BEGIN { printf "%d", n / (s > 0 ? s : 0.01) }')" \
    "${memory:-?}" "$(awk -f "$here/ladder_score.awk" "$text.gold" "$folder/ladder")"
}

for sentences in 1000 10000 100000; do grow plain "$sentences"; done
for sentences in 1000 10000 100000; do grow missing "$sentences"; done
for sentences in 1000 10000 100000; do grow insertion "$sentences"; done

gold=${SYNOPTIC_CORPORA:-/nonexistent}/gold
script=${SYNOPTIC_CORPORA:-/nonexistent}/bench/beadbench.py
if [ ! -d "$gold" ] || [ ! -f "$script" ]; then
  echo "align: the gold standards are skipped: SYNOPTIC_CORPORA names no folder with gold/ and bench/"
  exit 0
fi
for mode in '' --batch; do
  echo "== beadbench $mode"
  python3 "$script" "$program" "$gold" $mode |
    awk '{ print }
      $2 ~ /\/$/ { split($3, n, "/"); sentences += $2 + n[1]; seconds += $NF }
      $2 ~ /[0-9]\/[0-9]/ { split($2, n, "/"); sentences += n[1] + n[2]; seconds += $NF }
      END { if (seconds > 0) printf "%d sentences of both sides a second\n", sentences / seconds }'
done
