#!/usr/bin/env python3
"""Injects faults of content into clean translations and counts those that are flagged.

usage: python3 tests/bench/faults [--program build/synoptic] [CORPUS[:ORIGINAL] ...]

CORPUS is a folder, or the name of one in $SYNOPTIC_CORPORA/corpora (all that are listed in ORIGINALS
where none is given) with KEY.txt and KEY.truth.json; blocks are [id or null, label or null, text],
equal ids in two languages are the same clause.  ORIGINAL is a key, or ".LANG" for collections of
DOC.LANG keys.

Of each kind --count faults a corpus are made, spread over its documents; each changes one clause of
a copy of a translation (with --together several far apart in one copy).  A fault is flagged by a
finding about its clause, on either side, that the clean pair does not have.  The columns:
  faults    how many were made
  flagged   share with a new finding of any check, of severity error or warning
  apt       the same, of a check that is made for such faults
  hinted    share with a new finding of such a check of any severity
Then the findings of the clean pairs by 100 clauses.  --out writes a line of JSON a fault.
Standard library only.
"""
import argparse
import collections
import concurrent.futures
import glob
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

sys.dont_write_bytecode = True  # the folder stays as it is
from injectors import KINDS, Place

ORIGINALS = {'za': '.en', 'canada': '.en', 'swiss': '.de', 'taiwan': '.zh', 'cc': 'by.en', 'gdpr': 'gdpr.en',
             'udhr': 'eng'}
FAR = 8          # blocks between two faults of one copy
TOGETHER = 10    # faults of one copy
LABEL_LENGTH = 40  # characters between two units, at most
SKIPPED = 3000   # characters of the text that may be in no unit


def bare(text):
    kept = unicodedata.normalize('NFC', text)
    return ''.join(c for c in kept if not c.isspace() and unicodedata.category(c) not in ('Cf', 'Cc'))


def render(blocks):
    return '\n\n'.join((label + ' ' if label else '') + text for _, label, text in blocks) + '\n'


class Pair:
    """A translation with its original and what the injectors ask of it."""

    def __init__(self, folder, original, key):
        self.key = os.path.basename(folder) + '/' + key
        read = lambda k: json.load(open('%s/%s.truth.json' % (folder, k), encoding='utf-8'))
        self.original, truth = read(original)['blocks'], read(key)
        self.blocks, self.language = truth['blocks'], truth['bcp47'].split('-')[0]
        counts = collections.Counter(b[0] for b in self.original)
        self.by_id = {b[0]: b[2] for b in self.original if b[0] and counts[b[0]] == 1}
        text = ' '.join(b[2] for b in self.blocks)
        said = ' '.join(b[2] for b in self.original)
        seen = collections.Counter(re.findall(r"(?<![.!?:;] )(?<!^)\b[^\W\d_]{4,}\b", text))
        lower = {w for w in seen if w.islower()}
        self.names = sorted(w for w, n in seen.items() if n > 1 and w.istitle() and w.lower() not in lower
                            and (self.language != 'de' or w in said))
        self.acronyms = sorted({w for w in re.findall(r'\b[^\W\d_]{2,6}\b', text) if w.isupper() and
                                len(w) > 1 and w != w.lower() and not re.fullmatch('[IVXLCDM]+', w) and w in said})
        self.clauses = [i for i, b in enumerate(self.blocks) if b[0] in self.by_id and b[0][0] != 'h' and len(b[2]) > 8]
        # A word that the text itself doubles ("die die") may be doubled: that is no fault.
        self.doubled = {w.lower() for w in re.findall(r'\b([^\W\d_]+) \1\b', text, re.I)}
        self.clean = None

    def faulty(self, kind, index, rng):
        text = self.blocks[index][2]
        place = Place(self.language, self.by_id[self.blocks[index][0]], self.names, self.acronyms, self.doubled)
        if text.isupper(): return None
        new = KINDS[kind][0](text, place, rng)
        return new if new and bare(new) != bare(text) or kind == 'repeated-word' and new else None


def compare(program, original, translation):
    with tempfile.TemporaryDirectory() as folder:
        paths = folder + '/original.txt', folder + '/translation.txt'
        for path, blocks in zip(paths, (original, translation)):
            with open(path, 'w', encoding='utf-8') as file: file.write(render(blocks))
        run = subprocess.run([program, 'compare', *paths, '--format', 'json'], capture_output=True, timeout=120)
    if run.returncode not in (0, 1):
        raise RuntimeError('exit %d: %s' % (run.returncode, run.stderr.decode(errors='replace')[-300:]))
    return json.loads(run.stdout)


