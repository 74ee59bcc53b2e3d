"""One table of what the growth script gathered.

    growth_tables.py FOLDER SIZE...
"""
import json
import pathlib
import re
import statistics
import sys

folder, sizes = pathlib.Path(sys.argv[1]), [int(size) for size in sys.argv[2:]]


def times(size, engine):
    """{class: (p50, p95)} in microseconds, each the median over the passes."""
    passes = []
    for file in sorted((folder / f"growth.{size}").glob(f"{engine}.[0-9]*.*")):
        text = file.read_text("utf8")
        if file.suffix == ".json":
            passes.append({c["class"]: (c["p50Us"], c["p95Us"]) for c in json.loads(text)["classes"]})
        else:
            passes.append({f[0]: (float(f[2]), float(f[3])) for f in (line.split("\t") for line in text.splitlines())})
    return {name: tuple(statistics.median(one[name][i] for one in passes) for i in (0, 1)) for name in passes[0]}


factor = sizes[-1] / sizes[0]
slower = []
for engine, title in (("peer", "Java Lucene"), ("plain", "SearchService, plain"), ("full", "SearchService, full")):
    by_size = {size: times(size, engine) for size in sizes}
    print(f"{title}, p50 / p95 in µs; growth from {sizes[0]:,} to {sizes[-1]:,} articles, which is {factor:.0f} times.\n")
    print("| class | " + " | ".join(f"{size:,}" for size in sizes) + " | growth |\n|---|" + "---|" * (len(sizes) + 1))
    for name in by_size[sizes[0]]:
        growth = [after / max(before, 1) for before, after in zip(by_size[sizes[0]][name], by_size[sizes[-1]][name])]
        cells = [f"{by_size[size][name][0]:,.0f} / {by_size[size][name][1]:,.0f}" for size in sizes]
        print(f"| {name} | " + " | ".join(cells) + f" | {growth[0]:.1f} / {growth[1]:.1f} |")
        if engine == "full" and max(growth) < factor:
            slower.append(name)
    print()
print(f"Full searches that grow more slowly than the archive, in p50 and p95: {', '.join(slower) or 'none'}.\n")
print("| articles | peer, articles/s | ours, articles/s | peer on disk, MB | ours on disk, MB | peak memory of index, MB |\n|---|---|---|---|---|---|")
for size in sizes:
    results = folder / f"growth.{size}"
    report = json.loads((results / "product.index").read_text("utf8"))
    peer = float(re.search(r"([0-9.]+) docs/s", (results / "peer.index").read_text("utf8"))[1])
    disk = [int((results / f"{engine}.bytes").read_text("utf8")) / 1e6 for engine in ("peer", "product")]
    memory = (results / "product.memory").read_text("utf8").strip() if (results / "product.memory").exists() else ""
    print(f"| {size:,} | {peer:,.0f} | {report['read'] / report['seconds']:,.0f} | {disk[0]:,.0f} | {disk[1]:,.0f} | {int(memory) / 1024:,.0f} |" if memory.isdigit()
          else f"| {size:,} | {peer:,.0f} | {report['read'] / report['seconds']:,.0f} | {disk[0]:,.0f} | {disk[1]:,.0f} | |")
