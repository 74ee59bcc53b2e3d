"""Markdown tables from the results that the speed script gathers.

    speed_tables.py RESULTS ARTICLES THREADS
"""
import json
import pathlib
import re
import statistics
import sys

results, articles, threads = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
titles = {"peer": "Java Lucene", "plain": "SearchService, plain", "full": "SearchService, full", "stock": "stock Lucene.Net"}


def passes(engine):
    """Of each pass {class: (p50, p95)}, in microseconds."""
    for file in sorted(results.glob(f"{engine}.[0-9]*.tsv")):
        yield {f[0]: (float(f[2]), float(f[3])) for f in (line.split("\t") for line in file.read_text("utf8").splitlines())}
    for file in sorted(results.glob(f"{engine}.[0-9]*.json")):
        yield {c["class"]: (c["p50Us"], c["p95Us"]) for c in json.loads(file.read_text("utf8"))["classes"]}


def medians(engine):
    """{class: (p50, p95)}: each the median over the passes."""
    found = list(passes(engine))
    return {name: tuple(statistics.median(one[name][i] for one in found) for i in (0, 1)) for name in found[0]} if found else {}


engines = {engine: times for engine in titles if (times := medians(engine))}
peer = engines["peer"]
print(f"{articles:,} articles, one thread, top 10, p50 / p95 in µs; in brackets the ratio to Java Lucene.\n")
print("| class | " + " | ".join(titles[engine] for engine in engines) + " |")
print("|---|" + "---|" * len(engines))
for name in peer:
    cells = []
    for engine, times in engines.items():
        if name not in times:
            cells.append("none")
            continue
        cell = " / ".join(f"{value:,.0f}" for value in times[name])
        if engine != "peer":
            cell += " (" + " / ".join(f"{ours / max(theirs, 1):.2f}" for ours, theirs in zip(times[name], peer[name])) + ")"
        cells.append(cell)
    print(f"| {name} | " + " | ".join(cells) + " |")


def rate(engine):
    return float(re.search(r"([0-9.]+) docs/s", (results / f"{engine}.index").read_text("utf8"))[1])


report = json.loads((results / "product.index").read_text("utf8"))
rates = {"peer": rate("peer"), "product": report["read"] / report["seconds"]}
if (results / "stock.index").exists():
    rates["stock"] = rate("stock")
names = {"peer": "Java Lucene", "product": "SearchService", "stock": "stock Lucene.Net"}
print(f"\n| indexing ({threads} threads for the Lucenes) | articles/s | ratio | on disk, MB |\n|---|---|---|---|")
for engine, value in rates.items():
    size = results / f"{engine}.bytes"
    on_disk = f"{int(size.read_text('utf8')) / 1e6:,.0f}" if size.exists() else ""
    print(f"| {names[engine]} | {value:,.0f} | {value / rates['peer']:.2f} | {on_disk} |")
# In a report of an earlier version there is none.
merging = report.get("mergeSeconds", 0)
if merging > 0:
    after = report["read"] / (report["seconds"] + merging)
    print(f"\nAfter that segments were merged for {merging:.1f} s, while all could be searched; with them it is {after:,.0f} articles/s ({after / rates['peer']:.2f}).")
memory = results / "product.memory"
if memory.exists() and memory.read_text("utf8").strip().isdigit():
    print(f"\nPeak memory of `index`: {int(memory.read_text('utf8')) / 1024:,.0f} MB.")