def blocks_of_units(units, blocks):
    """-> {unit id: set of the blocks that its text lies in}."""
    whole, owner = '', []
    for i, (_, label, text) in enumerate(blocks):
        piece = bare((label or '') + text)
        whole += piece
        owner += [i] * len(piece)
    begin, end, found = 0, 0, {}  # of the unit before
    for unit in units:
        text = bare(unit['text'])
        # Behind the unit before and a label; inside it, for an item of a list; or further on.
        start = whole.find(text, end, end + len(text) + LABEL_LENGTH)
        if start < 0: start = whole.find(text, begin, end)
        if start < 0: start = whole.find(text, end, end + len(text) + SKIPPED)
        if start < 0: start = whole.find(text[:20], end, end + SKIPPED)
        if not text or start < 0:
            found[unit['id']] = {owner[min(end, len(owner) - 1)]}
            continue
        begin, end = start, max(end, start + len(text))
        found[unit['id']] = set(owner[start:start + len(text)])
    return found


class Run:
    """What the program said of one pair, in terms of blocks of the translation."""

    def __init__(self, result, original, blocks):
        where = blocks_of_units(result['translation']['units'], blocks)
        at = {block[0]: {i} for i, block in enumerate(blocks) if block[0]}
        opposite = {unit: set().union(*(at.get(original[i][0], set()) for i in those))
                    for unit, those in blocks_of_units(result['original']['units'], original).items()}
        for pair in result['pairs']:
            for o in pair['original']:
                for t in pair['translation']: opposite[o] |= where[t]
        self.findings = []
        for f in result['findings']:
            own = set().union(*(where[t] for t in f['translation']))
            details = {k: v for k, v in f.get('details', {}).items() if k not in ('percent', 'path', 'found')
                       or k == 'found' and f['check'] in ('number', 'date')}
            key = f['check'], f['severity'], tuple(f['original']), tuple(sorted(own)), json.dumps(details, sort_keys=True)
            self.findings.append((key, own | set().union(*(opposite[o] for o in f['original'])), f))


def plan(pairs, kinds, count, seed, corpus):
    """-> [(pair, kind, block, new text)], up to `count` of each kind."""
    faults, used = [], set()
    for kind in kinds:
        rng, made = random.Random('%s/%s/%s' % (seed, corpus, kind)), 0
        places = [(p, i) for p in pairs for i in p.clauses]
        rng.shuffle(places)
        turns = sorted(((rng.random(), p.key) for p in pairs))
        by_pair = {p.key: [x for x in places if x[0] is p] for p in pairs}
        order = []
        while any(by_pair.values()):
            for _, key in turns:
                if by_pair[key]: order.append(by_pair[key].pop())
        for pair, index in order:
            if made == count: break
            if (pair.key, index) in used: continue
            text = pair.faulty(kind, index, rng)
            if not text: continue
            used.add((pair.key, index))
            faults.append((pair, kind, index, text))
            made += 1
    return faults


def grouped(faults, together):
    """Faults that share a copy: of one pair, each kind once, far apart."""
    groups = []
    for fault in faults:
        for group in groups if together else ():
            if (group[0][0] is fault[0] and len(group) < TOGETHER
                    and all(g[1] != fault[1] and abs(g[2] - fault[2]) >= FAR for g in group)):
                group.append(fault)
                break
        else:
            groups.append([fault])
    return groups


def score(program, group):
    pair = group[0][0]
    blocks = [list(b) for b in pair.blocks]
    for _, _, index, text in group: blocks[index][2] = text
    run = Run(compare(program, pair.original, blocks), pair.original, blocks)
    known = collections.Counter(key for key, _, _ in pair.clean.findings)
    rows = []
    for _, kind, index, text in group:
        old, new = known.copy(), []
        for key, where, finding in run.findings:
            if old[key] > 0: old[key] -= 1
            elif index in where: new.append(finding)
        rows.append({'pair': pair.key, 'kind': kind, 'clause': pair.blocks[index][0], 'was': pair.blocks[index][2],
                     'is': text, 'original': pair.by_id[pair.blocks[index][0]],
                     'findings': [[f['check'], f['severity'], f['message']] for f in new]})
    return rows


