# Writes an invented text in two invented languages, one sentence a line, and how they pair.
# Each word has one counterpart; some are left out, replaced or put in, sentences are merged, split,
# and lost.  The same arguments give the same bytes.
# usage: awk -v sentences=1000 -v seed=1 -v kind=plain -v out=FOLDER/NAME -f parallel_text.awk
# kind: plain; missing: the middle third is lost on the translation's side; insertion: there is a
# passage of a tenth of the length that only the translation has.
# Writes NAME.src, NAME.tgt and NAME.gold (a line a bead, [0,1]:[0]).
function random(n) { state = (state * 16807) % 2147483647; return state % n }

# Word number w of a language: consonants and vowels by its digits.  The languages have no consonant
# in common, so that no word is like another by chance; one rare word in forty is a name, which both
# write alike.
function word(w, consonants, vowels,    made) {
  if (w > 100 && w % 40 == 0) consonants = "hjqwxyc"
  made = ""
  w += 40
  while (w > 0) {
    made = made substr(consonants, 1 + w % 7, 1) substr(vowels, 1 + int(w / 7) % 5, 1)
    w = int(w / 35)
  }
  return made
}
function original_word(w) { return word(w, "bdfgklm", "aeiou") }
function translated_word(w) {
  return word(w > 100 && w % 40 == 0 ? w : (w * 7919 + 13) % vocabulary, "nprstvz", "aeiou")
}

# Common words are common: the rank falls off as in a language.
function draw() { return int(exp(random(100000) / 100000 * log(vocabulary))) }

function sentence(    count, k) {
  count = 4 + random(18)
  drawn = 0
  for (k = 0; k < count; ++k) drawn_word[drawn++] = draw()
}

function original_text(    made, k) {
  made = ""
  for (k = 0; k < drawn; ++k) made = made (k ? " " : "") original_word(drawn_word[k])
  return made "."
}

function translated(from, to,    made, k, w) {
  made = ""
  for (k = from; k < to; ++k) {
    if (random(10) == 0) continue
    w = random(8) == 0 ? draw() : drawn_word[k]
    made = made (made == "" ? "" : " ") translated_word(w)
    if (random(12) == 0) made = made " " translated_word(draw())
  }
  return made == "" ? "no" : made
}

function bead(originals, translations,    line, k) {
  line = "["
  for (k = 0; k < originals; ++k) line = line (k ? "," : "") n + k
  line = line "]:["
  for (k = 0; k < translations; ++k) line = line (k ? "," : "") m + k
  print line "]" > gold
  n += originals
  m += translations
}

function lone_translation() {
  sentence()
  print translated(0, drawn) "." > target
  bead(0, 1)
}

BEGIN {
  state = 1 + seed * 48271 % 2147483646
  vocabulary = 20000
  source = out ".src"; target = out ".tgt"; gold = out ".gold"
  first_lost = kind == "missing" ? int(sentences / 3) : sentences
  last_lost = kind == "missing" ? int(2 * sentences / 3) : sentences
  while (n < sentences) {
    if (kind == "insertion" && !inserted && n >= sentences / 2) {
      for (k = 0; k < sentences / 10; ++k) lone_translation()
      inserted = 1
    }
    sentence()
    print original_text() > source
    if (n >= first_lost && n < last_lost) { bead(1, 0); continue }
    turn = random(100)
    if (turn < 2) {
      bead(1, 0)
    } else if (turn < 4) {
      print translated(0, drawn) "." > target
      bead(1, 1)
      lone_translation()
    } else if (turn < 8 && drawn > 7) {
      half = int(drawn / 2)
      print translated(0, half) "." > target
      print translated(half, drawn) "." > target
      bead(1, 2)
    } else if (turn < 12 && n + 1 < sentences && n + 1 != first_lost) {
      one = translated(0, drawn)
      sentence()
      print original_text() > source
      print one ", " translated(0, drawn) "." > target
      bead(2, 1)
    } else {
      print translated(0, drawn) "." > target
      bead(1, 1)
    }
  }
}
