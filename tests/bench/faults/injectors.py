"""The faults: each takes the text of a clause and gives it back with one fault, or None.

An injector is called with (text, place, rng).  The `place` tells the language, the clause of the
original and what the whole translation holds, see Place.
"""
import re
import unicodedata

import words


class Place:
    """What an injector may know: `language` (primary tag), `original` (the text of the clause in
    the original), `names` (names of the translation), `acronyms`, `doubled` (words that the
    translation doubles by itself)."""

    def __init__(self, language, original, names, acronyms, doubled):
        self.language, self.original, self.names, self.acronyms = language, original, names, acronyms
        self.doubled = doubled


# The label of a clause, and those of a list that runs on in its text.
LABEL = re.compile(r'^\W*(?:(?:art|abs)[a-z.]*\s*)?(?:[(（]?[\w]{1,6}(?:bis|ter)?[.)）、:]+[)）]?\s*)*(?:\d+[a-z]*\s+)*', re.I)
HAN = re.compile(r'[\u3040-\u30ff\u3400-\u9fff]')


def body(text):
    """Where the text begins behind its label."""
    return LABEL.match(text).end()


def places(pattern, text, flags=0):
    return [m for m in re.finditer(pattern, text, flags) if m.start() >= body(text)]


def swap(text, match, new, group=0):
    return text[:match.start(group)] + new + text[match.end(group):]


def choose(rng, found):
    return rng.choice(found) if found else None


def in_reference(text, match, language):
    known = words.REFERENCES.get(language)
    before = text[max(0, match.start() - 60):match.start()]
    if re.search(r'[(（第.]$', before): return True
    return bool(known and re.search(r'\b(?:%s)\s*(?:[\d(][\w()]*[ ,]*(?:and|or|to|et|ou|und|oder|bis|e|o|en|of|y)?\s*)*$'
                                    % known, before, re.I))


def in_date(text, match, language):
    around = text[max(0, match.start() - 18):match.end() + 18].lower()
    return any(month.lower() in around for month in words.MONTHS.get(language, ())) or '年' in around


def other_figure(rng, number):
    k = rng.randrange(len(number))
    digits = [c for c in map(str, range(10)) if c != number[k] and not (k == 0 and c == '0')]
    return number[:k] + rng.choice(digits) + number[k + 1:]


# The pages of a gazette ("AS 2010 933"), which each language has its own of.
GAZETTE = re.compile(r'[A-Z][A-Za-z]+ (?:1[89]|20)\d\d(?: [IVX]+)?(?: \d+)*')


def figures(text, place):
    found = places(r'(?<![\w.,:/#-])[0-9]{1,7}(?![\w/:-])(?![.,]\d)', text)
    found = [m for m in found if not re.match(r'\W*\w*\W*$', text[:m.start()])]  # a heading's number
    pages = [m.span() for m in GAZETTE.finditer(text) if ' ' in m.group().partition(' ')[2]]
    found = [m for m in found if not any(a <= m.start() < b for a, b in pages)]
    return [m for m in found if not in_reference(text, m, place.language) and not in_date(text, m, place.language)
            and not re.match(r'\s*[).]?\s*$|[)]', text[m.end():m.end() + 3])]


def number_digits(text, place, rng):
    m = choose(rng, figures(text, place))
    return m and swap(text, m, other_figure(rng, m.group()))


def number_dropped(text, place, rng):
    m = choose(rng, [m for m in figures(text, place) if text[m.end():m.end() + 1] != '%'])
    return m and (text[:m.start()] + text[m.end():].lstrip(' \u00a0') if text[m.end():] else None)


def number_word(text, place, rng):
    if place.language == 'zh':
        m = choose(rng, places(words.HAN_COUNTED, text))
        return m and swap(text, m, rng.choice([c for c in words.HAN_DIGITS if c != m.group()]))
    known = words.NUMBERS.get(place.language)
    if not known: return None
    m = choose(rng, places(r'\b(?:%s)\b' % '|'.join(known), text))
    return m and swap(text, m, rng.choice([w for w in known if w != m.group()]))