def table(title, rows):
    print('%-24s %6s %8s %8s %8s' % (title, 'faults', 'flagged', 'apt', 'hinted'))
    loud = lambda f: f[1] != 'info'
    for kind in [k for k in KINDS if any(r['kind'] == k for r in rows)] + ['all']:
        some = [r for r in rows if kind in (r['kind'], 'all')]
        apt = [[f for f in r['findings'] if f[0] in KINDS[r['kind']][1]] for r in some]
        share = lambda marks: '%.3f' % (sum(marks) / max(1, len(some)))
        print('%-24s %6d %8s %8s %8s' % (kind, len(some), share(any(map(loud, r['findings'])) for r in some),
                                         share(any(map(loud, a)) for a in apt), share(map(bool, apt))))


def clean_table(pairs):
    clauses = sum(len(p.clauses) for p in pairs)
    count = collections.Counter((f['check'], f['severity']) for p in pairs for _, _, f in p.clean.findings)
    loud = sum(n for (_, severity), n in count.items() if severity != 'info')
    print('clean: %d pairs, %d clauses, %.2f findings by 100 clauses, %.2f hints' % (
        len(pairs), clauses, 100 * loud / max(1, clauses), 100 * (sum(count.values()) - loud) / max(1, clauses)))
    for (check, severity), n in sorted(count.items(), key=lambda x: -x[1]):
        print('  %-26s %-8s %5d %6.2f' % (check, severity, n, 100 * n / max(1, clauses)))


def pairs_of(corpus, most, seed):
    folder, _, original = corpus.partition(':')
    if not os.path.isdir(folder): folder = os.path.join(os.environ.get('SYNOPTIC_CORPORA', ''), 'corpora', folder)
    original = original or ORIGINALS.get(os.path.basename(folder)) or sys.exit('faults: which is the original of ' + corpus)
    keys = sorted(os.path.basename(f)[:-len('.truth.json')] for f in glob.glob(folder + '/*.truth.json'))
    if not keys: sys.exit('faults: no KEY.truth.json in ' + folder)
    pairs = [(k.rsplit('.', 1)[0] + original if original[0] == '.' else original, k) for k in keys]
    pairs = [(o, k) for o, k in pairs if o != k and o in keys]
    if most and len(pairs) > most: pairs = sorted(random.Random(seed).sample(pairs, most))
    return [Pair(folder.rstrip('/'), o, k) for o, k in pairs]


def main():
    parser = argparse.ArgumentParser(prog='faults', description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('corpus', nargs='*', default=list(ORIGINALS))
    parser.add_argument('--program', default=os.environ.get('SYNOPTIC', 'build/synoptic'))
    parser.add_argument('--kinds', default=','.join(KINDS), help='comma-separated')
    parser.add_argument('--count', type=int, default=20, help='faults of a kind in a corpus (20)')
    parser.add_argument('--pairs', type=int, default=30, help='most pairs of a corpus, drawn by the seed (30); 0: all')
    parser.add_argument('--seed', default='1')
    parser.add_argument('--jobs', type=int, default=1)
    parser.add_argument('--together', action='store_true', help='several faults in one copy, far apart')
    parser.add_argument('--out', help='a line of JSON for every fault')
    given = parser.parse_args()
    kinds = given.kinds.split(',')
    for kind in set(kinds) - set(KINDS): sys.exit('faults: no kind ' + kind)
    every, all_pairs, out = [], [], open(given.out, 'w', encoding='utf-8') if given.out else None
    with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
        for corpus in given.corpus:
            faults = plan(pairs_of(corpus, given.pairs, given.seed), kinds, given.count, given.seed, corpus)
            pairs = list({fault[0].key: fault[0] for fault in faults}.values())
            look = lambda p: Run(compare(given.program, p.original, p.blocks), p.original, p.blocks)
            for pair, run in zip(pairs, pool.map(look, pairs)): pair.clean = run
            rows = sum(pool.map(lambda g: score(given.program, g), grouped(faults, given.together)), [])
            for row in rows if out else (): print(json.dumps(row, ensure_ascii=False), file=out)
            table(os.path.basename(corpus.partition(':')[0].rstrip('/')), rows)
            clean_table(pairs)
            every, all_pairs = every + rows, all_pairs + pairs
    if len(given.corpus) > 1:
        table('all corpora', every)
        clean_table(all_pairs)


if __name__ == '__main__': main()
