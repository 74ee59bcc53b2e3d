"""Word lists for measuring transliteration, each a line word TAB count.

    relevance_words.py SETS SEED DAKSHINA ARCHIVE MILLION
"""
import collections
import json
import pathlib
import random
import re
import sys
import unicodedata

sets, seed = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f]+")
SYLLABLE = re.compile(r"[\u0904-\u0939\u0958-\u0961]\u093c?(?:\u094d[\u0915-\u0939]\u093c?)*[\u093e-\u094c]?[\u0900-\u0903]?|.")


def words(text):
    return WORD.findall(unicodedata.normalize("NFC", text))


def write(path, counts):
    with open(path, "w", encoding="utf8") as file:
        file.writelines(f"{word}\t{count}\n" for word, count in counts.items())


dakshina = collections.Counter()
for part in ("train", "dev"):
    for line in (sets / f"translit/dakshina.{part}.tsv").read_text("utf8").splitlines():
        _, word, attested = line.split("\t")
        dakshina[unicodedata.normalize("NFC", word)] += int(attested)
write(sys.argv[3], dakshina)

archive = collections.Counter(dakshina)
for file in ("ntrex/bodies", "xquad/articles", "pud/articles"):
    for line in (sets / f"{file}.jsonl").read_text("utf8").splitlines():
        for text in json.loads(line).values():
            archive.update(words(str(text)))
archive.update(words((sets.parent / "bench/sentences.txt").read_text("utf8")))
for file in [*seed.glob("*.tsv"), sets / "conflation/unimorph.tsv"]:
    for word in words(file.read_text("utf8")):
        archive.setdefault(word, 1)
write(sys.argv[4], archive)

million = dict(archive)
chance = random.Random(1)
split = [SYLLABLE.findall(word) for word in archive if len(word) > 3]
while len(million) < 1_000_000:
    first, second = chance.choice(split), chance.choice(split)
    word = "".join(first[:chance.randint(1, len(first))] + second[chance.randint(0, len(second) - 1):])
    if 2 <= len(word) <= 22:
        million.setdefault(word, int(chance.paretovariate(1)))
write(sys.argv[5], million)
