# Writes an invented statute: parts, chapters and articles with numbered paragraphs, lettered and
# Roman items, in lines wrapped at 78 columns.  The same arguments give the same bytes.
# usage: awk -v bytes=5000000 -f statute.awk
function random(n) { state = (state * 16807) % 2147483647; return state % n }

function clause(words,    made, i) {
  made = ""
  for (i = 0; i < words; ++i) {
    made = made (i ? " " : "") word[1 + random(word_count)]
    if (i + 1 < words && random(11) == 0) made = made ","
    if (random(60) == 0) made = made " " 1 + random(30) " " month[1 + random(12)] " " 1950 + random(70)
    if (random(50) == 0) made = made " article " 1 + random(400)
  }
  return made
}

# Prints `text` behind `label`, later lines set in by `indent` columns.
function put(label, text, indent,    rest, line, count, parts, i) {
  count = split(label " " text, parts, " ")
  line = sprintf("%" indent "s", "")
  rest = indent
  for (i = 1; i <= count; ++i) {
    if (rest > indent && rest + 1 + length(parts[i]) > 78) {
      emit(line)
      line = sprintf("%" indent "s", "")
      rest = indent
    }
    line = line (rest > indent ? " " : "") parts[i]
    rest += (rest > indent ? 1 : 0) + length(parts[i])
  }
  emit(line)
}

function emit(line) { print line; written += length(line) + 1 }

function roman(n) { return substr("i   ii  iii iv  v   vi  vii viiiix  x   ", 4 * n - 3, 4) }

function items(count, depth,    i, label) {
  for (i = 1; i <= count; ++i) {
    label = depth == 1 ? substr("abcdefghij", i, 1) : roman(i)
    sub(/ +$/, "", label)
    put("(" label ")", clause(6 + random(22)) (i == count ? "." : ";"), 4 * depth)
    if (depth == 1 && random(8) == 0) items(2 + random(3), 2)
  }
}

BEGIN {
  state = 20261
  word_count = split("the ferry harbour warden shall keep a register of every vessel that lies at" \
    " its quays and no keeper may refuse light water or shelter to crew in distress unless council" \
    " orders otherwise by notice under seal each lock bridge sluice lamp buoy mooring toll pilot" \
    " inspector owner tenant miller fisher is liable for damage caused with intent or by neglect" \
    " within days after receipt an appeal lies before board which decides on written statements" \
    " fees are paid in advance where bank rises above mark gates must be closed until tide turns" \
    , word, " ")
  split("January February March April May June July August September October November December" \
    , month, " ")
  emit("Statute of the Inland Waters")
  emit("")
  while (written < bytes) {
    if (article % 60 == 0) { emit("PART " ++part); emit(""); put("", toupper(clause(4)), 0); emit("") }
    if (article % 12 == 0) { emit("Chapter " ++chapter); emit(""); put("", clause(5), 0); emit("") }
    emit("Article " ++article)
    put("", clause(3), 0)
    emit("")
    paragraphs = 1 + random(5)
    for (p = 1; p <= paragraphs; ++p) {
      if (random(3) == 0) {
        put("(" p ")", clause(12 + random(20)) ":", 0)
        items(2 + random(6), 1)
      } else {
        put("(" p ")", clause(20 + random(60)) ".", 0)
        if (random(5) == 0) put("", clause(20 + random(30)) ".", 0)
      }
      emit("")
    }
  }
}