def date(text, place, rng):
    if place.language == 'zh':
        m = choose(rng, places(r'[0-9一二三四五六七八九十]+(?=[年月日])', text))
        if not m: return None
        if m.group().isdigit(): return swap(text, m, other_figure(rng, m.group()))
        return swap(text, m, rng.choice([c for c in words.HAN_DIGITS if c != m.group()]))
    months = words.MONTHS.get(place.language)
    if not months: return None
    name = '|'.join(months)
    day = r'(?:(\d{1,2})(?:\.|er|º|st|nd|rd|th|de)?\s+(?:de\s+)?(%s)|(%s)\s+(\d{1,2}),?)\s+(?:de\s+)?(\d{4})' % (name, name)
    m = choose(rng, places(day, text, re.I))
    if not m: return None
    part = rng.choice([g for g in range(1, 6) if m.group(g)])
    if part in (2, 3):
        return swap(text, m, rng.choice([x for x in months if x.lower() != m.group(part).lower()]), part)
    if part == 5: return swap(text, m, str(int(m.group(5)) + rng.choice([-10, -1, 1, 10])), part)
    return swap(text, m, str(rng.choice([d for d in range(1, 29) if d != int(m.group(part))])), part)


def reference(text, place, rng):
    if place.language == 'zh':
        m = choose(rng, [m for m in places(words.HAN_REFERENCE, text) if m.start() > 1])
        if not m: return None
        if m.group().isdigit(): return swap(text, m, other_figure(rng, m.group()))
        last = m.group()[-1]
        return swap(text, m, m.group()[:-1] + rng.choice([c for c in words.HAN_DIGITS if c != last]))
    known = words.REFERENCES.get(place.language)
    if not known: return None
    found = places(r'\b(?:%s)\s+(\d{1,3}|\([0-9a-z]{1,2}\))(\([0-9a-z]{1,2}\))?' % known, text, re.I)
    m = choose(rng, [m for m in found if m.start() > 0])  # it is a label there
    if not m: return None
    group = 2 if m.group(2) and rng.random() < .5 else 1
    inner = m.group(group).strip('()')
    new = str(int(inner) + rng.choice([1, 2])) if inner.isdigit() else rng.choice(
        [c for c in 'abcdefg' if c != inner])
    return swap(text, m, m.group(group).replace(inner, new), group)


def name(text, place, rng):
    reference_words = re.compile('(?:%s)$' % words.REFERENCES.get(place.language, '$^'), re.I)
    found = [m for m in places(r"(?<![.!?:] )(?<!^)\b[^\W\d_]{4,}\b", text) if m.group() in place.names
             and not reference_words.match(m.group())]
    m = choose(rng, found)
    others = [n for n in place.names if n not in text and not reference_words.match(n)
              and not (m and n[:4].lower() == m.group()[:4].lower())]
    return swap(text, m, rng.choice(others)) if m and others else None


def acronym(text, place, rng):
    m = choose(rng, [m for m in places(r'\b[^\W\d_]{2,6}\b', text) if m.group() in place.acronyms])
    if not m: return None
    others = [a for a in place.acronyms if a not in text and a not in place.original]  # not an exchange
    if others and rng.random() < .5: return swap(text, m, rng.choice(others))
    k = rng.randrange(len(m.group()))
    letter = rng.choice([c for c in 'ABCDEFGHKLMNOPRSTUVW' if c != m.group()[k]])
    return swap(text, m, m.group()[:k] + letter + m.group()[k + 1:])


def sentences(text):
    # "ch. II" and "para. A" are no ends of sentences.
    return [s for s in re.findall(
        r'.+?(?:[.!?](?:\s+(?=\W*[^\W\d_a-z])(?!(?:[IVXLC]+|[A-Z])\b)|$)|[。！？]|$)', text, re.S) if s.strip()]


def sentence_lost(text, place, rng):
    start = body(text)
    found = sentences(text[start:])
    least = 10 if HAN.search(text) else 30
    lost = choose(rng, [i for i, s in enumerate(found) if len(found) > 1 and len(s.strip()) >= least])
    if lost is None: return None
    return (text[:start] + ''.join(s for i, s in enumerate(found) if i != lost)).rstrip()


def rewritten(table):
    def rewrite(text, place, rng):
        rules = list(table.get(place.language, ()))
        rng.shuffle(rules)
        for pattern, new in rules:
            m = choose(rng, places(pattern, text))
            if m: return swap(text, m, m.expand(new))
        return None
    return rewrite


