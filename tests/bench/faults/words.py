"""Words of the languages in which faults of wording can be made; others get the rest of the kinds.

Each table goes by primary language tag.  NUMBERS: words for numbers that can stand for each other;
MONTHS in order; REFERENCES: what stands before the number of a clause; NEGATION: rewritings that
take a negation away or put one in; OBLIGATION: rewritings that turn duty into leave or back.
A rewriting is (regular expression, replacement); \\b is a border of words, and none is needed
where words are not spaced.
"""

NUMBERS = {
    'en': 'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty sixty ninety'.split(),
    'fr': 'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante soixante'.split(),
    'de': 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreissig dreißig vierzig'.split(),
    'it': 'due tre quattro cinque sei sette otto nove dieci dodici quindici venti trenta quaranta sessanta'.split(),
    'es': 'dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cuarenta sesenta'.split(),
    'af': 'twee drie vier vyf ses sewe agt nege tien twaalf vyftien twintig dertig veertig sestig'.split(),
}
# Where numbers are written in Han: a figure of a number that counts something.
HAN_DIGITS = '二三四五六七八九'
HAN_COUNTED = r'(?<!第)(?<![一二三四五六七八九十百千])([二三四五六七八九])(?=[十百]?[日年個个月人分倍名歲岁萬万億亿次天])'

MONTHS = {
    'en': 'January February March April May June July August September October November December'.split(),
    'fr': 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(),
    'de': 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(),
    'it': 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(),
    'es': 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(),
    'af': 'Januarie Februarie Maart April Mei Junie Julie Augustus September Oktober November Desember'.split(),
}

REFERENCES = {
    'en': r'sections?|subsections?|articles?|paragraphs?|subparagraphs?|items?|chapters?|schedules?|parts?|rules?|annex',
    'fr': r'articles?|paragraphes?|alinéas?|sous-alinéas?|chapitres?|sections?|annexes?|al\.|art\.|let\.',
    'de': r'Artikel[ns]?|(?:Unter)?[Aa]bsatz(?:es)?|Absätzen?|Kapiteln?|Buchstaben?|Nummern?|Abschnitts?|Anhang|Abs\.|Art\.|Bst\.|Ziffern?',
    'it': r'articol[oi]|paragraf[oi]|capoversi?o?|capitolo|lettera|cpv\.|art\.|lett\.|sezione|allegato',
    'es': r'artículos?|párrafos?|apartados?|capítulos?|sección|anexo|letra',
    'af': r'artikels?|subartikels?|paragrawe|paragraaf|items?|hoofstuk(?:ke)?|bylae|deel',
}
HAN_REFERENCE = r'(?<=第)([一二三四五六七八九十百0-9]+)(?=[條条項项款章節节])'

NEGATION = {
    'en': [(r'\b(shall|may|must|is|are|was|were|does|do|has|have|will|can|should|be|or|if|and) not\b', r'\1'),
           (r'\b(shall|must|may|is|are|will|has|can|should)\b(?! not| no\b| only)', r'\1 not')],
    'fr': [(r'\b(?:ne |n[’\'])(\w+) (?:pas|plus)\b', r'\1'),
           (r'(?<!ne )\b(doit|doivent|peut|peuvent|sont|sera|seront|constitue|constituent)\b(?! pas)',
            r'ne \1 pas'), (r'(?<![n’\'(])\b(est|a|ont)\b(?= \w)(?! pas)', r'n’\1 pas')],
    'de': [(r' nicht\b(?! nur)', r''), (r'\bkein(e[nmrs]?)?\b', r'ein\1'),
           (r'\b(darf|dürfen|kann|können|muss|müssen|ist|sind|wird|werden|gilt|gelten|hat)\b(?= \w+)(?! nicht| kein)',
            r'\1 nicht')],
    'it': [(r'\b[Nn]on (?!solo)', r''),
           (r'(?<!non )\b(può|possono|deve|devono|è|sono|ha|hanno|si applica|si applicano)\b', r'non \1')],
    'es': [(r'\bno (?!sólo|solo)', r''), (r'(?<!no )\b(podrá|podrán|puede|pueden|debe|deben|deberá|es|son)\b', r'no \1')],
    'af': [(r' nie\b([^.;:]*) nie\b', r'\1'),
           (r'(?<!nie )\b(mag|moet|kan|is|word|het|sal)\b(?! nie| geen)([^.;:,]{8,}?)(?=[.;])', r'\1 nie\2 nie')],
    'zh': [(r'不得', '得'), (r'不(?=能|應|应|可|適用|适用|受|在此限|予|超過|超过|足)', ''), (r'[未無](?=[經经獲正能])', ''),
           (r'(?<![不適相反對供因响响])(應|应当|应该|得由|可以|适用|適用)', r'不\1')],
}
NEGATION['zh-Hant'] = NEGATION['zh']

OBLIGATION = {
    'en': [(r'\b(?:shall|must)\b(?! not)', 'may'), (r'\bmay\b(?! not)', 'must'), (r'\bmay\b(?! not)', 'shall')],
    'fr': [(r'\bdoit\b', 'peut'), (r'\bdoivent\b', 'peuvent'), (r'(?<!ne )\bpeut\b', 'doit'),
           (r'(?<!ne )\bpeuvent\b', 'doivent')],
    'de': [(r'\b(?:muss|soll|hat)\b(?=.* zu \w+en\b)|\bmuss\b|\bsoll\b', 'kann'), (r'\b(?:müssen|sollen)\b', 'können'),
           (r'\b(?:kann|darf)\b(?! nicht)', 'muss'), (r'\b(?:können|dürfen)\b(?! nicht)', 'müssen')],
    'it': [(r'\bdeve\b', 'può'), (r'\bdevono\b', 'possono'), (r'(?<!non )\bpuò\b', 'deve'),
           (r'(?<!non )\bpossono\b', 'devono')],
    'es': [(r'\bdeberá\b', 'podrá'), (r'\bdeberán\b', 'podrán'), (r'\bdebe\b', 'puede'), (r'\bdeben\b', 'pueden'),
           (r'(?<!no )\bpodrá\b', 'deberá'), (r'(?<!no )\bpuede\b', 'debe'), (r'(?<!no )\bpodrán\b', 'deberán')],
    'af': [(r'\bmoet\b', 'mag'), (r'\b(?:mag|kan)\b(?! nie| geen)', 'moet')],
    'zh': [(r'应当|必须|應當|必須', '可以'), (r'(?<![不无無])可以', '应当'),
           (r'(?<![不適相反對供因回響])應(?![用收付變酬聘徵])', '得'), (r'(?<=[，者關府會])得(?=[由以為向經視依請])', '應')],
}
