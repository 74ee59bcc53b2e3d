"""Markdown tables from the results that the relevance script gathers, and its gate.

    relevance_tables.py FOLDER THRESHOLDS true|false
"""
import json
import pathlib
import sys

folder, thresholds, gate = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3] == "true"
measured = {}


def table(file, columns):
    print("| set | engine | " + " | ".join(columns) + " |")
    print("|---|---|" + "---|" * len(columns))
    for line in (folder / file).read_text("utf8").splitlines():
        name, *results = line.split("\t")
        for engine, text in zip(("SearchService", "stock Lucene.Net"), results):
            result = json.loads(text)
            values = [result[column] for column in columns]
            print(f"| {name} | {engine} | " + " | ".join(str(v) if isinstance(v, int) and v > 1 else f"{v:.3f}" for v in values) + " |")
            if engine == "SearchService":
                measured.update({(name, column): value for column, value in zip(columns, values)})
    print()


table("judged", ["queries", "success@1", "mrr@10", "ndcg@10", "recall@10", "recall@100"])
without = (folder / "without").read_text("utf8").splitlines()
print(f"Queries without a hit: {len(without)}" + "".join(f"\n- {line}" for line in without) + "\n")
table("conflated", ["forms", "recall", "precision"])
# Times are left out: they are no property of the change under test.
table("transliterated", ["words", "vocabulary", "first@1", "first@5"])
table("covered", ["words", "vocabulary", "byLexicon", "bySound", "covered"])

failed = False
if gate:
    for line in thresholds.read_text("utf8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, measure, least = line.split("\t")
        value = measured.get((name, measure))
        if value is None or value < float(least):
            print(f"below its threshold: {name}, {measure} = {value}, at least {least} wanted", file=sys.stderr)
            failed = True
sys.exit(1 if failed else 0)
