# Strict F1 of a ladder of beads over those of both sides, and the share of gaps that are right.
# usage: awk -f ladder_score.awk GOLD LADDER
{ split($0, part, ":"); key = part[1] ":" part[2]; lone = part[1] == "[]" || part[2] == "[]" }
FNR == NR { gold[key] = 1; lone ? ++gold_gaps : ++gold_beads; next }
{ lone ? ++gaps : ++beads; if (key in gold) lone ? ++right_gaps : ++right }
END {
  printf "F1 %.4f", beads + gold_beads ? 2 * right / (beads + gold_beads) : 0
  if (gold_gaps + gaps) printf ", of gaps %.4f", 2 * right_gaps / (gold_gaps + gaps)
  print ""
}