def bracket(text, place, rng):
    found = places(r'[(（\[「](?P<inner>[^()（）\[\]「」]{4,})[)）\]」]', text)
    m = choose(rng, found)
    if not m: return None
    at = rng.choice([m.start(), m.end() - 1])
    return text[:at] + text[at + 1:]


def misread(piece, rng):
    """`piece` in UTF-8 as a program shows it that takes it for another encoding."""
    for encoding in rng.sample(['cp1252', 'cp1252', 'mac_roman', 'latin-1'], 4):
        try: return piece.encode('utf-8').decode(encoding)
        except UnicodeDecodeError: pass
    return '\ufffd' * len(piece)


def mojibake(text, place, rng):
    found = places(r'[\w’“”–-]*[^\W\x00-\x7f][\w’“”–-]*', text) if not HAN.search(text) else places(HAN.pattern, text)
    m = choose(rng, found)
    if m: return swap(text, m, misread(m.group(), rng))
    m = choose(rng, places(r"[’'“”\"–-]", text))
    mark = {"'": '’', '"': '”', '-': '–'}
    return m and swap(text, m, misread(mark.get(m.group(), m.group()), rng))


LOOKALIKES = dict(zip('aeopcxyiAEOPCTHKMBX', 'аеорсхуіАЕОРСТНКМВХ'))
LOOKALIKES.update({v: k for k, v in LOOKALIKES.items()})
LOOKALIKES.update({'ο': 'o', 'ν': 'v', 'Α': 'A', 'Ο': 'O', 'Τ': 'T'})


def homoglyph(text, place, rng):
    found = [(m, k) for m in places(r'\b[^\W\d_]{4,}\b', text) for k, c in enumerate(m.group()) if c in LOOKALIKES]
    if not found: return None
    m, k = rng.choice(found)
    return swap(text, m, m.group()[:k] + LOOKALIKES[m.group()[k]] + m.group()[k + 1:])


def repeated_word(text, place, rng):
    if not re.search(r'\w \w', text): return None
    m = choose(rng, [m for m in places(r'(?<=\s)[^\W\d_]{2,}(?=\s)', text) if m.group().lower() not in place.doubled])
    return m and swap(text, m, m.group() + ' ' + m.group())


def untranslated(text, place, rng):
    same = unicodedata.normalize('NFC', text) == unicodedata.normalize('NFC', place.original)
    return None if same or len(place.original) < (15 if HAN.search(place.original) else 40) else place.original


def url(text, place, rng):
    m = choose(rng, re.findall(r'(?:https?://|www\.)[^\s<>()]+[\w/]|[\w.]+@[\w.]+\w', text))
    if not m: return None
    letters = [i for i, c in enumerate(m) if c.isalpha() and i > 8]
    if not letters: return None
    k = rng.choice(letters)
    return text.replace(m, m[:k] + ('x' if m[k] != 'x' else 'y') + m[k + 1:], 1)


# kind: (the injector, the checks made for such a fault)
KINDS = {
    'number-digits': (number_digits, {'number', 'amount', 'date', 'reference', 'citation'}),
    'number-word': (number_word, {'number', 'amount', 'date'}),
    'number-dropped': (number_dropped, {'number', 'amount', 'date', 'reference', 'citation'}),
    'date': (date, {'date', 'number', 'citation'}),
    'reference': (reference, {'reference', 'citation', 'number'}),
    'name': (name, {'name', 'term', 'inconsistent-translation'}),
    'acronym': (acronym, {'acronym', 'name', 'term'}),
    'sentence-lost': (sentence_lost, {'missing-text', 'truncated', 'length'}),
    'negation': (rewritten(words.NEGATION), {'negation', 'modality'}),
    'obligation': (rewritten(words.OBLIGATION), {'modality', 'negation'}),
    'bracket': (bracket, {'bracket', 'quotation'}),
    'mojibake': (mojibake, {'encoding-damage', 'control-character'}),
    'homoglyph': (homoglyph, {'script-mix'}),
    'repeated-word': (repeated_word, {'repeated-word'}),
    'untranslated': (untranslated, {'untranslated', 'wrong-language'}),
    'url': (url, {'url'}),
}
